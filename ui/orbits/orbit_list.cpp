// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_list.h"

#include "model/network/element_name.h"
#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/icons.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTreeWidgetItemIterator>

namespace bellweave::ui {
namespace {

constexpr int kSiteRole = Qt::UserRole;
constexpr int kSightRole = Qt::UserRole + 1;
constexpr int kIcon = 16;

QIcon colorMark(const QColor& color)
{
    return paintedIcon(kIcon, [&](QPainter& painter) {
        painter.setPen(QPen(color, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(2, kIcon / 2.0), QPointF(kIcon - 2, kIcon / 2.0));
    });
}

QIcon stationMark()
{
    return paintedIcon(kIcon, [](QPainter& painter) { paintSiteSymbol(painter, SiteRole::GroundStation, {kIcon / 2.0, kIcon / 2.0}, kIcon - 1.0, theme().text, theme().raised); });
}

} // namespace

OrbitList::OrbitList(Session& session, OrbitController& orbits, QWidget* parent) : QTreeWidget(parent), m_session(session), m_orbits(orbits)
{
    setAccessibleName(tr("Orbits"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setColumnCount(2);
    setIndentation(10);
    setSelectionMode(ExtendedSelection);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    followMeasures(*this, [this] { rebuild(); });
    connect(&orbits, &OrbitController::almanacChanged, this, &OrbitList::rebuild);
    connect(&session, &Session::selectionChanged, this, &OrbitList::followSelection);
    connect(this, &QTreeWidget::itemSelectionChanged, this, &OrbitList::tellSelection);
    connect(this, &QTreeWidget::itemChanged, this, &OrbitList::tellSight);
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) {
        if (const SiteId id(item->data(0, kSiteRole).toUInt()); id.isValid()) m_session.reveal(id);
    });
}

QTreeWidgetItem* OrbitList::section(const QString& title, const QString& note)
{
    auto* item = new QTreeWidgetItem(this, {title, note});
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(0, uiFont(12, QFont::DemiBold));
    item->setForeground(0, theme().textSecond);
    item->setForeground(1, theme().textThird);
    item->setFont(1, uiFont(11));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setExpanded(true);
    return item;
}

void OrbitList::rebuild()
{
    m_isFilling = true;
    const int scrolled = verticalScrollBar()->value();
    const unsigned current = currentItem() ? currentItem()->data(0, kSiteRole).toUInt() : 0U;
    clear();
    setFont(uiFont(12.5));
    setIconSize({iconSide(), iconSide()});
    addSatellites();
    addStations();
    addSights();
    for (QTreeWidgetItemIterator item(this); current != 0U && *item; ++item)
        if ((*item)->data(0, kSiteRole).toUInt() == current) setCurrentItem(*item, 0, QItemSelectionModel::NoUpdate);
    verticalScrollBar()->setValue(scrolled);
    m_isFilling = false;
    followSelection();
}

void OrbitList::addSatellites()
{
    const Network& network = m_session.network();
    std::vector<const Site*> satellites;
    for (const Site& site : network.sites)
        if (site.orbit) satellites.push_back(&site);
    QTreeWidgetItem* top = section(tr("Satellites"), satellites.empty() ? QString() : tr("orbit"));
    for (const Site* site : satellites) {
        auto* item = new QTreeWidgetItem(top, {elementName(network, site->id), orbitText(*site->orbit)});
        item->setData(0, kSiteRole, site->id.number());
        const bool hasWay = m_orbits.almanac() && m_orbits.almanac()->scene().motionOf(site->id);
        item->setIcon(0, colorMark(hasWay ? satelliteColor(m_orbits.almanac()->scene(), site->id) : theme().fieldEdge));
        item->setForeground(1, theme().textSecond);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (site->orbit->kind == OrbitKind::Elements) item->setToolTip(1, tr("By SGP4 from elements of %1").arg(site->orbit->epoch));
        item->setToolTip(0, hasWay || !m_orbits.almanac() ? item->text(0) : tr("%1 has no way: its orbit cannot be followed from the design's epoch.").arg(item->text(0)));
    }
    top->setExpanded(true);
}

void OrbitList::addStations()
{
    const Network& network = m_session.network();
    QTreeWidgetItem* top = section(tr("Ground stations"), tr("dark, h"));
    for (const Site& site : network.sites) {
        if (site.orbit || !(site.telescope || site.groundStation)) continue;
        QString dark;
        if (m_orbits.almanac())
            for (const engine::SkyRow& row : m_orbits.almanac()->rows())
                if (!row.isPair() && row.first == site.id) dark = figures::figureText(engine::lengthOf(row.dark) / 3600.0, 3);
        auto* item = new QTreeWidgetItem(top, {elementName(network, site.id), dark});
        item->setData(0, kSiteRole, site.id.number());
        item->setIcon(0, stationMark());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(1, tr("Hours of the span in which it counts as dark there"));
    }
    top->setExpanded(true);
}

void OrbitList::addSights()
{
    QTreeWidgetItem* top = section(tr("Show"), {});
    const std::pair<QString, bool> rows[] = {{tr("Ground tracks"), m_sights.tracks}, {tr("Footprints"), m_sights.footprints}, {tr("Day and night"), m_sights.night}};
    for (int i = 0; i < 3; ++i) {
        auto* item = new QTreeWidgetItem(top, {rows[i].first});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        item->setCheckState(0, rows[i].second ? Qt::Checked : Qt::Unchecked);
        item->setData(0, kSightRole, i + 1);
        item->setFirstColumnSpanned(true);
    }
    top->setExpanded(true);
}

void OrbitList::tellSight(QTreeWidgetItem* item)
{
    const int sight = item->data(0, kSightRole).toInt();
    if (m_isFilling || sight == 0) return;
    bool OrbitSights::*const members[] = {&OrbitSights::tracks, &OrbitSights::footprints, &OrbitSights::night};
    m_sights.*members[sight - 1] = item->checkState(0) == Qt::Checked;
    Q_EMIT sightsChanged();
}

void OrbitList::followSelection()
{
    if (m_isFilling) return;
    m_isFilling = true;
    for (int top = 0; top < topLevelItemCount(); ++top)
        for (int i = 0; i < topLevelItem(top)->childCount(); ++i) {
            QTreeWidgetItem* item = topLevelItem(top)->child(i);
            item->setSelected(m_session.selection().sites.contains(SiteId(item->data(0, kSiteRole).toUInt())));
        }
    m_isFilling = false;
}

/// Walking to what is shown does not change what is selected.
void OrbitList::tellSelection()
{
    if (m_isFilling || (selectedItems().isEmpty() && currentItem() && currentItem()->data(0, kSiteRole).toUInt() == 0U)) return;
    Selection selection;
    for (const QTreeWidgetItem* item : selectedItems())
        if (const SiteId id(item->data(0, kSiteRole).toUInt()); id.isValid()) selection.sites.insert(id);
    m_isFilling = true;
    m_session.select(selection);
    m_isFilling = false;
}

void OrbitList::contextMenuEvent(QContextMenuEvent* event)
{
    const QTreeWidgetItem* item = event->reason() == QContextMenuEvent::Keyboard ? currentItem() : itemAt(event->pos());
    const SiteId id(item ? item->data(0, kSiteRole).toUInt() : 0U);
    if (id.isValid() && m_session.network().sites.find(id)) Q_EMIT menuWanted(id, event->globalPos());
}

void OrbitList::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && topLevelItemCount() > 0) rebuild();
}

} // namespace bellweave::ui
