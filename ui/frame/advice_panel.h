// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace bellweave::ui {

class FixesModel;
class Session;

/// What would help the worst demand: single changes that were tried, cheapest first, each with what it reaches, costs and
/// worsens. A click previews one, Enter too; it is made or given up with the buttons below.
class AdvicePanel : public QWidget {
    Q_OBJECT
public:
    explicit AdvicePanel(Session& session, QWidget* parent = nullptr);

    QListView& list() const { return *m_list; }

private:
    void follow();
    void refreshButtons();
    void previewCurrent();
    void applyCurrent();
    int currentRow() const;

    Session& m_session;
    FixesModel* m_model;
    QLabel* m_caption;
    QListView* m_list;
    QLabel* m_empty;
    QPushButton* m_search;
    QPushButton* m_preview;
    QPushButton* m_apply;
    QPushButton* m_discard;
};

} // namespace bellweave::ui
