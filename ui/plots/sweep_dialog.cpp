// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_dialog.h"

#include "ui/command/command_field.h"
#include "ui/command/command_sources.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace bellweave::ui {

namespace {

constexpr std::size_t kMostRows = 200;
constexpr int kRowHeight = 24;

/// Rows that a finger or an unsteady hand can hit.
class TallRows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, rowHeight(kRowHeight)}; }
};

QLineEdit* rangeField(const QString& name, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    return field;
}

} // namespace

SweepDialog::SweepDialog(const Network& network, const engine::Evaluation& evaluation, const SweepInput& present, QWidget* parent)
    : QDialog(parent), m_network(network), m_evaluation(evaluation), m_words(new QLineEdit(this)), m_rows(new CommandRows(this)),
      m_list(new QListView(this)), m_chosen(new QLabel(this)), m_from(rangeField(tr("From"), this)), m_to(rangeField(tr("To"), this)),
      m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("sweepDialog"));
    setWindowTitle(tr("Input of the sweep"));
    resize(460, 480);
    m_words->setPlaceholderText(tr("Find an element and its field: T2 Nuremberg"));
    m_words->setAccessibleName(tr("Find an input"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new TallRows(m_list));
    m_list->setAccessibleName(tr("Inputs found"));
    m_chosen->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing());    // the dialog does not jump while typing
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Sweep"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(m_chosen);
    column->addWidget(makeRange());
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_words, &QLineEdit::textChanged, this, &SweepDialog::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) m_rows->at(index.row()).run();
    });
    for (QLineEdit* field : {m_from, m_to}) connect(field, &QLineEdit::textChanged, this, &SweepDialog::check);
    take(present);
    search();
    new EmptyNote(*m_list, [this] { return nothingFound(); });
    m_words->setFocus();
}

QWidget* SweepDialog::makeRange()
{
    auto* range = new QWidget(this);
    auto* row = new QHBoxLayout(range);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto& [name, field] : {std::pair(tr("&From"), m_from), std::pair(tr("&To"), m_to)}) {
        auto* label = new QLabel(name, range);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, 1);
    }
    return range;
}

void SweepDialog::search()
{
    const QStringList words = wordsOf(m_words->text());
    const ShowField choose = [this](const ElementRef& element, const QString& path) { take(sweepInputOf(m_network, element, path)); };
    std::vector<Command> found = sweepableFields(m_network, choose, words).commands;
    if (!words.isEmpty()) found = bestMatches(found, words, {}, kMostRows);
    // What is chosen stands first, for a list that gets the focus takes its first row.
    else if (const auto present = sweptField(m_network, m_evaluation, m_input))
        found.insert(found.begin(), {{}, present->title(), {}, {}, [this, input = m_input] { take(input); }});
    m_rows->show(std::move(found));
    if (m_rows->rowCount() > 0) m_list->setCurrentIndex(m_rows->index(0));
}

QString SweepDialog::nothingFound() const
{
    const QString reason = sweepableFields(m_network, {}, wordsOf(m_words->text())).whyNot;
    return reason.isEmpty() ? tr("No number of the design is called that.") : reason;
}

/// Another field comes with its own range.
void SweepDialog::take(const SweepInput& input)
{
    m_input = input;
    const auto field = sweptField(m_network, m_evaluation, m_input);
    for (QLineEdit* end : {m_from, m_to}) end->setEnabled(field.has_value());
    if (!field) {
        m_chosen->setText(field.error().sentence);
        return check();
    }
    const auto written = [&](double value) { return formatQuantity(value, field->row().dimension, 6); };
    const SweepRange usual = usualRange(*field), range = rangeOf(*field, m_input, {});
    m_usualFrom = written(usual.from);
    m_usualTo = written(usual.to);
    m_chosen->setText(field->now ? tr("%1, now %2", "field, its value").arg(field->title(), written(*field->now)) : field->title());
    m_from->setText(written(range.from));
    m_to->setText(written(range.to));
    check();
}

void SweepDialog::check()
{
    const auto field = sweptField(m_network, m_evaluation, m_input);
    const auto range = field ? typedRange(*field, m_from->text(), m_to->text()) : Result<SweepRange>(field.error());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme().bad);
    m_problem->setPalette(colors);
    m_problem->setText(field && !range ? range.error().sentence : QString());
    m_accept->setEnabled(range.has_value());
    m_input.from.reset();
    m_input.to.reset();
    if (!range || (m_from->text() == m_usualFrom && m_to->text() == m_usualTo)) return;
    m_input.from = range->from;
    m_input.to = range->to;
}

/// The list is walked through while typing.
bool SweepDialog::eventFilter(QObject* watched, QEvent* event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (key != Qt::Key_Up && key != Qt::Key_Down) return QDialog::eventFilter(watched, event);
    const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
    if (row >= 0 && row < m_rows->rowCount()) m_list->setCurrentIndex(m_rows->index(row));
    return true;
}

} // namespace bellweave::ui
