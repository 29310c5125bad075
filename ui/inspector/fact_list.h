// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace bellweave::ui {

/// Read-only lines of name, value, unit. Telling it the same number of facts again only changes texts.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const std::vector<Fact>& facts);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QLabel* name;
        QLabel* value;
        QLabel* unit;
        bool wide = false;   ///< the value takes the unit's room too
    };
    Line addLine();
    void fill(std::size_t at, const Fact& fact);

    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    std::vector<Fact> m_facts;
};

} // namespace bellweave::ui
