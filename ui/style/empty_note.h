// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <functional>

class QAbstractItemView;

namespace bellweave::ui {

/// Words in the place of the rows of a list or table while there are none. They are the view's accessible description too.
class EmptyNote : public QLabel {
    Q_OBJECT
public:
    /// `sentence` is asked whenever the view is found empty.
    EmptyNote(QAbstractItemView& view, std::function<QString()> sentence);

    /// Looks again: what the sentence depends on has changed.
    void refresh();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QAbstractItemView& m_view;
    std::function<QString()> m_sentence;
    QString m_description;    ///< the view's own, while there are rows
};

} // namespace bellweave::ui
