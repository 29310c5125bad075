// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/recovery_dialog.h"

#include "engine/api/evaluator.h"
#include "ui/frame/difference_table.h"
#include "ui/frame/verdict_card.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace bellweave::ui {

namespace {

constexpr QSize kFirstSize(780, 560);

QString timeText(const QDateTime& when) { return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat); }

QLabel* makeLabel(const QString& text, const QFont& font)
{
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

/// With the fixes, for the verdict depends on whether there is one.
std::shared_ptr<const engine::Evaluation> evaluated(const Network& network, std::stop_token stop)
{
    engine::Evaluator evaluator;
    auto evaluation = std::make_shared<engine::Evaluation>(evaluator.evaluate(network));
    engine::searchFixes(network, *evaluation, evaluator, stop);
    return evaluation;
}

} // namespace

RecoveryDialog::RecoveryDialog(const RecoveryCopy& copy, const Network& file, const Network& recovered, QWidget* parent)
    : QDialog(parent), m_file(new VerdictCard(tr("The file"), tr("Saved %1").arg(timeText(QFileInfo(copy.origin).lastModified())), file)),
      m_recovered(new VerdictCard(tr("Recovered work"), tr("Last change %1").arg(timeText(copy.when)), withIdsOf(file, recovered))),
      m_differences(new DifferenceTable({tr("In the file"), tr("Recovered")}))
{
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Unsaved work was left behind"));
    resize(parent ? kFirstSize.boundedTo(parent->size() - QSize(40, 40)) : kFirstSize);
    const Network& after = m_recovered->network();
    m_differences->show(listDifferences(file, after));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(makeLabel(tr("Changes to %1 were not saved when the program ended.").arg(QFileInfo(copy.origin).fileName()), uiFont(15, QFont::DemiBold)));
    column->addWidget(makeCards());
    auto* caption = makeLabel(differenceText(countDifferences(file, after)), uiFont(12, QFont::DemiBold));
    caption->setObjectName(QStringLiteral("differenceCount"));
    column->addWidget(caption);
    column->addWidget(m_differences, 1);
    auto* hint = makeLabel(tr("Opening the file discards the recovered work, after another question. Kept for later, it stays on the welcome page."), uiFont(11));
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    column->addWidget(makeButtons());
    m_keep->setFocus();
    evaluateBoth();
}

QWidget* RecoveryDialog::makeCards()
{
    auto* cards = new QWidget;
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_file, 1);
    row->addWidget(m_recovered, 1);
    return cards;
}

QWidget* RecoveryDialog::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_keep = new QPushButton(tr("&Keep for later"));
    m_openFile = new QPushButton(tr("Open the &file"));
    m_openRecovered = new QPushButton(tr("Open &recovered work"));
    setPrimary(*m_openRecovered);
    row->addStretch(1);
    for (QPushButton* button : {m_keep, m_openFile, m_openRecovered}) {
        button->setAutoDefault(button == m_keep);
        row->addWidget(button);
    }
    m_keep->setDefault(true);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_openFile, &QPushButton::clicked, this, &RecoveryDialog::fileWanted);
    connect(m_openRecovered, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT recoveredWanted();
    });
    return buttons;
}

void RecoveryDialog::evaluateBoth()
{
    m_runner.submit([this, file = m_file->network(), recovered = m_recovered->network()](std::stop_token stop) {
        for (const auto& [card, network] : {std::pair(m_file, &file), std::pair(m_recovered, &recovered)}) {
            const auto evaluation = evaluated(*network, stop);
            if (stop.stop_requested()) return;
            QMetaObject::invokeMethod(this, [card = card, evaluation] { card->showVerdict(*evaluation); }, Qt::QueuedConnection);
        }
    });
}

} // namespace bellweave::ui
