// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/network_dock.h"

#include "ui/frame/outline_model.h"
#include "ui/frame/outline_tree.h"
#include "ui/session/session.h"
#include "ui/style/icons.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>

namespace bellweave::ui {

namespace {

/// A list of processors with at most this many rows opens by itself.
constexpr int kOpenUpTo = 12;

bool isOpen(const std::map<int, bool>& folds, int key, bool byDefault)
{
    const auto fold = folds.find(key);
    return fold == folds.end() ? byDefault : fold->second;
}

bool isTyping(const QKeyEvent& key)
{
    const bool plain = !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return plain && !key.text().isEmpty() && key.text().front().isLetterOrNumber();
}

} // namespace

NetworkDock::NetworkDock(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new OutlineModel(session, this)), m_filter(new QLineEdit(this)),
      m_filterButton(makeFilterButton()), m_tree(makeTree())
{
    setAccessibleName(tr("Network"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    setFocusProxy(m_tree);

    connect(m_filter, &QLineEdit::textChanged, m_model, &OutlineModel::setFilter);
    connect(m_model, &OutlineModel::modelAboutToBeReset, this, [this] { m_synchronizing = true; });
    connect(m_model, &OutlineModel::modelReset, this, [this] {
        m_synchronizing = false;
        restoreFolds();
        takeSelectionFromSession();
    });
    // Marks stand left of their item's own area, which is all that the tree repaints by itself.
    connect(m_model, &OutlineModel::dataChanged, m_tree->viewport(), qOverload<>(&QWidget::update));
    connect(&session, &Session::selectionChanged, this, &NetworkDock::takeSelectionFromSession);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NetworkDock::giveSelectionToSession);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        const ElementRef element = m_model->element(index);
        if (!std::holds_alternative<std::monostate>(element)) m_session.reveal(element);
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) { rememberFold(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) { rememberFold(index, false); });
    restoreFolds();
}

QToolButton* NetworkDock::makeFilterButton()
{
    auto* filter = new QToolButton(this);
    filter->setIcon(themedIcon(Icon::Filter));
    filter->setCheckable(true);
    filter->setAutoRaise(true);
    filter->setToolTip(tr("Filter by name: or just type in the list"));
    filter->setAccessibleName(tr("Filter by name"));
    filter->hide();
    connect(filter, &QToolButton::clicked, this, &NetworkDock::showFilter);
    connect(m_filter, &QLineEdit::textChanged, filter, [filter](const QString& text) {
        filter->setChecked(!text.isEmpty());
    });
    return filter;
}

QTreeView* NetworkDock::makeTree()
{
    auto* tree = new QTreeView(this);
    tree->setModel(m_model);
    makeOutline(*tree);
    tree->setDragDropMode(QAbstractItemView::DropOnly);
    tree->setDragDropOverwriteMode(true);
    tree->setAccessibleName(tr("Demands, sites and links"));
    tree->installEventFilter(this);
    return tree;
}

bool NetworkDock::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (object == m_tree && isTyping(key)) {
        showFilter(true);
        m_filter->insert(key.text());
        return true;
    }
    if (object == m_filter && key.key() == Qt::Key_Escape) {
        showFilter(false);
        return true;
    }
    if (object == m_filter && (key.key() == Qt::Key_Down || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        m_tree->setFocus(Qt::TabFocusReason);
        selectFirstFound();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void NetworkDock::selectFirstFound()
{
    for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        if (!index.flags().testFlag(Qt::ItemIsSelectable)) continue;
        m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        return;
    }
}

void NetworkDock::showFilter(bool shown)
{
    m_filter->setVisible(shown);
    if (!shown) m_filter->clear();
    (shown ? static_cast<QWidget*>(m_filter) : m_tree)->setFocus(Qt::OtherFocusReason);
}

void NetworkDock::takeSelectionFromSession()
{
    if (m_synchronizing) return;
    const QScopedValueRollback guard(m_synchronizing, true);
    const ElementRef current = m_session.currentElement();
    const QModelIndex index = m_model->indexOf(current);
    if (index.isValid()) {
        m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_tree->scrollTo(index);
    }
    m_tree->selectionModel()->select(m_model->rowsOf(m_session.selection()), QItemSelectionModel::ClearAndSelect);
}

void NetworkDock::giveSelectionToSession()
{
    if (m_synchronizing) return;
    const QScopedValueRollback guard(m_synchronizing, true);
    Selection selection;
    const QModelIndexList rows = m_tree->selectionModel()->selectedIndexes();
    for (const QModelIndex& row : rows) {
        const ElementRef element = m_model->element(row);
        if (const auto* site = std::get_if<SiteId>(&element)) selection.sites.insert(*site);
        if (const auto* link = std::get_if<LinkId>(&element)) selection.links.insert(*link);
        if (const auto* demand = std::get_if<DemandId>(&element)) selection.demands.insert(*demand);
    }
    m_session.select(selection);
}

void NetworkDock::restoreFolds()
{
    const QScopedValueRollback guard(m_synchronizing, true);
    const bool filtering = !m_model->filter().isEmpty();
    for (int section = 0; section < m_model->rowCount(); ++section) {
        const QModelIndex head = m_model->index(section, 0);
        m_tree->setExpanded(head, filtering || isOpen(m_sectionFolds, section, true));
        for (int row = 0; section > 0 && row < m_model->rowCount(head); ++row) {
            const QModelIndex group = m_model->index(row, 0, head);
            const int kind = group.data(OutlineModel::GroupRole).toInt();
            const bool isShort = kind == OutlineModel::Processors && m_model->rowCount(group) <= kOpenUpTo;
            m_tree->setExpanded(group, filtering || isOpen(m_groupFolds, kind, isShort));
        }
    }
}

void NetworkDock::rememberFold(const QModelIndex& index, bool open)
{
    if (m_synchronizing || !m_model->filter().isEmpty()) return;
    const QVariant section = index.data(OutlineModel::SectionRole);
    if (section.isValid()) m_sectionFolds[section.toInt()] = open;
    else m_groupFolds[index.data(OutlineModel::GroupRole).toInt()] = open;
}

void NetworkDock::renameCurrent()
{
    const QModelIndex index = m_model->indexOf(m_session.currentElement());
    if (!index.isValid()) return;
    m_tree->setFocus(Qt::ShortcutFocusReason);
    m_tree->scrollTo(index);
    m_tree->setCurrentIndex(index);
    m_tree->edit(index);
}

} // namespace bellweave::ui
