// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/examples.h"

#include "model/format/project_file.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

namespace bellweave::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WelcomePage)
};

} // namespace

std::vector<Example> shippedExamples()
{
    std::vector<Example> examples;
    const QDir folder(QStringLiteral(":/bellweave/examples"));
    const QStringList names = folder.entryList({QStringLiteral("*.bellweave")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString path = folder.filePath(name);
        Result<LoadedProject> loaded = readProject(path);
        if (!loaded) continue;
        const General general = loaded->network.general();
        examples.push_back({path, general.name, general.question, std::move(loaded->network)});
    }
    std::stable_sort(examples.begin(), examples.end(), [](const Example& a, const Example& b) { return a.network.sites.size() < b.network.sites.size(); });
    return examples;
}

QString factsOf(const Network& network)
{
    const auto count = [](const auto& table) { return static_cast<int>(table.size()); };
    return Words::tr("%1, %2, %3", "sites, links, demands")
        .arg(Words::tr("%n site(s)", nullptr, count(network.sites)), Words::tr("%n link(s)", nullptr, count(network.links)),
             Words::tr("%n demand(s)", nullptr, count(network.demands)));
}

} // namespace bellweave::ui
