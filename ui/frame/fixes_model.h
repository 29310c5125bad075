// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QAbstractListModel>

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

private:
    void follow();

    Session& m_session;
    std::vector<engine::Fix> m_fixes;
};

} // namespace bellweave::ui
