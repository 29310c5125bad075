// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/deep_space.h"
#include "model/orbits/mean_elements.h"

#include <array>
#include <optional>
#include <variant>

namespace bellweave::engine {

/// Place and velocity in the frame of SGP4: true equator, mean equinox of date (TEME). km and km/s.
struct OrbitState {
    std::array<double, 3> position{};
    std::array<double, 3> velocity{};
};

/// Why a satellite has no place. Numbers as in Vallado et al., AIAA 2006-6753.
enum class OrbitError { MeanEccentricity = 1, MeanMotion = 2, Eccentricity = 3, SemiLatusRectum = 4, Decayed = 6 };
/// A sentence about it.
QString orbitErrorText(OrbitError error);

using OrbitResult = std::variant<OrbitState, OrbitError>;

/// Where a satellite is, by the theory that its catalog elements belong to: SGP4, and SDP4 for periods of 225 minutes and more. Nothing
/// changes when it is asked, and the answer for a moment does not depend on what was asked before. Sources: Hoots & Roehrich, Spacetrack
/// Report No. 3 (1980); Vallado, Crawford, Hujsak & Kelso, AIAA 2006-6753.
class Sgp4 {
public:
    explicit Sgp4(const MeanElements& elements);

    /// `minutes` since the epoch.
    OrbitResult at(double minutes) const;
    const MeanElements& elements() const { return m_elements; }
    bool isDeepSpace() const { return m_deep.has_value(); }
    /// Of an unperturbed orbit, min.
    double period() const;

private:
    /// What of inclination the short periods need.
    struct Tilt {
        double sine = 0.0, cosine = 1.0;
        double three = 2.0;       ///< 3 cos² - 1
        double one = 0.0;         ///< 1 - cos²
        double seven = 6.0;       ///< 7 cos² - 1
        double slope = 0.0;       ///< of the long period in longitude
        double along = 0.0;       ///< of the long period in the eccentricity vector
    };
    /// Powers of time by which drag and what follows from it change the orbit.
    struct Drag {
        double c1 = 0.0, c4 = 0.0, c5 = 0.0;
        std::array<double, 3> size{};         ///< of t², t³, t⁴
        std::array<double, 4> longitude{};    ///< of t², t³, t⁴, t⁵
        double node = 0.0;                    ///< of t²
        double perigee = 0.0;                 ///< of t
        double anomaly = 0.0;
        double eta = 0.0;
        double anomalyAtEpoch = 1.0;          ///< (1 + eta cos M)³
        double sinAnomaly = 0.0;
        bool isSimple = false;                ///< perigee below 220 km, or deep space: c1, c4 and t² alone
    };
    static Tilt tiltOf(double inclination);
    void prepareRates();
    void prepareDrag();
    void prepareHighDrag(double atmosphere, double factor);
    void sink(WorkingElements& elements, double& size, double& longitude, double t) const;
    OrbitResult shortPeriods(const WorkingElements& elements, const Tilt& tilt, double size, double motion) const;

    MeanElements m_elements;
    WorkingElements m_epoch;      // motion of Brouwer
    double m_axis = 1.0;          // Earth radii
    Tilt m_tilt;
    SecularRates m_rates;
    double m_nodeOfJ2 = 0.0;      // first order alone
    Drag m_drag;
    std::optional<DeepSpace> m_deep;
};

/// Sidereal time of Greenwich for a UT1 date, rad in [0, 2 pi). Source: Aoki et al., Astron. Astrophys. 105, 359 (1982).
double greenwichSiderealTime(const JulianDate& date);

} // namespace bellweave::engine
