// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/preset_sheet.h"

#include "model/network/presets.h"
#include "ui/inspector/field_origin.h"
#include "ui/library/library_model.h"
#include "ui/style/theme.h"

#include <QEvent>

namespace bellweave::ui {

namespace {

/// Name and dimension of a preset's value; facts that no element holds have no row in the catalog.
struct ValueName {
    QString label;
    Dimension dimension = Dimension::Number;
};

ValueName nameOf(const QString& kind, const QString& path)
{
    if (const FieldRow* row = catalogField(*presetBlock(kind), path)) return {row->label, row->dimension};
    if (path == u"wavelength_low_m") return {PresetSheet::tr("Carries light from"), Dimension::Length};
    if (path == u"wavelength_high_m") return {PresetSheet::tr("Carries light up to"), Dimension::Length};
    if (path == u"detector/jitter_s") return {PresetSheet::tr("Timing jitter"), Dimension::Duration};
    return {path, dimensionOfKey(path)};
}

QString shown(double value, Dimension dimension) { return formatQuantity(value, dimension, 4); }

QString rangeOf(const PresetValue& value, Dimension dimension)
{
    if (value.low == value.high) return {};
    return PresetSheet::tr("%1 to %2", "range").arg(shown(value.low, dimension), shown(value.high, dimension));
}

QString colored(const QString& text, const QColor& color)
{
    return text.isEmpty() ? QString() : QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), text.toHtmlEscaped());
}

/// A number that nobody looked up stands out.
QString mark(const PresetValue& value)
{
    return colored(provenanceText(value), value.provenance == Provenance::Remembered ? theme().warn : theme().textThird);
}

QString line(const QString& html, const char* style = "")
{
    return html.isEmpty() ? QString() : QStringLiteral("<div style='%1'>%2</div>").arg(QLatin1String(style), html);
}

QString headOf(const Preset& preset)
{
    const QString year = preset.year > 0 ? QString::number(preset.year) : PresetSheet::tr("no year");
    const QString facts = preset.platform.isEmpty() ? year
                                                    : PresetSheet::tr("%1, %2", "platform, year").arg(preset.platform, year);
    return line(QStringLiteral("<b>%1</b>").arg(preset.label.toHtmlEscaped())) + line(colored(facts, theme().textThird))
        + (preset.isYours ? line(colored(PresetSheet::tr("Yours: kept on this computer."), theme().textSecond)) : QString())
        + (preset.projected ? line(colored(PresetSheet::tr("Projected: nobody has built this yet."), theme().warn)) : QString());
}

QString valueRow(const QString& kind, const QString& path, const PresetValue& value)
{
    const ValueName name = nameOf(kind, path);
    const QString range = rangeOf(value, name.dimension);
    const QString origin = value.note.isEmpty() ? value.source : PresetSheet::tr("%1 %2", "source, note").arg(value.source, value.note);
    return QStringLiteral("<table width='100%' style='margin-top:8px'><tr><td>%1</td><td align='right'><b>%2</b></td></tr></table>")
               .arg(name.label.toHtmlEscaped(), shown(value.value, name.dimension).toHtmlEscaped())
        + line(colored(range, theme().textSecond)) + line(mark(value)) + line(colored(origin, theme().textThird));
}

/// The paths of a preset's values in the order of the catalog, then those it does not know.
QStringList pathsOf(const Preset& preset)
{
    QStringList paths;
    for (const FieldRow& row : presetBlock(preset.kind)->fields)
        if (preset.values.contains(row.path)) paths += row.path;
    for (const auto& [path, value] : preset.values)
        if (!paths.contains(path)) paths += path;
    return paths;
}

QStringList pathsOf(const Preset& first, const Preset& second)
{
    QStringList paths = pathsOf(first) + pathsOf(second);
    paths.removeDuplicates();
    return paths;
}

QString cellOf(const Preset& preset, const QString& path, Dimension dimension, bool differs)
{
    const auto value = preset.values.find(path);
    if (value == preset.values.end()) return PresetSheet::tr("–", "no value");
    const QString text = shown(value->second.value, dimension).toHtmlEscaped();
    const QString unverified = value->second.provenance == Provenance::Remembered ? line(colored(PresetSheet::tr("unverified"), theme().warn)) : QString();
    return (differs ? QStringLiteral("<b>%1</b>").arg(text) : text) + unverified;
}

QString comparedRow(const Preset& first, const Preset& second, const QString& path)
{
    const ValueName name = nameOf(first.kind, path);
    const auto a = first.values.find(path);
    const auto b = second.values.find(path);
    const bool differs = a == first.values.end() || b == second.values.end() || a->second.value != b->second.value;
    const QString label = differs ? PresetSheet::tr("≠ %1", "values of this field differ").arg(name.label) : name.label;
    return QStringLiteral("<tr><td colspan='2' style='padding-top:6px'>%1</td></tr><tr><td>%2</td><td>%3</td></tr>")
        .arg(colored(label, differs ? theme().accent : theme().textThird), cellOf(first, path, name.dimension, differs),
             cellOf(second, path, name.dimension, differs));
}

} // namespace

QString presetHtml(const Preset& preset)
{
    QString html = headOf(preset) + line(preset.summary.toHtmlEscaped(), "margin-top:6px");
    for (const QString& path : pathsOf(preset)) html += valueRow(preset.kind, path, preset.values.at(path));
    return html;
}

QString comparisonHtml(const Preset& first, const Preset& second)
{
    const QStringList paths = pathsOf(first, second);
    QString rows = QStringLiteral("<tr><td width='50%'>%1</td><td width='50%'>%2</td></tr>").arg(headOf(first), headOf(second));
    for (const QString& path : paths) rows += comparedRow(first, second, path);
    return QStringLiteral("<table width='100%' cellpadding='1'>%1</table>").arg(rows);
}

PresetSheet::PresetSheet(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(uiFont(12));
    setOpenLinks(false);
    setAccessibleName(tr("Values of the preset"));
    document()->setDocumentMargin(10);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
}

void PresetSheet::show(const Preset* first, const Preset* second)
{
    m_kind = first ? first->kind : QString();
    m_first = first ? first->id : QString();
    m_otherKind = second ? second->kind : QString();
    m_second = second ? second->id : QString();
    refresh();
}

void PresetSheet::refresh()
{
    const Preset* first = findPreset(m_kind, m_first);
    const Preset* second = findPreset(m_otherKind, m_second);
    if (!first) return setHtml(colored(tr("Choose a preset to see its values, Ctrl and click a second one to compare."), theme().textSecond));
    if (!second) return setHtml(presetHtml(*first));
    if (first->kind == second->kind) return setHtml(comparisonHtml(*first, *second));
    setHtml(colored(tr("Two presets of the same kind can be compared; these are of two kinds."), theme().textSecond));
}

void PresetSheet::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
}

} // namespace bellweave::ui
