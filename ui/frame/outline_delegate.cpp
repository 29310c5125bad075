// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/outline_delegate.h"

#include "ui/frame/outline_model.h"
#include "ui/frame/verdict_segment.h"
#include "ui/style/medium.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QTreeView>

namespace bellweave::ui {

namespace {

constexpr int kIconRoom = 24;
constexpr int kEdge = 8;
constexpr int kLastColumn = 42;

bool isSection(const QModelIndex& index) { return index.data(OutlineModel::SectionRole).isValid(); }
bool isElement(const QModelIndex& index) { return index.flags().testFlag(Qt::ItemIsSelectable); }

SiteRole roleOfGroup(OutlineModel::Group group)
{
    switch (group) {
    case OutlineModel::Processors: return SiteRole::Processor;
    case OutlineModel::Repeaters: return SiteRole::Repeater;
    case OutlineModel::Midpoints: return SiteRole::Midpoint;
    case OutlineModel::PairSources: return SiteRole::PairSource;
    case OutlineModel::TrustedNodes: return SiteRole::TrustedNode;
    case OutlineModel::GroundStations: return SiteRole::GroundStation;
    case OutlineModel::Satellites: return SiteRole::Satellite;
    default: return SiteRole::Junction;
    }
}

void paintMedium(QPainter* painter, OutlineModel::Group group, QPointF center)
{
    QPen pen(theme().text, 1.6, group == OutlineModel::Measured ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap);
    setMediumStyle(pen, static_cast<std::size_t>(group - OutlineModel::Fibers));
    painter->setPen(pen);
    painter->drawLine(center - QPointF(8, 0), center + QPointF(8, 0));
}

/// The picture in front of the name, if the row has one.
bool paintPicture(QPainter* painter, const QModelIndex& index, QPointF center)
{
    if (const QVariant mark = index.data(OutlineModel::MarkRole); mark.isValid()) {
        paintMark(*painter, static_cast<Mark>(mark.toInt()), center, 13.0);
        return true;
    }
    const QVariant value = index.data(OutlineModel::GroupRole);
    if (!value.isValid()) return false;
    const auto group = static_cast<OutlineModel::Group>(value.toInt());
    if (OutlineModel::sectionOf(group) == OutlineModel::LinkSection) paintMedium(painter, group, center);
    else paintSiteSymbol(*painter, roleOfGroup(group), center, 15.0, theme().text, theme().panel);
    return true;
}

QFont nameFont(const QModelIndex& index, bool selected)
{
    if (isSection(index)) return uiFont(12, QFont::DemiBold);
    return uiFont(12.5, selected && isElement(index) ? QFont::DemiBold : QFont::Normal);
}

/// Third text does not stand out enough from a selected row.
QColor toneIn(const QModelIndex& index, int role, bool selected)
{
    const auto tone = static_cast<Tone>(index.data(role).toInt());
    return toneColor(selected && tone == Tone::Third ? Tone::Second : tone);
}

/// Draws right-aligned text ending at `right`; the width it took.
int paintDetail(QPainter* painter, const QRect& row, int right, const QString& text, const QColor& color)
{
    if (text.isEmpty()) return 0;
    const int width = painter->fontMetrics().horizontalAdvance(text);
    painter->setPen(color);
    painter->drawText(QRect(right - width, row.top(), width, row.height()), Qt::AlignVCenter | Qt::AlignRight, text);
    return width;
}

/// Demands stand right below their section: their marks start where other rows have the fold's chevron.
QRect rowArea(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const int shift = tree && index.data(OutlineModel::MarkRole).isValid() ? 2 * tree->indentation() - 6 : 0;
    return option.direction == Qt::RightToLeft ? option.rect.adjusted(0, 0, shift, 0) : option.rect.adjusted(-shift, 0, 0, 0);
}

void paintSectionRule(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (index.row() == 0) return;
    painter->fillRect(QRect(0, option.rect.top(), option.rect.right() + 1, 1), theme().line);
}

} // namespace

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect r = rowArea(option, index);
    const QRect wholeRow(0, r.top(), option.widget->width(), r.height());
    if (selected) painter->fillRect(wholeRow, theme().selectedRow);
    if (isSection(index)) paintSectionRule(painter, option, index);
    int left = r.left() + 2;
    if (paintPicture(painter, index, QPointF(left + 9, r.center().y() + 0.5))) left += kIconRoom;
    painter->setFont(uiFont(12));
    const QString first = index.data(OutlineModel::FirstDetailRole).toString();
    const QString last = index.data(OutlineModel::LastDetailRole).toString();
    int right = r.right() - kEdge;
    const int lastWidth = paintDetail(painter, r, right, last, toneIn(index, OutlineModel::LastToneRole, selected));
    right -= first.isEmpty() ? lastWidth : qMax(lastWidth + kEdge, textRoom(kLastColumn));
    right -= paintDetail(painter, r, right, first, toneIn(index, OutlineModel::FirstToneRole, selected)) + kEdge;
    painter->setFont(nameFont(index, selected));
    painter->setPen(isSection(index) ? theme().textSecond : theme().text);
    const QString name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, right - left);
    painter->drawText(QRect(left, r.top(), right - left, r.height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        ring.rect = wholeRow;
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
    painter->restore();
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, qMax(rowHeight(22), QFontMetrics(option.font).height() + 2)};
}

void OutlineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(0, -1, -4, 1));
}

} // namespace bellweave::ui
