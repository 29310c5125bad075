// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::ui {

/// The style sheet of the page, for screen and paper, in the colors of the light theme. Safe inside a style element.
QString reportStyle();

} // namespace bellweave::ui
