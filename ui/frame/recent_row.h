// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/recent_files.h"
#include "ui/style/enter_button.h"
#include "ui/style/measures.h"

namespace bellweave::ui {

/// One recent file on the welcome page: last verdict, name, when.
class RecentRow : public EnterButton {
    Q_OBJECT
public:
    explicit RecentRow(RecentFile file, QWidget* parent = nullptr);
    const RecentFile& file() const { return m_file; }
    QSize sizeHint() const override { return {textRoom(290), rowHeight(44, 2)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RecentFile m_file;
};

} // namespace bellweave::ui
