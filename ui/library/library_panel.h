// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace bellweave {
struct Preset;
}

namespace bellweave::ui {

class LibraryModel;
class PresetSheet;
class Session;

/// The presets of hardware and prices: to look into, to compare, and to drag or apply to what is selected.
class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(Session& session, QWidget* parent = nullptr);

    QTreeView& tree() const { return *m_tree; }
    QLineEdit& searchField() const { return *m_search; }
    QPushButton& applyButton() const { return *m_apply; }
    PresetSheet& sheet() const { return *m_sheet; }
    LibraryModel& model() const { return *m_model; }
    /// What could not be read of the user's own presets; empty when all could.
    QString problems() const;

Q_SIGNALS:
    /// A preset is about to be dragged out: what covers the map makes room.
    void dragBegins();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QTreeView* makeTree();
    const Preset* chosen() const;
    void showChosen();
    void followPresets();
    void colorProblems();
    void applyChosen();
    bool treeKey(const QKeyEvent& key);
    void openMenu(const QPoint& place);

    Session& m_session;
    LibraryModel* m_model;
    QLineEdit* m_search;
    QLabel* m_problems;
    QTreeView* m_tree;
    PresetSheet* m_sheet;
    QPushButton* m_apply;
};

} // namespace bellweave::ui
