// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace bellweave::ui {

/// Px that wrapped text may take in a row of a list, whether or not a scroll bar is shown: rows whose height followed its coming
/// and going would overlap until the next layout.
inline int rowWidth(const QAbstractItemView& view)
{
    return view.width() - 2 * view.frameWidth() - view.style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

} // namespace bellweave::ui
