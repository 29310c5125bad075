// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command_sources.h"

#include "model/base/folded_text.h"
#include "model/network/gazetteer.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/readout.h"
#include "ui/inspector/subject.h"
#include "ui/inspector/subject_words.h"
#include "ui/plots/sweep_input.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

constexpr std::size_t kMostElements = 12;    // whose fields are looked through: as many as are listed
constexpr std::size_t kMostPlaces = 4;
constexpr qsizetype kFewestLetters = 3;      // of a city's name

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandField)
};

/// An element with what it is called and what it is.
struct Named {
    ElementRef element;
    QString key;
    QString name;
    QString kind;
};

std::vector<Named> allElements(const Network& network)
{
    std::vector<Named> all;
    const auto add = [&](const ElementRef& element, const char* table, const QString& key, const QString& name, const QString& kind) {
        all.push_back({element, QLatin1String(table) + u'/' + key, name, kind});
    };
    for (const Site& site : network.sites) add(site.id, "site", site.key, site.displayName(), roleName(roleOf(site)));
    for (const Link& link : network.links) add(link.id, "link", link.key, displayName(network, link), Text::tr("Link"));
    for (const Demand& demand : network.demands)
        add(demand.id, "demand", demand.key, displayName(network, demand), Text::tr("Demand"));
    return all;
}

/// Which of the words are in a text, as bits.
unsigned wordsIn(const QStringList& words, const QString& text)
{
    unsigned found = 0;
    for (qsizetype at = 0; at < words.size(); ++at)
        if (text.contains(words[at])) found |= 1u << at;
    return found;
}

/// Whether some field of some kind has the words that a name leaves; reading the fields of an element takes longer.
bool mayBeField(const QStringList& words, unsigned left)
{
    for (const KindRow& kind : catalog())
        for (const FieldRow& row : kind.fields)
            if ((wordsIn(words, foldedText(row.label)) & left) == left) return true;
    return false;
}

/// Calls visit(named, field) for the fields of elements where name and field together have all words; with `both`, only where
/// each has some of them.
template<typename Visit>
void forFieldsNamed(const Network& network, const QStringList& words, bool both, Visit visit)
{
    if (words.size() > 16) return;
    const unsigned all = (1u << words.size()) - 1;
    std::map<unsigned, bool> hopes;    // by the words that the name leaves
    std::size_t elements = 0;
    for (const Named& named : allElements(network)) {
        const unsigned inName = wordsIn(words, foldedText(named.name));
        if (both && (inName == 0 || inName == all)) continue;
        const auto [hope, isNew] = hopes.try_emplace(inName, false);
        if (isNew) hope->second = mayBeField(words, all & ~inName);
        if (!hope->second) continue;
        if (++elements > kMostElements) break;
        for (const BoundField& field : fieldsOf(network, subjectOf(setOf(named.element))))
            if ((inName | wordsIn(words, foldedText(field.row->label))) == all) visit(named, field);
    }
}

Command fieldCommand(const Named& named, const BoundField& field, const ShowField& show)
{
    const QString title = Text::tr("%1 of %2", "field, element").arg(field.row->label, named.name);
    const auto run = [show, element = named.element, path = field.path] { show(element, path); };
    return {named.key + u'/' + field.path, title, field.kind->label, {}, run};
}

Command settingCommand(const BoundField& field, const ShowField& show)
{
    return {QStringLiteral("design/") + field.path, field.row->label, field.kind->label, {}, [show, path = field.path] { show(ElementRef(), path); }};
}

} // namespace

std::vector<Command> actionCommands(const Actions& actions)
{
    std::vector<Command> commands;
    for (const ActionRow& row : actionTable()) {
        QAction* action = actions[row.id];
        if (!action->isEnabled() || row.id == ActionId::Find) continue;
        commands.push_back({QStringLiteral("action/") + withoutMarks(QString::fromUtf8(row.text)), fullName(row, *action),
                            withoutMarks(menuTitle(row.menu)), action->shortcut().toString(QKeySequence::NativeText),
                            [action] { action->trigger(); }});
    }
    return commands;
}

std::vector<Command> elementCommands(Session& session)
{
    std::vector<Command> commands;
    for (const Named& named : allElements(session.network())) {
        const auto run = [&session, element = named.element] { session.reveal(element); };
        commands.push_back({named.key, named.name, named.kind, {}, run});
    }
    return commands;
}

std::vector<Command> settingCommands(const Session& session, const ShowField& show)
{
    std::vector<Command> commands;
    for (const BoundField& field : fieldsOf(session.network(), subjectOf(Selection()))) commands.push_back(settingCommand(field, show));
    return commands;
}

std::vector<Command> fieldCommands(const Session& session, const ShowField& show, const QStringList& words)
{
    std::vector<Command> commands;
    if (words.size() < 2) return commands;
    forFieldsNamed(session.network(), words, true,
                   [&](const Named& named, const BoundField& field) { commands.push_back(fieldCommand(named, field, show)); });
    return commands;
}

SweepableFields sweepableFields(const Network& network, const ShowField& sweep, const QStringList& words)
{
    SweepableFields found;
    std::vector<Command> ofElements, prices;
    const auto refuse = [&](const QString& name, const ElementRef& element, const BoundField& field) {
        const bool isNumber = field.row->type == FieldType::Number || field.row->type == FieldType::Integer;
        if (isNumber && found.whyNot.isEmpty())
            found.whyNot = Text::tr("%1 is not swept. %2", "field of an element, why").arg(name, whyNotSwept(element, *field.row, field.path));
    };
    forFieldsNamed(network, words, false, [&](const Named& named, const BoundField& field) {
        if (isSweepable(named.element, *field.row, field.path)) ofElements.push_back(fieldCommand(named, field, sweep));
        else if (wordsIn(words, foldedText(field.row->label)) != 0)
            refuse(Text::tr("%1 of %2", "field, element").arg(field.row->label, named.name), named.element, field);
    });
    for (const BoundField& field : fieldsOf(network, subjectOf(Selection()))) {
        const auto isIn = [label = foldedText(field.row->label)](const QString& word) { return label.contains(word); };
        if (isSweepable(ElementRef(), *field.row, field.path)) (isPrice(field.path) ? prices : found.commands).push_back(settingCommand(field, sweep));
        else if (!words.isEmpty() && std::ranges::all_of(words, isIn)) refuse(field.row->label, ElementRef(), field);
    }
    for (Command& price : prices) price.title = Text::tr("%1: %2", "part of the design, its field").arg(price.detail, price.title);
    for (const auto& more : {ofElements, prices}) found.commands.insert(found.commands.end(), more.begin(), more.end());
    return found;
}

std::vector<Command> sweepCommands(const Session& session, const ShowField& sweep, QStringList words)
{
    if (words.size() < 2 || words.front() != foldedText(Text::tr("Sweep"))) return {};
    words.removeFirst();
    auto [commands, whyNot] = sweepableFields(session.network(), sweep, words);
    for (Command& command : commands) {
        command.key.prepend(QStringLiteral("sweep/"));
        command.title = Text::tr("Sweep %1", "field of an element").arg(command.title);
        command.detail = Text::tr("Sweep");
    }
    if (!whyNot.isEmpty()) commands.push_back({{}, whyNot, Text::tr("Sweep"), {}, nullptr});
    return commands;
}

std::vector<Command> placeCommands(NetworkView& view, QStringList words)
{
    if (words.size() > 1 && words.front() == foldedText(Text::tr("Place"))) words.removeFirst();
    const QString name = words.join(u' ');
    std::vector<Command> commands;
    if (name.size() < kFewestLetters) return commands;
    for (const Place* place : gazetteer().search(name, kMostPlaces)) {
        const auto run = [&view, place] {
            const SiteId site = view.placeSite(SiteRole::Processor, place->position, place->name);
            if (site.isValid()) view.showElement(site);
        };
        const QString label = place->label();
        commands.push_back({QStringLiteral("place/") + label, Text::tr("Place a site in %1").arg(label), Text::tr("City"), {}, run});
    }
    return commands;
}

std::vector<Command> allCommands(Session& session, const Actions& actions, NetworkView& view, const ShowField& show,
                                 const ShowField& sweep, const QStringList& words)
{
    std::vector<Command> all = actionCommands(actions);
    for (const auto& more : {elementCommands(session), settingCommands(session, show), fieldCommands(session, show, words),
                             sweepCommands(session, sweep, words), placeCommands(view, words)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace bellweave::ui
