// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

namespace bellweave::engine {

/// Numbers by key. Keys of inputs carry their unit ("loss_db"), keys of figures are those of findings ("fidelity").
using Values = QMap<QString, double>;

/// An apparatus that is no kind of link yet, told by the name of a calculation over the engine's physics and by its inputs.
struct Calculation {
    /// Where a number comes from. Read: seen in its source again. Remembered: not. Default: a general value, its reason in `note`.
    enum class Basis { Read, Remembered, Default };
    struct Input {
        QString key;
        double value = 0.0;
        Basis basis = Basis::Remembered;
        QString note;
    };
    QString name;
    std::vector<Input> inputs;

    /// The numbers alone.
    Values values() const;
};

/// The figures of a calculation. An error for a name that there is not, for an input too many, missing or out of its range.
Result<Values> calculate(const QString& name, const Values& inputs);
/// Every calculation's name, and the keys of its inputs.
QStringList calculationNames();
QStringList calculationInputs(const QString& name);

} // namespace bellweave::engine
