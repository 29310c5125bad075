// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/presets.h"

#include <algorithm>

namespace bellweave {

// What a value is when a file names nothing but its preset. A type with an overload here starts from its preset on
// reading, and only what departs from it is written.

inline Processor defaultsOf(const Processor& value)
{
    Processor result{nodeHardware(value.hardware.preset), value.qubits};
    result.qubits = std::max(Processor().qubits, result.hardware.memory.slots);
    return result;
}
inline Repeater defaultsOf(const Repeater& value) { return {nodeHardware(value.hardware.preset)}; }
inline HeraldStation defaultsOf(const HeraldStation& value) { return heraldStation(value.preset); }
inline PairSource defaultsOf(const PairSource& value) { return pairSource(value.preset); }
inline KeyTerminal defaultsOf(const KeyTerminal& value) { return keyTerminal(value.preset); }
inline FiberLink defaultsOf(const FiberLink& value) { return fiberLink(value.preset); }
inline FreeSpaceLink defaultsOf(const FreeSpaceLink& value) { return freeSpaceLink(value.preset); }
inline SatelliteLink defaultsOf(const SatelliteLink& value) { return satelliteLink(value.preset); }
inline Telescope defaultsOf(const Telescope& value) { return telescope(value.preset); }
inline MicrowaveLink defaultsOf(const MicrowaveLink& value) { return microwaveLink(value.preset); }
inline CostTable defaultsOf(const CostTable& value) { return costTable(value.preset); }

template<typename T>
concept HasPreset = requires(const T& value) { defaultsOf(value); };

inline QString& presetOf(Processor& value) { return value.hardware.preset; }
inline QString& presetOf(Repeater& value) { return value.hardware.preset; }
template<HasPreset T>
QString& presetOf(T& value) { return value.preset; }

/// The kind of presets a type takes: "node", "fiber", "free_space", "satellite", "microwave", "detector", "pair_source", "terminal", "telescope", "cost".
inline QString presetKind(const Processor&) { return QStringLiteral("node"); }
inline QString presetKind(const Repeater&) { return QStringLiteral("node"); }
inline QString presetKind(const HeraldStation&) { return QStringLiteral("detector"); }
inline QString presetKind(const KeyTerminal&) { return QStringLiteral("terminal"); }
inline QString presetKind(const PairSource&) { return QStringLiteral("pair_source"); }
inline QString presetKind(const FiberLink&) { return QStringLiteral("fiber"); }
inline QString presetKind(const FreeSpaceLink&) { return QStringLiteral("free_space"); }
inline QString presetKind(const SatelliteLink&) { return QStringLiteral("satellite"); }
inline QString presetKind(const Telescope&) { return QStringLiteral("telescope"); }
inline QString presetKind(const MicrowaveLink&) { return QStringLiteral("microwave"); }
inline QString presetKind(const CostTable&) { return QStringLiteral("cost"); }

} // namespace bellweave
