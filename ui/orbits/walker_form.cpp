// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/walker_form.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace bellweave::ui {
namespace {

constexpr double kKilometer = 1000.0;
const QString kDegree = QStringLiteral("°");
const WalkerPattern kUsual;

} // namespace

WalkerForm::WalkerForm(QWidget* parent)
    : SatelliteForm(parent), m_prefix(new QLineEdit(kUsual.prefix)), m_total(count(kUsual.satellites, 1, tr("Satellites"))), m_planes(count(kUsual.planes, 1, tr("Planes"))),
      m_phasing(count(kUsual.phasing, 0, tr("Phasing"))), m_star(new QCheckBox(tr("Planes over half a turn (star)"))), m_altitude(number(kUsual.altitude.si() / kKilometer, 160.0, 40'000.0, 1, tr(" km"), tr("Altitude"))),
      m_inclination(number(kUsual.inclination, 0.0, 180.0, 2, kDegree, tr("Inclination"))), m_node(number(kUsual.node, -360.0, 360.0, 2, kDegree, tr("Node of the first plane")))
{
    auto* form = new QFormLayout(this);
    form->addRow(tr("Names begin with"), m_prefix);
    form->addRow(tr("Satellites, T"), m_total);
    form->addRow(tr("Planes, P"), m_planes);
    form->addRow(tr("Phasing, F"), m_phasing);
    form->addRow({}, m_star);
    for (QDoubleSpinBox* field : {m_altitude, m_inclination, m_node}) form->addRow(field->accessibleName(), field);
    connect(m_prefix, &QLineEdit::textChanged, this, &WalkerForm::changed);
    connect(m_star, &QCheckBox::toggled, this, &WalkerForm::changed);
}

QSpinBox* WalkerForm::count(int value, int least, const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(least, kMostWalkerSatellites);
    box->setValue(value);
    box->setAccessibleName(name);
    connect(box, &QSpinBox::valueChanged, this, &WalkerForm::changed);
    return box;
}

WalkerPattern WalkerForm::pattern() const
{
    WalkerPattern pattern;
    pattern.satellites = m_total->value();
    pattern.planes = m_planes->value();
    pattern.phasing = m_phasing->value();
    pattern.isStar = m_star->isChecked();
    pattern.altitude = Length::fromSi(m_altitude->value() * kKilometer);
    pattern.inclination = m_inclination->value();
    pattern.node = m_node->value();
    pattern.prefix = m_prefix->text();
    return pattern;
}

} // namespace bellweave::ui
