// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/satellite_edits.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QTabWidget;
class QTreeWidget;

namespace bellweave::ui {

class ElementsForm;
class SatelliteForm;
class Session;
class TrackPreview;

/// Adds satellites to the open design: on an orbit that is typed, from elements that are pasted, opened or dropped, or as a constellation;
/// their ground tracks are seen before. One undo step.
class AddSatellitesDialog : public QDialog {
    Q_OBJECT
public:
    enum Page { OrbitPage, ElementsPage, ConstellationPage };

    AddSatellitesDialog(Session& session, QWidget* parent = nullptr);

    void showPage(Page page);
    /// As if it were pasted.
    void setElementsText(const QString& text);
    /// Reads a file of elements; the sentence below says what was wrong.
    void openFile(const QString& path);
    TrackPreview& preview() const { return *m_preview; }
    QLabel& sentence() const { return *m_sentence; }
    QTreeWidget& elementsList() const;
    QDialogButtonBox& buttons() const { return *m_buttons; }
    QTabWidget& tabs() const { return *m_tabs; }

    void accept() override;

Q_SIGNALS:
    /// A file with elements is wanted.
    void openWanted();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    QWidget* makeEquipment();
    const SatelliteForm& form() const;
    SatelliteEquipment equipment() const;
    Result<Patch> patch() const;
    void follow();
    QString previewed(const Patch& change);

    Session& m_session;
    QTabWidget* m_tabs;
    ElementsForm* m_elements;
    QComboBox* m_like;
    QCheckBox* m_joins;
    TrackPreview* m_preview;
    QLabel* m_sentence;
    QDialogButtonBox* m_buttons;
};

} // namespace bellweave::ui
