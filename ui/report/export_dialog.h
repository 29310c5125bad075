// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/render/picture_file.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace bellweave::ui {

class Prompter;
class Session;

/// Writes the map or one plot as a picture: what, format, size, resolution or paper, light or dark; with a preview.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `designName` begins the suggested file name.
    ExportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent = nullptr);

private:
    void fillChoices();
    void fillForm(QFormLayout& form);
    QWidget* makeButtons();
    void suggestSize();
    void refresh();
    QString suffix() const;
    PictureFormat format() const;
    std::function<void(QPainter&)> painting() const;
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
};

} // namespace bellweave::ui
