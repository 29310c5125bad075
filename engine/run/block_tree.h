// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace bellweave::engine {

/// Adds up what numbered blocks came to: blocks 2k and 2k + 1 first, then pairs of pairs, and so on, however they come. So the last
/// digit depends neither on who worked them out nor on how they were shared out, and n blocks in a row take the room of log n.
/// `Totals` has add(const Totals&), and adds nothing when made by default.
template<typename Totals>
class BlockTree {
public:
    /// Blocks index * 2^level to (index + 1) * 2^level - 1, added up.
    struct Node {
        unsigned level = 0;
        std::uint64_t index = 0;
        Totals totals = {};

        std::uint64_t first() const { return index << level; }
        std::uint64_t size() const { return std::uint64_t{1} << level; }
    };

    /// Blocks that are not in it yet.
    void add(Node node)
    {
        for (auto sibling = siblingOf(node); sibling != m_nodes.end(); sibling = siblingOf(node)) {
            Node other = std::move(sibling->second);
            m_nodes.erase(sibling);
            if (node.index % 2 == 1) std::swap(node, other);
            node.totals.add(other.totals);
            ++node.level;
            node.index /= 2;
        }
        const std::uint64_t first = node.first();
        m_nodes.emplace(first, std::move(node));
    }
    Totals sum() const
    {
        Totals all;
        for (const auto& [first, node] : m_nodes) all.add(node.totals);
        return all;
    }
    /// In the order of their blocks.
    std::vector<const Node*> nodes() const
    {
        std::vector<const Node*> all;
        for (const auto& [first, node] : m_nodes) all.push_back(&node);
        return all;
    }

private:
    auto siblingOf(const Node& node)
    {
        const auto found = m_nodes.find((node.index ^ 1) << node.level);
        return found != m_nodes.end() && found->second.level == node.level ? found : m_nodes.end();
    }

    std::map<std::uint64_t, Node> m_nodes;    // by first block
};

} // namespace bellweave::engine
