// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_data.h"

#include "ui/plots/figures.h"
#include "ui/plots/quantity_tip.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

QString exactText(const PlotData::Cell& cell)
{
    if (const QString* text = std::get_if<QString>(&cell)) return *text;
    return exactNumber(std::get<double>(cell));
}

QString quoted(const QString& text)
{
    const bool plain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n');
    return plain ? text : u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

template<typename Row, typename ToText>
QString joined(const Row& row, QChar separator, ToText toText)
{
    QStringList parts;
    for (const auto& cell : row) parts += toText(cell);
    return parts.join(separator) + u'\n';
}

void appendRows(PlotData& into, const PlotData& rows, const QString& design)
{
    for (const auto& row : rows.rows) {
        into.rows.push_back({design});
        into.rows.back().insert(into.rows.back().end(), row.begin(), row.end());
    }
}

} // namespace

PlotData comparedData(const Plot& plot, const PlotContext& context)
{
    const PlotData own = plot.data(context);
    const auto compared = comparedContext(context);
    if (!compared) return own;
    PlotData both{{QCoreApplication::translate("PlotData", "Design")}, {}, {QString()}};
    both.columns.insert(both.columns.end(), own.columns.begin(), own.columns.end());
    both.quantities.insert(both.quantities.end(), own.quantities.begin(), own.quantities.end());
    appendRows(both, own, QCoreApplication::translate("PlotData", "this design"));
    appendRows(both, plot.data(*compared), comparedName(context));
    return both;
}

QByteArray toCsv(const PlotData& data)
{
    QString text = joined(data.columns, u',', quoted);
    for (const auto& row : data.rows)
        text += joined(row, u',', [](const PlotData::Cell& cell) { return quoted(exactText(cell)); });
    return text.toUtf8();
}

QString toTabText(const PlotData& data)
{
    QString text = joined(data.columns, u'\t', [](const QString& name) { return name; });
    for (const auto& row : data.rows) text += joined(row, u'\t', exactText);
    return text;
}

void PlotDataModel::setPlotData(PlotData data)
{
    const bool sameShape = data.columns == m_data.columns && data.quantities == m_data.quantities && data.rows.size() == m_data.rows.size();
    if (!sameShape) {
        beginResetModel();
        m_data = std::move(data);
        endResetModel();
        return;
    }
    m_data = std::move(data);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PlotDataModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.rows.size());
}

int PlotDataModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.columns.size());
}

QString PlotDataModel::quantityOf(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return at < m_data.quantities.size() ? m_data.quantities[at] : QString();
}

QVariant PlotDataModel::data(const QModelIndex& index, int role) const
{
    const PlotData::Cell& cell = m_data.rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    const double* number = std::get_if<double>(&cell);
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) return number ? quantityTip(quantityOf(index.column()), exactText(cell)) : exactText(cell);
    if (role != Qt::DisplayRole) return {};
    return number ? figureText(*number, 4) : std::get<QString>(cell);
}

QVariant PlotDataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && rowCount() > 0) return data(index(0, section), role);
    if (role == Qt::ToolTipRole) return quantityTip(quantityOf(section));
    if (role != Qt::DisplayRole) return {};
    return m_data.columns[static_cast<std::size_t>(section)];
}

} // namespace bellweave::ui
