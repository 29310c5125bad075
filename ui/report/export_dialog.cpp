// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_dialog.h"

#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/render/render.h"
#include "ui/session/file_actions.h"
#include "ui/session/prompter.h"
#include "ui/session/session.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QtConcurrentRun>

namespace bellweave::ui {

namespace {

constexpr QSize kPreviewSize(440, 320);
constexpr QSize kMapSize(1200, 750);
constexpr QSize kPlotSize(640, 400);
constexpr int kOwnSize = -1;             // of a PDF: the sheet is as large as the picture
const QString kFormatKey = QStringLiteral("export/format");
const QString kDpiKey = QStringLiteral("export/dpi");
const QString kPaperKey = QStringLiteral("export/paper");

QSpinBox* sizeBox(const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(200, 8000);
    box->setSingleStep(50);
    box->setAccessibleName(name);
    return box;
}

} // namespace

ExportDialog::ExportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent)
    : QDialog(parent), m_session(session), m_prompter(prompter), m_designName(designName), m_subject(new QComboBox),
      m_format(new QComboBox), m_width(sizeBox(tr("Width"))), m_height(sizeBox(tr("Height"))), m_dpi(new QSpinBox),
      m_paper(new QComboBox), m_colors(new QComboBox), m_preview(new QLabel)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export a picture"));
    fillChoices();
    auto* form = new QFormLayout;
    fillForm(*form);
    m_preview->setFixedSize(kPreviewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    auto* row = new QHBoxLayout;
    row->addLayout(form);
    row->addSpacing(16);
    row->addWidget(m_preview);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addStretch(1);
    column->addWidget(makeButtons());
    connect(m_subject, &QComboBox::currentIndexChanged, this, &ExportDialog::choose);
    connect(&m_work, &QFutureWatcherBase::finished, this, &ExportDialog::keepPlot);
    connect(&session, &Session::evaluationChanged, this, [this] {
        takeDesign();
        refresh();
    });
    for (QComboBox* box : {m_format, m_colors}) connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    for (QSpinBox* box : {m_width, m_height}) connect(box, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    takeDesign();
    choose();
    m_subject->setFocus();
}

/// What was computed of another state of the design counts no more.
void ExportDialog::takeDesign()
{
    m_network = std::make_shared<const Network>(m_session.network());
    m_evaluation = m_session.evaluation() ? m_session.evaluation() : std::make_shared<const engine::Evaluation>();
    m_plots.clear();
    m_computing.clear();
}

void ExportDialog::fillChoices()
{
    m_subject->addItem(tr("Map"), QStringLiteral("map"));
    for (const auto& plot : makePlots()) m_subject->addItem(plot->title(), plot->id());
    m_format->addItem(tr("PNG, dots"), QStringLiteral("png"));
    m_format->addItem(tr("SVG, vectors"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF, vectors"), QStringLiteral("pdf"));
    m_format->setCurrentIndex(std::max(0, m_format->findData(QSettings().value(kFormatKey))));
    m_dpi->setRange(48, 1200);
    m_dpi->setSingleStep(24);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setValue(QSettings().value(kDpiKey, 192).toInt());
    m_paper->addItem(tr("As large as the picture"), kOwnSize);
    m_paper->addItem(tr("A4"), QPageSize::A4);
    m_paper->addItem(tr("A3"), QPageSize::A3);
    m_paper->addItem(tr("US Letter"), QPageSize::Letter);
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(QSettings().value(kPaperKey, kOwnSize).toInt())));
    m_colors->addItem(tr("Light"), false);
    m_colors->addItem(tr("Dark"), true);
}

void ExportDialog::fillForm(QFormLayout& form)
{
    auto* size = new QWidget;
    auto* sides = new QHBoxLayout(size);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(QStringLiteral("×")));
    sides->addWidget(m_height);
    sides->addWidget(new QLabel(tr("px at 96 dpi")));
    form.addRow(tr("&What"), m_subject);
    form.addRow(tr("&Format"), m_format);
    form.addRow(tr("&Size"), size);
    form.addRow(tr("&Resolution"), m_dpi);
    form.addRow(tr("&Paper"), m_paper);
    form.addRow(tr("&Colors"), m_colors);
    for (const auto& [field, name] : {std::pair<QWidget*, QString>(m_subject, tr("What")), {m_format, tr("Format")}, {m_dpi, tr("Resolution")},
                                      {m_paper, tr("Paper")}, {m_colors, tr("Colors")}})
        field->setAccessibleName(name);
}

QWidget* ExportDialog::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto* close = new QPushButton(tr("Close"));
    m_export = new QPushButton(tr("Export…"));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    close->setAutoDefault(false);
    setPrimary(*m_export);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_export);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::exportPicture);
    return buttons;
}

void ExportDialog::suggestSize()
{
    const QSignalBlocker width(m_width), height(m_height);
    const QSize size = m_subject->currentIndex() == 0 ? kMapSize : kPlotSize;
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

void ExportDialog::choose()
{
    suggestSize();
    refresh();
}

bool ExportDialog::isReady() const
{
    return m_subject->currentIndex() == 0 || m_plots.contains(m_subject->currentData().toString());
}

PlotContext ExportDialog::plotContext() const
{
    const auto& chosen = m_session.selection().demands;
    const engine::DemandResult* demand = chosen.empty() ? nullptr : m_evaluation->find(*chosen.begin());
    return {*m_network, *m_evaluation, demand ? demand : defaultDemand(*m_evaluation)};
}

/// Asking for the numbers makes the plot keep its curves: drawing then finds them.
void ExportDialog::computePlot()
{
    m_computing = m_subject->currentData().toString();
    const PlotContext context = plotContext();
    m_work.setFuture(QtConcurrent::run([id = m_computing, network = m_network, evaluation = m_evaluation, demand = context.demand] {
        const std::shared_ptr<const Plot> plot = makePlot(id);
        static_cast<void>(plot->data({*network, *evaluation, demand}));
        return plot;
    }));
}

void ExportDialog::keepPlot()
{
    if (!m_computing.isEmpty()) m_plots[m_computing] = m_work.result();
    m_computing.clear();
    refresh();
}

QString ExportDialog::suffix() const { return m_format->currentData().toString(); }

PictureFormat ExportDialog::format() const
{
    PictureFormat format{.size = {m_width->value(), m_height->value()}, .dpi = m_dpi->value(), .title = m_subject->currentText()};
    const int paper = m_paper->currentData().toInt();
    if (paper != kOwnSize) format.paper = QPageSize(static_cast<QPageSize::PageSizeId>(paper));
    return format;
}

std::function<void(QPainter&)> ExportDialog::painting() const
{
    const QSize size(m_width->value(), m_height->value());
    const Theme& colors = m_colors->currentData().toBool() ? darkTheme() : lightTheme();
    if (m_subject->currentIndex() == 0) {
        return [size, &colors, network = m_network, evaluation = m_evaluation](QPainter& painter) {
            const PaperTheme paper(colors);
            paintMapPicture(painter, *network, evaluation.get(), size);
        };
    }
    return [this, size, &colors, plot = m_plots.at(m_subject->currentData().toString())](QPainter& painter) {
        const PaperTheme paper(colors);
        paintPlot(painter, *plot, plotContext(), colors, size);
    };
}

QPixmap ExportDialog::drawnPreview() const
{
    const QSize size = format().size;
    const double ratio = devicePixelRatioF();
    QPixmap picture(size.scaled(kPreviewSize, Qt::KeepAspectRatio) * ratio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(picture.width() / static_cast<double>(size.width()), picture.width() / static_cast<double>(size.width()));
    painting()(painter);
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void ExportDialog::refresh()
{
    m_dpi->setEnabled(suffix() == u"png");
    m_paper->setEnabled(suffix() == u"pdf");
    m_export->setEnabled(isReady());
    if (isReady()) return m_preview->setPixmap(drawnPreview());
    m_preview->setText(tr("Computing…"));
    if (!m_work.isRunning()) computePlot();
}

void ExportDialog::exportPicture()
{
    QSettings settings;
    settings.setValue(kFormatKey, suffix());
    settings.setValue(kDpiKey, m_dpi->value());
    settings.setValue(kPaperKey, m_paper->currentData());
    const QString name = QStringLiteral("%1 %2.%3").arg(m_designName, m_subject->currentData().toString(), suffix());
    const QString filter = tr("%1 files (*.%2)").arg(suffix().toUpper(), suffix());
    QString path = m_prompter.savePath(tr("Export a picture"), FileActions::suggestedPath(name), filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().toLower() != suffix()) path += u'.' + suffix();
    const Result<void> written = writePicture(painting(), format(), path);
    if (!written) return m_prompter.complain(tr("The picture was not written"), written.error().text());
    FileActions::rememberFolderOf(path);
    Q_EMIT m_session.noticed(tr("Wrote %1.").arg(path));
    accept();
}

} // namespace bellweave::ui
