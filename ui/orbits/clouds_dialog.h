// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/edit/patch.h"
#include "model/network/cloud_climatology.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace bellweave::ui {

class Session;

/// Gives a ground station the chances of a clear sky of a place in a climatology, by months. One undo step.
class CloudsDialog : public QDialog {
    Q_OBJECT
public:
    /// Precondition: the file holds at least one station.
    CloudsDialog(Session& session, SiteId station, CloudFile clouds, QWidget* parent = nullptr);

    QComboBox& places() const { return *m_places; }
    QCheckBox& night() const { return *m_night; }
    QLabel& sentence() const { return *m_sentence; }
    QDialogButtonBox& buttons() const { return *m_buttons; }
    /// The text that the station would get; an Error names months that are missing.
    Result<QString> clearSky() const;

    void accept() override;

private:
    void follow();

    Session& m_session;
    SiteId m_station;
    CloudFile m_clouds;
    QComboBox* m_places;
    QCheckBox* m_night;
    QLabel* m_months;
    QLabel* m_sentence;
    QDialogButtonBox* m_buttons;
};

} // namespace bellweave::ui
