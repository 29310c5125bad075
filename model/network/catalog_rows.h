// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/catalog.h"

#include <QCoreApplication>

namespace bellweave {

/// The rows of the catalog, by theme; catalog.cpp puts them together.
class CatalogRows {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
public:
    static std::vector<KindRow> siteKinds();
    static std::vector<KindRow> linkKinds();
    static KindRow freeSpaceKind();
    static KindRow satelliteKind();
    static KindRow orbitKind();
    static KindRow telescopeKind();
    static KindRow groundStationKind();
    static KindRow timeKind();
    static KindRow microwaveKind();
    static std::vector<KindRow> demandKinds();
    static std::vector<KindRow> noteKinds();
    static std::vector<KindRow> plotKinds();
    static std::vector<KindRow> designKinds();

private:
    using Rows = std::vector<FieldRow>;
    static Rows joined(std::initializer_list<Rows> parts);
    static Rows identity();
    static FieldRow notes();
    static FieldRow duration(const QString& path, const QString& label, double minimum, const QString& help, const QString& formula, bool isOptional);
    /// When a demand asks for its pairs.
    static KindRow trafficKind();
    /// Cost factor, faults and maintenance, taken down and locked, of a site or link.
    static Rows states(const QString& element);
    static Rows position();
    static FieldRow end(const QString& path, const QString& label);
    /// How long a link is, with what it means there.
    static FieldRow linkLength(const QString& help, const QString& formula, const QString& source);
    /// Loss that was measured, in place of the model.
    static FieldRow measuredLoss(const QString& help);
    static FieldRow phaseNoise();
    static FieldRow preset(const QString& path, const QString& kind, const QString& help);
    /// A number between 0 and 1.
    static FieldRow fraction(const QString& path, const QString& label, const QString& help, const QString& formula, const QString& source);
    static Rows memory();
    static Rows source();
    static Rows gates();
    static Rows loading();
    static Rows detector(const QString& prefix);
    static KindRow pairSourceKind();
    static KindRow terminalKind();
    /// What a demand says of its key beside the protocol for pairs.
    static Rows keyProtocol();
    static Rows prices();
    static Rows running();
    static KindRow reportKind();
    static FieldRow price(const QString& path, const QString& label, Dimension dimension, const QString& help, const QString& formula);
};

} // namespace bellweave
