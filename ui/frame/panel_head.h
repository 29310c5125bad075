// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace bellweave::ui {

/// The 28 px row on top of a panel: its title at the start, its buttons at the end.
class PanelHead : public QWidget {
    Q_OBJECT
public:
    explicit PanelHead(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void addButton(QWidget* button);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QBoxLayout* m_row;
};

} // namespace bellweave::ui
