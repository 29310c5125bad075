// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace bellweave::ui {

namespace {

/// Path data in a 16 px box: M move, L line, C cubic, Z close, O circle (center and radius).
const char* pathData(Icon icon)
{
    switch (icon) {
    case Icon::None: return "";
    case Icon::New: return "M 8 3 L 8 13 M 3 8 L 13 8";
    case Icon::Open: return "M 2.5 12.5 L 2.5 3.5 L 6.5 3.5 L 8 5.5 L 13.5 5.5 L 13.5 12.5 Z";
    case Icon::Save: return "M 3 3 L 11 3 L 13 5 L 13 13 L 3 13 Z M 5.5 3 L 5.5 6 L 10 6 L 10 3 M 5 13 L 5 9 L 11 9 L 11 13";
    case Icon::Import: return "M 8 2.5 L 8 9.5 M 5 6.5 L 8 9.5 L 11 6.5 M 2.5 10 L 2.5 13.5 L 13.5 13.5 L 13.5 10";
    case Icon::Undo: return "M 5.5 3 L 2.5 6 L 5.5 9 M 2.5 6 L 9.5 6 C 14.8 6 14.8 13 9.5 13 L 6 13";
    case Icon::Redo: return "M 10.5 3 L 13.5 6 L 10.5 9 M 13.5 6 L 6.5 6 C 1.2 6 1.2 13 6.5 13 L 10 13";
    case Icon::Select: return "M 4 2.5 L 12.5 9 L 8.4 9.4 L 6.4 13.2 Z";
    case Icon::Pan:
        return "M 8 2 L 8 14 M 2 8 L 14 8 M 6.4 3.6 L 8 2 L 9.6 3.6 M 6.4 12.4 L 8 14 L 9.6 12.4 "
               "M 3.6 6.4 L 2 8 L 3.6 9.6 M 12.4 6.4 L 14 8 L 12.4 9.6";
    case Icon::Site: return "M 2.5 2.5 L 10 2.5 L 10 10 L 2.5 10 Z M 12.5 9.5 L 12.5 15 M 9.75 12.25 L 15.25 12.25";
    case Icon::Link: return "O 3.5 12.5 1.6 O 12.5 3.5 1.6 M 4.7 11.3 L 11.3 4.7";
    case Icon::Region: return "M 2.5 5.5 L 2.5 2.5 L 5.5 2.5 M 10.5 2.5 L 13.5 2.5 L 13.5 5.5 M 13.5 10.5 L 13.5 13.5 L 10.5 13.5 "
                              "M 5.5 13.5 L 2.5 13.5 L 2.5 10.5 O 6.2 6.8 1.4 O 9.8 9.2 1.4";
    case Icon::Measure: return "M 1.5 10.5 L 10.5 1.5 L 14.5 5.5 L 5.5 14.5 Z M 4 8 L 5.6 9.6 M 6.2 5.8 L 7.2 6.8 M 8.4 3.6 L 10 5.2";
    case Icon::Demand: return "O 3.5 11.5 1.6 O 12.5 11.5 1.6 M 3.8 9.6 C 5 3.6 11 3.6 12.2 9.6";
    case Icon::Delete: return "M 3 4.5 L 13 4.5 M 6 4.5 L 6 2.5 L 10 2.5 L 10 4.5 M 4.5 4.5 L 5 13.5 L 11 13.5 L 11.5 4.5";
    case Icon::Copy: return "M 5.5 5.5 L 13.5 5.5 L 13.5 13.5 L 5.5 13.5 Z M 10.5 5.5 L 10.5 2.5 L 2.5 2.5 L 2.5 10.5 L 5.5 10.5";
    case Icon::Cut: return "O 4.5 12 1.8 O 11.5 12 1.8 M 5.5 10.5 L 11 2.5 M 10.5 10.5 L 5 2.5";
    case Icon::Paste: return "M 5.5 3.5 L 3 3.5 L 3 13.5 L 13 13.5 L 13 3.5 L 10.5 3.5 M 5.5 2.5 L 10.5 2.5 L 10.5 5 L 5.5 5 Z";
    case Icon::ZoomIn: return "O 7 7 4.5 M 10.3 10.3 L 14 14 M 7 5 L 7 9 M 5 7 L 9 7";
    case Icon::ZoomOut: return "O 7 7 4.5 M 10.3 10.3 L 14 14 M 5 7 L 9 7";
    case Icon::Fit: return "M 2.5 5.5 L 2.5 2.5 L 5.5 2.5 M 10.5 2.5 L 13.5 2.5 L 13.5 5.5 M 13.5 10.5 L 13.5 13.5 L 10.5 13.5 "
                           "M 5.5 13.5 L 2.5 13.5 L 2.5 10.5";
    case Icon::Find: return "O 7 7 4.5 M 10.3 10.3 L 14 14";
    case Icon::Filter: return "M 2.5 3.5 L 13.5 3.5 L 9.5 8.5 L 9.5 13 L 6.5 11.5 L 6.5 8.5 Z";
    case Icon::Go: return "M 3 8 L 13 8 M 9 4 L 13 8 L 9 12";
    case Icon::Fix: return "M 3 8.5 L 6.5 12 L 13 4.5";
    case Icon::List: return "M 2.5 4 L 3.5 4 M 6 4 L 13.5 4 M 2.5 8 L 3.5 8 M 6 8 L 13.5 8 M 2.5 12 L 3.5 12 M 6 12 L 13.5 12";
    case Icon::Repeaters: return "M 1 8 L 4.5 8 M 11.5 8 L 15 8 M 8 4.5 L 11.5 8 L 8 11.5 L 4.5 8 Z";
    case Icon::Lens: return "O 7 7 4.5 M 10.3 10.3 L 14 14 M 5 7 L 9 7 M 7 5 L 7 9 M 12 2 L 14 2 L 14 4";
    case Icon::Close: return "M 4 4 L 12 12 M 12 4 L 4 12";
    case Icon::Note: return "M 3.5 4.5 L 3.5 3 L 12.5 3 L 12.5 4.5 M 8 3 L 8 13 M 6 13 L 10 13";
    case Icon::Shown: return "M 1.5 8 C 4.5 3 11.5 3 14.5 8 C 11.5 13 4.5 13 1.5 8 Z O 8 8 2";
    case Icon::Hidden: return "M 1.5 8 C 4.5 3 11.5 3 14.5 8 C 11.5 13 4.5 13 1.5 8 Z M 3 13.5 L 13 2.5";
    case Icon::Locked: return "M 3.5 7.5 L 12.5 7.5 L 12.5 13.5 L 3.5 13.5 Z M 5.5 7.5 L 5.5 5 C 5.5 1.8 10.5 1.8 10.5 5 L 10.5 7.5";
    case Icon::Unlocked: return "M 3.5 7.5 L 12.5 7.5 L 12.5 13.5 L 3.5 13.5 Z M 5.5 7.5 L 5.5 4.5 C 5.5 1.6 9.6 1.4 10.4 4";
    case Icon::Layers: return "M 8 2.5 L 14 5.5 L 8 8.5 L 2 5.5 Z M 2 8.5 L 8 11.5 L 14 8.5 M 2 11 L 8 14 L 14 11";
    case Icon::Library:
        return "M 2.5 2.5 L 2.5 13.5 M 5.5 2.5 L 5.5 13.5 M 2.5 2.5 L 5.5 2.5 M 2.5 13.5 L 5.5 13.5 M 8.5 2.5 L 8.5 13.5 "
               "M 5.5 4.5 L 8.5 4.5 M 5.5 13.5 L 8.5 13.5 M 8.5 4 L 11 3.3 L 13.7 12.8 L 11.2 13.5 Z";
    case Icon::Dock: return "M 2 3 L 14 3 L 14 13 L 2 13 Z M 6.5 3 L 6.5 13 M 3.5 5.5 L 5 5.5 M 3.5 8 L 5 8";
    case Icon::More: return "O 3.5 8 0.7 O 8 8 0.7 O 12.5 8 0.7";
    }
    return "";
}

QPainterPath parsePath(const QString& data)
{
    QPainterPath path;
    const QStringList words = data.split(u' ', Qt::SkipEmptyParts);
    qsizetype next = 0;
    const auto number = [&] { return words.value(next++).toDouble(); };
    const auto point = [&] { const double x = number(); return QPointF(x, number()); };
    while (next < words.size()) {
        const QString command = words[next++];
        if (command == u'M') path.moveTo(point());
        else if (command == u'L') path.lineTo(point());
        else if (command == u'Z') path.closeSubpath();
        else if (command == u'C') {
            const QPointF first = point();
            const QPointF second = point();
            path.cubicTo(first, second, point());
        } else if (command == u'O') {
            const QPointF center = point();
            const double radius = number();
            path.addEllipse(center, radius, radius);
        }
    }
    return path;
}

QColor inkOf(QIcon::Mode mode, QIcon::State state)
{
    if (mode == QIcon::Disabled) return theme().lineStrong;
    return state == QIcon::On ? theme().accent : theme().text;
}

class PathIconEngine : public QIconEngine {
public:
    explicit PathIconEngine(Icon icon) : m_icon(icon), m_path(parsePath(QString::fromLatin1(pathData(icon)))) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = qMin(rect.width(), rect.height()) / 16.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(8.0, 8.0) * scale);
        painter->scale(scale, scale);
        painter->setPen(QPen(inkOf(mode, state), 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    QIconEngine* clone() const override { return new PathIconEngine(m_icon); }
    QString key() const override { return QStringLiteral("bellweave-path"); }

private:
    Icon m_icon;
    QPainterPath m_path;
};

} // namespace

QIcon themedIcon(Icon icon)
{
    return icon == Icon::None ? QIcon() : QIcon(new PathIconEngine(icon));
}

QIcon paintedIcon(int side, const std::function<void(QPainter&)>& paint)
{
    constexpr double kSharp = 2.0;
    QPixmap picture(QSize(side, side) * kSharp);
    picture.setDevicePixelRatio(kSharp);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return QIcon(picture);
}

} // namespace bellweave::ui
