// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/validation.h"

namespace bellweave::engine {

/// Factor between prediction and measurement of a rate that still agrees, and difference of fidelities.
inline constexpr double kSameRate = 1.5;
inline constexpr double kSameFidelity = 0.03;

/// What counts as close for a quantity whose experiment published no error.
enum class Closeness {
    Factor,       ///< within a factor of 1.5
    Fidelity,     ///< within 0.03
    Chsh,         ///< within 0.08 of S, which is up to 2.83
    Decibel       ///< within 1.76 dB, a factor of 1.5
};

/// What the findings of experiments are called.
struct QuantityKind {
    const char* name;
    const char* unit;
    Closeness closeness;
    bool isRate = false;       ///< pairs, events or bits a second
    bool isFidelity = false;   ///< of a pair, a teleported state or a gate
};
/// Null for a name that there is not.
const QuantityKind* quantityNamed(const QString& name);

/// Whether a prediction is as close to a reference as its quantity asks, whatever error was published.
bool isClose(Closeness closeness, double predicted, double reference);
/// A bound holds when the experiment is not better; else within two standard errors, or close where no error was published.
Agreement agreementOf(const Experiment::Finding& finding, Closeness closeness, double predicted);

} // namespace bellweave::engine
