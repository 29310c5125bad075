// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/story_text.h"

#include "model/network/element_name.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>

namespace bellweave::ui {
namespace {

using engine::TracedRun;
using engine::TraceRecord;
using engine::TraceStory;
using Cause = TraceRecord::Cause;
using Pair = TraceStory::Pair;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StoryText)
};

class Teller {
public:
    Teller(const Network& network, const TracedRun& run) : m_network(network), m_run(run) {}

    QString station(std::uint32_t number) const
    {
        if (number >= m_run.stations.size()) return {};
        return m_network.sites.find(m_run.stations[number]) ? elementName(m_network, m_run.stations[number]) : Text::tr("(deleted)");
    }
    QString ends(const Pair& pair) const { return Text::tr("Pair %1, %2 – %3").arg(pair.number).arg(station(pair.a), station(pair.b)); }

    QString birth(const Pair& pair) const
    {
        const QString when = traceTimeText(pair.born);
        if (pair.left == 0) return Text::tr("heralded at %1 with F %2.").arg(when, figures::fidelityText(pair.fidelity));
        if (pair.swapAt == TraceRecord::kNone) return Text::tr("distilled of pairs %1 and %2 from %3 on, F %4 if it passes.").arg(pair.left).arg(pair.right).arg(when, figures::fidelityText(pair.fidelity));
        const QString parts = Text::tr("of pairs %1 and %2").arg(pair.left).arg(pair.right);
        switch (pair.brokenBy) {
        case Cause::SwapFailed: return Text::tr("the swap at %1 %2 failed at %3.").arg(station(pair.swapAt), parts, when);
        case Cause::StationFailed: return Text::tr("%1 failed while it swapped %2, at %3.").arg(station(pair.swapAt), parts, when);
        default: break;
        }
        if (pair.fidelity <= 0.0) return Text::tr("made of what was lost already: the swap at %1 %2, at %3.").arg(station(pair.swapAt), parts, when);
        return Text::tr("made by a swap at %1 %2, at %3, with F %4.").arg(station(pair.swapAt), parts, when, figures::fidelityText(pair.fidelity));
    }

    QString end(const Pair& pair) const
    {
        const QString when = traceTimeText(pair.end);
        switch (pair.fate) {
        case TraceStory::Fate::Open: return Text::tr("It is still there at the end.");
        case TraceStory::Fate::Joined: return lossOf(pair) + Text::tr("It became part of pair %1 at %2.").arg(pair.child).arg(when);
        case TraceStory::Fate::Delivered: return Text::tr("Delivered at %1 with F %2.").arg(when, figures::fidelityText(pair.fidelity));
        case TraceStory::Fate::Lost: return lossOf(pair);
        case TraceStory::Fate::Useless:
            return pair.cause == Cause::ReadTooLate ? Text::tr("A memory had lost its half when it was read at %1.").arg(when) : Text::tr("It reached the ends at %1, but of no use.").arg(when);
        }
        return {};
    }

private:
    QString lossOf(const Pair& pair) const
    {
        switch (pair.cause) {
        case Cause::TooOld: return Text::tr("%1 gave its half up: it had waited as long as it may. ").arg(station(pair.lostAt));
        case Cause::StationFailed: return Text::tr("%1 failed and lost its half. ").arg(station(pair.lostAt));
        case Cause::RoundFailed: return Text::tr("The results of its round did not agree, and both ends let it go at %1. ").arg(traceTimeText(pair.end));
        case Cause::WayChanged: return Text::tr("%1 let its half go at %2, as ways changed. ").arg(station(pair.lostAt), traceTimeText(pair.end));
        case Cause::ToldOfLoss: return Text::tr("%1 heard that it is of no use and let its half go at %2. ").arg(station(pair.lostAt), traceTimeText(pair.end));
        default: return {};
        }
    }

    const Network& m_network;
    const TracedRun& m_run;
};

} // namespace

QString traceTimeText(TraceRecord::Time time)
{
    if (time == 0) return QStringLiteral("0 s");
    const double seconds = static_cast<double>(time) * 1e-12;
    const struct { double unit; const char* name; } units[] = {{1.0, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};
    for (const auto& [unit, name] : units)
        if (seconds >= unit || unit == 1e-9) return QStringLiteral("%1 %2").arg(QString::number(seconds / unit, 'f', 3), QString::fromUtf8(name));
    return {};
}

QString storyText(const Network& network, const TracedRun& run, const TraceStory& story, std::uint64_t number)
{
    const auto at = story.pairs().find(number);
    if (at == story.pairs().end()) return {};
    const Teller teller(network, run);
    const Pair& pair = at->second;
    QString text = teller.ends(pair) + QStringLiteral(": ") + teller.birth(pair) + u' ' + teller.end(pair).trimmed();
    const Pair* root = story.rootOf(number);
    if (root && root->number != number && (pair.fate == TraceStory::Fate::Lost || pair.fate == TraceStory::Fate::Useless || pair.brokenBy != Cause::None || pair.fidelity <= 0.0))
        text += u'\n' + Text::tr("It began with: %1").arg(teller.ends(*root) + QStringLiteral(": ") + teller.birth(*root) + u' ' + teller.end(*root).trimmed());
    return text;
}

} // namespace bellweave::ui
