// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QAbstractTableModel>

namespace bellweave::ui {

/// The rows of a plot; with a comparison those of both designs below each other, and a first column that says whose they are.
PlotData comparedData(const Plot& plot, const PlotContext& context);

/// The rows as comma-separated values: point as decimal mark, exact numbers, texts quoted where needed, lines end with LF.
QByteArray toCsv(const PlotData& data);
/// The rows for the clipboard: tab-separated, pastes into spreadsheets.
QString toTabText(const PlotData& data);

/// The table twin of a plot.
class PlotDataModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Shows other rows. Keeps the view's place when only values changed.
    void setPlotData(PlotData data);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString quantityOf(int column) const;

    PlotData m_data;
};

} // namespace bellweave::ui
