// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_description.h"
#include "app/cli/cluster_scripts.h"
#include "app/cli/command.h"
#include "app/cli/nearest_word.h"
#include "app/cli/verb_line.h"
#include "model/network/presets.h"

namespace bellweave::cli {
namespace {

const QString kPresets = QStringLiteral("presets");
const QString kResults = QStringLiteral("results");
const QString kSlurm = QStringLiteral("slurm");
const QString kSlurmArray = QStringLiteral("slurm-array");

QString nameOf(const KindRow& kind)
{
    return kind.key.isEmpty() ? kind.element : kind.key;
}

std::vector<const KindRow*> kindsNamed(const QString& name)
{
    std::vector<const KindRow*> kinds;
    for (const KindRow& kind : catalog())
        if (name.isEmpty() || nameOf(kind) == name || kind.element == name) kinds.push_back(&kind);
    return kinds;
}

std::vector<const Preset*> presetsNamed(const QString& name)
{
    std::vector<const Preset*> presets;
    for (const Preset& preset : allPresets())
        if (name == kPresets || preset.id == name) presets.push_back(&preset);
    return presets;
}

/// By the whole key, or by its last part: "rate_hz" are those of links, demands and hops.
std::vector<const engine::Quantity*> quantitiesNamed(const QString& name)
{
    std::vector<const engine::Quantity*> found;
    for (const engine::Quantity& quantity : engine::quantities()) {
        const QString last = quantity.key.mid(std::max(quantity.key.lastIndexOf(u'.'), quantity.key.lastIndexOf(u'/')) + 1);
        if (quantity.key == name || last == name) found.push_back(&quantity);
    }
    return found;
}

QStringList knownNames()
{
    QStringList names{kPresets, kResults, kSlurm, kSlurmArray};
    for (const KindRow& kind : catalog()) names.append({nameOf(kind), kind.element});
    for (const Preset& preset : allPresets()) names.append(preset.id);
    for (const engine::Quantity& quantity : engine::quantities()) names.append(quantity.key);
    names.removeDuplicates();
    return names;
}

} // namespace

ExitCode runDescribe(Invocation& invocation)
{
    VerbLine line(invocation, QStringLiteral("describe"), VerbLine::Reads::Nothing);
    if (const auto code = line.read()) return *code;
    const QString name = line.word(0);
    if (name == kResults) return line.deliver(line.json() ? resultsJson() : resultsText());
    if (name == kSlurm) return line.deliver(slurmScript());
    if (name == kSlurmArray) return line.deliver(slurmArrayScript());
    if (const auto kinds = kindsNamed(name); !kinds.empty()) return line.deliver(line.json() ? kindsJson(kinds) : kindsText(kinds));
    if (const auto presets = presetsNamed(name); !presets.empty())
        return line.deliver(line.json() ? presetsJson(presets) : name == kPresets ? presetListText(presets) : presetText(*presets.front()));
    if (const auto quantities = quantitiesNamed(name); !quantities.empty())
        return line.deliver(line.json() ? quantitiesJson(quantities) : quantitiesText(quantities));
    const QString near = nearestWord(name, knownNames());
    return line.fail(ExitCode::WrongUse,
                     near.isEmpty() ? VerbLine::tr("There is no kind \"%1\". Known: %2.").arg(name, knownNames().join(u", "))
                                    : VerbLine::tr("There is no kind \"%1\". Did you mean \"%2\"?").arg(name, near));
}

} // namespace bellweave::cli
