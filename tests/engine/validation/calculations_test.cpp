// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/calculations.h"
#include "tests/support/test_program.h"

#include "engine/validation/agreement.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

class CalculationsTest : public QObject {
    Q_OBJECT

    /// Inputs that an experiment runs this calculation with; none when no experiment does.
    static Values shippedInputs(const QString& name)
    {
        for (const Experiment& experiment : experiments()) {
            const auto* calculation = std::get_if<Calculation>(&experiment.apparatus);
            if (calculation && calculation->name == name) return calculation->values();
        }
        return {};
    }

private Q_SLOTS:
    void everyCalculationIsUsedByAnExperiment()
    {
        QVERIFY(calculationNames().size() >= 15);
        for (const QString& name : calculationNames()) {
            QVERIFY2(!shippedInputs(name).isEmpty(), qPrintable(name));
            QVERIFY2(calculate(name, shippedInputs(name)), qPrintable(name));
        }
    }

    void figuresAreNamedLikeFindings()
    {
        for (const QString& name : calculationNames()) {
            const Result<Values> figures = calculate(name, shippedInputs(name));
            for (const QString& figure : figures->keys()) QVERIFY2(quantityNamed(figure), qPrintable(name + u'/' + figure));
            for (const double value : *figures) QVERIFY2(std::isfinite(value), qPrintable(name));
        }
    }

    void anUnknownNameIsRefused()
    {
        const Result<Values> answer = calculate(QStringLiteral("perpetual-motion"), {});
        QVERIFY(!answer);
        QVERIFY(answer.error().sentence.contains(u"capacity"));
        QVERIFY(calculationInputs(QStringLiteral("perpetual-motion")).isEmpty());
    }

    void anUnknownInputIsRefused()
    {
        for (const QString& name : calculationNames()) {
            Values inputs = shippedInputs(name);
            inputs.insert(QStringLiteral("length_km"), 1.0);
            const Result<Values> answer = calculate(name, inputs);
            QVERIFY2(!answer && answer.error().where == name + QStringLiteral("/length_km"), qPrintable(name));
        }
    }

    void aMissingInputIsRefused()
    {
        for (const QString& name : calculationNames())
            for (const QString& key : calculationInputs(name)) {
                Values inputs = shippedInputs(name);
                QVERIFY2(inputs.remove(key) == 1, qPrintable(name + u'/' + key));
                const Result<Values> answer = calculate(name, inputs);
                QVERIFY2(!answer && answer.error().where == name + u'/' + key, qPrintable(name + u'/' + key));
            }
    }

    void whatIsOutOfRangeOrNoNumberIsRefused()
    {
        for (const QString& name : calculationNames())
            for (const QString& key : calculationInputs(name))
                for (const double wrong : {-1.0, std::nan("")}) {
                    Values inputs = shippedInputs(name);
                    inputs[key] = wrong;
                    QVERIFY2(!calculate(name, inputs), qPrintable(name + u'/' + key));
                }
    }

    /// Closed forms, by hand.
    void figuresAreThoseOfClosedForms()
    {
        const auto figure = [](const char* name, const Values& inputs, const char* quantity) {
            return calculate(QLatin1String(name), inputs)->value(QLatin1String(quantity));
        };
        QCOMPARE(figure("isotropic-pair-with-noise", {{"fidelity", 0.907}, {"signal_to_noise", 8.0}}, "fidelity"), (8.0 * 0.907 + 0.25) / 9.0);
        QCOMPARE(figure("isotropic-pair-of-errors", {{"qber", 0.05}}, "chsh"), 2.0 * std::sqrt(2.0) * 0.9);
        QCOMPARE(figure("microwave-transfer", {{"photon_loss", 0.19}}, "fidelity"), 1.9 * 1.9 / 4.0);
        const Values line{{"loss_db", 10.0}, {"stations", 0.0}, {"clock_hz", 1e6}};
        QVERIFY(std::abs(figure("capacity", line, "key_rate_bps") - 152003.09) < 0.01);
        QVERIFY(std::abs(figure("capacity", {{"loss_db", 20.0}, {"stations", 1.0}, {"clock_hz", 1e6}}, "key_rate_bps") - 152003.09) < 0.01);
        const Values glass{{"known_length_m", 1e3}, {"length_m", 51e3}, {"attenuation_db_per_km", 0.2},
                           {"known_success_probability", 1e-3}, {"attempt_rate_hz", 1e5}};
        QCOMPARE(figure("longer-fiber", glass, "rate_hz"), 10.0);
        QCOMPARE(figure("coincidence-peak", {{"dispersion_s", 2e-9}, {"detectors_s", 3e-9}, {"clocks_s", 6e-9}}, "peak_width_s"), 7e-9);
        QCOMPARE(figure("key-of-errors", {{"sifted_rate_hz", 100.0}, {"qber", 0.0}, {"correction_inefficiency", 1.2}}, "key_rate_bps"), 100.0);
    }

    /// Doubling the range is 6 dB of diffraction, halving the telescope as well; without air nothing else changes.
    void aKnownDownlinkScalesWithRangeAndTelescope()
    {
        const Values inputs{{"known_loss_db", 30.0}, {"known_range_m", 600e3}, {"known_aperture_m", 1.2}, {"range_m", 1200e3}, {"aperture_m", 0.6},
                            {"altitude_m", 500e3}, {"divergence_rad", 1e-5}, {"zenith_loss_db", 0.0}};
        QVERIFY(std::abs(calculate(QStringLiteral("downlink"), inputs)->value(QStringLiteral("loss_db")) - 42.0412) < 1e-4);
    }
};

BELLWEAVE_TEST(CalculationsTest)
#include "calculations_test.moc"
