// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

#include <QObject>

namespace bellweave::ui {

class Session;

/// Puts plots into the report of the open design, which keeps them. The designs that they were compared with are in no file of
/// this one, so those are kept here, as long as the design is open.
class ReportCollection : public QObject {
    Q_OBJECT
public:
    /// That of a session; made when it is asked for first, gone with the session.
    static ReportCollection& of(Session& session);

    /// Puts a plot at the end of the report. False when the design refuses, which it says itself.
    bool add(const PlotLook& look);
    const PlotComparisons& comparisons() const { return m_comparisons; }

Q_SIGNALS:
    /// The plots of the report, their order or their ticks are others now.
    void changed();

private:
    explicit ReportCollection(Session& session);

    Session& m_session;
    PlotComparisons m_comparisons;
};

} // namespace bellweave::ui
