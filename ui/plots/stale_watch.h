// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace bellweave::ui {

class Session;

/// Says when shown numbers should be dimmed: they are of an older revision and nothing newer came for 150 ms.
/// While a drag brings newer numbers all the time, nothing flickers.
class StaleWatch : public QObject {
    Q_OBJECT
public:
    explicit StaleWatch(Session& session, QObject* parent = nullptr);
    bool isDim() const { return m_dim; }

Q_SIGNALS:
    void dimChanged(bool dim);

private:
    void check();
    void setDim(bool dim);

    Session& m_session;
    QTimer m_patience;
    bool m_dim = false;
};

/// How much of stale numbers is still seen.
constexpr double kStaleOpacity = 0.42;

} // namespace bellweave::ui
