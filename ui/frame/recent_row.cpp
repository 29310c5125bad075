// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/recent_row.h"

#include "ui/frame/verdict_text.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace bellweave::ui {

namespace {

QString ageText(const QDateTime& when)
{
    const qint64 minutes = when.secsTo(QDateTime::currentDateTime()) / 60;
    const qint64 days = when.date().daysTo(QDate::currentDate());
    if (days <= 0 && minutes < 1) return RecentRow::tr("just now");
    if (days <= 0 && minutes < 60) return RecentRow::tr("%n min ago", nullptr, static_cast<int>(minutes));
    if (days <= 0) return RecentRow::tr("today");
    return days == 1 ? RecentRow::tr("yesterday") : QLocale().toString(when.date(), QLocale::ShortFormat);
}

QString verdictOf(const RecentFile& file)
{
    if (file.level == engine::VerdictLevel::NotComputed) return RecentRow::tr("not computed");
    return demandsMet(file.met, file.demands, 0);
}

} // namespace

RecentRow::RecentRow(RecentFile file, QWidget* parent) : EnterButton(parent), m_file(std::move(file))
{
    setText(m_file.name);
    setToolTip(m_file.path);
    setAccessibleName(m_file.name);
    setAccessibleDescription(tr("%1, %2", "verdict, age").arg(verdictOf(m_file), ageText(m_file.when)));
}

void RecentRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().accentBackground);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    paintMark(painter, levelMark(m_file.level), QPointF(17, 15 * height() / 44.0), 14.0);
    const QRect text = rect().adjusted(34, 4, -8, -4);
    painter.setFont(uiFont(12));
    painter.setPen(theme().textThird);
    const QString age = ageText(m_file.when);
    painter.drawText(text, Qt::AlignTop | Qt::AlignRight, age);
    const QString second = tr("%1 · %2", "verdict, file").arg(verdictOf(m_file), QFileInfo(m_file.path).fileName());
    painter.drawText(text, Qt::AlignBottom | Qt::AlignLeft, painter.fontMetrics().elidedText(second, Qt::ElideRight, text.width()));
    const int room = text.width() - painter.fontMetrics().horizontalAdvance(age) - 8;
    painter.setFont(uiFont(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_file.name, Qt::ElideMiddle, room));
}

} // namespace bellweave::ui
