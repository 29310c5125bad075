// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/satellite_form.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace bellweave::ui {

/// One satellite on an orbit that is typed: around the Earth, or geostationary.
class OrbitForm : public SatelliteForm {
    Q_OBJECT
public:
    explicit OrbitForm(QWidget* parent = nullptr);

    Result<Patch> patch(const Network& network, const SatelliteEquipment& equipment) const override;

private:
    Orbit orbit() const;
    void showFields();

    QFormLayout* m_form;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QDoubleSpinBox* m_altitude;
    QDoubleSpinBox* m_inclination;
    QDoubleSpinBox* m_node;
    QDoubleSpinBox* m_eccentricity;
    QDoubleSpinBox* m_perigee;
    QDoubleSpinBox* m_anomaly;
    QDoubleSpinBox* m_longitude;
};

} // namespace bellweave::ui
