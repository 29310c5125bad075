// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/satellite_edits.h"
#include "model/network/network.h"

#include <QWidget>

class QDoubleSpinBox;

namespace bellweave::ui {

/// One way to say which satellites are added.
class SatelliteForm : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The edit that adds what is filled in; an Error says why nothing can be added.
    virtual Result<Patch> patch(const Network& network, const SatelliteEquipment& equipment) const = 0;
    /// What is left out of what was given, in sentences; empty where nothing.
    virtual QString remark() const { return {}; }

Q_SIGNALS:
    void changed();

protected:
    /// A number that tells of its changes.
    QDoubleSpinBox* number(double value, double least, double most, int digits, const QString& unit, const QString& name);
};

} // namespace bellweave::ui
