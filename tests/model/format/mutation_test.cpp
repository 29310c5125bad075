// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

using namespace bellweave;

namespace {

using Tree = nlohmann::ordered_json;

constexpr int kMutants = 2'000;
constexpr qint64 kLongestRead = 5'000;      // ms, one file
constexpr qint64 kLongestAll = 20'000;      // ms, all of them
constexpr long kMostMemory = 500'000;       // kB, highest resident size

std::vector<QByteArray> corpus()
{
    std::vector<QByteArray> texts{
        R"({ "format":"bellweave", "version":1, "name":"Two cities",
  "sites":[ {"id":"delft","position":{"latitude_deg":52.0116,"longitude_deg":4.3571}, "processor":{"preset":"nv-diamond-2026"}},
            {"id":"hague","position":{"latitude_deg":52.0705,"longitude_deg":4.3007}, "processor":{"preset":"nv-diamond-2026"}} ],
  "links":[ {"id":"delft-hague","from":"delft","to":"hague","fiber":{"length_m":25000,"attenuation_db_per_km":0.2}} ],
  "demands":[ {"id":"d1","from":"delft","to":"hague","min_fidelity":0.8,"min_rate_hz":0.1} ] })",
        R"({"format":"bellweave","version":1,"sites":[{"id":"a"},{"id":"b","station":{}}],"links":[{"id":"l","from":"a","to":"b",
  "measured":{"attempt_time":"1 ms","success_probability":"1 %","state":[0.9,0.05,0.025,0.025]}}],"costs":{"new_site":"90 k€"}})",
        projectText(test::RandomNetwork(7).make()),
        projectText(test::RandomNetwork(12).make()),
    };
    // The shipped examples too.
    for (const QFileInfo& example : QDir(QStringLiteral(":/bellweave/examples")).entryInfoList({QStringLiteral("*.bellweave")})) {
        QFile file(example.filePath());
        if (file.open(QIODevice::ReadOnly)) texts.push_back(file.readAll());
    }
    return texts;
}

/// Damages texts: the same seed, the same damage.
class Mutator {
public:
    QByteArray mutated(QByteArray text)
    {
        if (below(2) == 0) return withOddValues(text);
        for (int round = below(4); round >= 0; --round) text = once(text);
        return text;
    }

private:
    int below(qsizetype bound) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(std::max<qsizetype>(bound, 1))); }

    QByteArray once(QByteArray text)
    {
        const int at = below(text.size());
        const int length = 1 + below(40);
        switch (below(8)) {
        case 0: return flipped(text, at);
        case 1: return text.remove(at, length);
        case 2: return text.insert(at, text.mid(below(text.size()), length));
        case 3: return text.left(at);
        case 4: return text.insert(at, tokens()[static_cast<std::size_t>(below(static_cast<qsizetype>(tokens().size())))]);
        case 5: return swapped(text);
        case 6: return text.insert(at, text.mid(at, length).repeated(1 + below(2'000)));
        default: return text.replace(at, 1, QByteArray(1, static_cast<char>(below(256))));
        }
    }
    QByteArray flipped(QByteArray text, int at)
    {
        if (!text.isEmpty()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        return text;
    }
    /// Still JSON, but a few values are of another kind, gone, or where they do not belong.
    QByteArray withOddValues(const QByteArray& text)
    {
        Tree tree = Tree::parse(text.toStdString());
        for (int round = below(3); round >= 0; --round) {
            Tree& node = anyNode(tree);
            switch (below(4)) {
            case 0: node = Tree::parse(values()[static_cast<std::size_t>(below(static_cast<qsizetype>(values().size())))]); break;
            case 1: node = Tree(anyNode(tree)); break;
            case 2: if (node.is_object() && !node.empty()) node.erase(node.begin()); break;
            default: if (node.is_object()) node["t2"] = anyNode(tree).is_string() ? "5 ms" : "7"; break;
            }
        }
        return QByteArray::fromStdString(tree.dump(1, ' ', false, Tree::error_handler_t::replace));
    }
    Tree& anyNode(Tree& tree)
    {
        Tree* node = &tree;
        while (node->is_structured() && !node->empty() && below(5) > 0) {
            auto child = node->begin();
            std::advance(child, below(static_cast<qsizetype>(node->size())));
            node = &*child;
        }
        return *node;
    }
    static const std::vector<std::string>& values()
    {
        static const std::vector<std::string> all{"null", "true", "-1", "0", "0.5", "1e300", "\"\"", "\"x\"", "\"25 km\"", "\"2 Hz\"", "[]", "{}",
                                                  "[0.25,0.25,0.25,0.25]", "{\"preset\":\"snspd-2026\"}", "\"1e999\"", "\"1/0\"", "4294967296"};
        return all;
    }
    /// One number, word or mark in the place of another.
    QByteArray swapped(QByteArray text)
    {
        const QList<QByteArray> pieces = text.split(',');
        const QByteArray from = pieces[below(pieces.size())];
        const QByteArray to = pieces[below(pieces.size())];
        return from.isEmpty() ? text : text.replace(text.indexOf(from), from.size(), to);
    }
    static const std::vector<QByteArray>& tokens()
    {
        static const std::vector<QByteArray> all{"null", "-1", "1e308", "1e999", "-0", "99999999999999999999", "\"25 parsec\"", "{}", "[]",
                                                 "[[[[[[[[", "{\"a\":", "\"", "\\u0000", "\\ud800", "\xF0\x9F", "true", "\"id\":\"\",",
                                                 "\"version\":9,", "\"preset\":\"\",", ",", ":", "}", "]", "\"1e5 km\"", "\"((((1\""};
        return all;
    }
    std::mt19937_64 m_engine{20260101};
};

} // namespace

class MutationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damagedFilesAreReadOrRefusedWithAPlace();
};

void MutationTest::damagedFilesAreReadOrRefusedWithAPlace()
{
    const auto originals = corpus();
    Mutator mutator;
    QElapsedTimer all;
    all.start();
    qint64 slowest = 0;
    int refused = 0;
    for (int i = 0; i < kMutants; ++i) {
        const QByteArray text = mutator.mutated(originals[static_cast<std::size_t>(i) % originals.size()]);
        QElapsedTimer one;
        one.start();
        const auto project = parseProject(text, {});
        slowest = std::max(slowest, one.elapsed());
        if (project) {
            const auto again = parseProject(projectText(project->network), {});
            QVERIFY2(again.has_value(), text.constData());
            QCOMPARE(projectText(again->network), projectText(project->network));
            continue;
        }
        ++refused;
        QVERIFY2(!project.error().where.isEmpty(), text.constData());
        QVERIFY2(!project.error().sentence.isEmpty(), text.constData());
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    qInfo("%d of %d refused, %lld ms in all, slowest %lld ms, %ld kB at most", refused, kMutants, static_cast<long long>(all.elapsed()),
          static_cast<long long>(slowest), usage.ru_maxrss);
    QVERIFY(refused > kMutants / 2 && refused < kMutants * 9 / 10);    // neither all harmless nor all hopeless
    QVERIFY(slowest < kLongestRead);
    QVERIFY(all.elapsed() < kLongestAll);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY(usage.ru_maxrss < kMostMemory);    // a sanitizer's own memory would be counted with ours
#endif
}

BELLWEAVE_TEST(MutationTest)
#include "mutation_test.moc"
