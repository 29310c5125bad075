// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_bar.h"

#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

namespace bellweave::ui {
namespace {

QString speedText(double speed) { return QStringLiteral("× %1").arg(figures::countText(static_cast<std::uint64_t>(speed))); }

} // namespace

OrbitBar::OrbitBar(Session& session, OrbitController& orbits, QWidget* parent)
    : QWidget(parent), m_session(session), m_orbits(orbits), m_tabs(new QTabBar(this)), m_before(flatButton(QStringLiteral("\u25C2\u25C2"), tr("To the pass before (Shift+,)"), this)),
      m_play(flatButton(QStringLiteral("\u25B6"), tr("Play (Space)"), this)), m_next(flatButton(QStringLiteral("\u25B8\u25B8"), tr("To the next pass (Shift+.)"), this)), m_moment(new QLabel(this)),
      m_speed(flatButton({}, tr("How fast it plays"), this)), m_span(flatButton({}, tr("The time that the design spans: change it in the inspector"), this))
{
    setAccessibleName(tr("Time bar"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Passes, table, rate"));
    fillSpeeds();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs);
    row->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_before, m_play, m_next, m_moment, m_speed, m_span}) row->addWidget(widget);
    followMeasures(*this, [this] {
        setFixedHeight(rowHeight(30));
        m_tabs->setFont(uiFont(12));
        m_moment->setFont(uiFont(12, QFont::DemiBold));
        m_moment->setMinimumWidth(textRoom(170));
        m_moment->setAlignment(Qt::AlignCenter);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &OrbitBar::tabChosen);
    connect(m_before, &QToolButton::clicked, &orbits, [&orbits] { orbits.stepPass(-1); });
    connect(m_next, &QToolButton::clicked, &orbits, [&orbits] { orbits.stepPass(1); });
    connect(m_play, &QToolButton::clicked, &orbits, [&orbits] { orbits.clock().setPlaying(!orbits.clock().isPlaying()); });
    connect(m_span, &QToolButton::clicked, this, &OrbitBar::timeFrameWanted);
    for (const auto signal : {&OrbitClock::timeChanged, &OrbitClock::playingChanged, &OrbitClock::speedChanged, &OrbitClock::spanChanged}) connect(&orbits.clock(), signal, this, &OrbitBar::follow);
    connect(&orbits, &OrbitController::almanacChanged, this, &OrbitBar::follow);
    follow();
}

int OrbitBar::addTab(const QString& title) { return m_tabs->addTab(title); }

void OrbitBar::fillSpeeds()
{
    auto* menu = new QMenu(m_speed);
    auto* group = new QActionGroup(menu);
    for (const double speed : {1.0, 10.0, 60.0, 300.0, 1000.0, 3600.0}) {
        QAction* action = group->addAction(menu->addAction(speedText(speed)));
        action->setCheckable(true);
        action->setChecked(speed == m_orbits.clock().speed());
        connect(action, &QAction::triggered, this, [this, speed] { m_orbits.clock().setSpeed(speed); });
    }
    m_speed->setMenu(menu);
    m_speed->setPopupMode(QToolButton::InstantPopup);
}

void OrbitBar::follow()
{
    const bool hasOrbits = m_orbits.almanac() != nullptr;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_before, m_play, m_next, m_speed}) widget->setEnabled(hasOrbits);
    m_play->setText(m_orbits.clock().isPlaying() ? QStringLiteral("\u275A\u275A") : QStringLiteral("\u25B6"));
    const QString play = m_orbits.clock().isPlaying() ? tr("Pause (Space)") : tr("Play (Space)");
    m_play->setAccessibleName(play);
    m_play->setToolTip(play);
    m_speed->setText(speedText(m_orbits.clock().speed()));
    m_speed->setAccessibleName(tr("How fast it plays: %1").arg(m_speed->text()));
    m_span->setText(figures::spanText(m_orbits.clock().span()));
    m_moment->setText(momentWords(readMoment(m_session.network().general().time.epoch).value_or({}), m_orbits.clock().time()));
}

void OrbitBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace bellweave::ui
