// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/course_runner.h"
#include "model/base/result.h"

#include <QByteArray>

namespace bellweave::engine {

/// A part of a simulation on file: what was asked for, and the blocks that are in.
struct SimulationPart {
    QByteArray origin;            ///< how the one who asked makes the network; parts of one simulation have the same
    SimulationRequest request;    ///< without its network
    std::vector<std::vector<SimulationCourse::Node>> stages;
};

/// What a file of the part holds: a line with its kind, version and checksum, then an archive of Boost.Serialization as text. Numbers
/// come back to the last bit.
QByteArray partBytes(const QByteArray& origin, const SimulationRequest& request, const SimulationCourse& course);
/// A sentence with the name where it is no such file, another version's, or damaged.
Result<SimulationPart> parsePart(const QByteArray& bytes, const QString& name);
Result<SimulationPart> readPart(const QString& path);

/// Puts a part's blocks into the course of `request`. A sentence, and a course without them, where the part is of another request or
/// holds blocks that are in already.
Result<void> takePart(SimulationCourse& course, const QByteArray& origin, const SimulationRequest& request, SimulationPart part, const QString& name);

/// Nodes as bytes and back, for who sends them; throws std::exception for what nodeBytes() has not made.
std::string nodeBytes(const SimulationCourse::Node& node);
SimulationCourse::Node nodeOf(const std::string& bytes);

} // namespace bellweave::engine
