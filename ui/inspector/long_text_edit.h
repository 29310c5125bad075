// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace bellweave::ui {

/// A few lines of text that are taken over when the focus leaves.
class LongTextEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LongTextEdit(QWidget* parent = nullptr);
    /// Shows a text unless the person is writing another one.
    void showText(const QString& text);
    /// Forgets what is being written.
    void dropEdit() { document()->setModified(false); }

Q_SIGNALS:
    void committed(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;
    /// Escape puts back what was shown, and goes on.
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_shown;
};

} // namespace bellweave::ui
