// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/pass_table.h"

#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>

namespace bellweave::ui {

PassModel::PassModel(Session& session, OrbitController& orbits, QObject* parent) : QAbstractTableModel(parent), m_session(session), m_orbits(orbits) {}

const engine::SkyRow* PassModel::shown() const
{
    const auto almanac = m_orbits.almanac();
    return almanac && m_orbits.row() ? &almanac->rows()[*m_orbits.row()] : nullptr;
}

void PassModel::refresh()
{
    beginResetModel();
    m_got.clear();
    endResetModel();
    refreshNumbers();
}

int PassModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !shown() ? 0 : static_cast<int>(shown()->passes.size()); }

int PassModel::columnCount(const QModelIndex&) const { return ColumnCount; }

void PassModel::refreshNumbers()
{
    m_got.clear();
    const auto evaluation = m_session.evaluation();
    const DemandId id = m_orbits.demand();
    const engine::DemandResult* result = evaluation ? evaluation->find(id) : nullptr;
    const Demand* demand = m_session.network().demands.find(id);
    if (shown() && result && demand)
        for (const engine::SkyPass& pass : shown()->passes) m_got.push_back(engine::gotDuring(*result, pass.time, demand->purpose));
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, Brings, Brings);
}

std::optional<double> PassModel::gotIn(const engine::SkyPass& pass) const
{
    const auto at = static_cast<std::size_t>(&pass - shown()->passes.data());
    return at < m_got.size() ? m_got[at] : std::nullopt;
}

QVariant PassModel::valueOf(const engine::SkyPass& pass, int column) const
{
    switch (column) {
    case Satellite: return textOf(pass, column);
    case Rise: return pass.time.from;
    case Best: return pass.best;
    case Set: return pass.time.until;
    case Duration: return pass.time.length();
    case Elevation: return pass.elevation;
    case Sunlit: return pass.isSunlit;
    case Usable: return pass.usableTime();
    case Brings: return gotIn(pass).value_or(-1.0);
    default: return {};
    }
}

QString PassModel::textOf(const engine::SkyPass& pass, int column) const
{
    const JulianDate& epoch = m_orbits.almanac()->scene().epoch();
    const auto clock = [&](double time) { return m_orbits.clock().span() > 86400.0 ? tr("%1, %2", "date, time").arg(dayText(epoch, time), clockText(epoch, time)) : clockText(epoch, time); };
    const Site* satellite = m_session.network().sites.find(pass.satellite);
    switch (column) {
    case Satellite: return satellite ? satellite->displayName() : tr("(deleted)");
    case Rise: return clock(pass.time.from);
    case Best: return clock(pass.best);
    case Set: return clock(pass.time.until);
    case Duration: return passLengthText(pass.time.length());
    case Elevation: return figures::figureText(pass.elevation, pass.elevation < 10.0 ? 2 : 3);
    case Sunlit: return pass.isSunlit ? tr("sunlit") : tr("in shadow");
    case Usable: return pass.usable.empty() ? tr("no: daylight") : pass.usable == std::vector{pass.time} ? tr("all") : passLengthText(pass.usableTime());
    case Brings: {
        const auto brought = gotIn(pass);
        return brought ? figures::figureText(*brought, 3) : QString();
    }
    default: return {};
    }
}

QVariant PassModel::data(const QModelIndex& index, int role) const
{
    const engine::SkyRow* row = shown();
    if (!row || index.row() >= static_cast<int>(row->passes.size())) return {};
    const engine::SkyPass& pass = row->passes[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return textOf(pass, index.column());
    if (role == kSortRole) return valueOf(pass, index.column());
    const bool isWord = index.column() == Satellite || index.column() == Sunlit || index.column() == Usable;
    if (role == Qt::TextAlignmentRole) return QVariant((isWord ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && pass.usable.empty()) return theme().textThird;
    return {};
}

QVariant PassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    const Demand* demand = m_session.network().demands.find(m_orbits.demand());
    const bool isKey = demand && demand->purpose == Purpose::SecretKey;
    const bool isPair = shown() && shown()->isPair();
    const std::pair<QString, QString> heads[] = {
        {tr("Satellite"), {}},
        {tr("Satellite is"), tr("At its best")},
        {tr("Usable"), tr("While links are open: by orbit, horizon and day")},
        {tr("Rise"), tr("UTC, above the lowest view")},
        {tr("Best"), isPair ? tr("UTC: the lower of both elevations is highest") : tr("UTC of the culmination")},
        {tr("Set"), tr("UTC")},
        {tr("Duration"), {}},
        {tr("Elevation, °"), isPair ? tr("The lower of both, at its best") : tr("At culmination")},
        {isKey ? tr("Key meanwhile, bit") : tr("Pairs meanwhile"), tr("What the demand gets during the pass from all satellites, clouds taken off. None of key that waits in satellites.")}};
    if (role == Qt::DisplayRole) return heads[section].first;
    if (role == Qt::ToolTipRole) return heads[section].second;
    const bool isWord = section == Satellite || section == Sunlit || section == Usable;
    if (role == Qt::TextAlignmentRole) return QVariant((isWord ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

PassTable::PassTable(Session& session, OrbitController& orbits, QWidget* parent)
    : QTableView(parent), m_orbits(orbits), m_model(new PassModel(session, orbits, this)), m_sorted(new QSortFilterProxyModel(this))
{
    setAccessibleName(tr("Passes"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PassModel::kSortRole);
    setModel(m_sorted);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    sortByColumn(PassModel::Rise, Qt::AscendingOrder);
    verticalHeader()->hide();
    keepRowHeight(*verticalHeader(), 22);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    followMeasures(*this, [this] { setFont(uiFont(12)); });
    new EmptyNote(*this, [&orbits] { return orbits.almanac() ? tr("No pass in the span.") : tr("No passes yet: join a satellite and a ground station by a link (L)."); });
    connect(&orbits, &OrbitController::almanacChanged, m_model, &PassModel::refresh);
    connect(&orbits, &OrbitController::chosenChanged, this, &PassTable::followChosen);
    connect(&session, &Session::evaluationChanged, m_model, &PassModel::refreshNumbers);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (m_orbits.row()) m_orbits.choosePass({*m_orbits.row(), static_cast<std::size_t>(m_sorted->mapToSource(index).row())});
    });
    connect(this, &QTableView::activated, this, &QTableView::clicked);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (hasFocus() && index.isValid() && m_orbits.row()) m_orbits.choosePass({*m_orbits.row(), static_cast<std::size_t>(m_sorted->mapToSource(index).row())});
    });
}

void PassTable::followChosen()
{
    const auto chosen = m_orbits.pass();
    if (m_shownRow != m_orbits.row()) {
        m_shownRow = m_orbits.row();
        m_model->refresh();
    } else if (m_shownDemand != m_orbits.demand()) m_model->refreshNumbers();
    m_shownDemand = m_orbits.demand();
    if (chosen) selectRow(m_sorted->mapFromSource(m_model->index(static_cast<int>(chosen->pass), 0)).row());
}

QString PassTable::text() const
{
    QStringList lines, heads;
    for (int column = 0; column < PassModel::ColumnCount; ++column) heads.append(m_sorted->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(heads.join(u'\t'));
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < PassModel::ColumnCount; ++column) cells.append(m_sorted->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

/// Copying is its own while it has the focus, not that of the map.
bool PassTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) event->accept();
    return QTableView::event(event);
}

void PassTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) QApplication::clipboard()->setText(text());
    else QTableView::keyPressEvent(event);
}

void PassTable::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy table"), this, [this] { QApplication::clipboard()->setText(text()); });
    menu.exec(event->globalPos());
}

} // namespace bellweave::ui
