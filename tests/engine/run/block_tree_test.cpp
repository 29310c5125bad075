// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/block_tree.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <rapidcheck.h>

using namespace bellweave::engine;

namespace {

/// Sums of doubles, whose last digits depend on the order.
struct Sum {
    double value = 0.0;
    void add(const Sum& other) { value += other.value; }
};

Sum ofBlock(std::uint64_t block) { return {std::sin(static_cast<double>(block)) * std::pow(10.0, static_cast<double>(block % 7))}; }

double added(const std::vector<std::uint64_t>& order)
{
    BlockTree<Sum> tree;
    for (const std::uint64_t block : order) tree.add({0, block, ofBlock(block)});
    return tree.sum().value;
}

} // namespace

class BlockTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSumIsTheSameToTheLastBitInAnyOrder()
    {
        QVERIFY(rc::check([](unsigned seed) {
            std::mt19937 engine(seed);
            std::vector<std::uint64_t> order(1 + engine() % 300);
            std::iota(order.begin(), order.end(), 0);
            const double inOrder = added(order);
            std::shuffle(order.begin(), order.end(), engine);
            RC_ASSERT(added(order) == inOrder);
        }));
    }

    void partsThatWereAddedUpElsewhereGiveTheSame()
    {
        constexpr std::uint64_t kBlocks = 777;
        std::vector<std::uint64_t> all(kBlocks);
        std::iota(all.begin(), all.end(), 0);
        for (const std::uint64_t shards : {2, 3, 7, 100}) {
            BlockTree<Sum> merged;
            for (std::uint64_t shard = shards; shard-- > 0;) {
                BlockTree<Sum> part;
                for (std::uint64_t block = kBlocks * shard / shards; block < kBlocks * (shard + 1) / shards; ++block) part.add({0, block, ofBlock(block)});
                for (const auto* node : part.nodes()) merged.add(*node);
            }
            QCOMPARE(merged.sum().value, added(all));
        }
    }

    void aRowOfBlocksTakesTheRoomOfItsLogarithm()
    {
        BlockTree<Sum> tree;
        for (std::uint64_t block = 0; block < 1023; ++block) tree.add({0, block, ofBlock(block)});
        QCOMPARE(tree.nodes().size(), std::size_t(10));
        tree.add({0, 1023, ofBlock(1023)});
        QCOMPARE(tree.nodes().size(), std::size_t(1));
        QCOMPARE(tree.nodes().front()->size(), std::uint64_t(1024));
    }
};

BELLWEAVE_TEST(BlockTreeTest)
#include "block_tree_test.moc"
