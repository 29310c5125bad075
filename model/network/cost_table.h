// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave {

/// Prices and power of everything a design is made of. Every value is low-confidence and editable; sources in the preset.
struct CostTable {
    QString preset = QStringLiteral("default-2026");
    Money processor = Money::fromSi(2.0e6);
    Money repeater = Money::fromSi(1.2e6);
    Money station = Money::fromSi(2.5e5);              ///< midpoint station with its detectors
    Money terminal = Money::fromSi(1.0e5);             ///< key terminal: sender, receiver, the vault around them; one for each link there
    Money pairSource = Money::fromSi(8.0e4);           ///< laser, crystal and fiber coupling
    Money telescope = Money::fromSi(1.0e5);            ///< one end of a free-space link, with its pointing
    Money groundStation = Money::fromSi(2.0e6);        ///< telescope for satellites with dome, pointing and adaptive optics
    Money satellite = Money::fromSi(5.0e7);            ///< built and launched, without what it holds
    Money hardwareUpgrade = Money::fromSi(3.0e5);      ///< one property of one site's hardware ten times better than its preset
    MoneyPerLength microwaveLine = MoneyPerLength::fromSi(3.0e4);   ///< cold waveguide with its shields, vacuum and coolers
    MoneyPerLengthYear fiberLease = MoneyPerLengthYear::fromSi(0.5);
    Money newSite = Money::fromSi(1.0e5);              ///< hut, power, space for one more station
    MoneyPerYear newSiteYearly = MoneyPerYear::fromSi(2.0e4);
    Power processorPower = Power::fromSi(1.0e4);
    Power repeaterPower = Power::fromSi(5.0e3);
    Power stationPower = Power::fromSi(2.0e3);
    Power terminalPower = Power::fromSi(500.0);
    Power pairSourcePower = Power::fromSi(300.0);
    Power telescopePower = Power::fromSi(500.0);
    Power groundStationPower = Power::fromSi(3000.0);
    PowerPerLength microwaveCooling = PowerPerLength::fromSi(500.0);   ///< of refrigeration along a cold waveguide
    MoneyPerEnergy electricity = MoneyPerEnergy::fromSi(0.2);
    double powerUsageEffectiveness = 1.3;
    double maintenanceFraction = 0.1;                  ///< of CAPEX, per year
    double interestRate = 0.04;
    Years lifetime = Years::fromSi(10.0);
    bool operator==(const CostTable&) const = default;
};

} // namespace bellweave
