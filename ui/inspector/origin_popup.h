// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace bellweave::ui {

/// A small card with a field's meaning and the origin of its value, and the way back to it. Closes by a click elsewhere.
class OriginPopup : public QFrame {
    Q_OBJECT
public:
    OriginPopup(const QString& richText, bool canReset, QWidget* parent);
    void openBelow(const QWidget& anchor);

Q_SIGNALS:
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace bellweave::ui
