// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/run/latest_runner.h"

#include <QObject>
#include <memory>

namespace bellweave::ui {

class Session;

/// A change that is looked at before it is made: the design stays as it is, views draw what the change would bring. Ends by
/// itself when the design changes, because the change was worked out for what was there before.
class Preview : public QObject {
    Q_OBJECT
public:
    explicit Preview(Session& session);
    ~Preview() override;

    bool isShown() const { return m_network != nullptr; }
    const QString& title() const { return m_title; }
    const Patch& patch() const { return m_patch; }
    /// The design with the change; null when nothing is shown.
    const std::shared_ptr<const Network>& network() const { return m_network; }
    /// What follows from it; null until it is computed.
    const std::shared_ptr<const engine::Evaluation>& evaluation() const { return m_evaluation; }

    /// Shows a change instead of what was shown. Precondition: the patch starts from the session's network.
    void show(const Patch& patch, const QString& title);
    void discard();
    /// Makes the change, as one undo step of this name.
    void apply(const QString& stepName);

Q_SIGNALS:
    /// Another change is shown, or none, or its numbers have come.
    void changed();

private:
    Session& m_session;
    int m_work = 0;    ///< its number in the list of work while it is computed
    QString m_title;
    Patch m_patch;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const engine::Evaluation> m_evaluation;
    engine::LatestRunner m_runner;    // last: joins before the rest is gone
};

} // namespace bellweave::ui
