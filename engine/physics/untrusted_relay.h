// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/detector_load.h"

namespace bellweave::engine {

// Key between two senders of weak pulses whose light meets at a station that nobody has to trust. Infinitely many decoys, bits a
// pulse of each sender before sifting, both bases and all phases as asked; never below 0.

/// Two arms to a beam splitter with detectors behind it.
struct RelayArms {
    double transmissivityA = 0.1;   ///< detector included
    double transmissivityB = 0.1;
    double meanA = 0.3;             ///< photons a pulse
    double meanB = 0.3;
    double dark = 1e-7;             ///< clicks of one detector a pulse without light
    double misalignment = 0.01;     ///< share of photons that end wrong, both arms together
    double phaseNoise = 0.0;        ///< rms of the phase between the arms, rad; twin-field only
};
/// What a protocol yields.
struct RelayedPulses {
    double gain = 0.0;              ///< accepted pulses
    double error = 0.0;             ///< of their bits
    double key = 0.0;
    double balance = -1.0;          ///< secret bits of an accepted pulse less those disclosed: below 0 without key, closer to it nearer to key
};
/// Photons a pulse, more than which no protocol gains; sums over photon numbers hold up to it.
inline constexpr double kBrightestPulse = 1.0;

/// Pulses of a pair of intensities that are accepted, and the share of them whose bits differ.
struct RelayResponse {
    double gain = 0.0;
    double error = 0.5;
};
/// Measurement-device-independent, where both make key and where both test: exactly one detector of either kind clicks, the phases of
/// all pulses random. Sources: Ma & Razavi, PRA 86, 062319 (2012); for the test basis Ma, Fung & Razavi, PRA 86, 052305 (2012),
/// Q = 2y² [1 + 2y² - 4y I0(x) + I0(2x)], E Q = Q/2 - (1 - 2 e_d) y² [I0(2x) - 1], y = (1 - d) e^(-(a+b)/4), x = sqrt(ab)/2.
RelayResponse respondInKeyBasis(const RelayArms& arms);
RelayResponse respondInTestBasis(const RelayArms& arms);

/// Measurement-device-independent, polarization or time bins, four detectors: Q11 [1 - h(e11)] - Q f h(E).
/// Sources: Lo, Curty & Qi, PRL 108, 130503 (2012); Ma & Razavi, PRA 86, 062319 (2012) for what weak pulses give.
RelayedPulses measurementDeviceIndependent(const RelayArms& arms, double correctionInefficiency);

/// Twin-field, one of two detectors clicks: coherent pulses of either sign, as key is made of; and pulses of random phases, whose clicks
/// tell no bit.
RelayResponse respondToFields(const RelayArms& arms);
double respondToRandomPhases(const RelayArms& arms);

/// Twin-field, two detectors, key from coherent pulses of either sign and decoys of every photon number:
/// sum over the detectors of p [1 - h(e_phase) - f h(e_bit)] with p e_phase <= sum_j (sum c_m c_n sqrt(Y_mn))², m and n both even
/// (j = 0) or both odd, c_n² Poissonian. Source: Curty, Azuma & Lo, npj Quantum Information 5, 64 (2019).
RelayedPulses twinField(const RelayArms& arms, double correctionInefficiency);

/// Chance that one named detector of two clicks and the other does not when so many photons enter the arms, no light of which has
/// a phase; m and n not negative. Closed form of <m,n| :exp(-d†d): |m,n>, d the mode of the silent detector.
double photonYield(const RelayArms& arms, int m, int n);

/// What a protocol accepts and makes of it.
struct RelayProtocol {
    RelayedPulses (*yield)(const RelayArms&, double correctionInefficiency);
    int awake = 1;    ///< detectors that have to see for a pulse to be accepted
};
inline constexpr RelayProtocol kMeasurementDeviceIndependent{measurementDeviceIndependent, 2};
inline constexpr RelayProtocol kTwinField{twinField, 1};

/// Photons a pulse that would click.
double lightOf(const RelayArms& arms);
/// What a protocol yields of all pulses where clicks burden the detectors; the dark clicks of the arms are those without light.
RelayedPulses underLoad(RelayArms arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load);

} // namespace bellweave::engine
