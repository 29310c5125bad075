// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/welcome_page.h"

#include "ui/frame/example_card.h"
#include "ui/frame/example_facts.h"
#include "ui/frame/recent_row.h"
#include "ui/frame/recovered_row.h"
#include "ui/frame/region_cycle.h"
#include "ui/frame/start_button.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>

namespace bellweave::ui {

namespace {

constexpr int kStartWidth = 340;
constexpr int kMostCardsInRow = 4;
constexpr int kBetweenCards = 16;
constexpr int kGalleryEdge = 34;

QLabel* makeLabel(const QString& text, const QFont& font, QPalette::ColorRole role = QPalette::WindowText)
{
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

void clear(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

WelcomePage::WelcomePage(const Actions& actions, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Welcome"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeStart(actions));
    m_facts = new ExampleFacts(this);
    row->addWidget(makeGallery(), 1);
    row->addWidget(m_facts);
    connect(m_facts, &ExampleFacts::chosen, this, &WelcomePage::exampleChosen);
    refreshRecent();
    layOutCards();
    followMeasures(*this, [this] { fitParts(); });
}

QWidget* WelcomePage::makeStart(const Actions& actions)
{
    QWidget* start = m_start = new QWidget(this);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(24, 30, 24, 24);
    column->setSpacing(4);
    column->addWidget(makeLabel(tr("Bellweave"), uiFont(25, QFont::DemiBold)));
    column->addWidget(makeLabel(tr("Design a quantum network and see whether it can carry your computation."), uiFont(13),
                                QPalette::PlaceholderText));
    column->addSpacing(12);
    column->addWidget(new StartButton(*actions[ActionId::New], StartButton::Weight::Main));
    column->addWidget(new StartButton(*actions[ActionId::Open], StartButton::Weight::Plain));
    column->addWidget(new StartButton(*actions[ActionId::Import], StartButton::Weight::Plain));
    m_back = new QPushButton(tr("Back to the open design"));
    followMeasures(*m_back, [this] { m_back->setMinimumHeight(rowHeight(36)); });
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &WelcomePage::dismissed);
    column->addWidget(m_back);
    column->addSpacing(20);
    m_recovered = new QVBoxLayout;
    m_recovered->setSpacing(4);
    column->addLayout(m_recovered);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    column->addLayout(m_recent);
    column->addStretch(1);
    return start;
}

QWidget* WelcomePage::makeGallery()
{
    m_gallery = new QWidget;
    auto* column = new QVBoxLayout(m_gallery);
    column->setContentsMargins(kGalleryEdge, 24, kGalleryEdge, 24);
    column->setSpacing(14);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Start from an example"), uiFont(17, QFont::DemiBold)), 1);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter examples"));
    m_filter->setAccessibleName(tr("Filter examples"));
    m_filter->setClearButtonEnabled(true);
    followMeasures(*m_filter, [this] { m_filter->setFixedWidth(textRoom(200)); });
    connect(m_filter, &QLineEdit::textChanged, this, &WelcomePage::layOutCards);
    head->addWidget(m_filter);
    column->addLayout(head);
    m_grid = new QGridLayout;
    m_grid->setSpacing(kBetweenCards);
    column->addLayout(m_grid);
    column->addStretch(1);
    for (Example& example : shippedExamples()) {
        auto* card = new ExampleCard(std::move(example), m_gallery);
        card->installEventFilter(this);
        connect(card, &ExampleCard::clicked, this, [this, card] { Q_EMIT exampleChosen(card->example().path); });
        m_cards.push_back(card);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_gallery);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void WelcomePage::layOutCards()
{
    m_shown.clear();
    const QString wanted = m_filter->text();
    for (ExampleCard* card : m_cards) {
        m_grid->removeWidget(card);
        const Example& example = card->example();
        const bool fits = example.name.contains(wanted, Qt::CaseInsensitive)
            || example.question.contains(wanted, Qt::CaseInsensitive);
        card->setVisible(fits);
        if (!fits) continue;
        const int place = static_cast<int>(m_shown.size());
        m_grid->addWidget(card, place / m_cardsInRow, place % m_cardsInRow);
        m_shown.push_back(card);
    }
    for (int column = 0; column < kMostCardsInRow; ++column) m_grid->setColumnStretch(column, column < m_cardsInRow ? 1 : 0);
}

/// Large words: a narrower gallery, with fewer cards in a row.
void WelcomePage::fitParts()
{
    m_start->setFixedWidth(qMin(textRoom(kStartWidth), qMax(kStartWidth, width() * 45 / 100)));
    const int room = width() - m_start->width() - m_facts->width() - 2 * kGalleryEdge - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int fitting = qBound(1, (room + kBetweenCards) / (ExampleCard::leastWidth() + kBetweenCards), kMostCardsInRow);
    if (std::exchange(m_cardsInRow, fitting) != fitting) layOutCards();
}

/// Until the window is shown nothing in it can take the focus, and without any the keys would go nowhere.
void WelcomePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_facts->isHidden() && !m_cards.empty()) m_facts->show(m_cards.front()->example());    // works its verdict out only when seen
    if (!isAncestorOf(window()->focusWidget())) focusInside(*this);
}

void WelcomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitParts();
}

void WelcomePage::refreshRecent()
{
    clear(*m_recent);
    const std::vector<RecentFile> files = recentFiles();
    if (files.empty()) return;
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel(tr("Recent"), uiFont(12, QFont::DemiBold)), 1);
    auto* clear = new QToolButton;
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("Forgets the recent files; the files stay"));
    clear->setAutoRaise(true);
    connect(clear, &QToolButton::clicked, this, [this] {
        forgetRecentFiles();
        refreshRecent();
    });
    row->addWidget(clear);
    m_recent->addWidget(head);
    for (const RecentFile& file : files) {
        auto* entry = new RecentRow(file);
        connect(entry, &RecentRow::clicked, this, [this, path = file.path] { Q_EMIT recentChosen(path); });
        m_recent->addWidget(entry);
    }
}

void WelcomePage::setRecovered(const std::vector<RecoveryCopy>& copies)
{
    clear(*m_recovered);
    if (copies.empty()) return;
    m_recovered->addWidget(makeLabel(tr("Recovered work"), uiFont(12, QFont::DemiBold)));
    for (const RecoveryCopy& copy : copies) {
        auto* row = new RecoveredRow(copy);
        connect(row, &RecoveredRow::clicked, this, [this, copy] { Q_EMIT recoveredChosen(copy); });
        connect(row, &RecoveredRow::discardRequested, this, [this, copy] { Q_EMIT discardRequested(copy); });
        m_recovered->addWidget(row);
    }
    m_recovered->addSpacing(16);
}

void WelcomePage::setWayBack(bool shown) { m_back->setVisible(shown); }

bool WelcomePage::eventFilter(QObject* object, QEvent* event)
{
    const auto* card = qobject_cast<ExampleCard*>(object);
    if (card && (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)) m_facts->show(card->example());
    if (!card || event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down) return false;
    moveAmongCards(*card, key);
    return true;
}

void WelcomePage::moveAmongCards(const ExampleCard& from, int key)
{
    const auto place = std::find(m_shown.begin(), m_shown.end(), &from) - m_shown.begin();
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool onward = key == Qt::Key_Down || key == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const auto next = place + (onward ? 1 : -1) * (across ? 1 : m_cardsInRow);
    if (next >= 0 && next < std::ssize(m_shown)) m_shown[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
}

void WelcomePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Slash) m_filter->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_Escape && m_back->isVisible()) Q_EMIT dismissed();
    else QWidget::keyPressEvent(event);
}

void WelcomePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect start(mirrored ? width() - m_start->width() : 0, 0, m_start->width(), height());
    painter.fillRect(start, theme().panel);
    painter.fillRect(QRect(mirrored ? start.left() : start.right(), 0, 1, height()), theme().line);
}

} // namespace bellweave::ui
