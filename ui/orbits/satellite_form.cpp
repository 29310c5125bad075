// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/satellite_form.h"

#include <QDoubleSpinBox>

namespace bellweave::ui {

QDoubleSpinBox* SatelliteForm::number(double value, double least, double most, int digits, const QString& unit, const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(digits);
    box->setValue(value);
    box->setSuffix(unit);
    box->setAccessibleName(name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &SatelliteForm::changed);
    return box;
}

} // namespace bellweave::ui
