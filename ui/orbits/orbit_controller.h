// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"
#include "engine/api/pass_curve.h"
#include "engine/run/latest_runner.h"
#include "ui/orbits/orbit_clock.h"
#include "ui/plots/latest_answer.h"

#include <QTimer>

namespace bellweave::ui {

class Session;

/// One pass of one row of the almanac.
struct ChosenPass {
    std::size_t row = 0;
    std::size_t pass = 0;
    bool operator==(const ChosenPass&) const = default;
};

/// What the Orbits workspace shows: the passes of the design, the moment that is looked at with its numbers, the pass that is chosen and what
/// it brings. A ground station that is selected leads to its row, a satellite to its passes; the moment stays. All that takes longer than a frame is worked out behind the window, and nothing while the workspace is not seen.
class OrbitController : public QObject {
    Q_OBJECT
public:
    explicit OrbitController(Session& session, QObject* parent = nullptr);
    ~OrbitController() override;

    OrbitClock& clock() const { return *m_clock; }
    void setWatched(bool watched);

    /// Null before the first, and where the design has no satellites.
    std::shared_ptr<const engine::SkyAlmanac> almanac() const { return m_almanac; }
    std::shared_ptr<const engine::SkyMoment> moment() const { return m_moment; }
    /// The design's numbers at the moment, or at one shortly before; null before the first.
    std::shared_ptr<const engine::Evaluation> numbers() const { return m_numbers; }

    std::optional<std::size_t> row() const { return m_row; }
    /// The pass that was chosen while the moment lies in it; else one of the chosen row that it lies in, else the next one, else the last.
    std::optional<ChosenPass> pass() const;
    const engine::SkyPass* passAt(const ChosenPass& chosen) const;
    void chooseRow(std::size_t row);
    /// Goes to its best moment.
    void choosePass(const ChosenPass& pass);
    /// To the best moment of the next pass of the chosen row, or of the one before.
    void stepPass(int direction);

    /// Demands whose ways lead over the stations of a row.
    std::vector<DemandId> demandsOver(const engine::SkyRow& row) const;
    /// The demand that the numbers of passes are of: the selected one, else the first whose ways lead over the chosen stations, else the first.
    DemandId demand() const;
    /// What the chosen pass brings it; empty while that is worked out.
    const engine::PassCurve& curve();

Q_SIGNALS:
    void almanacChanged();
    void momentChanged();
    void numbersChanged();
    void chosenChanged();
    void curveChanged();

private:
    struct CurveQuestion {
        std::shared_ptr<const engine::SkyAlmanac> almanac;
        DemandId demand;
        std::size_t row = 0;
        std::size_t pass = 0;
        bool operator==(const CurveQuestion&) const = default;
    };
    void follow();
    void followSelection();
    std::optional<std::size_t> rowFor(SiteId selected) const;
    void workOut();
    void receive(std::shared_ptr<const engine::SkyAlmanac> almanac, quint64 epoch);
    void followTime();
    void askNumbers();

    Session& m_session;
    OrbitClock* m_clock;
    bool m_isWatched = false;
    bool m_isStale = true;
    quint64 m_epoch = 0;
    QTimer m_soon;
    std::shared_ptr<const engine::SkyAlmanac> m_almanac;
    std::shared_ptr<const engine::SkyMoment> m_moment;
    std::shared_ptr<const engine::Evaluation> m_numbers;
    std::optional<std::size_t> m_row;
    std::optional<ChosenPass> m_chosen;       // by hand
    SiteId m_satellite;                       // whose passes are looked at; invalid: all
    std::optional<ChosenPass> m_shownPass;
    LatestAnswer<CurveQuestion, engine::PassCurve> m_curve;
    engine::Evaluator m_evaluator;              // used by the worker of the numbers only
    engine::LatestRunner m_almanacRunner;       // last: they join before the rest is gone
    engine::LatestRunner m_numbersRunner;
};

} // namespace bellweave::ui
