// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QUndoView;

namespace bellweave::ui {

class Session;

/// Every change of the open design since it was opened, the newest last. A click goes back to the design after that change,
/// or forward again; the saved state is marked.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Session& session, QWidget* parent = nullptr);

    QUndoView& list() const { return *m_list; }
    QSize sizeHint() const override { return {260, 242}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QUndoView* m_list;
};

} // namespace bellweave::ui
