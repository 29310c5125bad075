// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/edit/field.h"
#include "model/network/catalog.h"

namespace bellweave::ui {

/// What the sweep plot varies: a numeric field of an element, of the settings or the prices, and over which values. The element is named by
/// its key, so that the choice outlives undo and is understood in another design.
struct SweepInput {
    QString table;                     ///< "site", "link", "demand" or "design"
    QString key;                       ///< of the element; empty for the design
    QString path;                      ///< "repeater/memory/t2_s"; empty while nothing is chosen
    QString name;                      ///< what the element was called when it was chosen
    std::optional<double> from = {};   ///< stored unit; none leaves both ends to the program
    std::optional<double> to = {};

    bool isChosen() const { return !path.isEmpty(); }
    bool operator==(const SweepInput&) const = default;
};

/// The field an input speaks of, in one design.
struct SweptField {
    ElementRef element;
    const FieldPlace* place = nullptr;
    QString elementName;
    std::optional<double> now;         ///< stored unit; what the engine derives where nothing is typed; none when unknown

    const FieldRow& row() const { return *place->row; }
    /// "Memory T₂ of Nuremberg"
    QString title() const;
};

/// Values of a field in its stored unit, from < to.
struct SweepRange {
    double from = 0.0;
    double to = 1.0;
    bool logarithmic = false;
};

/// Why nothing is learned from a sweep of this number, as a sentence; empty for numbers that shape fidelity, rate, latency or cost.
QString whyNotSwept(const ElementRef& element, const FieldRow& row, const QString& path);
/// Whether a field can be swept: a number of a site, a link, a demand or the design that results depend on.
bool isSweepable(const ElementRef& element, const FieldRow& row, const QString& path);
/// Prices and power shape the cost and nothing else.
bool isPrice(const QString& path);
/// The field of an element as a choice.
SweepInput sweepInputOf(const Network& network, const ElementRef& element, const QString& path);
/// What is swept when nothing is chosen: the memory T2 of the station that limits the demand, else of its first processor; not
/// chosen when there is none.
SweepInput defaultSweepInput(const Network& network, const engine::DemandResult& demand);
/// The field in a design. The Error says in a sentence what is gone.
Result<SweptField> sweptField(const Network& network, const engine::Evaluation& evaluation, const SweepInput& input);

/// A quarter to four times the present value inside the catalog's range; linear for probabilities and around zero.
SweepRange usualRange(const SweptField& field);
/// What a person typed for both ends. The Error says which end is wrong and what is accepted.
Result<SweepRange> typedRange(const SweptField& field, const QString& from, const QString& to);
/// The range the input asks for, else the usual one; evenly spaced in logarithms only where both ends are positive.
SweepRange rangeOf(const SweptField& field, const SweepInput& input, std::optional<bool> logarithmic);
/// Some 40 values, ascending, with both ends and the present value among them; whole ones for counts.
std::vector<double> sweepValues(const SweptField& field, const SweepRange& range);

/// For the user's settings.
QStringList toStrings(const SweepInput& input);
SweepInput sweepInputFrom(const QStringList& strings);

} // namespace bellweave::ui
