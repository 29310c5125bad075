// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// Probability of at least one dark or noise count in a window: 1 - exp(-R t), Poissonian counts, window >= 0.
/// Source: Poisson process; Hadfield, Nature Photonics 3, 696 (2009) for the detector terms.
double darkProbability(Rate counts, Duration window);

/// Probability that a threshold detector clicks: 1 - (1 - eta)(1 - p_dark), eta = arrival times detection efficiency.
/// Signal and noise are independent; dead time and after-pulses are left out.
double clickProbability(double efficiency, double darkProbability);

/// Share of an exponentially decaying photon of this 1/e lifetime that falls into a window opened at its start:
/// 1 - exp(-t/tau); 1 for a lifetime of zero.
double capturedShare(Duration window, Duration lifetime);
/// The same with a normal error of this rms on the times that clicks tell; the window is opened where it catches most. Exponentially
/// modified normal distribution. Source: Grushka, Anal. Chem. 44, 1733 (1972).
double capturedShare(Duration window, Duration lifetime, Duration jitterRms);
/// Share that clicks tell between two times, all in lifetimes from the photon's start.
double capturedBetween(double from, double to, double jitterRms);
/// Rms of a normal distribution of this full width at half maximum: FWHM/(2 sqrt(2 ln 2)).
Duration rmsOfWidth(Duration fullWidth);

/// What is seen of clicks that come at this rate when a detector is blind for a while after each: R/(1 + R t_d).
/// Source: Knoll, Radiation Detection and Measurement, section 4.7, non-paralyzable.
Rate afterDeadTime(Rate clicks, Duration deadTime);
/// Weight that dark counts leave of the click of one photon at two detectors, double clicks given at random:
/// eta (1-p)/(1 - (1-eta)(1-p)²); both sides' weights multiply the Werner parameter.
double signalWeight(double efficiency, double darkProbability);

} // namespace bellweave::engine
