// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/facts.h"

#include <QTableWidget>

namespace bellweave::ui {

/// A small read-only table as high as its rows. Click or Enter on a row goes to its element.
class FactTable : public QTableWidget {
    Q_OBJECT
public:
    explicit FactTable(const QString& name, QWidget* parent = nullptr);
    void setSheet(const FactSheet& sheet);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void elementWanted(const bellweave::ElementRef& element);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillRow(int row, const FactRow& facts);
    void fitColumns();
    QString quantityOf(int column) const;

    FactSheet m_sheet;
};

} // namespace bellweave::ui
