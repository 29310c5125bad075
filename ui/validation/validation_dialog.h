// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/validation.h"

#include <QDialog>
#include <QFutureWatcher>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace bellweave::ui {

class FileActions;
class ValidationFilter;
class ValidationModel;
class ValidationPlot;

/// The engine held against what is known exactly and against published experiments, computed when the dialog opens: every row
/// with its inputs, model, deviation and verdict, misses included, and a plot of predicted against measured figures. An
/// experiment that is a network opens as a design.
class ValidationDialog : public QDialog {
    Q_OBJECT
public:
    ValidationDialog(FileActions& files, QWidget* parent = nullptr);
    ~ValidationDialog() override;

    QTableView& table() const { return *m_table; }
    const ValidationModel& model() const { return *m_model; }

private:
    void layOut();
    void take(const std::vector<engine::ValidationRow>& rows);
    void showCurrent();
    void choose(const QString& id);
    void openCurrent();
    const engine::ValidationRow* currentRow() const;

    FileActions& m_files;
    QLabel* m_summary;
    QComboBox* m_part;
    QLineEdit* m_words;
    QTableView* m_table;
    ValidationModel* m_model;
    ValidationFilter* m_filter;
    QLabel* m_detail;
    ValidationPlot* m_rates;
    ValidationPlot* m_fidelities;
    QPushButton* m_open;
    QFutureWatcher<std::vector<engine::ValidationRow>> m_work;
};

} // namespace bellweave::ui
