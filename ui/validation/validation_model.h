// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/validation.h"
#include "ui/style/symbols.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace bellweave::ui {

/// What the engine predicts beside what is known exactly or was measured: a row each.
class ValidationModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Verdict, Name, Quantity, Predicted, Reference, Deviation, Inputs, ColumnCount };
    /// Role of the number behind a cell, for sorting.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<engine::ValidationRow> rows);
    const std::vector<engine::ValidationRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<engine::ValidationRow> m_rows;
};

/// Which rows are listed.
enum class ValidationPart { All, Exact, Peers, Experiments, Misses };

/// The rows of a part that hold all typed words.
class ValidationFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ValidationFilter(ValidationModel& model);
    void setPart(ValidationPart part);
    void setWords(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    ValidationModel& m_model;
    ValidationPart m_part = ValidationPart::All;
    QStringList m_words;
};

/// "agrees", "bound holds", "fails".
QString agreementText(engine::Agreement agreement);
Mark agreementMark(engine::Agreement agreement);
/// The quantity in words: "Fidelity", "Rate"; those of exact results are words already.
QString quantityText(const engine::ValidationRow& row);
/// "85 of 85 exact results and 8 of 8 of other programs agree. Of 25 figures of experiments 20 agree, …"
QString validationSummary(const std::vector<engine::ValidationRow>& rows);

} // namespace bellweave::ui
