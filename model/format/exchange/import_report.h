// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/network.h"

#include <QStringList>
#include <vector>

namespace bellweave {

/// What the source held, counted before anything was changed or left out.
struct SourceCounts {
    int distinctPairs = 0;          ///< pairs of different nodes with at least one edge
    int parallelEdges = 0;          ///< edges beyond the first of their pair
    int selfLoops = 0;
    int components = 0;
    int nodesWithoutPosition = 0;
    int hyperedgeNodes = 0;         ///< junctions of drawn lines, not places
    int externalNodes = 0;          ///< neighbors, customers and peers of the network
    int nodesSharingLabel = 0;
    int emptyLabels = 0;
    int nodesSharingPosition = 0;
    QString layer;                  ///< what the map shows: "IP", "Fibre", …; empty when unsaid
};

/// Something that stands in the source and not in the design.
struct Skipped {
    QString element;
    QString why;
};

/// What an import made of its source. Nothing is lost silently: what is not imported is in `skipped`.
struct ImportReport {
    QString format;
    int nodes = 0;
    int edges = 0;
    SourceCounts source;
    int sites = 0;
    int links = 0;
    int sitesWithoutPosition = 0;   ///< still unplaced in the design
    int sitesPlacedByNeighbors = 0;
    int lengthsFromGeometry = 0;    ///< links whose length follows from the positions of their ends
    std::vector<Skipped> skipped;
    QStringList warnings;
};

struct Imported {
    Network network;
    ImportReport report;
};

/// Node preset of imported stations, unless another one is asked for.
inline const QString kImportedStationPreset = QStringLiteral("neutral-atom-rb-2035");

/// Choices the source cannot answer.
struct ImportOptions {
    QString stationPreset = kImportedStationPreset;
    bool placeByNeighbors = true;   ///< sites without coordinates go to the mean of their placed neighbors
};

} // namespace bellweave
