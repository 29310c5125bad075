// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/trace_bar.h"

#include "model/network/element_name.h"
#include "ui/session/session.h"
#include "ui/simulate/story_text.h"
#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

namespace bellweave::ui {
namespace {

constexpr int kSliderSteps = 10'000;

/// A click beside its handle goes there.
class JumpingSlider : public QSlider {
public:
    explicit JumpingSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {}

protected:
    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton) setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), static_cast<int>(event->position().x()), width()));
        QSlider::mousePressEvent(event);
    }
};

} // namespace

TraceBar::TraceBar(Session& session, TracePlayer& player, QWidget* parent)
    : QWidget(parent), m_session(session), m_player(player), m_play(flatButton(QStringLiteral("\u25B6"), tr("Play (Space)"), this)),
      m_back(flatButton(QStringLiteral("\u25C2"), tr("To what happened before (,)"), this)), m_forward(flatButton(QStringLiteral("\u25B8"), tr("To what happens next (.)"), this)),
      m_pace(flatButton({}, tr("How fast it plays"), this)), m_slider(new JumpingSlider(this)), m_time(new QLabel(this)), m_export(flatButton(tr("Export"), tr("Export the trace"), this))
{
    setAccessibleName(tr("Time bar"));
    m_slider->setRange(0, kSliderSteps);
    m_slider->setAccessibleName(tr("Moment of the run"));
    m_time->setMinimumWidth(textRoom(150));
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Table (CSV)…"), this, [this] { Q_EMIT exportWanted(QStringLiteral("csv")); });
    menu->addAction(tr("For Trace Viewers (JSON)…"), this, [this] { Q_EMIT exportWanted(QStringLiteral("json")); });
    m_export->setMenu(menu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    fillPaces();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, m_back, m_forward, m_pace}) row->addWidget(widget);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_export);
    connect(m_play, &QToolButton::clicked, &player, [&player] { player.setPlaying(!player.isPlaying()); });
    connect(m_back, &QToolButton::clicked, &player, [&player] { player.step(-1); });
    connect(m_forward, &QToolButton::clicked, &player, [&player] { player.step(1); });
    connect(m_slider, &QSlider::valueChanged, &player, [&player](int at) {
        if (!player.run()) return;
        player.setPlaying(false);
        player.setTime(static_cast<TracePlayer::Time>(static_cast<double>(player.run()->end) * at / kSliderSteps));
    });
    for (const auto signal : {&TracePlayer::runChanged, &TracePlayer::timeChanged, &TracePlayer::playingChanged}) connect(&player, signal, this, &TraceBar::follow);
    follow();
}

void TraceBar::fillPaces()
{
    auto* menu = new QMenu(m_pace);
    auto* group = new QActionGroup(menu);
    for (const auto& [text, pace] : {std::pair(QStringLiteral("× 0.1"), 0.1), std::pair(QStringLiteral("× 0.3"), 0.3), std::pair(QStringLiteral("× 1"), 1.0), std::pair(QStringLiteral("× 3"), 3.0), std::pair(QStringLiteral("× 10"), 10.0)}) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(pace == m_player.pace());
        connect(action, &QAction::triggered, this, [this, text = text, pace = pace] {
            m_player.setPace(pace);
            m_pace->setText(text);
        });
    }
    m_pace->setText(QStringLiteral("× 1"));
    m_pace->setMenu(menu);
    m_pace->setPopupMode(QToolButton::InstantPopup);
}

void TraceBar::follow()
{
    const engine::TracedRun* run = m_player.run();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, m_back, m_forward, m_pace, m_slider, m_export}) widget->setEnabled(run != nullptr);
    m_play->setText(m_player.isPlaying() ? QStringLiteral("\u275A\u275A") : QStringLiteral("\u25B6"));
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(run && run->end > 0 ? static_cast<int>(static_cast<double>(m_player.time()) / static_cast<double>(run->end) * kSliderSteps) : 0);
    const QString text = !run ? QString() : run->leftOut > 0 ? tr("%1 of the first %2").arg(traceTimeText(m_player.time()), traceTimeText(run->end)) : tr("%1 of %2").arg(traceTimeText(m_player.time()), traceTimeText(run->end));
    m_time->setText(text);
    m_time->setToolTip(run && run->leftOut > 0 ? tr("The trace holds the first %1 records; %2 more are left out.").arg(run->records.size()).arg(run->leftOut) : QString());
}

void TraceBar::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().panel); }

} // namespace bellweave::ui
