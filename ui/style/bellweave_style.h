// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QPointer>
#include <QProxyStyle>

namespace bellweave::ui {

/// Fusion with flat fields, buttons, tabs, branches and scroll bars in the theme's colors.
/// A push button with the property "primary" is drawn as the one main action of its place.
class BellweaveStyle : public QProxyStyle {
    Q_OBJECT
public:
    BellweaveStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
};

/// Marks a button as the main action of its place.
void setPrimary(QWidget& button);

/// Draws the focus ring, 2 px in the accent with a 1 px gap, around whichever field or button has the focus.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);

private:
    void follow(QWidget* widget);
    QPointer<QFocusFrame> m_frame;
};

} // namespace bellweave::ui
