// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/distributed/simulation_part.h"

#include "engine/distributed/totals_archive.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/serialization/string.hpp>
#include <sstream>

namespace bellweave::engine {
namespace {

constexpr unsigned kArchiveFlags = boost::archive::no_codecvt;
const QByteArray kMagic = QByteArrayLiteral("bellweave-simulation-part");
const QByteArray kVersion = QByteArrayLiteral(BELLWEAVE_VERSION);

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SimulationPart)
};

QByteArray checksum(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

/// Limits of a request as the archive has them.
template<typename Archive>
void visitLimits(Archive& archive, SimulationRequest& request)
{
    bool hasEvents = request.events.has_value();
    archive & request.seed & request.limits.mostTrials & request.limits.relativeError & hasEvents;
    if (!hasEvents) return;
    if (!request.events) request.events.emplace();
    double simulated = request.events->simulated.si();
    archive & simulated & request.events->runs & request.events->relativeError;
    request.events->simulated = Duration::fromSi(simulated);
}

Error refused(const QString& name, const QString& sentence, Error::Code code = Error::Code::InvalidInput) { return Error{code, sentence, name}; }

/// What follows the first line, when that line is right.
Result<QByteArray> content(const QByteArray& bytes, const QString& name)
{
    const qsizetype end = bytes.indexOf('\n');
    const QList<QByteArray> words = bytes.left(std::max<qsizetype>(end, 0)).split(' ');
    if (words.size() != 3 || words[0] != kMagic)
        return refused(name, Text::tr("This is no part of a simulation. Accepted: a file that simulate --save has written."));
    if (words[1] != kVersion)
        return refused(name, Text::tr("This part was written by version %1 and this is %2; their blocks are not added up.").arg(QString::fromUtf8(words[1]), QString::fromUtf8(kVersion)));
    QByteArray rest = bytes.mid(end + 1);
    if (checksum(rest) != words[2]) return refused(name, Text::tr("This part is damaged: its checksum does not fit."));
    return rest;
}

bool isSame(const SimulationRequest& a, const SimulationRequest& b)
{
    const bool sameEvents = a.events.has_value() == b.events.has_value() &&
                            (!a.events || (a.events->simulated == b.events->simulated && a.events->runs == b.events->runs && a.events->relativeError == b.events->relativeError));
    return sameEvents && a.seed == b.seed && a.limits.mostTrials == b.limits.mostTrials && a.limits.relativeError == b.limits.relativeError;
}

bool overlaps(std::vector<SimulationCourse::Range> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    return std::adjacent_find(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return b.first < a.second; }) != ranges.end();
}

SimulationCourse::Range rangeOf(const SimulationCourse::Node& node) { return {node.first(), node.first() + node.size()}; }

/// Whether blocks of a part can be those of a stage, and are not in yet.
bool fits(const SimulationCourse& course, std::size_t stage, const std::vector<SimulationCourse::Node>& nodes, bool isEvents)
{
    std::vector<SimulationCourse::Range> ranges;
    for (const auto* node : course.nodes(stage)) ranges.push_back(rangeOf(*node));
    for (const auto& node : nodes) {
        const bool isOwn = isEvents ? std::holds_alternative<RunTotals>(node.totals.part) : std::holds_alternative<SampledTotals>(node.totals.part);
        if (!isOwn || node.level > 62 || node.first() + node.size() > course.stage(stage).blocks()) return false;
        ranges.push_back(rangeOf(node));
    }
    return !overlaps(std::move(ranges));
}

} // namespace

QByteArray partBytes(const QByteArray& origin, const SimulationRequest& request, const SimulationCourse& course)
{
    std::ostringstream text;
    {
        boost::archive::text_oarchive archive(text, kArchiveFlags);
        const std::string from = origin.toStdString();
        SimulationRequest limits{{}, request.seed, request.limits, request.events};
        archive & from;
        visitLimits(archive, limits);
        const std::size_t stages = course.stages();
        archive & stages;
        for (std::size_t stage = 0; stage < stages; ++stage) {
            const auto nodes = course.nodes(stage);
            const std::size_t count = nodes.size();
            archive & count;
            for (const auto* node : nodes) archive & *node;
        }
    }
    const QByteArray rest = QByteArray::fromStdString(text.str());
    return kMagic + ' ' + kVersion + ' ' + checksum(rest) + '\n' + rest;
}

Result<SimulationPart> parsePart(const QByteArray& bytes, const QString& name)
{
    const Result<QByteArray> rest = content(bytes, name);
    if (!rest) return rest.error();
    SimulationPart part;
    try {
        std::istringstream text(rest->toStdString());
        boost::archive::text_iarchive archive(text, kArchiveFlags);
        std::string from;
        archive & from;
        part.origin = QByteArray::fromStdString(from);
        visitLimits(archive, part.request);
        std::size_t stages = 0;
        archive & stages;
        for (std::size_t stage = 0; stage < stages; ++stage) {
            std::size_t count = 0;
            archive & count;
            auto& nodes = part.stages.emplace_back();
            for (std::size_t i = 0; i < count; ++i) archive & nodes.emplace_back();
        }
    } catch (const std::exception& problem) {
        return refused(name, Text::tr("This part cannot be read: %1.").arg(QString::fromUtf8(problem.what())), Error::Code::Unreadable);
    }
    return part;
}

Result<SimulationPart> readPart(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return refused(path, Text::tr("This file cannot be read: %1.").arg(file.errorString()), Error::Code::Unreadable);
    return parsePart(file.readAll(), path);
}

Result<void> takePart(SimulationCourse& course, const QByteArray& origin, const SimulationRequest& request, SimulationPart part, const QString& name)
{
    if (part.origin != origin) return refused(name, Text::tr("This part belongs to another design."));
    if (!isSame(part.request, request) || part.stages.size() != course.stages())
        return refused(name, Text::tr("This part was made with other settings: seed, trials, relative error, duration and runs must be the same."));
    for (std::size_t stage = 0; stage < part.stages.size(); ++stage)
        if (!fits(course, stage, part.stages[stage], request.events.has_value()))
            return refused(name, Text::tr("This part has blocks that another part has given already."));
    for (std::size_t stage = 0; stage < part.stages.size(); ++stage)
        for (auto& node : part.stages[stage]) course.take(stage, std::move(node));
    return {};
}

std::string nodeBytes(const SimulationCourse::Node& node)
{
    std::ostringstream text;
    boost::archive::text_oarchive(text, kArchiveFlags) & node;
    return text.str();
}

SimulationCourse::Node nodeOf(const std::string& bytes)
{
    std::istringstream text(bytes);
    SimulationCourse::Node node;
    boost::archive::text_iarchive(text, kArchiveFlags) & node;
    return node;
}

} // namespace bellweave::engine
