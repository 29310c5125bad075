// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/hop_distillation.h"
#include "model/network/element_name.h"
#include "ui/plots/bar_painting.h"
#include "ui/plots/demand_question.h"
#include "ui/plots/error_cause.h"
#include "ui/plots/figures.h"
#include "ui/plots/latest_answer.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/style/measures.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;
using engine::DistillationGain;
using Obstacle = engine::DistillationGain::Obstacle;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DistillationGainPlot)
};

using Hops = std::vector<engine::HopDistillation>;

Hops answerTo(const DemandQuestion& question, std::stop_token)
{
    return engine::hopDistillations(question.network, question.demand, question.plan);
}

/// The hop of the link the user has selected; else the first that distills; else the one of the worst pairs.
std::size_t shownHop(const PlotContext& context)
{
    const auto& hops = context.demand->hops;
    const auto holds = [&](const engine::Hop& hop) { return std::find(hop.links.begin(), hop.links.end(), context.link) != hop.links.end(); };
    auto found = std::find_if(hops.begin(), hops.end(), holds);
    if (found == hops.end()) found = std::find_if(hops.begin(), hops.end(), [](const engine::Hop& hop) { return hop.distillations > 0; });
    if (found == hops.end())
        found = std::min_element(hops.begin(), hops.end(), [](const engine::Hop& a, const engine::Hop& b) { return a.state.fidelity() < b.state.fidelity(); });
    return static_cast<std::size_t>(found - hops.begin());
}

QString hopName(const PlotContext& context)
{
    const engine::Hop& hop = context.demand->hops[shownHop(context)];
    return Text::tr("%1 – %2").arg(elementName(context.network, hop.from), elementName(context.network, hop.to));
}

QString roundsText(const engine::Distillation& distillation)
{
    if (distillation.rounds == 0) return Text::tr("as heralded");
    const QString rounds = Text::tr("%n round(s)", "of distillation", distillation.rounds);
    switch (distillation.kind) {
    case engine::DistillationKind::Nested: return rounds;
    case engine::DistillationKind::Pumped: return Text::tr("%1, pumped", "rounds").arg(rounds);
    case engine::DistillationKind::Werner: return Text::tr("%1, Werner", "rounds").arg(rounds);
    case engine::DistillationKind::DoubleSelection: return Text::tr("%1, double selection", "rounds").arg(rounds);
    case engine::DistillationKind::PhotonLoss: return Text::tr("photon loss");
    }
    return rounds;
}

QString obstacleText(const DistillationGain& gain)
{
    switch (gain.obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NoGates: return Text::tr("no gates");
    case Obstacle::NoSingleClick: return Text::tr("needs single clicks");
    case Obstacle::TooFewMemories: return Text::tr("needs %n memories", "at each station", gain.memories);
    case Obstacle::NothingGained: return Text::tr("gains nothing");
    }
    return {};
}

/// One row: a distillation, and what the other design makes of the same.
struct Row {
    DistillationGain gain;
    std::optional<double> compared;    ///< infidelity
};

const DistillationGain* gainIn(const std::vector<DistillationGain>& gains, const engine::Distillation& distillation)
{
    const auto found = std::find_if(gains.begin(), gains.end(), [&](const DistillationGain& gain) {
        return gain.distillation == distillation && gain.obstacle == Obstacle::None;
    });
    return found == gains.end() ? nullptr : &*found;
}

std::vector<Row> rowsOf(const std::vector<DistillationGain>& gains, const std::vector<DistillationGain>& compared)
{
    std::vector<Row> rows;
    for (const DistillationGain& gain : gains) {
        const DistillationGain* other = gainIn(compared, gain.distillation);
        rows.push_back({gain, other ? std::optional(1.0 - other->fidelity) : std::nullopt});
    }
    return rows;
}

/// "F 0.982, 61 pairs a second, 0.31 of the pairs and 0.25 of the error left"
QString gainText(const DistillationGain& gain, const DistillationGain& heralded)
{
    const QString name = gain.isChosen ? Text::tr("%1, chosen").arg(roundsText(gain.distillation)) : roundsText(gain.distillation);
    if (gain.obstacle != Obstacle::None) return Text::tr("%1: %2").arg(name, obstacleText(gain));
    const QString text = Text::tr("%1: F %2, %3 pairs a second").arg(name, fidelityText(gain.fidelity), rateText(gain.rate.si()));
    if (gain.distillation.rounds == 0) return text;
    return Text::tr("%1; %2 of the pairs and %3 of the error are left")
        .arg(text, percentText(gain.rate / heralded.rate), percentText((1.0 - gain.fidelity) / std::max(1e-12, 1.0 - heralded.fidelity)));
}

/// Where the cells of a row stand, px.
struct Columns {
    QRectF name, bar, fidelity, rate;
};

Columns columnsOf(const QRectF& row)
{
    const double figure = std::min<double>(textRoom(46), 0.18 * row.width()), rate = std::min<double>(textRoom(56), 0.2 * row.width());
    const double name = std::min<double>(textRoom(118), 0.42 * row.width());
    const double bar = std::max(8.0, row.width() - name - figure - rate - 8.0);
    const auto cell = [&](double from, double width) { return QRectF(row.left() + from, row.top(), width, row.height()); };
    return {cell(0, name - 4), cell(name, bar), cell(name + bar + 4, figure), cell(name + bar + figure + 8, rate)};
}

void paintHead(QPainter& painter, const QRectF& line, const Theme& theme)
{
    const Columns cells = columnsOf(line);
    painter.setFont(uiFont(10.5));
    paintCell(painter, cells.bar, Qt::AlignLeft, Text::tr("1 − F"), theme.textSecond);
    paintCell(painter, cells.fidelity, Qt::AlignRight, Text::tr("F"), theme.textSecond);
    paintCell(painter, cells.rate, Qt::AlignRight, Text::tr("pairs/s"), theme.textSecond);
}

void paintRow(QPainter& painter, const QRectF& line, const Row& row, double largest, const Theme& theme)
{
    const Columns cells = columnsOf(line);
    const DistillationGain& gain = row.gain;
    const bool isThere = gain.obstacle == Obstacle::None;
    painter.setFont(uiFont(12, gain.isChosen ? QFont::DemiBold : QFont::Normal));
    const QString name = gain.isChosen ? Text::tr("✓ %1", "the chosen rounds").arg(roundsText(gain.distillation)) : roundsText(gain.distillation);
    paintCell(painter, cells.name, Qt::AlignLeft, name, isThere ? theme.text : theme.textThird);
    if (!isThere) {
        painter.setFont(uiFont(11));
        return paintCell(painter, QRectF(cells.bar.topLeft(), cells.rate.bottomRight()), Qt::AlignRight, obstacleText(gain), theme.textThird);
    }
    const auto compared = row.compared ? std::optional(*row.compared / largest) : std::nullopt;
    paintBars(painter, cells.bar, (1.0 - gain.fidelity) / largest, gain.isChosen ? theme.series[0] : theme.series[1], compared, theme);
    paintCell(painter, cells.fidelity, Qt::AlignRight, fidelityText(gain.fidelity), theme.text);
    paintCell(painter, cells.rate, Qt::AlignRight, rateText(gain.rate.si()), theme.text);
}

double largestOf(const std::vector<Row>& rows)
{
    double largest = 1e-12;
    for (const Row& row : rows)
        if (row.gain.obstacle == Obstacle::None) largest = std::max({largest, 1.0 - row.gain.fidelity, row.compared.value_or(0.0)});
    return largest;
}

/// Where not all rows have room, the first and the chosen one stay, and of the others as many as fit.
std::vector<Row> fittingRows(std::vector<Row> rows, std::size_t most)
{
    for (std::size_t at = rows.size(); at-- > 1 && rows.size() > most;)
        if (!rows[at].gain.isChosen) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
    return rows;
}

void paintRows(QPainter& painter, const QRectF& area, const std::vector<Row>& rows, const Theme& theme, std::vector<HotSpot>& spots)
{
    const QRectF inner = area.adjusted(10, 2, -10, -4);
    const double head = textRoom(14);
    if (!rows.empty()) paintHead(painter, QRectF(inner.left(), inner.top(), inner.width(), head), theme);
    const double room = inner.height() - head;
    const double height = std::clamp(room / double(std::max<std::size_t>(1, rows.size())), 1.0 * textRoom(15), 1.0 * textRoom(24));
    spots.clear();
    if (rows.empty()) return paintCell(painter, inner, Qt::AlignHCenter, Text::tr("Computing…"), theme.textSecond);
    double top = inner.top() + head;
    for (const Row& row : fittingRows(rows, rowsThatFit(room, height))) {
        const QRectF line(inner.left(), top, inner.width(), height);
        paintRow(painter, line, row, largestOf(rows), theme);
        QString text = gainText(row.gain, rows.front().gain);
        if (row.compared) text += u'\n' + Text::tr("1 − F %1 in the other design").arg(infidelityText(*row.compared));
        spots.push_back({line, text});
        top += height;
    }
}

class DistillationGainPlot final : public Plot {
public:
    DistillationGainPlot() : m_answers(answerTo) {}

    QString id() const override { return QStringLiteral("distillation-gain"); }
    QString title() const override { return Text::tr("Distillation"); }
    void computeBehind(std::function<void()> ready) override { m_answers.computeBehind(std::move(ready)); }
    QString subtitle(const PlotContext& context) const override { return hopName(context); }
    QString emptySentence(const PlotContext& context) const override
    {
        const QString sentence = plannedDemandSentence(context);
        return sentence.isEmpty() && context.demand->hops.empty() ? Text::tr("The demand has no hop.") : sentence;
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    /// Empty until there is an answer for this very demand, or where the plan is another by now.
    std::vector<DistillationGain> gainsOf(const PlotContext& context) const
    {
        auto& answer = m_answers.of(context.beside != nullptr);
        const Hops& hops = answer.to(demandQuestion(context));
        const std::size_t hop = shownHop(context);
        const bool isHere = answer.answered() && answer.answered()->demand == context.demand->id && hop < hops.size();
        return isHere ? hops[hop].gains : std::vector<DistillationGain>();
    }

    mutable AnswerPair<LatestAnswer<DemandQuestion, Hops>> m_answers;
};

PlotData DistillationGainPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Hop"), Text::tr("Rounds"), Text::tr("Memories needed"), Text::tr("F"), Text::tr("Pairs a second"), Text::tr("Chosen"), Text::tr("Why not")}, {},
                  {QString(), QString(), QStringLiteral("plots/distillation-gain/memories"), QStringLiteral("plots/distillation-gain/fidelity"),
                   QStringLiteral("plots/distillation-gain/rate_hz"), QString(), QString()}};
    if (!emptySentence(context).isEmpty()) return data;
    for (const DistillationGain& gain : gainsOf(context)) {
        const bool isThere = gain.obstacle == Obstacle::None;
        const auto number = [=](double value) { return isThere ? PlotData::Cell(value) : PlotData::Cell(QString()); };
        data.rows.push_back({hopName(context), roundsText(gain.distillation), double(gain.memories), number(gain.fidelity), number(gain.rate.si()),
                             gain.isChosen ? Text::tr("yes") : Text::tr("no"), obstacleText(gain)});
    }
    return data;
}

Drawing DistillationGainPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const auto compared = comparedContext(context);
    const bool isCompared = compared && emptySentence(*compared).isEmpty();
    const std::vector<Row> rows = rowsOf(gainsOf(context), isCompared ? gainsOf(*compared) : std::vector<DistillationGain>());
    return drawBelowHeading(plot, context, [rows, theme](QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots) {
        paintRows(painter, area, rows, theme, spots);
    });
}

} // namespace

std::unique_ptr<Plot> makeDistillationGainPlot()
{
    return std::make_unique<DistillationGainPlot>();
}

} // namespace bellweave::ui
