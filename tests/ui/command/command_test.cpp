// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::ui;

namespace {

Command command(const char* title, const char* detail)
{
    return {QString::fromUtf8(title), QString::fromUtf8(title), QString::fromUtf8(detail), {}, [] {}};
}

QStringList titles(const std::vector<Command>& commands)
{
    QStringList result;
    for (const Command& each : commands) result << each.title;
    return result;
}

} // namespace

class CommandTest : public QObject {
    Q_OBJECT

    const std::vector<Command> m_commands{command("Fit All", "View"),     command("Select All", "Edit"),
                                          command("Zürich", "Processor"), command("Processor", "Insert"),
                                          command("T₂ of Nürnberg", "Memory")};

    QStringList found(const char* query, const QStringList& recent = {})
    {
        return titles(bestMatches(m_commands, wordsOf(QString::fromUtf8(query)), recent, 10));
    }

private Q_SLOTS:
    void everyWordMustBeFound()
    {
        QCOMPARE(found("fit view"), QStringList{QStringLiteral("Fit All")});
        QVERIFY(found("fit edit").isEmpty());
    }
    void accentsCaseAndSmallDigitsDoNotCount()
    {
        QCOMPARE(found("zurich"), QStringList{QStringLiteral("Zürich")});
        QCOMPARE(found("T2 nur"), QStringList{QString::fromUtf8("T₂ of Nürnberg")});
    }
    void theTitleCountsMoreThanWhatItIs()
    {
        QCOMPARE(found("processor"), (QStringList{QStringLiteral("Processor"), QStringLiteral("Zürich")}));
    }
    void whatWasUsedLatelyComesFirstAmongEquals()
    {
        QCOMPARE(found("all").first(), QStringLiteral("Fit All"));
        QCOMPARE(found("all", {QStringLiteral("Select All")}).first(), QStringLiteral("Select All"));
    }
    void nothingTypedListsWhatWasUsedNewestFirst()
    {
        QCOMPARE(found("", {QStringLiteral("Zürich"), QStringLiteral("Fit All")}), (QStringList{QStringLiteral("Zürich"), QStringLiteral("Fit All")}));
        QVERIFY(found("").isEmpty());
    }
    void noMoreThanAskedForAreGiven() { QCOMPARE(bestMatches(m_commands, wordsOf(QStringLiteral("l")), {}, 1).size(), std::size_t(1)); }
};

BELLWEAVE_TEST(CommandTest)
#include "command_test.moc"
