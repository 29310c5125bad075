// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/findings.h"
#include "ui/session/session.h"

#include <QAbstractListModel>

namespace bellweave::ui {

/// The findings of the newest evaluation, worst first.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit FindingsModel(Session& session, QObject* parent = nullptr);

    /// The finding of a row, or null.
    const Finding* finding(const QModelIndex& index) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void rebuild();

    Session& m_session;
    std::shared_ptr<const engine::Evaluation> m_shown;    ///< keeps the findings alive while they are listed
    std::vector<const Finding*> m_rows;
};

} // namespace bellweave::ui
