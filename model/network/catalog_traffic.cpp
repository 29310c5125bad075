// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

namespace bellweave {
namespace {

constexpr double kMost = 1e6;

} // namespace

KindRow CatalogRows::trafficKind()
{
    const auto count = [](const QString& path, const QString& label, double minimum, const QString& help) {
        return FieldRow{.path = path, .label = label, .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = minimum, .maximum = kMost,
                        .rangeMessage = tr("A whole number from %1 to a million.").arg(minimum), .help = help};
    };
    const Rows fields{
        {.path = QStringLiteral("request_rate_hz"), .label = tr("Requests"), .dimension = Dimension::Rate, .minimum = 0.0, .maximum = 1e9,
         .rangeMessage = tr("A rate is not negative."),
         .help = tr("Requests, or bursts of them, per second at random times. A request waits in line until it has its pairs; while nobody asks, links make no attempts for it. 0: pairs are asked for at all times."),
         .formula = QStringLiteral("P(t) = λ e^(−λt)"), .source = tr("Poisson process")},
        count(QStringLiteral("pairs"), tr("Pairs of a request"), 1.0, tr("A request is served when it has got so many.")),
        count(QStringLiteral("burst"), tr("Requests at once"), 1.0, tr("Requests that come at the same moment.")),
        count(QStringLiteral("line"), tr("Longest line"), 1.0, tr("Requests that may wait, the one that is served among them; those that find the line full are refused.")),
        duration(QStringLiteral("deadline_s"), tr("Deadline"), 1e-12, tr("A request that has waited so long is given up. Never when absent."), {}, true),
        duration(QStringLiteral("window_period_s"), tr("Window every"), 1e-9, tr("Requests come only in a window at the beginning of each such period. At all times when absent."), {}, true),
        duration(QStringLiteral("window_length_s"), tr("Window lasts"), 1e-9, tr("Counts where a period is given."), {}, false),
        {.path = QStringLiteral("priority"), .label = tr("Priority"), .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = -1000.0, .maximum = 1000.0,
         .rangeMessage = tr("A whole number from -1000 to 1000."), .help = tr("Higher ones go first where the design's settings let the higher priority go first.")}};
    return {QStringLiteral("traffic"), QStringLiteral("demand"), tr("Requests"), tr("When pairs are asked for, in simulations in time."), fields};
}

} // namespace bellweave
