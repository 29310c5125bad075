// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QAbstractListModel>
#include <QTimer>

namespace bellweave::ui {

class Session;

/// The fixes of the newest numbers, cheapest first.
class FixesModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit FixesModel(Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the change; ToolTipRole: everything about it, which is its accessible text too.
    QVariant data(const QModelIndex& index, int role) const override;

    /// Null for a row that is not there.
    const engine::Fix* fix(const QModelIndex& index) const;
    /// "F 0.901, 3.1 ebit/s, € 0.48 M".
    static QString reachedText(const engine::Fix& fix);
    /// "Worsens Delft – Paris"; empty when nothing does.
    static QString worsensText(const engine::Fix& fix);
    /// The fixes are of a design before this one, and the search for new ones has taken a while.
    bool isOutdated() const { return m_isOutdated; }

Q_SIGNALS:
    void outdatedChanged();

private:
    void follow();
    void setOutdated(bool outdated);

    Session& m_session;
    std::vector<engine::Fix> m_fixes;
    QTimer m_patience;
    bool m_isOutdated = false;
};

} // namespace bellweave::ui
