// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/bellweave_style.h"

#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

namespace bellweave::ui {

namespace {

constexpr auto kPrimary = "primary";
constexpr double kFieldRadius = 3.0;
constexpr double kButtonRadius = 4.0;
constexpr int kRingWidth = 2;
constexpr int kRingGap = 1;
constexpr int kCellMargin = 6;     // of texts in roomy tables, so that columns of numbers and of words stand apart

/// Tables of numbers and words side by side ask for more room between them.
bool isRoomy(const QWidget* widget) { return widget && widget->property("roomy").toBool(); }

bool isPrimary(const QWidget* widget) { return widget && widget->property(kPrimary).toBool(); }

bool isOn(const QStyleOption* option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

void drawBox(QPainter* painter, const QRect& rect, double radius, const QColor& edge, const QColor& fill)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, 1.0) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

/// A chevron in a box around `center`; `turn` in degrees, 0 points down.
void drawChevron(QPainter* painter, QPointF center, double turn, const QColor& color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(center);
    painter->rotate(turn);
    painter->setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{-3.0, -1.5}, {0.0, 1.5}, {3.0, -1.5}});
    painter->restore();
}

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Theme& t = theme();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    if (isPrimary(widget) && enabled) {
        const QColor fill = isOn(option, QStyle::State_Sunken) ? t.accent.darker(115) : t.accent;
        drawBox(painter, option->rect, kButtonRadius, fill, fill);
        return;
    }
    const bool hover = enabled && isOn(option, QStyle::State_MouseOver);
    const bool down = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    drawBox(painter, option->rect, kButtonRadius, enabled ? t.fieldEdge : t.line,
            down ? t.accentBackground : (hover ? t.panel : t.raised));
}

void drawToolButton(const QStyleOption* option, QPainter* painter)
{
    const Theme& t = theme();
    const bool hover = isOn(option, QStyle::State_Enabled) && isOn(option, QStyle::State_MouseOver);
    if (isOn(option, QStyle::State_On) || isOn(option, QStyle::State_Sunken))
        drawBox(painter, option->rect, kButtonRadius, QColor(), t.accentBackground);
    else if (hover) drawBox(painter, option->rect, kButtonRadius, QColor(), t.line);
}

void drawField(const QStyleOption* option, QPainter* painter)
{
    const Theme& t = theme();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    drawBox(painter, option->rect, kFieldRadius, enabled ? t.fieldEdge : t.line, enabled ? t.raised : t.panel);
}

void drawCheckBox(const QStyleOption* option, QPainter* painter)
{
    const Theme& t = theme();
    const bool on = isOn(option, QStyle::State_On);
    const QColor color = isOn(option, QStyle::State_Enabled) ? t.accent : t.fieldEdge;
    drawBox(painter, option->rect, kFieldRadius, on ? color : t.fieldEdge, on ? color : t.raised);
    if (!on && !isOn(option, QStyle::State_NoChange)) return;
    const QRectF r = option->rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? t.onAccent : t.text, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return QPointF(r.left() + x * r.width(), r.top() + y * r.height()); };
    if (on) painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
    else painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter->restore();
}

void drawBranch(const QStyleOption* option, QPainter* painter)
{
    if (!isOn(option, QStyle::State_Children)) return;
    const bool leftward = option->direction == Qt::RightToLeft;
    const double closed = leftward ? 90.0 : -90.0;
    drawChevron(painter, QRectF(option->rect).center(), isOn(option, QStyle::State_Open) ? 0.0 : closed,
                theme().textThird);
}

/// Inside views the ring lies within the row; fields and buttons get theirs from FocusRing.
void drawFocusRect(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget)
        || qobject_cast<const QAbstractSlider*>(widget))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().accent, kRingWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), kFieldRadius, kFieldRadius);
    painter->restore();
}

void drawResizeHandle(const QStyleOption* option, QPainter* painter)
{
    const QRect r = option->rect;
    painter->fillRect(r, theme().panel);
    if (r.height() > r.width()) painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), theme().line);
    else painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), theme().line);
}

void drawHeaderSection(const QStyleOption* option, QPainter* painter)
{
    const QRect r = option->rect;
    painter->fillRect(r, theme().panel);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme().line);
}

void drawMenuBarItem(const QStyleOptionMenuItem* option, QPainter* painter)
{
    painter->fillRect(option->rect, theme().window);
    const bool active = isOn(option, QStyle::State_Selected) && isOn(option, QStyle::State_Enabled);
    if (active) drawBox(painter, option->rect.adjusted(0, 1, 0, -1), kButtonRadius, QColor(), theme().accentBackground);
    painter->setPen(isOn(option, QStyle::State_Enabled) ? theme().text : theme().fieldEdge);
    painter->drawText(option->rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option->text);
}

void drawTabShape(const QStyleOption* option, QPainter* painter)
{
    if (!isOn(option, QStyle::State_Selected)) return;
    const QRect r = option->rect;
    painter->fillRect(QRect(r.left() + 4, r.bottom() - 1, r.width() - 8, 2), theme().accent);
}

void drawFocusFrame(const QStyleOption* option, QPainter* painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().accent, kRingWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), kButtonRadius + 2, kButtonRadius + 2);
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& slider)
{
    painter->fillRect(option->rect, theme().panel);
    if (option->maximum <= option->minimum) return;
    const bool strong = isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken);
    drawBox(painter, slider.adjusted(2, 2, -2, -2), 3.0, QColor(), strong ? theme().textThird : theme().fieldEdge);
}

QRect scrollSlider(const QStyleOptionSlider& bar)
{
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    const double share = range > 0 ? double(bar.pageStep) / (double(range) + bar.pageStep) : 1.0;
    const int size = std::clamp(int(length * share), qMin(24, length), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - size,
                                                      bar.upsideDown);
    const QRect r = flat ? QRect(start, 0, size, bar.rect.height()) : QRect(0, start, bar.rect.width(), size);
    return QStyle::visualRect(bar.direction, bar.rect, r.translated(bar.rect.topLeft()));
}

QRect scrollPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const QRect slider = scrollSlider(bar);
    const bool flat = bar.orientation == Qt::Horizontal;
    QRect r = bar.rect;
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return slider;
    case QStyle::SC_ScrollBarGroove: return r;
    case QStyle::SC_ScrollBarSubPage:
        if (flat) r.setRight(slider.left() - 1);
        else r.setBottom(slider.top() - 1);
        return r;
    case QStyle::SC_ScrollBarAddPage:
        if (flat) r.setLeft(slider.right() + 1);
        else r.setTop(slider.bottom() + 1);
        return r;
    default: return {};
    }
}

bool isSeparator(const QStyleOption* option)
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    return item && item->menuItemType == QStyleOptionMenuItem::Separator;
}

bool wantsRing(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractButton*>(widget)
        || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
        || qobject_cast<const QAbstractSlider*>(widget);
}

} // namespace

BellweaveStyle::BellweaveStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

int BellweaveStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent: return 3;
    case PM_MenuVMargin: return 4;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return 4;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize: return iconSide();
    case PM_ScrollBarExtent: return 11;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_HeaderMargin: return isRoomy(widget) ? kCellMargin : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
        if (isRoomy(widget)) return kCellMargin - 1;
        [[fallthrough]];
    case PM_FocusFrameVMargin: return kRingWidth + kRingGap;
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical: return 0;
    case PM_TreeViewIndentation: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BellweaveStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returned) const
{
    if (hint == SH_FocusFrame_AboveWidget) return 1;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    if (hint == SH_ScrollBar_ContextMenu || hint == SH_UnderlineShortcut) return 0;
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText) return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize BellweaveStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const
{
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: return {qMax(s.width(), size.width() + padding(24)), qMax(rowHeight(26), size.height() + 4)};
    case CT_LineEdit:
    case CT_ComboBox: return {s.width(), qMax(rowHeight(27), size.height() + 2)};
    case CT_SpinBox: return s.expandedTo({0, rowHeight(27)});
    case CT_ToolButton: return s.expandedTo({buttonSide(24), buttonSide(24)});
    case CT_TabBarTab: return {s.width(), qMax(rowHeight(28), option->fontMetrics.height() + 4)};
    case CT_MenuBarItem: return s.expandedTo({0, rowHeight(25)});
    case CT_MenuItem: return isSeparator(option) ? QSize(s.width(), padding(9)) : s.expandedTo({0, rowHeight(24)});
    case CT_ItemViewItem: return {s.width(), padding(s.height())};
    default: return s;
    }
}

QRect BellweaveStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const
{
    if (control == CC_ScrollBar)
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) return scrollPart(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void BellweaveStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: return drawButton(option, painter, widget);
    case PE_PanelButtonTool: return drawToolButton(option, painter);
    case PE_FrameLineEdit: return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_IndicatorCheckBox: return drawCheckBox(option, painter);
    case PE_IndicatorBranch: return drawBranch(option, painter);
    case PE_FrameFocusRect: return drawFocusRect(option, painter, widget);
    case PE_IndicatorDockWidgetResizeHandle: return drawResizeHandle(option, painter);
    case PE_PanelScrollAreaCorner: return painter->fillRect(option->rect, theme().panel);
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BellweaveStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    switch (element) {
    case CE_HeaderSection: return drawHeaderSection(option, painter);
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, theme().panel); return;
    case CE_TabBarTabShape: return drawTabShape(option, painter);
    case CE_FocusFrame: return drawFocusFrame(option, painter);
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) return drawMenuBarItem(item, painter);
        break;
    case CE_ComboBoxLabel:
        // Long choices lose their middle, not their end: what tells two presets apart often stands last.
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            QStyleOptionComboBox copy = *combo;
            const int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 4;
            copy.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideMiddle, room);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, theme().window); return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && isPrimary(widget) && isOn(option, State_Enabled)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, theme().onAccent);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BellweaveStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(bar, painter, scrollSlider(*bar));
    }
    if (control == CC_ComboBox) {
        drawField(option, painter);
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        return drawChevron(painter, QRectF(arrow).center(), 0.0, theme().textSecond);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void BellweaveStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget)) widget->setAttribute(Qt::WA_Hover);
}

void setPrimary(QWidget& button) { button.setProperty(kPrimary, true); }

FocusRing::FocusRing(QObject* parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* widget)
{
    // The frame becomes a sibling of what it marks, so it dies with that window; one is made when needed.
    if (!widget || !wantsRing(widget)) {
        if (m_frame) m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace bellweave::ui
