// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace bellweave::ui {

/// A line of text that leaves out its middle where it is too long and nobody types, and that Escape puts back to what it showed; the key then goes on to whoever is around it.
class NameEdit : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;
    void showText(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_shown;
};

} // namespace bellweave::ui
