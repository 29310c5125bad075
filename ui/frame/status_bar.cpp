// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/status_bar.h"

#include "ui/canvas/map_units.h"
#include "ui/canvas/snap_choice.h"
#include "ui/session/file_actions.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr int kClockMilliseconds = 10'000;
constexpr int kMessageMilliseconds = 6'000;

QString scaleText(double oneTo)
{
    const QLocale locale;
    if (oneTo >= 1e6) return StatusBar::tr("1 : %1 million").arg(locale.toString(oneTo / 1e6, 'f', oneTo < 1e7 ? 1 : 0));
    const double rounded = oneTo >= 1e4 ? std::round(oneTo / 1e3) * 1e3 : std::round(oneTo / 1e2) * 1e2;
    return StatusBar::tr("1 : %1").arg(locale.toString(rounded, 'f', 0));
}

QLabel* makeCell(QWidget* parent, const QString& accessibleName)
{
    auto* cell = new QLabel(parent);
    cell->setFont(uiFont(11.5));
    cell->setAccessibleName(accessibleName);
    cell->setContentsMargins(8, 0, 8, 0);
    cell->setForegroundRole(QPalette::WindowText);
    return cell;
}

} // namespace

StatusBar::StatusBar(Session& session, const FileActions& files, QWidget* parent)
    : QStatusBar(parent), m_session(session), m_files(files), m_cursor(addCell(tr("Position of the pointer"), 22)),
      m_scale(addCell(tr("Map scale"), 15)), m_projection(addCell(tr("Projection"), 14)),
      m_snap(new QToolButton(this)), m_selection(nullptr), m_problems(new QToolButton(this)), m_file(nullptr), m_model(nullptr), m_units(nullptr)
{
    followMeasures(*this, [this] { setFixedHeight(rowHeight(24)); });
    setSizeGripEnabled(false);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Status"));
    makeSnapMenu();
    m_selection = addCell(tr("Selection"), 0);
    m_problems->setAutoRaise(true);
    m_problems->setFont(uiFont(11.5));
    addPermanentWidget(m_problems);
    m_file = addRightCell(tr("File"));
    m_model = addRightCell(tr("Model version"));
    m_model->setText(tr("Model %1").arg(QStringLiteral(BELLWEAVE_VERSION)));
    m_units = addRightCell(tr("Units"));
    showUnits();
    m_clock.setInterval(kClockMilliseconds);
    m_clock.start();

    connect(m_problems, &QToolButton::clicked, this, &StatusBar::problemsRequested);
    connect(&MapUnitChanges::instance(), &MapUnitChanges::changed, this, &StatusBar::showUnits);
    connect(&m_clock, &QTimer::timeout, this, &StatusBar::showFileState);
    connect(&session, &Session::selectionChanged, this, &StatusBar::showSelection);
    connect(&session, &Session::networkReset, this, &StatusBar::showSelection);
    connect(&session, &Session::pathChanged, this, &StatusBar::showFileState);
    connect(&session.undoStack(), &QUndoStack::cleanChanged, this, &StatusBar::showFileState);
    connect(&files, &FileActions::saved, this, &StatusBar::showFileState);
    connect(&session, &Session::noticed, this,
            [this](const QString& sentence) { showMessage(sentence, kMessageMilliseconds); });
    // What was said of the last step is no longer so after another one, or after taking it back.
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &StatusBar::clearMessage);
    connect(this, &QStatusBar::messageChanged, this, &StatusBar::showCellsThatFit);
    connect(&MeasureChanges::instance(), &MeasureChanges::changed, this, &StatusBar::showCellsThatFit);
    showSelection();
    showFileState();
    setProblemCount(0);
}

QLabel* StatusBar::addCell(const QString& accessibleName, int minimumCharacters)
{
    QLabel* cell = makeCell(this, accessibleName);
    followMeasures(*cell, [cell, minimumCharacters] {
        cell->setMinimumWidth(QFontMetrics(cell->font()).averageCharWidth() * minimumCharacters);
    });
    addWidget(cell);
    return cell;
}

QLabel* StatusBar::addRightCell(const QString& accessibleName)
{
    QLabel* cell = makeCell(this, accessibleName);
    addPermanentWidget(cell);
    return cell;
}

/// The menu asks what is chosen each time it opens.
void StatusBar::makeSnapMenu()
{
    m_snap->setAutoRaise(true);
    m_snap->setFont(uiFont(11.5));
    m_snap->setPopupMode(QToolButton::InstantPopup);
    m_snap->setObjectName(QStringLiteral("snap"));
    m_snap->setToolTip(tr("What a drag, a new site and a bend snap to; Ctrl held down turns it off."));
    auto* menu = new QMenu(m_snap);
    for (const SnapKind kind : kSnapKinds) {
        QAction* entry = menu->addAction(snapLabel(kind));
        entry->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, entry, [entry, kind] { entry->setChecked(snapsTo(kind)); });
        connect(entry, &QAction::triggered, this, [this, kind](bool on) {
            chooseSnap(kind, on);
            showSnap();
            showCellsThatFit();
        });
    }
    m_snap->setMenu(menu);
    addWidget(m_snap);
    showSnap();
}

void StatusBar::showSnap() { m_snap->setText(tr("Snap: %1").arg(snapWords())); }

void StatusBar::showUnits() { m_units->setText(tr("SI units, %1").arg(distanceSymbol(distanceUnit()))); }

void StatusBar::watch(const NetworkView& view)
{
    if (!m_map) m_map = &view;
    const auto whenShown = [this, map = &view](auto show) {
        return [this, map, show](auto... values) {
            if (m_map == map) std::invoke(show, this, values...);
        };
    };
    connect(&view, &NetworkView::cursorMoved, this, whenShown(&StatusBar::showCursor));
    connect(&view, &NetworkView::cursorLeftMap, m_cursor, &QLabel::clear);
    connect(&view, &NetworkView::scaleChanged, this, whenShown(&StatusBar::showScale));
    connect(&view, &NetworkView::projectionChanged, this, whenShown(&StatusBar::showProjection));
    showProjection(m_map->projection());
}

void StatusBar::turnTo(const NetworkView& view)
{
    m_map = &view;
    m_cursor->clear();
    showProjection(view.projection());
    showScale(view.oneTo());
}

void StatusBar::setProblemCount(int count)
{
    m_problems->setText(count == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, count));
    showCellsThatFit();
}

void StatusBar::setProblemsTip(const QString& tip) { m_problems->setToolTip(tip); }

void StatusBar::setDesignShown(bool shown)
{
    m_designShown = shown;
    showCellsThatFit();
}

/// Where words are large or the window narrow, what matters least goes first; it is told elsewhere too.
std::set<QWidget*> StatusBar::cellsThatFit() const
{
    const std::initializer_list<QWidget*> leastFirst{m_units, m_model, m_projection, m_snap, m_scale, m_cursor, m_selection};
    std::set<QWidget*> shown{m_model, m_units};
    if (m_designShown) shown.insert({m_cursor, m_scale, m_projection, m_snap, m_selection, m_problems, m_file});
    constexpr int kGap = 8;    // beside each cell, and a reserve for numbers that grow
    const auto widthOf = [](const QWidget* cell) { return qMax(cell->sizeHint().width(), cell->minimumWidth()) + kGap; };
    int room = width();
    for (const QWidget* cell : shown) room -= widthOf(cell);
    for (QWidget* cell : leastFirst)
        if (room < 0 && shown.erase(cell) > 0) room += widthOf(cell);
    return shown;
}

/// A message stands in the place of the cells at the left until it goes.
void StatusBar::showCellsThatFit()
{
    const std::set<QWidget*> fitting = cellsThatFit();
    const auto show = [&](QWidget* cell) {
        if (cell->isHidden() == fitting.contains(cell)) cell->setVisible(fitting.contains(cell));
    };
    for (QWidget* cell : std::initializer_list<QWidget*>{m_problems, m_file, m_model, m_units}) show(cell);
    if (!currentMessage().isEmpty()) return;
    for (QWidget* cell : std::initializer_list<QWidget*>{m_cursor, m_scale, m_projection, m_snap, m_selection}) show(cell);
}

void StatusBar::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    showCellsThatFit();
}

void StatusBar::showCursor(GeoPosition position)
{
    m_cursor->setText(positionText(position));
}

void StatusBar::showScale(double oneTo) { m_scale->setText(scaleText(oneTo)); }

void StatusBar::showProjection(ProjectionKind kind)
{
    m_projection->setText(projectionName(kind));
}

void StatusBar::showSelection()
{
    const Selection& selection = m_session.selection();
    QStringList parts;
    const auto add = [&](const QString& text, std::size_t count) { if (count > 0) parts << text; };
    add(tr("%n site(s)", nullptr, static_cast<int>(selection.sites.size())), selection.sites.size());
    add(tr("%n link(s)", nullptr, static_cast<int>(selection.links.size())), selection.links.size());
    add(tr("%n demand(s)", nullptr, static_cast<int>(selection.demands.size())), selection.demands.size());
    m_selection->setText(parts.isEmpty() ? tr("Nothing selected") : tr("%1 selected").arg(parts.join(QStringLiteral(", "))));
    showCellsThatFit();
}

void StatusBar::showFileState()
{
    m_file->setText(fileState());
    showCellsThatFit();
}

QString StatusBar::fileState() const
{
    if (m_session.isReadOnly()) return tr("Read-only");
    if (m_files.isModified()) return tr("Unsaved changes");
    if (m_session.path().isEmpty()) return tr("Not saved yet");
    if (!m_files.lastSaved().isValid()) return tr("Saved");
    const qint64 seconds = m_files.lastSaved().secsTo(QDateTime::currentDateTime());
    return seconds < 60 ? tr("Saved just now") : tr("Saved %n minute(s) ago", nullptr, int(seconds / 60));
}

void StatusBar::paintEvent(QPaintEvent* event)
{
    QStatusBar::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, theme().line);
    for (const QWidget* cell : std::initializer_list<const QWidget*>{m_scale, m_projection, m_snap, m_selection, m_file}) {
        if (!cell->isVisible()) continue;
        const int x = layoutDirection() == Qt::RightToLeft ? cell->geometry().right() + 3 : cell->geometry().left() - 3;
        painter.fillRect(x, 5, 1, height() - 10, theme().line);
    }
}

} // namespace bellweave::ui
