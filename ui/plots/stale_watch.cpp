// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/stale_watch.h"

#include "ui/session/session.h"

namespace bellweave::ui {

StaleWatch::StaleWatch(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(150);
    connect(&m_patience, &QTimer::timeout, this, [this] { setDim(m_session.isStale()); });
    connect(&session, &Session::networkChanged, this, &StaleWatch::check);
    connect(&session, &Session::computeStateChanged, this, &StaleWatch::check);
    connect(&session, &Session::networkReset, this, &StaleWatch::check);
    connect(&session, &Session::evaluationChanged, this, [this] {
        m_patience.stop();
        setDim(false);
        check();
    });
}

void StaleWatch::check()
{
    if (!m_session.isStale()) {
        m_patience.stop();
        setDim(false);
    } else if (!m_patience.isActive() && !m_dim) {
        m_patience.start();
    }
}

void StaleWatch::setDim(bool dim)
{
    if (dim == m_dim) return;
    m_dim = dim;
    Q_EMIT dimChanged(dim);
}

} // namespace bellweave::ui
