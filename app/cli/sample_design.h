// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/catalog.h"
#include "model/network/element_ref.h"
#include "model/network/network.h"

namespace bellweave::cli {

/// A design with one element of every kind, all values at their defaults: what "default" means, read from the program itself.
class SampleDesign {
public:
    SampleDesign();
    /// The default of a field as people read it; empty when the field has none and is derived or chosen.
    QString defaultText(const KindRow& kind, const FieldRow& field) const;
    /// The default number of a field in its stored unit.
    std::optional<double> defaultNumber(const KindRow& kind, const FieldRow& field) const;

private:
    ElementRef elementOf(const KindRow& kind) const;
    LinkId linkWith(const QString& block) const;
    Network m_network;
};

} // namespace bellweave::cli
