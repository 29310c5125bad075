// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ordered_list.h"

namespace bellweave::ui {

class Session;

/// The plots that were added to the report, as they follow each other there. Delete takes the current one out. Every change is
/// one step of undo.
class CollectedList : public OrderedList {
    Q_OBJECT
public:
    /// Shows those of the session's design and changes them there.
    explicit CollectedList(Session& session, QWidget* parent = nullptr);

    void removeCurrent();
    QSize sizeHint() const override { return {240, 96}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void write(const QString& step);

    Session& m_session;
    bool m_isWriting = false;
};

} // namespace bellweave::ui
