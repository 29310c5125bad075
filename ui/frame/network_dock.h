// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QWidget>
#include <map>

class QLineEdit;
class QToolButton;
class QTreeView;

namespace bellweave::ui {

class OutlineModel;
class Session;

/// The list of demands, sites and links at the left. Typing filters; the selection is the session's.
class NetworkDock : public QWidget {
    Q_OBJECT
public:
    explicit NetworkDock(Session& session, QWidget* parent = nullptr);

    /// Starts editing the name of the selected element.
    void renameCurrent();
    QTreeView& tree() const { return *m_tree; }
    /// Stands in the head of whatever holds the list.
    QToolButton& filterButton() const { return *m_filterButton; }
    QLineEdit& filterField() const { return *m_filter; }
    OutlineModel& model() const { return *m_model; }
    QSize sizeHint() const override { return {240, 500}; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QToolButton* makeFilterButton();
    QTreeView* makeTree();
    void takeSelectionFromSession();
    void giveSelectionToSession();
    void restoreFolds();
    void rememberFold(const QModelIndex& index, bool open);
    void showFilter(bool shown);
    void selectFirstFound();

    Session& m_session;
    OutlineModel* m_model;
    QLineEdit* m_filter;
    QToolButton* m_filterButton;
    QTreeView* m_tree;
    std::map<int, bool> m_sectionFolds;    ///< open or closed by hand
    std::map<int, bool> m_groupFolds;
    bool m_synchronizing = false;
};

} // namespace bellweave::ui
