// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/exchange/import_report.h"

#include <map>

namespace bellweave {

/// Texts of an element of a graph file by attribute name.
using GraphAttributes = std::map<QString, QString>;

struct GraphNode {
    QString id;
    GraphAttributes attributes;
};

struct GraphEdge {
    QString id;       ///< often empty
    QString source;
    QString target;
    GraphAttributes attributes;
};

/// A graph file as it was written, before it means anything.
struct GraphSource {
    QString format;
    GraphAttributes attributes;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<Skipped> skipped;
    QStringList warnings;
};

/// The text of an attribute without surrounding space; empty when absent.
QString attributeText(const GraphAttributes& attributes, const QString& name);

/// Builds a design: nodes become sites (with station hardware, junctions without), edges links of the fiber kind that
/// carries what the stations send. `name` is that of the file. An Error when the options name an unknown preset.
Result<Imported> importGraph(GraphSource graph, const QString& name, const ImportOptions& options);

} // namespace bellweave
