// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"
#include "model/network/report_plot.h"

namespace bellweave {

namespace {

constexpr double kLargest = 1e300;
constexpr double kMostPlots = 1e6;

template<std::size_t Count>
QStringList wordsOf(const std::array<const char*, Count>& words)
{
    QStringList list;
    for (const char* word : words) list.append(QString::fromLatin1(word));
    return list;
}

FieldRow anyNumber(const QString& path, const QString& label, const QString& help, const QString& message)
{
    return {.path = path, .label = label, .minimum = -kLargest, .maximum = kLargest, .rangeMessage = message, .help = help};
}

} // namespace

std::vector<KindRow> CatalogRows::plotKinds()
{
    const QString element = QStringLiteral("report_plot");
    const QString finite = tr("A finite number in the unit of the axis.");
    const QString edge = tr("Edge of the shown part, in the unit that the axis carries.");
    const QStringList kinds = wordsOf(kReportPlotKinds);
    const Rows plot{
        {.path = QStringLiteral("plot"), .label = tr("Plot"), .type = FieldType::Choice, .help = tr("Which plot it is."),
         .choices = {kinds.begin(), kinds.end()}},
        {.path = QStringLiteral("demand"), .label = tr("Demand"), .type = FieldType::Text,
         .help = tr("Id of the demand it shows; without one, the demand that is worst off.")},
        {.path = QStringLiteral("link"), .label = tr("Link"), .type = FieldType::Text,
         .help = tr("Id of the link it shows, of plots of one link; without one, the slowest of the demand.")},
        {.path = QStringLiteral("logarithmic_x"), .label = tr("Logarithmic across"), .type = FieldType::Toggle,
         .help = tr("Scale of the horizontal axis. When absent the plot chooses."), .optional = true},
        {.path = QStringLiteral("logarithmic_y"), .label = tr("Logarithmic up"), .type = FieldType::Toggle,
         .help = tr("Scale of the vertical axis. When absent the plot chooses."), .optional = true},
        {.path = QStringLiteral("pins"), .label = tr("Pins"), .type = FieldType::Text, .minimum = -kLargest, .maximum = kLargest,
         .rangeMessage = finite,
         .help = tr("Readouts that stay, at most 4: value on the horizontal axis (of plots without axes, the number of the bar from 0) and height in the plot from the top, 0 to 1.")},
        {.path = QStringLiteral("order"), .label = tr("Order"), .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 0.0,
         .maximum = kMostPlots, .rangeMessage = tr("A whole number from 0 to 1,000,000."),
         .help = tr("Plots with smaller numbers come first in the report.")},
        {.path = QStringLiteral("ticked"), .label = tr("Ticked"), .type = FieldType::Toggle, .help = tr("Whether the report shows it.")}};
    const Rows zoom{anyNumber(QStringLiteral("left"), tr("Left"), edge, finite), anyNumber(QStringLiteral("right"), tr("Right"), edge, finite),
                    anyNumber(QStringLiteral("bottom"), tr("Bottom"), edge, finite), anyNumber(QStringLiteral("top"), tr("Top"), edge, finite)};
    const auto end = [&](const QString& path, const QString& label) {
        FieldRow row = anyNumber(path, label, tr("End of the range, in the stored unit of the field. When absent the program chooses the range."),
                                 tr("A finite number in the stored unit of the field."));
        row.optional = true;
        return row;
    };
    const Rows sweep{
        {.path = QStringLiteral("element"), .label = tr("Element"), .type = FieldType::Text,
         .help = tr("What is varied: \"sites/\", \"links/\" or \"demands/\" with an id, or \"design\".")},
        {.path = QStringLiteral("field"), .label = tr("Field"), .type = FieldType::Text, .help = tr("Path of the varied field in the element.")},
        end(QStringLiteral("from"), tr("From")), end(QStringLiteral("to"), tr("To"))};
    return {{{}, element, tr("Plot of the report"), tr("A plot that was put into the report, as it was set up."), joined({{identity().front()}, plot})},
            {QStringLiteral("zoom"), element, tr("Zoom"), tr("The shown part of the axes; the whole when absent."), zoom},
            {QStringLiteral("sweep"), element, tr("Sweep"), tr("What a sweep varies, and over which range."), sweep}};
}

KindRow CatalogRows::reportKind()
{
    const FieldRow chapters{.path = QStringLiteral("chapters"), .label = tr("Chapters"), .type = FieldType::Text,
                            .help = tr("The chapters of the report in their order; all when empty. There are: %1.")
                                        .arg(wordsOf(kReportChapters).join(QStringLiteral(", ")))};
    return {QStringLiteral("report"), QStringLiteral("design"), tr("Report"), tr("What the report of the design holds."), {chapters}};
}

} // namespace bellweave
