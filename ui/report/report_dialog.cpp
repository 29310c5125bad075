// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_dialog.h"

#include "ui/report/chapter_list.h"
#include "ui/report/collected_list.h"
#include "ui/report/report_collection.h"
#include "ui/report/report_file.h"
#include "ui/report/report_preview.h"
#include "ui/session/file_actions.h"
#include "ui/session/prompter.h"
#include "ui/session/session.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>
#include <QSettings>
#include <QtConcurrentRun>

namespace bellweave::ui {

namespace {

constexpr QSize kFirstSize(1080, 760);
constexpr int kOutlineWidth = 260;
const QString kPaperKey = QStringLiteral("report/paper");

} // namespace

ReportDialog::ReportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent)
    : QDialog(parent), m_session(session), m_prompter(prompter), m_designName(designName), m_chapters(new ChapterList(session)), m_collected(new CollectedList(session)),
      m_preview(new ReportPreview), m_paper(new QComboBox), m_state(new QLabel)
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report of %1").arg(designName));
    resize(parent ? kFirstSize.boundedTo(parent->size() - QSize(40, 40)) : kFirstSize);
    auto* column = new QVBoxLayout(this);
    auto* row = new QHBoxLayout;
    row->addWidget(makeOutline());
    row->addWidget(m_preview, 1);
    column->addLayout(row, 1);
    column->addWidget(makeButtons());
    connect(&m_work, &QFutureWatcherBase::finished, this, &ReportDialog::showPages);
    connect(m_chapters, &ChapterList::chaptersChanged, this, [this] {
        m_isArranged = true;
        refresh();
    });
    connect(&ReportCollection::of(session), &ReportCollection::changed, this, &ReportDialog::refresh);
    connect(&session, &Session::evaluationChanged, this, &ReportDialog::refresh);
    connect(&session, &Session::computeStateChanged, this, &ReportDialog::refresh);
    connect(m_chapters, &QListWidget::currentRowChanged, this, [this] { m_preview->goTo(m_chapters->current()); });
    m_chapters->setFocus();
    refresh();
}

QWidget* ReportDialog::makeOutline()
{
    auto* outline = new QWidget;
    outline->setFixedWidth(textRoom(kOutlineWidth));
    auto* column = new QVBoxLayout(outline);
    column->setContentsMargins(0, 0, 0, 0);
    auto* hint = new QLabel(tr("Tick what the report holds. Drag to reorder, or use Alt with an arrow key."));
    hint->setWordWrap(true);
    hint->setFont(uiFont(11));
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    column->addWidget(m_chapters, 1);
    column->addLayout(makeMoves());
    column->addWidget(makeCollected());
    column->addLayout(makePaperRow());
    return outline;
}

/// Not there as long as nothing is added.
QWidget* ReportDialog::makeCollected()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    auto* title = new QLabel(tr("Added plots"));
    title->setFont(uiFont(12, QFont::DemiBold));
    title->setBuddy(m_collected);
    auto* remove = new QPushButton(tr("Remove"));
    remove->setObjectName(QStringLiteral("removePlot"));
    remove->setAccessibleName(tr("Remove the plot from the report"));
    remove->setAutoDefault(false);
    connect(remove, &QPushButton::clicked, m_collected, &CollectedList::removeCurrent);
    column->addWidget(title);
    column->addWidget(m_collected);
    column->addWidget(remove, 0, Qt::AlignLeft);
    m_collected->setMaximumHeight(m_collected->sizeHint().height());
    box->setVisible(m_collected->count() > 0);
    return box;
}

QLayout* ReportDialog::makeMoves()
{
    auto* moves = new QHBoxLayout;
    for (const auto& [text, rows] : {std::pair(tr("Move up"), -1), std::pair(tr("Move down"), 1)}) {
        auto* button = new QPushButton(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, rows = rows] { m_chapters->moveCurrent(rows); });
        moves->addWidget(button);
    }
    return moves;
}

QLayout* ReportDialog::makePaperRow()
{
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Paper"));
    label->setBuddy(m_paper);
    m_paper->setAccessibleName(label->text());
    m_paper->addItem(tr("A4"), QPageSize::A4);
    m_paper->addItem(tr("US Letter"), QPageSize::Letter);
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(QSettings().value(kPaperKey, QPageSize::A4).toInt())));
    connect(m_paper, &QComboBox::activated, this, [this] {
        QSettings().setValue(kPaperKey, m_paper->currentData());
        refresh();
    });
    row->addWidget(label);
    row->addWidget(m_paper, 1);
    return row;
}

QWidget* ReportDialog::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_state->setFont(uiFont(12));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_state, 1);
    auto* close = new QPushButton(tr("Close"));
    auto* html = new QPushButton(tr("Export HTML…"));
    auto* pdf = new QPushButton(tr("Export PDF…"));
    html->setObjectName(QStringLiteral("exportHtml"));
    pdf->setObjectName(QStringLiteral("exportPdf"));
    setPrimary(*pdf);
    for (QPushButton* button : {close, html, pdf}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(html, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("html"), tr("Web pages (*.html)")); });
    connect(pdf, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("pdf"), tr("PDF documents (*.pdf)")); });
    return buttons;
}

void ReportDialog::goTo(const ElementRef& element)
{
    m_wanted = m_preview->goTo(element) ? ElementRef() : element;
}

ReportInput ReportDialog::input() const
{
    return {std::make_shared<const Network>(m_session.network()), m_session.evaluation(), m_designName,
            ReportCollection::of(m_session).comparisons(), m_session.isStale()};
}

QPageSize ReportDialog::paper() const
{
    return QPageSize(static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt()));
}

void ReportDialog::refresh()
{
    m_isOutdated = m_work.isRunning();
    if (m_isOutdated) return;
    m_work.setFuture(QtConcurrent::run([input = input(), chapters = m_chapters->chapters(), paper = paper()] {
        return std::shared_ptr<const ReportPages>(std::make_shared<ReportPages>(makeReport(input, chapters), paper));
    }));
}

void ReportDialog::showPages()
{
    m_preview->show(m_work.result());
    if (m_isArranged) m_preview->goTo(m_chapters->current());
    m_isArranged = m_isArranged && m_isOutdated;
    goTo(m_wanted);
    const bool isComputing = m_session.isStale() || m_session.computeState() == ComputeState::Computing;
    m_state->setText(isComputing ? tr("Computing: the report follows.") : tr("%n page(s)", nullptr, m_preview->pages()));
    if (m_isOutdated) refresh();
}

void ReportDialog::exportAs(const QString& suffix, const QString& filter)
{
    const QString suggestion = FileActions::suggestedPath(m_designName + u'.' + suffix);
    QString path = m_prompter.savePath(tr("Export the report"), suggestion, filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().toLower() != suffix) path += u'.' + suffix;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);    // many pages take seconds
    const Result<void> written = writeReport(makeReport(input(), m_chapters->chapters()), path, paper());
    QGuiApplication::restoreOverrideCursor();
    if (!written) return m_prompter.complain(tr("The report was not written"), written.error().text());
    FileActions::rememberFolderOf(path);
    m_state->setText(tr("Wrote %1.").arg(path));
    Q_EMIT m_session.noticed(m_state->text());
}

} // namespace bellweave::ui
