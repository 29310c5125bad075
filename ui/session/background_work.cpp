// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/background_work.h"

namespace bellweave::ui {

int BackgroundWork::begin(const QString& title, std::function<void()> cancel)
{
    Row row{++m_lastId, title, {}, std::move(cancel)};
    row.since.start();
    m_rows.push_back(std::move(row));
    Q_EMIT changed();
    return m_lastId;
}

void BackgroundWork::end(int id)
{
    if (std::erase_if(m_rows, [id](const Row& row) { return row.id == id; }) > 0) Q_EMIT changed();
}

} // namespace bellweave::ui
