// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/validation.h"
#include "tests/support/test_program.h"

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

    void everyResultOfOtherProgramsIsReproduced()
    {
        const auto rows = peerResults();
        QVERIFY(rows.size() >= 8);
        for (const ValidationRow& row : rows) {
            QVERIFY(row.kind == ReferenceKind::Peer);
            QVERIFY2(row.agreement == Agreement::Agrees, qPrintable(QStringLiteral("%1: predicted %2").arg(row.id).arg(row.predicted, 0, 'g', 12)));
        }
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

    void thereAreManyExperimentsOfManyPapers()
    {
        QSet<QString> papers;
        for (const Experiment& experiment : experiments()) papers.insert(experiment.citation);
        QVERIFY2(papers.size() >= 25, qPrintable(QString::number(papers.size())));
    }

    void experimentsAreToldAndTheirDesignsHaveNoProblems()
    {
        for (const Experiment& experiment : experiments()) {
            QVERIFY2(!experiment.title.isEmpty() && !experiment.citation.isEmpty() && !experiment.findings.empty(), qPrintable(experiment.id));
            const auto* design = std::get_if<Network>(&experiment.apparatus);
            if (!design) continue;
            QVERIFY2(!design->links.empty(), qPrintable(experiment.id));
            for (const Finding& finding : checkNetwork(*design)) QVERIFY2(finding.severity != Severity::Problem, qPrintable(finding.sentence));
        }
    }

    /// A file that cannot be run would stop the program at its first look.
    void everyCalculationOfAnExperimentRuns()
    {
        int calculations = 0;
        for (const Experiment& experiment : experiments()) {
            const auto* calculation = std::get_if<Calculation>(&experiment.apparatus);
            if (!calculation) continue;
            calculations += 1;
            const Result<Values> figures = calculate(calculation->name, calculation->values());
            QVERIFY2(figures, figures ? "" : qPrintable(experiment.id + u' ' + figures.error().text()));
            for (const Experiment::Finding& finding : experiment.findings) QVERIFY2(figures->contains(finding.quantity), qPrintable(experiment.id));
        }
        QVERIFY(calculations >= 20);
    }

    void anInputThatWasNotReadMarksItsExperiment()
    {
        for (const Experiment& experiment : experiments()) {
            const auto* calculation = std::get_if<Calculation>(&experiment.apparatus);
            if (!calculation) continue;
            bool allRead = true;
            for (const Calculation::Input& input : calculation->inputs) {
                allRead &= input.basis == Calculation::Basis::Read;
                QVERIFY2(input.basis != Calculation::Basis::Default || !input.note.isEmpty(), qPrintable(experiment.id + u'/' + input.key));
            }
            QCOMPARE(experiment.inputsRemembered, !allRead);
        }
    }

    void fourOfFiveRatesAndFidelitiesAreClose()
    {
        const ExperimentScore score = scoreOf(validate(), false);
        QVERIFY(score.rates >= 5);
        QVERIFY2(5 * score.closeRates >= 4 * score.rates, qPrintable(QStringLiteral("%1 of %2").arg(score.closeRates).arg(score.rates)));
        QVERIFY(score.fidelities >= 5);
        QVERIFY2(5 * score.closeFidelities >= 4 * score.fidelities,
                 qPrintable(QStringLiteral("%1 of %2").arg(score.closeFidelities).arg(score.fidelities)));
        QVERIFY(score.bounds >= 15);
        QCOMPARE(score.brokenBounds, 0);
    }

    /// Experiments whose every input and figure was read in its source stand for themselves.
    void agreementDoesNotLeanOnMemoryAlone()
    {
        const ExperimentScore read = scoreOf(validate(), true);
        QVERIFY(read.comparisons >= 6);
        QVERIFY2(3 * read.agreeing >= 2 * read.comparisons, qPrintable(QStringLiteral("%1 of %2").arg(read.agreeing).arg(read.comparisons)));
        QVERIFY(read.rates >= 1);
        QVERIFY(5 * read.closeRates >= 4 * read.rates);
        QVERIFY(read.bounds >= 4);
        QCOMPARE(read.brokenBounds, 0);
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

BELLWEAVE_TEST(ValidationTest)
#include "validation_slow_test.moc"
