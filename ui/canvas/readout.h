// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "model/network/site.h"
#include "ui/style/symbols.h"

#include <QStringList>

namespace bellweave::ui {

class Session;

/// What a person wants to know at a glance: kind and name first, then main values with units. Empty for no element.
QStringList readoutText(const Session& session, const ElementRef& element);
/// The names of sites that stand in one cluster, for the pointer's tip.
QString clusterCard(const Session& session, const std::vector<SiteId>& members);
/// The readout of an element as a small card for a tool tip.
QString readoutCard(const Session& session, const ElementRef& element);

} // namespace bellweave::ui
