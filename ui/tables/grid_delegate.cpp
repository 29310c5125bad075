// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/grid_delegate.h"

#include "model/network/presets.h"
#include "ui/inspector/field_row.h"
#include "ui/style/medium.h"
#include "ui/style/symbols.h"
#include "ui/inspector/quantity_edit.h"
#include "ui/style/theme.h"
#include "ui/tables/grid_model.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QPainter>

namespace bellweave::ui {

namespace {

constexpr int kRowHeight = 24;
constexpr auto kShown = "shown";    // what an editor held before anybody typed

const GridModel& gridOf(const QModelIndex& index) { return static_cast<const GridModel&>(*index.model()); }
const GridColumn& columnOf(const QModelIndex& index) { return gridOf(index).column(index.column()); }

QString textIn(const QWidget& editor)
{
    if (const auto* quantity = qobject_cast<const QuantityEdit*>(&editor)) return quantity->textWithUnit();
    if (const auto* choice = qobject_cast<const QComboBox*>(&editor)) return choice->currentData().toString();
    const auto* line = qobject_cast<const QLineEdit*>(&editor);
    return line ? line->text() : QString();
}

void showNumber(QuantityEdit& editor, const QModelIndex& index)
{
    const QVariant number = index.data(GridModel::NumberRole);
    const bool isDerived = index.data(GridModel::DerivedRole).toBool();
    const bool isFidelity = columnOf(index).row->path.contains(QStringLiteral("fidelity"));
    if (isDerived) editor.showDerived(number.isValid() ? std::optional(number.toDouble()) : std::nullopt, columnOf(index).row->absent);
    else editor.showValue(number.toDouble(), isFidelity ? 3 : 0);
}

QuantityEdit* makeQuantity(QWidget* parent, const GridColumn& column)
{
    auto* editor = new QuantityEdit(column.row->dimension, parent);
    editor->keepUnit(column.unit);
    return editor;
}

/// A site is named, not picked from a list of thousands.
QLineEdit* makeEnd(QWidget* parent, const Network& network)
{
    QStringList names;
    for (const Site& site : network.sites) names += site.displayName();
    auto* editor = new QLineEdit(parent);
    auto* completer = new QCompleter(names, editor);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    editor->setCompleter(completer);
    return editor;
}

void fillChoices(QComboBox& choice, const QModelIndex& index)
{
    const GridColumn& column = columnOf(index);
    const auto add = [&choice](const QString& label) { choice.addItem(label, label); };
    if (column.part == ColumnPart::Role)
        for (const SiteRole role : kSiteRoles) add(roleName(role));
    else if (column.part == ColumnPart::Medium)
        for (std::size_t kind = 0; kind < kMediumCount; ++kind) add(mediumLabel(kind));
    else if (column.isPreset())
        for (const Preset* preset : presetsOfKind(gridOf(index).presetKind(index))) choice.addItem(preset->label, preset->id);
    else
        for (const QString& word : column.row->choices) choice.addItem(choiceLabel(word), word);
}

bool isChosen(const GridColumn& column)
{
    return column.part == ColumnPart::Role || column.part == ColumnPart::Medium || column.isPreset()
        || (column.row && column.row->type == FieldType::Choice);
}

} // namespace

GridDelegate::GridDelegate(const Session& session, QObject* parent) : QStyledItemDelegate(parent), m_session(session) {}

void GridDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font.setItalic(index.data(GridModel::DerivedRole).toBool());
    option->textElideMode = Qt::ElideMiddle;
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(GridModel::RefusedRole).toBool()) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().bad, 1.5));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    painter->restore();
}

QSize GridDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 4, rowHeight(kRowHeight)};
}

QWidget* GridDelegate::makeChoice(QWidget* parent, const QModelIndex& index) const
{
    auto* choice = new QComboBox(parent);
    fillChoices(*choice, index);
    auto* self = const_cast<GridDelegate*>(this);    // views edit through const delegates; what they hear comes later
    connect(choice, &QComboBox::activated, self, [self, choice] {
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    });
    return choice;
}

QWidget* GridDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const GridColumn& column = columnOf(index);
    QWidget* editor = nullptr;
    if (isChosen(column)) editor = makeChoice(parent, index);
    else if (column.isNumber()) editor = makeQuantity(parent, column);
    else if (column.isEnd()) editor = makeEnd(parent, m_session.network());
    else editor = new QLineEdit(parent);
    editor->setAccessibleName(column.name);
    editor->setAccessibleDescription(column.row ? rangeText(*column.row) : QString());
    editor->setFont(uiFont(12));
    return editor;
}

void GridDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    // Numbers change while somebody types: what is being typed stays.
    const QVariant shown = editor->property(kShown);
    if (shown.isValid() && textIn(*editor) != shown.toString()) return;
    const bool isRefused = index.data(GridModel::RefusedRole).toBool();
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* quantity = qobject_cast<QuantityEdit*>(editor)) {
        if (!isRefused) showNumber(*quantity, index);
        else if (!quantity->isRefused()) quantity->setText(text), quantity->setRefused(true);
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        const int place = choice->findData(text);
        choice->setCurrentIndex(place < 0 ? choice->findText(text) : place);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor); line) {
        line->setText(columnOf(index).isEnd() ? index.data().toString() : text);
    }
    editor->setProperty(kShown, textIn(*editor));
}

void GridDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const QString text = textIn(*editor);
    if (text != editor->property(kShown).toString()) model->setData(index, text, Qt::EditRole);
}

void GridDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QRect cell = option.rect.adjusted(-1, -1, 1, 1);
    const int width = qMax(cell.width(), editor->inherits("QComboBox") ? editor->sizeHint().width() : 84);
    editor->setFixedHeight(cell.height());
    editor->setGeometry(QRect(cell.topLeft(), QSize(width, cell.height())));
}

} // namespace bellweave::ui
