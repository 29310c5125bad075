// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace bellweave::ui {

/// Every widget inside that the Tab key can reach, itself included, in the order in which layouts hold them: as they are read.
std::vector<QWidget*> focusableInside(QWidget& root);
/// Makes the Tab key walk them in this order.
void chainTabs(const std::vector<QWidget*>& widgets);

} // namespace bellweave::ui
