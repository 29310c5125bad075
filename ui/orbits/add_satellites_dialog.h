// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/walker.h"
#include "model/orbits/element_sets.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;
class QTreeWidget;

namespace bellweave::ui {

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
    QTreeWidget& elementsList() const { return *m_list; }
    QDialogButtonBox& buttons() const { return *m_buttons; }
    QTabWidget& tabs() const { return *m_tabs; }
    /// What would be added now; an Error says why nothing can be.
    Result<Patch> patch() const;

    void accept() override;

Q_SIGNALS:
    /// A file with elements is wanted.
    void openWanted();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeOrbitPage();
    QWidget* makeElementsPage();
    QWidget* makeConstellationPage();
    QWidget* makeEquipment();
    QDoubleSpinBox* number(double value, double least, double most, int digits, const QString& unit, const QString& name);
    void readElements();
    void follow();
    std::vector<NewSatellite> wanted() const;
    Orbit typedOrbit() const;
    WalkerPattern pattern() const;
    SatelliteEquipment equipment() const;

    Session& m_session;
    QTabWidget* m_tabs;
    TrackPreview* m_preview;
    QLabel* m_sentence;
    QDialogButtonBox* m_buttons;
    QLineEdit* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QDoubleSpinBox *m_altitude = nullptr, *m_eccentricity = nullptr, *m_inclination = nullptr, *m_node = nullptr, *m_perigee = nullptr, *m_anomaly = nullptr, *m_longitude = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QTreeWidget* m_list = nullptr;
    ElementFile m_elements;
    QString m_elementsProblem;
    QSpinBox *m_total = nullptr, *m_planes = nullptr, *m_phasing = nullptr;
    QCheckBox* m_star = nullptr;
    QDoubleSpinBox *m_walkerAltitude = nullptr, *m_walkerInclination = nullptr, *m_walkerNode = nullptr;
    QLineEdit* m_prefix = nullptr;
    QComboBox* m_like = nullptr;
    QCheckBox* m_joins = nullptr;
};

} // namespace bellweave::ui
