// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/pair_plan.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave {
namespace {

constexpr int kMostRounds = 8;
constexpr int kMostDepth = 100;

class PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PairPlan)
};

std::size_t addLink(PairPlan& plan, std::size_t hop)
{
    plan.nodes.push_back({.hop = hop});
    return plan.nodes.size() - 1;
}

std::size_t addJoin(PairPlan& plan, std::vector<std::size_t> inputs)
{
    plan.nodes.push_back({.kind = PairPlan::Node::Kind::Join, .inputs = std::move(inputs)});
    return plan.nodes.size() - 1;
}

/// Reads a plan from left to right; each member takes one part of the grammar off the text.
class PlanReader {
public:
    explicit PlanReader(const QString& text) : m_text(text) {}

    Result<PairPlan> read()
    {
        sum();
        skipSpace();
        if (!m_error && m_at < m_text.size()) fail(PlanWords::tr("something between the parts"));
        if (m_error) return *m_error;
        return m_plan;
    }

private:
    std::size_t sum()
    {
        std::vector<std::size_t> inputs{term()};
        while (!m_error && takes(u'+')) inputs.push_back(term());
        return inputs.size() == 1 ? inputs.front() : addJoin(m_plan, std::move(inputs));
    }

    std::size_t term()
    {
        std::size_t node = atom();
        while (!m_error) {
            if (takesWord(QStringLiteral("within"))) setCutoff(node);
            else if (takesWord(QStringLiteral("nested"))) node = distillation(node, false);
            else if (takesWord(QStringLiteral("pumped"))) node = distillation(node, true);
            else break;
        }
        return node;
    }

    std::size_t atom()
    {
        if (++m_depth > kMostDepth) return fail(PlanWords::tr("too many brackets"));
        if (!takes(u'(')) return link();
        const std::size_t node = sum();
        if (!m_error && !takes(u')')) fail(PlanWords::tr("a bracket without its end"));
        return node;
    }

    std::size_t link()
    {
        const std::optional<int> number = takesNumber();
        if (!number) return fail(PlanWords::tr("no hop"));
        if (static_cast<std::size_t>(*number) != m_hops + 1)
            return fail(PlanWords::tr("hop %1 where hop %2 is next").arg(*number).arg(m_hops + 1));
        return addLink(m_plan, m_hops++);
    }

    void setCutoff(std::size_t node)
    {
        PairPlan::Node& join = m_plan.nodes[node];
        const QString text = takesDuration();
        const Result<double> time = parseQuantity(text, Dimension::Duration);
        if (join.kind != PairPlan::Node::Kind::Join || join.inputs.size() != 2)
            fail(PlanWords::tr("a wait for something else than two parts in brackets"));
        else if (!time || time.value() < 0.0)
            fail(PlanWords::tr("“%1” for a time").arg(text));
        else
            join.cutoff = Duration::fromSi(time.value());
    }

    std::size_t distillation(std::size_t node, bool isPumped)
    {
        const std::optional<int> rounds = takesNumber();
        if (!rounds || *rounds < 1 || *rounds > kMostRounds)
            return fail(PlanWords::tr("a number of rounds that is not 1 to %1").arg(kMostRounds));
        m_plan.nodes.push_back({.kind = PairPlan::Node::Kind::Distillation, .inputs = {node}, .rounds = *rounds, .isPumped = isPumped});
        return m_plan.nodes.size() - 1;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) ++m_at;
    }

    bool takes(QChar sign)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != sign) return false;
        ++m_at;
        return true;
    }

    bool takesWord(const QString& word)
    {
        skipSpace();
        if (!QStringView(m_text).sliced(m_at).startsWith(word, Qt::CaseInsensitive)) return false;
        m_at += word.size();
        return true;
    }

    std::optional<int> takesNumber()
    {
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at].isDigit()) ++m_at;
        bool isNumber = false;
        const int number = QStringView(m_text).sliced(start, m_at - start).toInt(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }

    /// A number and the letters behind it, up to what can go on after a wait.
    QString takesDuration()
    {
        skipSpace();
        const qsizetype start = m_at;
        const auto isNumber = [](QChar c) { return c.isDigit() || c == u'.' || c == u','; };
        while (m_at < m_text.size() && isNumber(m_text[m_at])) ++m_at;
        if (m_at + 1 < m_text.size() && m_text[m_at].toLower() == u'e' && (m_text[m_at + 1].isDigit() || m_text[m_at + 1] == u'-')) {
            m_at += 2;
            while (m_at < m_text.size() && m_text[m_at].isDigit()) ++m_at;
        }
        skipSpace();
        while (m_at < m_text.size() && m_text[m_at].isLetter()) ++m_at;
        return m_text.sliced(start, m_at - start).trimmed();
    }

    std::size_t fail(const QString& what)
    {
        if (!m_error)
            m_error = Error{Error::Code::InvalidInput,
                            PlanWords::tr("A plan reads like “((1 nested 2 + 2) within 5 ms + 3) pumped 1”; at letter %1 there is %2.")
                                .arg(m_at + 1)
                                .arg(what),
                            {}};
        return 0;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::size_t m_hops = 0;
    int m_depth = 0;
    PairPlan m_plan;
    std::optional<Error> m_error;
};

QString nodeText(const PairPlan& plan, std::size_t index, bool isWhole)
{
    const PairPlan::Node& node = plan.nodes[index];
    switch (node.kind) {
    case PairPlan::Node::Kind::Link: return QString::number(node.hop + 1);
    case PairPlan::Node::Kind::Distillation:
        return nodeText(plan, node.inputs.front(), false) + (node.isPumped ? QStringLiteral(" pumped ") : QStringLiteral(" nested "))
            + QString::number(node.rounds);
    case PairPlan::Node::Kind::Join: break;
    }
    QStringList parts;
    for (const std::size_t input : node.inputs) parts.push_back(nodeText(plan, input, false));
    const QString sum = parts.join(QStringLiteral(" + "));
    if (isWhole && !node.cutoff) return sum;
    const QString wait = node.cutoff ? QStringLiteral(" within ") + formatLimit(node.cutoff->si(), Dimension::Duration) : QString();
    return QStringLiteral("(") + sum + QStringLiteral(")") + wait;
}

std::size_t addNested(PairPlan& plan, std::size_t first, std::size_t count)
{
    if (count == 1) return addLink(plan, first);
    const std::size_t left = addNested(plan, first, count / 2);
    const std::size_t right = addNested(plan, first + count / 2, count - count / 2);
    return addJoin(plan, {left, right});
}

} // namespace

std::size_t PairPlan::hops() const
{
    return static_cast<std::size_t>(std::ranges::count(nodes, Node::Kind::Link, &Node::kind));
}

bool PairPlan::isLink(std::size_t node) const
{
    const Node& row = nodes[node];
    return row.kind == Node::Kind::Link || (row.kind == Node::Kind::Distillation && isLink(row.inputs.front()));
}

bool PairPlan::joinsAtOnce(const Node& node) const
{
    return node.inputs.size() > 2 && std::ranges::all_of(node.inputs, [this](std::size_t input) { return isLink(input); });
}

Result<PairPlan> parsePairPlan(const QString& text) { return PlanReader(text).read(); }

QString pairPlanText(const PairPlan& plan) { return nodeText(plan, plan.nodes.size() - 1, true); }

PairPlan plainPlan(std::size_t hops)
{
    PairPlan plan;
    std::vector<std::size_t> links;
    for (std::size_t hop = 0; hop < hops; ++hop) links.push_back(addLink(plan, hop));
    if (hops > 1) addJoin(plan, links);
    return plan;
}

PairPlan sequentialPlan(std::size_t hops)
{
    PairPlan plan;
    std::size_t all = addLink(plan, 0);
    for (std::size_t hop = 1; hop < hops; ++hop) {
        const std::size_t next = addLink(plan, hop);
        all = addJoin(plan, {all, next});
    }
    return plan;
}

PairPlan nestedPlan(std::size_t hops)
{
    PairPlan plan;
    addNested(plan, 0, hops);
    return plan;
}

} // namespace bellweave
