// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bellweave::ui {

/// Shows something over the other parts of the window for a while. Escape closes it, and so does a click or the focus going
/// elsewhere; menus and dialogs that it opens do not.
class OverlayPanel : public QWidget {
    Q_OBJECT
public:
    /// `opener`: a click there does not close it, since it has its own answer. `home` gets the focus back.
    OverlayPanel(QWidget& opener, QWidget& home, QWidget* parent);

    /// Takes what it shows; whoever takes it out again gives it another parent.
    void hold(QWidget* content);
    void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isElsewhere(const QWidget* widget) const;

    QWidget& m_opener;
    QWidget& m_home;
};

} // namespace bellweave::ui
