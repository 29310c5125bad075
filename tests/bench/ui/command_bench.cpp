// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_design.h"
#include "ui/canvas/network_view.h"
#include "ui/command/command_sources.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QString>
#include <QTextStream>

using namespace bellweave;
using namespace bellweave::ui;

/// Goal: what the command field lists in 50 ms after each letter, with 1,000 sites and 2,000 links.
int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    constexpr double kGoal = 50.0;    // ms
    Session session;
    session.open(test::gridDesign(1000, 2000, 0), {});
    NetworkView view(session);
    const Actions actions;
    const auto show = [](const ElementRef&, const QString&) {};
    QTextStream out(stdout);
    bool isGood = true;
    for (const char* query : {"", "s", "station 500", "t2 station", "place linz"}) {
        QElapsedTimer clock;
        clock.start();
        const QStringList words = wordsOf(QString::fromUtf8(query));
        const std::size_t found = bestMatches(allCommands(session, actions, view, show, show, words), words, {}, 12).size();
        const double milliseconds = 1e-6 * static_cast<double>(clock.nsecsElapsed());
        isGood = isGood && milliseconds < kGoal;
        out << "command field, \"" << query << "\": " << milliseconds << " ms, " << found << " found, goal " << kGoal << " ms, ratio "
            << QString::number(milliseconds / kGoal, 'f', 2) << '\n';
    }
    return isGood ? 0 : 1;
}
