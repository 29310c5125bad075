// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace bellweave::ui {

/// A titled part of the inspector that folds; whether it is folded is remembered by its id over sessions.
class Block : public QWidget {
    Q_OBJECT
public:
    Block(const QString& id, const QString& title, QWidget* parent = nullptr);

    QVBoxLayout& content() const { return *m_content; }
    /// Small text at the right of the title; empty for none.
    void setCaption(const QString& caption);
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    /// Shows the content at the opacity of stale numbers.
    void setDimmed(bool dimmed);

private:
    void showFolded(bool folded);

    QString m_id;
    QToolButton* m_title;
    QLabel* m_caption;
    QWidget* m_body;
    QVBoxLayout* m_content;
    bool m_folded = false;
};

} // namespace bellweave::ui
