// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_file.h"

#include "ui/render/picture_file.h"
#include "ui/report/report_html.h"
#include "ui/report/report_pages.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bellweave::ui {

Result<void> writeReport(const Report& report, const QString& path, const QPageSize& paper)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"html") return writeWholeFile(path, reportHtml(report));
    if (suffix == u"pdf") return writeWholeFile(path, reportPdf(report, paper));
    return Error{Error::Code::InvalidInput,
                 QCoreApplication::translate("Report", "Cannot write a report as \".%1\"; accepted: .html, .pdf.").arg(suffix), path};
}

} // namespace bellweave::ui
