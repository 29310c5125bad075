// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <vector>

namespace bellweave::ui {

/// What runs behind the window right now, for the task list.
class BackgroundWork : public QObject {
    Q_OBJECT
public:
    struct Row {
        int id = 0;
        QString title;
        QElapsedTimer since;
        std::function<void()> cancel;    ///< empty where it cannot be stopped
    };
    using QObject::QObject;

    /// Puts a piece of work on the list until end() is told its number.
    int begin(const QString& title, std::function<void()> cancel = {});
    /// A number that is not on the list is ignored.
    void end(int id);
    const std::vector<Row>& rows() const { return m_rows; }

Q_SIGNALS:
    void changed();

private:
    std::vector<Row> m_rows;
    int m_lastId = 0;
};

} // namespace bellweave::ui
