// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/preset_defaults.h"
#include "model/network/map_settings.h"

#include <array>
#include <boost/serialization/nvp.hpp>
#include <initializer_list>
#include <utility>

// The few things a serialize() says that Boost.Serialization has no word for. Our own archives (JSON, schema, presets)
// give them a meaning; in Boost's archives they become plain fields.

namespace bellweave {

/// An archive of ours, whose fields are found by key.
template<typename Archive>
concept KeyedArchive = requires { typename Archive::Keyed; };

/// The element's identity: its text key as "id" in files; the number beside it between processes.
template<typename Archive, typename T>
void identity(Archive& ar, T& element)
{
    if constexpr (KeyedArchive<Archive>) ar.identity(element.key);
    else ar & boost::serialization::make_nvp("number", element.id) & boost::serialization::make_nvp("id", element.key);
}

/// Where fields of the element that this version does not know are kept.
template<typename Archive>
void unknownFields(Archive& ar, Extras& extras)
{
    if constexpr (KeyedArchive<Archive>) ar.unknownFields(extras);
    else ar & boost::serialization::make_nvp("unknown", extras);
}

/// The preset by name. Comes before the other fields, which override its values.
template<typename Archive, HasPreset T>
void preset(Archive& ar, T& value)
{
    if constexpr (KeyedArchive<Archive>) ar.preset(value);
    else ar & boost::serialization::make_nvp("preset", presetOf(value));
}

/// Keys without a default: a file that leaves one out is refused.
template<typename Archive>
void requiredKeys(Archive& ar, std::initializer_list<const char*> keys)
{
    if constexpr (KeyedArchive<Archive>) ar.requiredKeys(keys);
}

/// A variant: exactly one of the keys stands in the file, the first when none does.
template<typename Archive, typename... Kinds>
void alternatives(Archive& ar, std::variant<Kinds...>& value, const std::array<const char*, sizeof...(Kinds)>& keys)
{
    if constexpr (KeyedArchive<Archive>) ar.alternatives(value, keys);
    else ar & boost::serialization::make_nvp("kind", value);
}

/// The texts that stand for the values of an enumeration, in their order.
inline constexpr std::array kGenerationTexts{"automatic", "single-click", "double-click", "sender-receiver", "pair-source"};
inline const auto& textsOf(Generation) { return kGenerationTexts; }
inline constexpr std::array kDistillationTexts{"automatic", "none", "nested", "pumped", "werner", "double-selection", "photon-loss"};
inline const auto& textsOf(DistillationChoice) { return kDistillationTexts; }
inline constexpr std::array kCoherenceDecayTexts{"exponential", "gaussian", "depolarizing-qubit", "depolarizing-pair"};
inline const auto& textsOf(CoherenceDecay) { return kCoherenceDecayTexts; }
inline constexpr std::array kPairEmissionTexts{"pulsed", "continuous"};
inline const auto& textsOf(PairEmission) { return kPairEmissionTexts; }
inline constexpr std::array kSwapOrderTexts{"automatic", "as-soon-as-possible", "sequential", "nested"};
inline const auto& textsOf(SwapOrder) { return kSwapOrderTexts; }
inline constexpr std::array kRepeaterGenerationTexts{"memories", "encoded-memories", "one-way"};
inline const auto& textsOf(RepeaterGeneration) { return kRepeaterGenerationTexts; }
inline constexpr std::array kKeyProtocolTexts{"bbm92", "six-state", "device-independent"};
inline const auto& textsOf(KeyProtocol) { return kKeyProtocolTexts; }
inline constexpr std::array kKeyExchangeTexts{"automatic", "pairs", "relay", "decoy-bb84", "measurement-device-independent", "twin-field",
                                             "pair-source"};
inline const auto& textsOf(KeyExchange) { return kKeyExchangeTexts; }
inline constexpr std::array kKeyBoundTexts{"asymptotic", "union-bound", "exact-tail", "serfling"};
inline const auto& textsOf(KeyBound) { return kKeyBoundTexts; }
inline constexpr std::array kStateModelTexts{"bell-diagonal", "whole"};
inline const auto& textsOf(StateModel) { return kStateModelTexts; }
inline constexpr std::array kServicePolicyTexts{"first-come", "round-robin", "priority", "max-min-fair", "deadline"};
inline const auto& textsOf(ServicePolicy) { return kServicePolicyTexts; }
inline constexpr std::array kPurposeTexts{"entanglement", "secret-key"};
inline const auto& textsOf(Purpose) { return kPurposeTexts; }
inline constexpr std::array kDivergenceMeaningTexts{"gaussian-half-angle", "gaussian-full-angle", "top-hat-full-angle"};
inline const auto& textsOf(DivergenceMeaning) { return kDivergenceMeaningTexts; }
inline constexpr std::array kLinkEndTexts{"from", "to"};
inline const auto& textsOf(LinkEnd) { return kLinkEndTexts; }
inline constexpr std::array kOrbitKindTexts{"kepler", "geostationary", "elements"};
inline const auto& textsOf(OrbitKind) { return kOrbitKindTexts; }
inline constexpr std::array kCouplingTexts{"single-mode", "field-of-view"};
inline const auto& textsOf(Coupling) { return kCouplingTexts; }
inline constexpr std::array kSkyDirectionTexts{"automatic", "from-to", "to-from"};
inline const auto& textsOf(SkyDirection) { return kSkyDirectionTexts; }
inline constexpr std::array kMicrowaveSchemeTexts{"automatic", "direct", "time-bin"};
inline const auto& textsOf(MicrowaveScheme) { return kMicrowaveSchemeTexts; }
inline constexpr std::array kCornerTexts{"top-left", "top-right", "bottom-left", "bottom-right"};
inline const auto& textsOf(Corner) { return kCornerTexts; }

} // namespace bellweave
