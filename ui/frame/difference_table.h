// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/design_difference.h"

#include <QTreeWidget>

namespace bellweave::ui {

/// What the columns of values are called.
struct DifferenceColumns {
    QString before;
    QString after;
};

/// Everything in which two designs differ, one line each: what became of it, element, field, old and new value. Ctrl+C copies
/// the selected lines.
class DifferenceTable : public QTreeWidget {
    Q_OBJECT
public:
    explicit DifferenceTable(const DifferenceColumns& columns, QWidget* parent = nullptr);
    void show(const std::vector<Difference>& differences);

    QSize sizeHint() const override { return {680, 240}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copySelected() const;
};

/// "2 added, 1 changed, 3 removed" elements; a sentence when nothing differs.
QString differenceText(const DifferenceCount& count);

} // namespace bellweave::ui
