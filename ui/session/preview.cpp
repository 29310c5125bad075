// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preview.h"

#include "engine/api/evaluator.h"
#include "model/edit/report_edits.h"
#include "ui/session/background_work.h"
#include "ui/session/session.h"

namespace bellweave::ui {

Preview::Preview(Session& session) : m_session(session)
{
    connect(&session, &Session::networkChanged, this, [this](const Patch& patch) {
        const bool isBeside = concernsReportOnly(patch) && !patch.generalAfter;    // plots of the preview may go into the report
        if (!isBeside) discard();
    });
    connect(&session, &Session::networkReset, this, &Preview::discard);
}

Preview::~Preview() = default;

void Preview::show(const Patch& patch, const QString& title)
{
    Network network = m_session.network();
    applyPatch(network, patch);
    m_patch = patch;
    m_title = title;
    m_network = std::make_shared<const Network>(std::move(network));
    m_evaluation.reset();
    m_session.work().end(std::exchange(m_work, m_session.work().begin(tr("Preview of a fix"), [this] { discard(); })));
    m_runner.submit([this, shown = m_network](std::stop_token) {
        auto evaluation = std::make_shared<const engine::Evaluation>(engine::evaluate(*shown));
        QMetaObject::invokeMethod(this, [this, shown, evaluation] {
            if (shown != m_network) return;
            m_evaluation = evaluation;
            m_session.work().end(std::exchange(m_work, 0));
            Q_EMIT changed();
        }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void Preview::discard()
{
    if (!isShown()) return;
    m_session.work().end(std::exchange(m_work, 0));
    m_network.reset();
    m_evaluation.reset();
    m_patch = {};
    m_title.clear();
    Q_EMIT changed();
}

void Preview::apply(const QString& stepName)
{
    if (!isShown()) return;
    const Patch patch = m_patch;
    discard();
    m_session.push(patch, stepName);
}

} // namespace bellweave::ui
