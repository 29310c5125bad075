// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace bellweave::ui {

class LeftDock;
class NetworkView;

/// A workspace beside Design: parts of its own around a map of its own.
class WorkspacePage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual NetworkView& view() const = 0;
    /// Null where there is none.
    virtual LeftDock* leftDock() const { return nullptr; }
    /// In the order of F6.
    virtual std::vector<QWidget*> regions() const = 0;
    virtual void resetLayout() = 0;
    /// To the user's settings, and from there.
    virtual void saveLayout() const = 0;
    virtual void restoreLayout() = 0;
};

} // namespace bellweave::ui
