// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/calculations.h"
#include "model/network/network.h"

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace bellweave::engine {

/// Where the figure comes from that the engine is held against.
enum class ReferenceKind { Exact, Peer, Experiment };
/// What came of it. A bound holds when the experiment stays on its side of what the model says cannot be passed.
enum class Agreement { Agrees, BoundHolds, Fails };

/// One figure of the engine beside one from outside.
struct ValidationRow {
    QString id;                     ///< "swap-asymmetric", "stephenson2020/fidelity"
    ReferenceKind kind = ReferenceKind::Exact;
    QString quantity;               ///< "fidelity after a noisy swap"
    QString unit;                   ///< empty for pure numbers
    QString model;                  ///< what computed the prediction
    double predicted = 0.0;
    double reference = 0.0;
    double referenceError = 0.0;    ///< one standard error, or half a unit of the last printed digit; 0 when none was published
    double deviation = 0.0;         ///< (predicted - reference) in standard errors; relative where no error was published
    Agreement agreement = Agreement::Fails;
    bool isBound = false;           ///< the model leaves something out: the experiment must not be better than predicted
    bool inputsRemembered = false;  ///< an input or the figure itself was not re-read in its source
    QString source;
    QString note;                   ///< of a miss: the likely reason
};

/// Every result that is known exactly: closed forms and whole calculations made apart from the engine.
std::vector<ValidationRow> exactResults();

/// What another program computes for cases that are fully told.
std::vector<ValidationRow> peerResults();

/// A published experiment as a design or, for apparatus that is no kind of link yet, as a calculation; and what it found.
struct Experiment {
    QString id;
    QString title;                  ///< "Strontium ions 2 m apart, Oxford 2020"
    QString citation;
    std::variant<Network, Calculation> apparatus;
    struct Finding {
        QString quantity;           ///< "fidelity", "rate_hz", "chsh", …: a name of `quantityNamed`
        double value = 0.0;
        std::optional<double> error;
        bool isUpperBound = false;  ///< the model leaves something out: the experiment must not be better
        bool isRemembered = false;
        QString note;
    };
    std::vector<Finding> findings;
    QString model;                  ///< which part of the engine is tried
    bool inputsRemembered = false;  ///< an input was not read in its source again, or is a general default
};

/// The experiments that are shipped. Broken resources are a broken build: asserted, and covered by a test.
const std::vector<Experiment>& experiments();
/// The rows of one experiment, evaluated now.
std::vector<ValidationRow> experimentRows(const Experiment& experiment);
/// All of it: exact results, then those of other programs, then experiments.
std::vector<ValidationRow> validate();

/// How near predictions are to experiments. Bounds are counted apart.
struct ExperimentScore {
    int comparisons = 0;            ///< figures that are no bounds
    int agreeing = 0;
    int rates = 0;                  ///< of them rates
    int closeRates = 0;             ///< within a factor of 1.5, whatever error was published
    int fidelities = 0;
    int closeFidelities = 0;        ///< within 0.03, whatever error was published
    int bounds = 0;
    int brokenBounds = 0;
};
/// Of the experiments among the rows: all of them, or those alone whose inputs and figures were all read in their source.
ExperimentScore scoreOf(std::span<const ValidationRow> rows, bool readInputsOnly);

} // namespace bellweave::engine
