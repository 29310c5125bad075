// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_panel.h"

#include "ui/frame/outline_tree.h"
#include "ui/library/hardware.h"
#include "ui/library/library_model.h"
#include "ui/library/preset_dialogs.h"
#include "ui/library/preset_sheet.h"
#include "ui/session/own_presets.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QDrag>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <functional>

namespace bellweave::ui {

namespace {

constexpr QPoint kBesideThePointer(-14, -10);    // what is aimed at stays in sight

/// The list of presets. What is dragged out of it is a small card with the preset's name.
class PresetTree : public QTreeView {
public:
    PresetTree(LibraryModel& presets, std::function<void()> dragBegins) : m_presets(presets), m_dragBegins(std::move(dragBegins))
    {
        setModel(&presets);
    }

protected:
    void startDrag(Qt::DropActions) override
    {
        const Preset* preset = m_presets.preset(currentIndex());
        if (!preset) return;
        auto* drag = new QDrag(this);
        drag->setMimeData(dragOf(*preset));
        drag->setPixmap(card(preset->label));
        drag->setHotSpot(kBesideThePointer);
        m_dragBegins();
        drag->exec(Qt::CopyAction);
    }

private:
    QPixmap card(const QString& text) const
    {
        const QFontMetrics metrics(font());
        const QRect box(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
        QPixmap picture(box.size() * devicePixelRatioF());
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(theme().accentBackground);
        QPainter painter(&picture);
        painter.setPen(theme().accent);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        painter.setPen(theme().text);
        painter.setFont(font());
        painter.drawText(box, Qt::AlignCenter, text);
        return picture;
    }

    LibraryModel& m_presets;
    std::function<void()> m_dragBegins;
};

bool isEnter(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

} // namespace

LibraryPanel::LibraryPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new LibraryModel(this)), m_search(new QLineEdit), m_problems(new QLabel),
      m_tree(makeTree()), m_sheet(new PresetSheet), m_apply(new QPushButton(tr("Apply to selection")))
{
    setAccessibleName(tr("Library"));
    m_search->setPlaceholderText(tr("Search hardware"));
    m_search->setAccessibleName(tr("Search hardware"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_apply->setToolTip(tr("Gives the preset to the selected sites or links; prices to the design. Or drag it onto the map."));
    m_problems->setWordWrap(true);
    m_problems->setFont(uiFont(11));
    m_problems->setMargin(8);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problems->setAccessibleName(tr("Presets that cannot be read"));
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(m_sheet);
    split->setSizes({260, 240});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addWidget(m_problems);
    column->addWidget(split, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 6);
    foot->addWidget(m_apply);
    column->addLayout(foot);
    setFocusProxy(m_tree);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        m_tree->expandAll();
        showChosen();
    });
    connect(m_apply, &QPushButton::clicked, this, &LibraryPanel::applyChosen);
    connect(m_tree, &QTreeView::doubleClicked, this, &LibraryPanel::applyChosen);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &LibraryPanel::openMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LibraryPanel::showChosen);
    // The ring of the current row is wider than the row's own area, which is all that the tree repaints by itself.
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, m_tree->viewport(), qOverload<>(&QWidget::update));
    connect(&session.ownPresets(), &OwnPresets::changed, this, &LibraryPanel::followPresets);
    followPresets();
}

void LibraryPanel::colorProblems()
{
    QPalette colors = m_problems->palette();
    colors.setColor(QPalette::WindowText, theme().warn);
    m_problems->setPalette(colors);
}

void LibraryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colorProblems();
}

QString LibraryPanel::problems() const { return m_problems->text(); }

/// The same rows stay chosen where they still exist.
void LibraryPanel::followPresets()
{
    const Preset* before = chosen();
    const QString kind = before ? before->kind : QString();
    const QString id = before ? before->id : QString();
    m_model->rebuild();
    m_tree->expandAll();
    if (const QModelIndex row = m_model->indexOf(kind, id); row.isValid()) m_tree->setCurrentIndex(row);
    QStringList sentences;
    for (const Error& problem : m_session.ownPresets().problems()) sentences += problem.text();
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
    colorProblems();
    showChosen();
}

QTreeView* LibraryPanel::makeTree()
{
    auto* tree = new PresetTree(*m_model, [this] { Q_EMIT dragBegins(); });
    makeOutline(*tree);
    tree->setDragDropMode(QAbstractItemView::DragOnly);
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    tree->setAccessibleName(tr("Presets"));
    tree->setAccessibleDescription(tr("Enter applies the preset to what is selected on the map."));
    tree->installEventFilter(this);
    return tree;
}

const Preset* LibraryPanel::chosen() const
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedIndexes();
    return rows.size() == 1 ? m_model->preset(rows.front()) : nullptr;
}

/// The first chosen preset stands at left, the one added to it at right.
void LibraryPanel::showChosen()
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedIndexes();
    const Preset* first = rows.isEmpty() ? nullptr : m_model->preset(rows.front());
    const Preset* second = rows.size() < 2 ? nullptr : m_model->preset(rows.at(1));
    m_sheet->show(first, second);
    m_apply->setEnabled(rows.size() == 1);
}

void LibraryPanel::applyChosen()
{
    if (const Preset* preset = chosen()) applyHardware(m_session, m_session.selection(), *preset);
}

void LibraryPanel::openMenu(const QPoint& place)
{
    const QModelIndex index = m_tree->indexAt(place);
    if (!m_model->preset(index)) return;
    if (!m_tree->selectionModel()->isSelected(index)) m_tree->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Apply to selection"), this, &LibraryPanel::applyChosen)->setEnabled(chosen() != nullptr);
    if (const Preset* preset = chosen(); preset && preset->isYours) {
        menu->addSeparator();
        menu->addAction(tr("&Rename…"), this, [this] { askToRenamePreset(m_session, *this, *chosen()); });
        menu->addAction(tr("&Delete…"), this, [this] { askToDeletePreset(m_session, *this, *chosen()); });
    }
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

bool LibraryPanel::treeKey(const QKeyEvent& key)
{
    const Preset* preset = chosen();
    const bool isOwn = preset && preset->isYours;
    if (isEnter(key)) applyChosen();
    else if (isOwn && key.key() == Qt::Key_F2) askToRenamePreset(m_session, *this, *preset);
    else if (isOwn && key.key() == Qt::Key_Delete) askToDeletePreset(m_session, *this, *preset);
    else return key.key() == Qt::Key_F2 || key.key() == Qt::Key_Delete;    // shipped presets are neither renamed nor deleted
    return true;
}

bool LibraryPanel::eventFilter(QObject* object, QEvent* event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (isOverride) {
        // The window has its own meaning for these.
        if (object == m_tree && (key.key() == Qt::Key_F2 || key.key() == Qt::Key_Delete)) event->accept();
        return false;
    }
    if (object == m_tree) return treeKey(key);
    if (key.key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (!isEnter(key) && key.key() != Qt::Key_Down) return false;
    m_tree->setFocus(Qt::TabFocusReason);
    const QModelIndex first = m_model->index(0, 0, m_model->index(0, 0));
    if (first.isValid()) m_tree->setCurrentIndex(first);
    return true;
}

} // namespace bellweave::ui
