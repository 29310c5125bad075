// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_html.h"

#include "model/format/embedded_design.h"
#include "ui/report/report_style.h"
#include "ui/render/svg_picture.h"
#include "ui/style/theme.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportPage)
};

QString toneClass(FactTone tone)
{
    switch (tone) {
    case FactTone::Ok: return QStringLiteral("ok");
    case FactTone::Warn: return QStringLiteral("warn");
    case FactTone::Bad: return QStringLiteral("bad");
    case FactTone::Plain: break;
    }
    return {};
}

QString element(const QString& tag, const QString& classes, const QString& text)
{
    const QString attribute = classes.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(classes);
    return QStringLiteral("<%1%2>%3</%1>").arg(tag, attribute, text);
}

/// Line breaks that a person typed stay.
QString paragraphs(const QString& text, const QString& classes)
{
    return element(QStringLiteral("p"), classes, escapedText(text).replace(u'\n', QStringLiteral("<br/>"))) + u'\n';
}

/// Writes the blocks of one report; numbers its pictures.
class PageWriter {
public:
    QString section(const ReportSection& section);
    QString operator()(const ReportText& text) { return paragraphs(text.text, text.isNote ? QStringLiteral("note") : QString()); }
    QString operator()(const ReportVerdict& verdict);
    QString operator()(const ReportTable& table);
    QString operator()(const ReportFigure& figure);

private:
    static QString head(const ReportTable& table);
    static QString row(const ReportTable& table, const std::vector<ReportCell>& cells, bool isTotal);

    int m_pictures = 0;
};

QString PageWriter::operator()(const ReportVerdict& verdict)
{
    const QSizeF size(28, 28);
    const auto paint = [&verdict](QPainter& painter) {
        const PaperTheme paper;
        paintMark(painter, verdict.mark, QPointF(14, 14), 24);
    };
    const QString mark = QString::fromUtf8(svgPicture(paint, size, QStringLiteral("p%1").arg(++m_pictures), verdict.title));
    return QStringLiteral("<div class=\"verdict %1\"><div class=\"mark\">%2</div><div><p class=\"level\">%3 <span>%4</span></p>\n%5</div></div>\n")
        .arg(toneClass(verdict.tone), mark, escapedText(verdict.title), escapedText(verdict.detail),
             paragraphs(verdict.sentence, QStringLiteral("sentence")));
}

QString PageWriter::head(const ReportTable& table)
{
    QString cells;
    for (const ReportColumn& column : table.columns)
        cells += QStringLiteral("<th scope=\"col\"%1>%2</th>")
                     .arg(column.isNumber ? QStringLiteral(" class=\"number\"") : QString(), escapedText(column.title));
    return QStringLiteral("<thead><tr>%1</tr></thead>\n").arg(cells);
}

QString PageWriter::row(const ReportTable& table, const std::vector<ReportCell>& cells, bool isTotal)
{
    QString text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString number = i < table.columns.size() && table.columns[i].isNumber ? QStringLiteral("number ") : QString();
        const QString content = escapedText(cells[i].text).replace(u'\n', QStringLiteral("<br/>"));
        text += i == 0 ? QStringLiteral("<th scope=\"row\">%1</th>").arg(content)
                       : element(QStringLiteral("td"), (number + toneClass(cells[i].tone)).trimmed(), content);
    }
    return QStringLiteral("<tr%1>%2</tr>\n").arg(isTotal ? QStringLiteral(" class=\"total\"") : QString(), text);
}

QString PageWriter::operator()(const ReportTable& table)
{
    QString rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) rows += row(table, table.rows[i], table.hasTotal && i + 1 == table.rows.size());
    const QString body = QStringLiteral("<table>\n%1<tbody>\n%2</tbody></table>\n").arg(head(table), rows);
    if (table.caption.isEmpty()) return body;
    const QString caption = escapedText(table.caption);
    // A closed fold prints closed, so folds are open until the reader closes them.
    if (table.folds) return QStringLiteral("<details open=\"open\"><summary>%1</summary>\n%2</details>\n").arg(caption, body);
    return element(QStringLiteral("h3"), {}, caption) + u'\n' + body;
}

QString PageWriter::operator()(const ReportFigure& figure)
{
    const QByteArray picture = svgPicture(figure.paint, figure.size, QStringLiteral("p%1").arg(++m_pictures), figure.description);
    const QString caption = figure.caption.isEmpty() ? QString() : element(QStringLiteral("figcaption"), {}, escapedText(figure.caption));
    return QStringLiteral("<figure>%1%2</figure>\n").arg(QString::fromUtf8(picture), caption);
}

QString PageWriter::section(const ReportSection& section)
{
    QString text = QStringLiteral("<section id=\"%1\">\n<h2>%2</h2>\n").arg(reportPartKey(section.part), escapedText(section.title));
    bool isInPair = false;
    for (const ReportBlock& block : section.blocks) {
        const auto* figure = std::get_if<ReportFigure>(&block);
        const bool isNarrow = figure && figure->isNarrow;
        if (isNarrow != isInPair) text += isNarrow ? QStringLiteral("<div class=\"pair\">\n") : QStringLiteral("</div>\n");
        isInPair = isNarrow;
        text += std::visit(*this, block);
    }
    return text + (isInPair ? QStringLiteral("</div>\n") : QString()) + QStringLiteral("</section>\n");
}

QString contents(const Report& report)
{
    QString items;
    for (const ReportSection& section : report.sections)
        items += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(reportPartKey(section.part), escapedText(section.title));
    return QStringLiteral("<nav aria-label=\"%1\"><ul>\n%2</ul></nav>\n").arg(escapedText(Text::tr("Contents")), items);
}

QString pageHead(const Report& report)
{
    const QString language = QCoreApplication::translate("ReportPage", "en", "the code of the language of this translation");
    return QStringLiteral("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                          "<meta name=\"generator\" content=\"Bellweave " BELLWEAVE_VERSION "\"/>\n<title>%2</title>\n<style>\n%3</style>\n</head>\n")
        .arg(language, escapedText(report.title), reportStyle());
}

QString titleBlock(const Report& report)
{
    QString text = element(QStringLiteral("h1"), {}, escapedText(report.title)) + u'\n';
    if (!report.question.isEmpty()) text += paragraphs(report.question, QStringLiteral("question"));
    if (!report.notes.isEmpty()) text += paragraphs(report.notes, {});
    return QStringLiteral("<header>\n%1</header>\n").arg(text);
}

QString foot(const Report& report)
{
    return QStringLiteral("<footer>%1</footer>\n")
        .arg(escapedText(Text::tr("Bellweave %1, design %2").arg(QStringLiteral(BELLWEAVE_VERSION), report.fingerprint)));
}

} // namespace

QByteArray reportHtml(const Report& report)
{
    PageWriter writer;
    QString page = pageHead(report) + QStringLiteral("<body>\n<main>\n") + titleBlock(report) + contents(report);
    for (const ReportSection& section : report.sections) page += writer.section(section);
    return (page + foot(report) + QStringLiteral("</main>\n")).toUtf8() + embeddedDesign(report.design) + "</body>\n</html>\n";
}

} // namespace bellweave::ui
