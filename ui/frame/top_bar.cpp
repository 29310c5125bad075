// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/top_bar.h"

#include "ui/command/command_field.h"
#include "ui/frame/engine_state.h"
#include "ui/session/session.h"
#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

namespace bellweave::ui {

namespace {

constexpr int kCommandWidth = 270;
constexpr int kLeastCommandWidth = 110;
constexpr int kButtonSide = 30;

} // namespace

TopBar::TopBar(Session& session, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_session(session), m_tabs(new QTabBar(this)), m_name(new QLabel(this)), m_question(new QLabel(this)),
      m_command(new CommandField(this))
{
    followMeasures(*this, [this] {
        setFixedHeight(rowHeight(40));
        m_command->setMinimumWidth(textRoom(kLeastCommandWidth));
        m_command->setMaximumWidth(textRoom(kCommandWidth));
        showName();
    });
    setAccessibleName(tr("Toolbar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 10, 0);
    row->setSpacing(2);
    for (const ActionId id : {ActionId::New, ActionId::Open, ActionId::Save}) row->addWidget(actionButton(actions[id], kButtonSide, this));
    addTabs(actions, *row);
    row->addSpacing(10);
    m_name->setFont(uiFont(15, QFont::DemiBold));
    m_question->setFont(uiFont(12.5));
    m_question->setForegroundRole(QPalette::PlaceholderText);
    m_question->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_question->installEventFilter(this);
    row->addWidget(m_name);
    row->addSpacing(12);
    row->addWidget(m_question, 1);
    row->addSpacing(12);
    const auto showKeys = [this, find = actions[ActionId::Find]] {
        m_command->setShortcutText(find->shortcut().toString(QKeySequence::NativeText));
    };
    showKeys();
    connect(actions[ActionId::Find], &QAction::changed, this, showKeys);
    connect(actions[ActionId::Find], &QAction::triggered, m_command, &CommandField::begin);
    row->addWidget(m_command);
    row->addSpacing(12);
    row->addWidget(actionButton(actions[ActionId::Undo], kButtonSide, this));
    row->addWidget(actionButton(actions[ActionId::Redo], kButtonSide, this));
    row->addSpacing(10);
    row->addWidget(new EngineState(session, this));
    connect(&session, &Session::networkReset, this, &TopBar::showQuestion);
    connect(&session, &Session::networkChanged, this, [this](const Patch& patch) {
        if (patch.generalAfter) showQuestion();
    });
}

void TopBar::addTabs(const Actions& actions, QBoxLayout& row)
{
    row.addSpacing(8);
    row.addWidget(m_tabs);
    m_tabs->setAccessibleName(tr("Workspaces"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(uiFont(13));
    const std::array<QAction*, 3> pages{actions[ActionId::DesignWorkspace], actions[ActionId::OrbitsWorkspace], actions[ActionId::SimulateWorkspace]};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int tab = m_tabs->addTab(withoutMarks(pages[i]->text()));
        const auto tell = [this, tab, page = pages[i]] { m_tabs->setTabToolTip(tab, page->toolTip()); };
        tell();
        connect(pages[i], &QAction::changed, this, tell);
        connect(pages[i], &QAction::toggled, this, [this, tab](bool isShown) {
            if (isShown) m_tabs->setCurrentIndex(tab);
        });
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [pages](int tab) {
        if (!pages[static_cast<std::size_t>(tab)]->isChecked()) pages[static_cast<std::size_t>(tab)]->trigger();
    });
}

void TopBar::setDesignName(const QString& name)
{
    m_name->setToolTip(name);
    showName();
    showQuestion();
}

void TopBar::showName()
{
    const int room = qMin(textRoom(420), width() / 3);
    m_name->setText(m_name->fontMetrics().elidedText(m_name->toolTip(), Qt::ElideMiddle, room));
}

void TopBar::showQuestion()
{
    const QString& question = m_session.network().general().question;
    m_question->setText(m_question->fontMetrics().elidedText(question, Qt::ElideRight, m_question->width()));
    m_question->setToolTip(question);
    m_question->setAccessibleName(question);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showName();
}

bool TopBar::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) showQuestion();
    return QWidget::eventFilter(object, event);
}

void TopBar::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().window); }

} // namespace bellweave::ui
