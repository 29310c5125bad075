// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/walker.h"
#include "ui/orbits/satellite_form.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace bellweave::ui {

/// A constellation in evenly spread planes.
class WalkerForm : public SatelliteForm {
    Q_OBJECT
public:
    explicit WalkerForm(QWidget* parent = nullptr);

    Result<Patch> patch(const Network& network, const SatelliteEquipment& equipment) const override { return walkerConstellation(network, pattern(), equipment); }

private:
    QSpinBox* count(int value, int least, const QString& name);
    WalkerPattern pattern() const;

    QLineEdit* m_prefix;
    QSpinBox* m_total;
    QSpinBox* m_planes;
    QSpinBox* m_phasing;
    QCheckBox* m_star;
    QDoubleSpinBox* m_altitude;
    QDoubleSpinBox* m_inclination;
    QDoubleSpinBox* m_node;
};

} // namespace bellweave::ui
