// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/validation/validation_dialog.h"

#include "ui/session/file_actions.h"
#include "ui/style/measures.h"
#include "ui/style/theme.h"
#include "ui/validation/validation_model.h"
#include "ui/validation/validation_plot.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtConcurrentRun>

namespace bellweave::ui {
namespace {

constexpr std::array<int, ValidationModel::ColumnCount> kWidths{92, 200, 260, 110, 160, 80, 100};

/// The design of the experiment that a row belongs to; null when it is none, or no network.
const Network* designOf(const engine::ValidationRow& row)
{
    const QString id = row.id.section(u'/', 0, 0);
    for (const engine::Experiment& experiment : engine::experiments())
        if (row.kind == engine::ReferenceKind::Experiment && experiment.id == id) return std::get_if<Network>(&experiment.apparatus);
    return nullptr;
}

} // namespace

ValidationDialog::ValidationDialog(FileActions& files, QWidget* parent)
    : QDialog(parent), m_files(files), m_summary(new QLabel(tr("Computing every row…"), this)), m_part(new QComboBox(this)),
      m_words(new QLineEdit(this)), m_table(new QTableView(this)), m_model(new ValidationModel(this)), m_filter(new ValidationFilter(*m_model)),
      m_detail(new QLabel(this)), m_rates(new ValidationPlot(ValidationPlot::Quantities::Rates, this)),
      m_fidelities(new ValidationPlot(ValidationPlot::Quantities::Fidelities, this)), m_open(new QPushButton(tr("Open as design"), this))
{
    setWindowTitle(tr("Validation"));
    m_part->addItems({tr("All rows"), tr("Exact results"), tr("Other programs"), tr("Experiments"), tr("Misses")});
    m_part->setAccessibleName(tr("Which rows are listed"));
    m_words->setPlaceholderText(tr("Filter by words"));
    m_words->setAccessibleName(tr("Filter by words"));
    m_words->setClearButtonEnabled(true);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Results of the validation"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    keepRowHeight(*m_table->verticalHeader(), 22);
    for (int column = 0; column < ValidationModel::ColumnCount; ++column) m_table->setColumnWidth(column, textRoom(kWidths[static_cast<std::size_t>(column)]));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_summary->setWordWrap(true);
    layOut();

    connect(m_part, &QComboBox::currentIndexChanged, this, [this](int part) { m_filter->setPart(static_cast<ValidationPart>(part)); });
    connect(m_words, &QLineEdit::textChanged, m_filter, &ValidationFilter::setWords);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ValidationDialog::showCurrent);
    connect(m_table, &QTableView::activated, this, &ValidationDialog::openCurrent);
    connect(m_rates, &ValidationPlot::chosen, this, &ValidationDialog::choose);
    connect(m_fidelities, &ValidationPlot::chosen, this, &ValidationDialog::choose);
    connect(m_open, &QPushButton::clicked, this, &ValidationDialog::openCurrent);
    connect(&m_work, &QFutureWatcherBase::finished, this, [this] { take(m_work.result()); });
    m_work.setFuture(QtConcurrent::run(&engine::validate));
    showCurrent();
}

ValidationDialog::~ValidationDialog() { m_work.waitForFinished(); }

void ValidationDialog::layOut()
{
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_part);
    filters->addWidget(m_words, 1);
    auto* plots = new QHBoxLayout;
    plots->addWidget(m_rates, 1);
    plots->addWidget(m_fidelities, 1);
    plots->addWidget(m_detail, 1);
    auto* close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addLayout(filters);
    column->addWidget(m_table, 3);
    column->addLayout(plots, 2);
    column->addLayout(buttons);
    for (QPushButton* button : {m_open, close}) button->setAutoDefault(false);
    followMeasures(*this, [this] { resize(QSize(textRoom(1060), rowHeight(720)).expandedTo(minimumSizeHint())); });
    m_words->setFocus();
}

void ValidationDialog::take(const std::vector<engine::ValidationRow>& rows)
{
    m_model->setRows(rows);
    m_rates->show(rows);
    m_fidelities->show(rows);
    m_summary->setText(validationSummary(rows));
    m_table->selectRow(0);
}

const engine::ValidationRow* ValidationDialog::currentRow() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model->rows()[static_cast<std::size_t>(index.row())] : nullptr;
}

void ValidationDialog::showCurrent()
{
    const engine::ValidationRow* row = currentRow();
    m_open->setEnabled(row && designOf(*row));
    m_rates->mark(row ? row->id : QString());
    m_fidelities->mark(row ? row->id : QString());
    if (!row) return m_detail->clear();
    QStringList lines{tr("Source: %1").arg(row->source)};
    if (!row->model.isEmpty()) lines += tr("Model: %1").arg(row->model);
    if (row->inputsRemembered) lines += tr("An input or the figure was not re-read in its source: the row decides nothing alone.");
    if (!row->note.isEmpty()) lines += row->note;
    m_detail->setText(lines.join(QStringLiteral("\n\n")));
}

/// What the filter hides is shown again when a point of the plot asks for it.
void ValidationDialog::choose(const QString& id)
{
    const auto& rows = m_model->rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const engine::ValidationRow& each) { return each.id == id; });
    if (row == rows.end()) return;
    const QModelIndex source = m_model->index(static_cast<int>(row - rows.begin()), 0);
    if (!m_filter->mapFromSource(source).isValid()) {
        m_part->setCurrentIndex(0);
        m_words->clear();
    }
    m_table->setCurrentIndex(m_filter->mapFromSource(source));
}

void ValidationDialog::openCurrent()
{
    const engine::ValidationRow* row = currentRow();
    const Network* design = row ? designOf(*row) : nullptr;
    if (design && m_files.openDesign(*design)) accept();
}

} // namespace bellweave::ui
