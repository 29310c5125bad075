// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/render/picture_file.h"

#include <QDialog>
#include <QFutureWatcher>
#include <map>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bellweave::ui {

class Plot;
struct PlotContext;
class Prompter;
class Session;

/// Writes the map or one plot as a picture: what, format, size, resolution or paper, light or dark; with a preview.
/// Slow curves are computed once for a design, on another thread; sizes and colors only draw them again.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `designName` begins the suggested file name.
    ExportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent = nullptr);

private:
    void fillChoices();
    void fillForm(QFormLayout& form);
    QWidget* makeButtons();
    void takeDesign();
    void suggestSize();
    void choose();
    void computePlot();
    void keepPlot();
    bool isReady() const;
    PlotContext plotContext() const;
    void refresh();
    QString suffix() const;
    PictureFormat format() const;
    /// Precondition: isReady().
    std::function<void(QPainter&)> painting() const;
    QPixmap drawnPreview() const;
    void exportPicture();

    Session& m_session;
    Prompter& m_prompter;
    QString m_designName;
    QComboBox* m_subject;     // map, then the plots by id
    QComboBox* m_format;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_dpi;
    QComboBox* m_paper;
    QComboBox* m_colors;
    QLabel* m_preview;
    QPushButton* m_export = nullptr;

    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const engine::Evaluation> m_evaluation;
    std::map<QString, std::shared_ptr<const Plot>> m_plots;    ///< by id: those whose curves are there for this design
    QString m_computing;                                       ///< id of the plot that is worked on; empty when none is
    QFutureWatcher<std::shared_ptr<const Plot>> m_work;
};

} // namespace bellweave::ui
