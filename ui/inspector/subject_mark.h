// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"
#include "ui/style/symbols.h"

#include <QWidget>

namespace bellweave::ui {

/// The subject as a picture of 24 px: a site's symbol, a link's line in its fidelity color, a demand's verdict mark.
class SubjectMark : public QWidget {
    Q_OBJECT
public:
    explicit SubjectMark(QWidget* parent = nullptr);
    void show(const Session& session, const Subject& subject);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Picture { None, Symbol, Line, Verdict };
    Picture m_picture = Picture::None;
    SiteRole m_role = SiteRole::Junction;
    Mark m_mark = Mark::NotComputed;
    QColor m_lineColor;
};

} // namespace bellweave::ui
