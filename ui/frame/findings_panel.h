// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QToolButton;

namespace bellweave::ui {

class EmptyNote;
class FindingsModel;
class PanelHead;
class Session;

/// The problems list: what is wrong or worth knowing, with the way there and, where one is known, the fix.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(Session& session, QWidget* parent = nullptr);

    QListView& list() const { return *m_list; }
    /// Shows the element of the current row.
    void go();
    /// Makes the change that the current row suggests, as one undo step.
    void fix();
    QSize sizeHint() const override { return {360, 242}; }

Q_SIGNALS:
    void countChanged(int count);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    bool canFix() const;

    Session& m_session;
    FindingsModel* m_model;
    PanelHead* m_head;
    QListView* m_list;
    EmptyNote* m_empty = nullptr;
    QToolButton* m_go;
    QToolButton* m_fix;
};

} // namespace bellweave::ui
