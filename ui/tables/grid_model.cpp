// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a grid say and take; grid_model_rows.cpp knows which rows there are.
#include "ui/tables/grid_model.h"

#include "model/edit/field.h"
#include "model/network/element_name.h"
#include "ui/inspector/field_origin.h"
#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"
#include "ui/tables/row_edit.h"

namespace bellweave::ui {

namespace {

constexpr qsizetype kKeptRows = 500;    // more than any screen shows

bool isRightAligned(const GridColumn& column) { return column.isNumber() || column.isReadOnly(); }

Qt::Alignment alignmentOf(const GridColumn& column)
{
    return Qt::AlignVCenter | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft);
}

QString helpOf(const GridColumn& column)
{
    if (column.row) return meaningText(*column.row);
    switch (column.part) {
    case ColumnPart::Role: return GridModel::tr("What the site is: its equipment");
    case ColumnPart::Medium: return GridModel::tr("What the link is: a fiber, or measured numbers");
    case ColumnPart::ReachedFidelity:
    case ColumnPart::ReachedKeyRate:
    case ColumnPart::ReachedRate: return quantityTip(column.quantity);
    case ColumnPart::Field: break;
    }
    return {};
}

} // namespace

const Cell& GridModel::cell(const QModelIndex& index) const
{
    const std::uint32_t number = m_numbers[static_cast<std::size_t>(index.row())];
    auto row = m_read.find(number);
    if (row == m_read.end()) {
        if (m_read.size() > kKeptRows) m_read.clear();
        row = m_read.insert(number, rowCells(m_session.network(), m_session.evaluation().get(), refOf(number), m_kind));
    }
    return (*row)[static_cast<std::size_t>(index.column())];
}

const GridModel::Refusal* GridModel::refusal(const QModelIndex& index) const
{
    if (m_refusals.empty()) return nullptr;
    const auto found = m_refusals.find({m_numbers[static_cast<std::size_t>(index.row())], index.column()});
    return found == m_refusals.end() ? nullptr : &found->second;
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Refusal* refused = refusal(index);
    const Cell& shown = cell(index);
    const bool isCheck = column(index.column()).isToggle() && shown.state == Cell::State::Value;
    switch (role) {
    case Qt::DisplayRole: return refused ? refused->text : shown.text;
    case Qt::EditRole: return refused ? refused->text : shown.exact;
    case Qt::CheckStateRole: return isCheck ? QVariant(shown.toggle ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column(index.column())));
    case Qt::ToolTipRole: return toolTip(index);
    case Qt::ForegroundRole: return foreground(shown, index);
    case Qt::AccessibleTextRole: return isCheck ? QVariant() : QVariant(tr("%1: %2", "column, value").arg(column(index.column()).name, shown.text));
    case NumberRole: return shown.number ? QVariant(*shown.number) : QVariant();
    case RefusedRole: return refused != nullptr;
    case DerivedRole: return shown.state == Cell::State::Derived;
    default: return {};
    }
}

QVariant GridModel::toolTip(const QModelIndex& index) const
{
    if (const Refusal* refused = refusal(index)) return refused->sentence;
    const Cell& shown = cell(index);
    if (shown.state == Cell::State::Absent) return tr("This element has no such value.");
    if (shown.state == Cell::State::Derived) return tr("Not typed: the value follows from others.");
    if (!shown.explanation.isEmpty()) return shown.explanation;
    if (const QString& quantity = column(index.column()).quantity; !quantity.isEmpty()) return quantityTip(quantity, shown.exact);
    return shown.exact == shown.text || shown.text.isEmpty() ? QVariant() : QVariant(shown.exact);
}

QVariant GridModel::foreground(const Cell& shown, const QModelIndex& index) const
{
    if (refusal(index) || shown.isUnmet) return theme().bad;
    return shown.state == Cell::State::Value ? QVariant() : QVariant(theme().textSecond);
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    switch (role) {
    case Qt::DisplayRole: return column(section).heading;
    case Qt::ToolTipRole: return helpOf(column(section));
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column(section)));
    default: return {};
    }
}

QString GridModel::presetKind(const QModelIndex& index) const
{
    const GridColumn& column = this->column(index.column());
    const auto values = fieldContents(m_session.network(), element(index.row()), column.paths);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) return presetKindAt(column, column.paths[static_cast<qsizetype>(i)]);
    return {};
}

bool GridModel::isLocked(const ElementRef& element) const
{
    const auto* site = std::get_if<SiteId>(&element) ? m_session.network().sites.find(std::get<SiteId>(element)) : nullptr;
    const auto* link = std::get_if<LinkId>(&element) ? m_session.network().links.find(std::get<LinkId>(element)) : nullptr;
    return (site && site->locked) || (link && link->locked);
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const GridColumn& column = this->column(index.column());
    const bool unlocks = column.row && column.row->path == u"locked";
    const Cell::State state = cell(index).state;
    const bool takesText = state == Cell::State::Value || state == Cell::State::Derived;
    if (!takesText || m_session.isReadOnly() || (isLocked(element(index.row())) && !unlocks)) return plain;
    return plain | (column.isToggle() ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool GridModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || (role != Qt::EditRole && role != Qt::CheckStateRole)) return false;
    const bool isCheck = role == Qt::CheckStateRole;
    const QString text = isCheck ? (value.toInt() == Qt::Checked ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
    const CellKey key{m_numbers[static_cast<std::size_t>(index.row())], index.column()};
    Network changed = m_session.network();
    if (const auto refused = writeRow(changed, element(index.row()), m_kind, {{index.column(), text}})) {
        m_refusals[key] = {text, refused->sentence};
        Q_EMIT dataChanged(index, index);
        Q_EMIT m_session.noticed(refused->sentence);
        return false;
    }
    discardRefusal(index);
    m_session.push(difference(m_session.network(), changed), tr("Set %1 of %2", "field, element").arg(column(index.column()).name, elementName(m_session.network(), element(index.row()))));
    return true;
}

void GridModel::discardRefusal(const QModelIndex& index)
{
    if (!index.isValid() || m_refusals.erase({m_numbers[static_cast<std::size_t>(index.row())], index.column()}) == 0) return;
    Q_EMIT dataChanged(index, index);
}

} // namespace bellweave::ui
