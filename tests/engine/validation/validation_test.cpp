// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/validation.h"

#include "model/edit/findings.h"

#include <QSet>
#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

class ValidationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyExactResultIsReproduced()
    {
        const auto rows = exactResults();
        QVERIFY(rows.size() >= 80);
        for (const ValidationRow& row : rows)
            QVERIFY2(row.agreement == Agreement::Agrees,
                     qPrintable(QStringLiteral("%1: predicted %2, reference %3").arg(row.id).arg(row.predicted, 0, 'g', 12).arg(row.reference, 0, 'g', 12)));
    }

    void rowsHaveNamesOfTheirOwnAndSources()
    {
        QSet<QString> ids;
        for (const ValidationRow& row : validate()) {
            QVERIFY2(!ids.contains(row.id), qPrintable(row.id));
            ids.insert(row.id);
            QVERIFY2(!row.quantity.isEmpty() && !row.model.isEmpty() && !row.source.isEmpty(), qPrintable(row.id));
        }
    }

    void experimentsAreDesignsWithoutProblems()
    {
        QVERIFY(!experiments().empty());
        for (const Experiment& experiment : experiments()) {
            QVERIFY2(!experiment.title.isEmpty() && !experiment.citation.isEmpty() && !experiment.findings.empty(), qPrintable(experiment.id));
            for (const Finding& finding : checkNetwork(experiment.design)) QVERIFY2(finding.severity != Severity::Problem, qPrintable(finding.sentence));
        }
    }

    /// Of the experiments no bound is broken, and a miss is explained.
    void noBoundIsBrokenAndMissesAreExplained()
    {
        for (const Experiment& experiment : experiments()) {
            const auto rows = experimentRows(experiment);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const QString told = QStringLiteral("%1: predicted %2, measured %3").arg(rows[i].id).arg(rows[i].predicted).arg(rows[i].reference);
                if (experiment.findings[i].isUpperBound) QVERIFY2(rows[i].agreement == Agreement::BoundHolds, qPrintable(told));
                else QVERIFY2(rows[i].agreement == Agreement::Agrees || !rows[i].note.isEmpty(), qPrintable(told));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "validation_test.moc"
