// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

class QWidget;

namespace bellweave::ui {

/// The row that changes what an element is: a site's equipment, a link's kind. Null for other subjects.
QWidget* makeKindChoice(Session& session, const Subject& subject, QWidget* parent);

/// The link as a fiber, or as a measured link; a typed length is kept.
Patch changeLinkKind(const Network& network, LinkId link, bool measured);
/// "Processor", "Repeater", "Midpoint station", "Junction".
QString roleLabel(SiteRole role);

} // namespace bellweave::ui
