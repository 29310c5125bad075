// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace bellweave::ui {

/// A field on the map for one short text. Enter accepts and Escape drops it; leaving it accepts a free text and drops a
/// choice among completions. Then it is gone.
class CanvasInput : public QLineEdit {
    Q_OBJECT
public:
    /// With completions, typing offers those that contain the text.
    CanvasInput(QWidget* parent, const QString& initial, const QStringList& completions);
    /// Shows it near a place, wholly inside the parent.
    void showAt(QPoint place);
    /// Takes what is typed, as Enter does.
    void accept();

Q_SIGNALS:
    void accepted(const QString& text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void close();
    bool m_isClosed = false;
    bool m_selectAll = true;
    bool m_isFreeText = true;
};

} // namespace bellweave::ui
