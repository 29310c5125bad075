// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

namespace bellweave::ui {

/// "3 sites selected", "2 sites, 1 link selected".
QString selectionWords(const Subject& subject);
/// One line of facts about the subject: "7 hops, 1 178 km of fiber".
QString sublineOf(const Session& session, const Subject& subject);
/// The name an element holds itself, which may be empty.
QString ownNameOf(const Network& network, const ElementRef& element);

} // namespace bellweave::ui
