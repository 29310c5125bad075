// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

class QWidget;

namespace bellweave::ui {

/// The row that changes what an element is: a site's equipment, a link's kind. Null for other subjects.
QWidget* makeKindChoice(Session& session, const Subject& subject, QWidget* parent);

} // namespace bellweave::ui
