// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>

namespace bellweave::ui {
namespace {

constexpr double kKilometer = 1000.0;
const QString kDegree = QStringLiteral("°");

} // namespace

OrbitForm::OrbitForm(QWidget* parent)
    : SatelliteForm(parent), m_form(new QFormLayout(this)), m_name(new QLineEdit(tr("Satellite"))), m_kind(new QComboBox), m_altitude(number(500.0, 160.0, 100'000.0, 1, tr(" km"), tr("Altitude"))),
      m_inclination(number(97.4, 0.0, 180.0, 2, kDegree, tr("Inclination"))), m_node(number(0.0, -360.0, 360.0, 2, kDegree, tr("Ascending node"))), m_eccentricity(number(0.0, 0.0, 0.9, 4, {}, tr("Eccentricity"))),
      m_perigee(number(0.0, -360.0, 360.0, 2, kDegree, tr("Argument of perigee"))), m_anomaly(number(0.0, -360.0, 360.0, 2, kDegree, tr("Mean anomaly"))),
      m_longitude(number(19.2, -180.0, 180.0, 2, kDegree, tr("Longitude, east")))
{
    m_kind->addItems({tr("Around the Earth"), tr("Geostationary")});
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Orbit"), m_kind);
    for (QDoubleSpinBox* field : {m_altitude, m_inclination, m_node, m_eccentricity, m_perigee, m_anomaly, m_longitude}) m_form->addRow(field->accessibleName(), field);
    connect(m_name, &QLineEdit::textChanged, this, &OrbitForm::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OrbitForm::showFields);
    showFields();
}

void OrbitForm::showFields()
{
    const bool isFixed = m_kind->currentIndex() == 1;
    for (QDoubleSpinBox* field : {m_altitude, m_inclination, m_node, m_eccentricity, m_perigee, m_anomaly, m_longitude}) {
        const bool isShown = (field == m_longitude) == isFixed;
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    }
    Q_EMIT changed();
}

Orbit OrbitForm::orbit() const
{
    Orbit orbit;
    if (m_kind->currentIndex() == 1) {
        orbit.kind = OrbitKind::Geostationary;
        orbit.longitude = m_longitude->value();
        return orbit;
    }
    orbit.altitude = Length::fromSi(m_altitude->value() * kKilometer);
    orbit.inclination = m_inclination->value();
    orbit.node = m_node->value();
    orbit.eccentricity = m_eccentricity->value();
    orbit.perigee = m_perigee->value();
    orbit.anomaly = m_anomaly->value();
    return orbit;
}

Result<Patch> OrbitForm::patch(const Network& network, const SatelliteEquipment& equipment) const { return addSatellites(network, {{m_name->text().trimmed(), {}, orbit()}}, equipment); }

} // namespace bellweave::ui
