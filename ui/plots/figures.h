// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

namespace bellweave::ui::figures {

/// A fidelity as the window writes it: 3 decimals, 4 above 0.99.
QString fidelityText(double fidelity);
/// A rate in 1/s without its unit: 2 significant figures below 100, whole and grouped by thin spaces above.
QString rateText(double perSecond);
/// A number with `digits` significant figures, never with an "e": 0.00042, 1 178, 3.1 × 10⁻⁷. Uses the true minus sign.
QString figureText(double value, int digits);
/// "1 234.5 ± 2.1": as many decimals as the two leading digits of the standard error have; "(3.1 ± 0.2) × 10⁻⁷".
QString estimateText(double mean, double standardError);
/// A whole number, grouped by thin spaces.
QString countText(std::uint64_t count);
/// A length in km without its unit: "118", "7.4", "0.35".
QString kilometersText(double meters);
/// Euros in millions without the unit: "0.48", "12.3".
QString millionsText(double euros);
/// "37 %" of a fraction.
QString percentText(double fraction);
struct TimeUnit {
    double seconds;
    QString symbol;
};
/// s, ms, µs or ns: the one in which a time has a figure before the point, or the first behind it.
TimeUnit timeUnit(double seconds);
/// A time with the unit that fits it: "0.61 s", "9.3 ms", "12 µs".
QString durationText(double seconds);

/// How long a person waits: "12 s", "3 min", "4.5 h", "2.1 days".
QString spanText(double seconds);

} // namespace bellweave::ui::figures
