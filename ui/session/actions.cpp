// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMetaEnum>
#include <QWidget>

namespace bellweave::ui {

namespace {

using enum ActionMenu;
using Id = ActionId;
constexpr auto kCanvas = ActionScope::Canvas;
constexpr auto kWindow = ActionScope::Window;

#define BELLWEAVE_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)
constexpr auto kOverlayMenu = BELLWEAVE_TEXT("O&verlays");
constexpr auto kTextSize = BELLWEAVE_TEXT("Te&xt Size");
constexpr auto kDensityMenu = BELLWEAVE_TEXT("De&nsity");
constexpr auto kColorLinks = BELLWEAVE_TEXT("&Color Links By");
constexpr ActionRow kRows[] = {
    {Id::New, File, BELLWEAVE_TEXT("&New Design"), "Ctrl+N", Icon::New, BELLWEAVE_TEXT("Starts an empty design.")},
    {Id::Open, File, BELLWEAVE_TEXT("&Open…"), "Ctrl+O", Icon::Open, BELLWEAVE_TEXT("Opens a design from a file.")},
    {Id::Import, File, BELLWEAVE_TEXT("&Import…"), "Ctrl+I", Icon::Import,
     BELLWEAVE_TEXT("Shows what a GraphML topology, a design or a file of presets holds, to open it or add it."), kWindow, "", true},
    {Id::Save, File, BELLWEAVE_TEXT("&Save"), "Ctrl+S", Icon::Save, BELLWEAVE_TEXT("Writes the design to its file."),
     kWindow, "", true},
    {Id::SaveAs, File, BELLWEAVE_TEXT("Save &As…"), "Ctrl+Shift+S", Icon::None,
     BELLWEAVE_TEXT("Writes the design to another file and goes on there.")},
    {Id::Report, File, BELLWEAVE_TEXT("&Report…"), "Ctrl+P", Icon::None,
     BELLWEAVE_TEXT("Shows the whole report of the design, to be written as HTML or PDF."), kWindow, "", true},
    {Id::Export, File, BELLWEAVE_TEXT("&Export Picture…"), "Ctrl+E", Icon::None,
     BELLWEAVE_TEXT("Writes the map or a plot as PNG, SVG or PDF.")},
    {Id::Welcome, File, BELLWEAVE_TEXT("&Welcome"), "Alt+Home", Icon::None,
     BELLWEAVE_TEXT("Shows recent designs and the examples."), kWindow, "", true},
    {Id::Quit, File, BELLWEAVE_TEXT("&Quit"), "Ctrl+Q", Icon::None, BELLWEAVE_TEXT("Closes the window."), kWindow, "", true},

    {Id::Undo, Edit, BELLWEAVE_TEXT("&Undo"), "Ctrl+Z", Icon::Undo, BELLWEAVE_TEXT("Takes back the last change.")},
    {Id::Redo, Edit, BELLWEAVE_TEXT("&Redo"), "Ctrl+Shift+Z", Icon::Redo,
     BELLWEAVE_TEXT("Makes the change again that was taken back.")},
    {Id::Cut, Edit, BELLWEAVE_TEXT("Cu&t"), "Ctrl+X", Icon::Cut,
     BELLWEAVE_TEXT("Moves the selected elements to the clipboard."), kWindow, "", true},
    {Id::Copy, Edit, BELLWEAVE_TEXT("&Copy"), "Ctrl+C", Icon::Copy,
     BELLWEAVE_TEXT("Copies the selected elements and the links among them.")},
    {Id::Paste, Edit, BELLWEAVE_TEXT("&Paste"), "Ctrl+V", Icon::Paste,
     BELLWEAVE_TEXT("Adds the copied elements beside the originals.")},
    {Id::Duplicate, Edit, BELLWEAVE_TEXT("D&uplicate"), "Ctrl+D", Icon::None,
     BELLWEAVE_TEXT("Copies and pastes the selected elements in one step.")},
    {Id::Delete, Edit, BELLWEAVE_TEXT("&Delete"), "Del", Icon::Delete,
     BELLWEAVE_TEXT("Removes the selected elements, and links and demands that would lose an end.")},
    {Id::Rename, Edit, BELLWEAVE_TEXT("Re&name"), "F2", Icon::None,
     BELLWEAVE_TEXT("Edits the name of the selected element."), kWindow, "", true},
    {Id::TakeDown, Edit, BELLWEAVE_TEXT("Take Do&wn"), "X", Icon::None,
     BELLWEAVE_TEXT("Takes the selected sites and links out of operation, or puts them back; they stay in the design."), kCanvas},
    {Id::Lock, Edit, BELLWEAVE_TEXT("&Lock"), "K", Icon::None,
     BELLWEAVE_TEXT("Keeps the selected sites and links from every change until they are unlocked."), kCanvas},
    {Id::SelectAll, Edit, BELLWEAVE_TEXT("Select &All"), "Ctrl+A", Icon::None,
     BELLWEAVE_TEXT("Selects every site and link."), kWindow, "", true},
    {Id::SelectAllOfKind, Edit, BELLWEAVE_TEXT("Select All of &Kind"), "Ctrl+Shift+A", Icon::None,
     BELLWEAVE_TEXT("Selects every element of the kinds that are selected.")},
    {Id::Find, Edit, BELLWEAVE_TEXT("&Find or Do…"), "Ctrl+K", Icon::Find,
     BELLWEAVE_TEXT("Finds commands, sites, links, demands, settings, values and cities by words."), kWindow, "", true},
    {Id::Preferences, Edit, BELLWEAVE_TEXT("Prefere&nces…"), "Ctrl+,", Icon::None,
     BELLWEAVE_TEXT("Chooses theme, text size, density, map, keys, and how unsaved work is kept."), kWindow, "", true},

    {Id::ZoomIn, View, BELLWEAVE_TEXT("Zoom &In"), "+", Icon::ZoomIn, BELLWEAVE_TEXT("Shows the map larger."), kCanvas},
    {Id::ZoomOut, View, BELLWEAVE_TEXT("Zoom &Out"), "-", Icon::ZoomOut, BELLWEAVE_TEXT("Shows the map smaller."), kCanvas},
    {Id::FitAll, View, BELLWEAVE_TEXT("&Fit All"), "0", Icon::Fit, BELLWEAVE_TEXT("Shows the whole design."), kCanvas},
    {Id::FitSelection, View, BELLWEAVE_TEXT("Fit &Selection"), "1", Icon::None,
     BELLWEAVE_TEXT("Shows the selected elements as large as they fit."), kCanvas},
    {Id::Mercator, View, BELLWEAVE_TEXT("&Mercator"), "Ctrl+M, M", Icon::None,
     BELLWEAVE_TEXT("Draws the map so that angles are right."), kWindow, "projection", true},
    {Id::Equirectangular, View, BELLWEAVE_TEXT("&Equirectangular"), "Ctrl+M, R", Icon::None,
     BELLWEAVE_TEXT("Draws the map with degrees as squares, poles included."), kWindow, "projection"},
    {Id::EqualEarth, View, BELLWEAVE_TEXT("E&qual Earth"), "Ctrl+M, E", Icon::None,
     BELLWEAVE_TEXT("Draws the whole world with areas that are right."), kWindow, "projection"},
    {Id::Globe, View, BELLWEAVE_TEXT("&Globe"), "Ctrl+M, G", Icon::None,
     BELLWEAVE_TEXT("Draws the Earth as a ball; dragging with the Pan tool turns it."), kWindow, "projection"},
    {Id::ColorByFidelity, View, BELLWEAVE_TEXT("&Fidelity"), "Ctrl+L, F", Icon::None,
     BELLWEAVE_TEXT("Colors links by the fidelity of their pairs."), kWindow, "color", true, kColorLinks},
    {Id::ColorByRate, View, BELLWEAVE_TEXT("&Rate"), "Ctrl+L, R", Icon::None,
     BELLWEAVE_TEXT("Colors links by the pairs they make per second."), kWindow, "color", false, kColorLinks},
    {Id::ColorByLoss, View, BELLWEAVE_TEXT("&Loss"), "Ctrl+L, L", Icon::None,
     BELLWEAVE_TEXT("Colors links by the loss of their fiber."), kWindow, "color", false, kColorLinks},
    {Id::ColorByMargin, View, BELLWEAVE_TEXT("&Margin"), "Ctrl+L, M", Icon::None,
     BELLWEAVE_TEXT("Colors links by how far their demands are above what they require."), kWindow, "color", false, kColorLinks},
    {Id::ColorByCost, View, BELLWEAVE_TEXT("&Cost"), "Ctrl+L, C", Icon::None,
     BELLWEAVE_TEXT("Colors links by what their fiber costs a year."), kWindow, "color", false, kColorLinks},
    {Id::ShowLegend, View, BELLWEAVE_TEXT("&Legend"), "Ctrl+Shift+O, L", Icon::None,
     BELLWEAVE_TEXT("Shows or hides what colors and widths of links mean."), kWindow, "toggle", false, kOverlayMenu},
    {Id::ShowScaleBar, View, BELLWEAVE_TEXT("&Scale Bar"), "Ctrl+Shift+O, S", Icon::None,
     BELLWEAVE_TEXT("Shows or hides the length that is a round number of kilometers."), kWindow, "toggle", false, kOverlayMenu},
    {Id::ShowZoomButtons, View, BELLWEAVE_TEXT("&Zoom Buttons"), "Ctrl+Shift+O, Z", Icon::None,
     BELLWEAVE_TEXT("Shows or hides the buttons that zoom and fit."), kWindow, "toggle", false, kOverlayMenu},
    {Id::ShowCallout, View, BELLWEAVE_TEXT("&Limiting Element"), "Ctrl+Shift+O, E", Icon::None,
     BELLWEAVE_TEXT("Shows or hides what limits the selected demand."), kWindow, "toggle", false, kOverlayMenu},
    {Id::ShowOverview, View, BELLWEAVE_TEXT("&Overview Map"), "Ctrl+Shift+O, O", Icon::None,
     BELLWEAVE_TEXT("Shows or hides the small map of the surroundings."), kWindow, "toggle", false, kOverlayMenu},
    {Id::ThemeSystem, View, BELLWEAVE_TEXT("Theme: S&ystem"), "Ctrl+T, S", Icon::None,
     BELLWEAVE_TEXT("Follows the desktop's light or dark colors."), kWindow, "theme", true},
    {Id::ThemeLight, View, BELLWEAVE_TEXT("Theme: &Light"), "Ctrl+T, L", Icon::None, BELLWEAVE_TEXT("Uses light colors."), kWindow,
     "theme"},
    {Id::ThemeDark, View, BELLWEAVE_TEXT("Theme: &Dark"), "Ctrl+T, D", Icon::None, BELLWEAVE_TEXT("Uses dark colors."), kWindow,
     "theme"},
    {Id::HighContrast, View, BELLWEAVE_TEXT("High &Contrast"), "Ctrl+T, C", Icon::None,
     BELLWEAVE_TEXT("Shows captions as strong as text, and separators as strong as the edges of fields."), kWindow, "toggle"},
    {Id::LargerText, View, BELLWEAVE_TEXT("&Larger"), "Ctrl++", Icon::None,
     BELLWEAVE_TEXT("Makes all text of the window larger, up to 200 %."), kWindow, "", false, kTextSize},
    {Id::SmallerText, View, BELLWEAVE_TEXT("&Smaller"), "Ctrl+-", Icon::None,
     BELLWEAVE_TEXT("Makes all text of the window smaller, down to 80 %."), kWindow, "", false, kTextSize},
    {Id::UsualText, View, BELLWEAVE_TEXT("&Usual"), "Ctrl+0", Icon::None,
     BELLWEAVE_TEXT("Shows text in its usual size, 100 %."), kWindow, "", false, kTextSize},
    {Id::DensityCompact, View, BELLWEAVE_TEXT("&Compact"), "Ctrl+Shift+D, C", Icon::None,
     BELLWEAVE_TEXT("Sets rows, fields and buttons closer: 0.9 of their usual height."), kWindow, "density", false, kDensityMenu},
    {Id::DensityNormal, View, BELLWEAVE_TEXT("&Normal"), "Ctrl+Shift+D, N", Icon::None,
     BELLWEAVE_TEXT("Gives rows, fields and buttons their usual height."), kWindow, "density", false, kDensityMenu},
    {Id::DensityRoomy, View, BELLWEAVE_TEXT("&Roomy"), "Ctrl+Shift+D, R", Icon::None,
     BELLWEAVE_TEXT("Sets rows, fields and buttons wider apart: 1.2 of their usual height."), kWindow, "density", false, kDensityMenu},
    {Id::ShowNetwork, View, BELLWEAVE_TEXT("&Network"), "Alt+1", Icon::List,
     BELLWEAVE_TEXT("Opens the list of demands, sites and links."), kWindow, "", true},
    {Id::ShowLayers, View, BELLWEAVE_TEXT("L&ayers"), "Alt+2", Icon::Layers,
     BELLWEAVE_TEXT("Opens the layers of the map, to hide, fade or lock them.")},
    {Id::ShowLibrary, View, BELLWEAVE_TEXT("Li&brary"), "Alt+3", Icon::Library,
     BELLWEAVE_TEXT("Opens the presets of hardware and prices, to apply or drag onto the map.")},
    {Id::LeftDock, View, BELLWEAVE_TEXT("Left &Dock"), "Ctrl+B", Icon::Dock,
     BELLWEAVE_TEXT("Shows or hides the lists at the left of the map; in a narrow window, keeps them open there."), kWindow,
     "toggle", true},
    {Id::ResultsDock, View, BELLWEAVE_TEXT("&Results"), "Ctrl+J", Icon::None,
     BELLWEAVE_TEXT("Shows or hides the plots and problems below the map."), kWindow, "toggle"},
    {Id::History, View, BELLWEAVE_TEXT("&History"), "Ctrl+H", Icon::None,
     BELLWEAVE_TEXT("Shows or hides the list of changes, each a click to go back to."), kWindow, "toggle"},
    {Id::Problems, View, BELLWEAVE_TEXT("&Problems"), "F8", Icon::None,
     BELLWEAVE_TEXT("Lists everything that should be looked at, with a way to it.")},

    {Id::SelectTool, Insert, BELLWEAVE_TEXT("&Select"), "V", Icon::Select,
     BELLWEAVE_TEXT("Selects and moves elements; drag on empty map for a box."), kCanvas, "tool"},
    {Id::PanTool, Insert, BELLWEAVE_TEXT("&Pan"), "H", Icon::Pan,
     BELLWEAVE_TEXT("Moves the map; holding Space does the same."), kCanvas, "tool"},
    {Id::SiteTool, Insert, BELLWEAVE_TEXT("Si&te"), "S", Icon::Site,
     BELLWEAVE_TEXT("Places sites of the chosen kind."), kCanvas, "tool", true},
    {Id::LinkTool, Insert, BELLWEAVE_TEXT("&Link"), "L", Icon::Link,
     BELLWEAVE_TEXT("Joins two sites by a fiber: click one, then the other, or drag."), kCanvas, "tool"},
    {Id::DemandTool, Insert, BELLWEAVE_TEXT("&Demand"), "D", Icon::Demand,
     BELLWEAVE_TEXT("Asks for entangled pairs between two sites: click one, then the other."), kCanvas, "tool"},
    {Id::RepeatersTool, Insert, BELLWEAVE_TEXT("Repeate&rs"), "R", Icon::Repeaters,
     BELLWEAVE_TEXT("Divides a link by repeaters: drag along it, or click for a number."), kCanvas, "tool"},
    {Id::RegionTool, Insert, BELLWEAVE_TEXT("Re&gion"), "G", Icon::Region,
     BELLWEAVE_TEXT("Acts on all that lies in a box: cost factor, taken down, locked."), kCanvas, "tool"},
    {Id::MeasureTool, Insert, BELLWEAVE_TEXT("Mea&sure"), "M", Icon::Measure,
     BELLWEAVE_TEXT("Tells length, fiber, loss and delay along the points you click."), kCanvas, "tool", true},
    {Id::LensTool, Insert, BELLWEAVE_TEXT("Le&ns"), "Z", Icon::Lens,
     BELLWEAVE_TEXT("Opens a second, larger view on a crowded place: click it, or drag a box around it."), kCanvas, "tool"},
    {Id::NoteTool, Insert, BELLWEAVE_TEXT("Note on the Ma&p"), "T", Icon::Note,
     BELLWEAVE_TEXT("Puts a text on the map."), kCanvas, "tool"},
    {Id::PlaceProcessor, Insert, BELLWEAVE_TEXT("Pr&ocessor"), "Ctrl+Shift+P, P", Icon::None,
     BELLWEAVE_TEXT("Places quantum computers with communication qubits."), kWindow, "", true},
    {Id::PlaceRepeater, Insert, BELLWEAVE_TEXT("R&epeater"), "Ctrl+Shift+P, R", Icon::None,
     BELLWEAVE_TEXT("Places stations that store and swap pairs.")},
    {Id::PlaceMidpoint, Insert, BELLWEAVE_TEXT("&Midpoint Station"), "Ctrl+Shift+P, M", Icon::None,
     BELLWEAVE_TEXT("Places stations that herald entanglement between their neighbors.")},
    {Id::PlacePairSource, Insert, BELLWEAVE_TEXT("Pair So&urce"), "Ctrl+Shift+P, E", Icon::None,
     BELLWEAVE_TEXT("Places sources of photon pairs between memories that absorb them.")},
    {Id::PlaceTrustedNode, Insert, BELLWEAVE_TEXT("Trusted Node (&Key Terminal)"), "Ctrl+Shift+P, T", Icon::None,
     BELLWEAVE_TEXT("Places trusted nodes: secret key is relayed over them, entanglement is not.")},
    {Id::PlaceGroundStation, Insert, BELLWEAVE_TEXT("&Ground Station"), "Ctrl+Shift+P, G", Icon::None,
     BELLWEAVE_TEXT("Places telescopes for links to satellites.")},
    {Id::PlaceSatellite, Insert, BELLWEAVE_TEXT("Sate&llite"), "Ctrl+Shift+P, S", Icon::None,
     BELLWEAVE_TEXT("Places satellites: each passes over the place that is clicked when the design begins.")},
    {Id::PlaceJunction, Insert, BELLWEAVE_TEXT("&Junction"), "Ctrl+Shift+P, J", Icon::None,
     BELLWEAVE_TEXT("Places passive points where fibers meet.")},
    {Id::AddSatellites, Insert, BELLWEAVE_TEXT("Satellites from &Orbits or Elements…"), "Ctrl+Shift+P, A", Icon::None,
     BELLWEAVE_TEXT("Adds satellites on orbits that are typed, from two-line elements or OMM files, or as a whole constellation.")},

    {Id::PreviewFix, Analyze, BELLWEAVE_TEXT("&Preview Cheapest Fix"), "Ctrl+Shift+F", Icon::None,
     BELLWEAVE_TEXT("Shows on the map and in the plots what the change would bring that the verdict proposes.")},
    {Id::ApplyFix, Analyze, BELLWEAVE_TEXT("&Apply Fix"), "Ctrl+Return", Icon::Fix,
     BELLWEAVE_TEXT("Makes the change that is previewed, or the cheapest fix, as one undo step.")},
    {Id::Advice, Analyze, BELLWEAVE_TEXT("A&dvice"), "F7", Icon::None,
     BELLWEAVE_TEXT("Lists every change that was found to help, with what it reaches, costs and worsens.")},
    {Id::CopyVerdict, Analyze, BELLWEAVE_TEXT("&Copy Verdict as Sentence"), "Ctrl+Shift+C", Icon::None,
     BELLWEAVE_TEXT("Puts the whole verdict on the clipboard as one sentence.")},
    {Id::RunSimulation, Analyze, BELLWEAVE_TEXT("&Run Simulation"), "F5", Icon::None,
     BELLWEAVE_TEXT("Simulates the design as the Simulate workspace is set up."), kWindow, "", true},
    {Id::StopSimulation, Analyze, BELLWEAVE_TEXT("S&top Simulation"), "Shift+F5", Icon::None,
     BELLWEAVE_TEXT("Ends the simulation and keeps what it has.")},
    {Id::Validation, Analyze, BELLWEAVE_TEXT("&Validation…"), "Ctrl+Shift+V", Icon::None,
     BELLWEAVE_TEXT("Holds the engine against exact results and published experiments: predicted, measured, deviation, verdict."), kWindow, "", true},

    {Id::DesignWorkspace, Window, BELLWEAVE_TEXT("&Design"), "Ctrl+1", Icon::None,
     BELLWEAVE_TEXT("Shows the map with its tools, plots and the inspector."), kWindow, "workspace"},
    {Id::OrbitsWorkspace, Window, BELLWEAVE_TEXT("&Orbits"), "Ctrl+2", Icon::None,
     BELLWEAVE_TEXT("Shows satellites over the Earth, their passes and what each brings."), kWindow, "workspace"},
    {Id::SimulateWorkspace, Window, BELLWEAVE_TEXT("&Simulate"), "Ctrl+5", Icon::None,
     BELLWEAVE_TEXT("Shows what really happens: demands compete, memories age, messages take time."), kWindow, "workspace"},
    {Id::NextRegion, Window, BELLWEAVE_TEXT("&Next Region"), "F6", Icon::None,
     BELLWEAVE_TEXT("Moves the focus to the next part of the window."), kWindow, "", true},
    {Id::PreviousRegion, Window, BELLWEAVE_TEXT("&Previous Region"), "Shift+F6", Icon::None,
     BELLWEAVE_TEXT("Moves the focus to the previous part of the window.")},
    {Id::ResetLayout, Window, BELLWEAVE_TEXT("&Reset This Workspace"), "Ctrl+Shift+F6", Icon::None,
     BELLWEAVE_TEXT("Puts every panel back where it was at first."), kWindow, "", true},

    {Id::Keys, Help, BELLWEAVE_TEXT("&Keys and Mouse"), "F1", Icon::None,
     BELLWEAVE_TEXT("Lists every key and every gesture on the map with what it does.")},
    {Id::WhatsThis, Help, BELLWEAVE_TEXT("&What Is This?"), "Shift+F1", Icon::None,
     BELLWEAVE_TEXT("Explains what you click next.")},
    {Id::About, Help, BELLWEAVE_TEXT("&About Bellweave"), "Ctrl+F1", Icon::None,
     BELLWEAVE_TEXT("Shows the version and the license."), kWindow, "", true},
};
#undef BELLWEAVE_TEXT

QString translated(const char* text) { return QCoreApplication::translate("Actions", text); }

QAction* makeAction(const ActionRow& row, QObject* parent)
{
    auto* action = new QAction(themedIcon(row.icon), translated(row.text), parent);
    if (*row.shortcut) action->setShortcut(QKeySequence(QString::fromLatin1(row.shortcut), QKeySequence::PortableText));
    if (row.scope == kCanvas) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setObjectName(QString::fromLatin1(QMetaEnum::fromType<ActionId>().valueToKey(static_cast<int>(row.id))));
    action->setStatusTip(translated(row.tip));
    action->setWhatsThis(translated(row.tip));
    action->setToolTip(toolTipOf(*action));
    action->setCheckable(*row.group);
    return action;
}

} // namespace

std::span<const ActionRow> actionTable() { return kRows; }

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case File: return Actions::tr("&File");
    case Edit: return Actions::tr("&Edit");
    case View: return Actions::tr("&View");
    case Insert: return Actions::tr("&Insert");
    case Analyze: return Actions::tr("&Analyze");
    case Window: return Actions::tr("&Window");
    case Help: return Actions::tr("&Help");
    }
    return {};
}

QString fullName(const ActionRow& row, const QAction& action)
{
    const QString name = withoutMarks(action.text());
    return *row.submenu ? Actions::tr("%1: %2", "submenu, action").arg(withoutMarks(translated(row.submenu)), name) : name;
}

QString toolTipOf(const QAction& action)
{
    const QString name = withoutMarks(action.text());
    if (action.shortcut().isEmpty()) return name;
    return QCoreApplication::translate("Actions", "%1 (%2)", "action, shortcut")
        .arg(name, action.shortcut().toString(QKeySequence::NativeText));
}

QString withoutMarks(QString title) { return title.remove(u'&').remove(u'…'); }

Actions::Actions(QObject* parent) : QObject(parent)
{
    std::map<QByteArray, QActionGroup*> groups;
    for (const ActionRow& row : kRows) {
        QAction* action = m_actions[row.id] = makeAction(row, this);
        const QByteArray group(row.group);
        if (group.isEmpty() || group == "toggle") continue;
        if (!groups[group]) groups[group] = new QActionGroup(this);
        groups[group]->addAction(action);
    }
    // Second spellings that hands know.
    m_actions[Id::Redo]->setShortcuts({m_actions[Id::Redo]->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_actions[Id::ZoomIn]->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    m_actions[Id::LargerText]->setShortcuts({m_actions[Id::LargerText]->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    for (const auto& [id, action] : m_actions) m_usualKeys[id] = action->shortcuts();
    restoreKeys();
}

void Actions::attach(QWidget& window, QWidget& canvas)
{
    for (const ActionRow& row : kRows) (row.scope == kCanvas ? canvas : window).addAction(m_actions[row.id]);
}

void Actions::fill(QMenu& menu, ActionMenu which) const
{
    std::map<QByteArray, QMenu*> submenus;
    for (const ActionRow& row : kRows) {
        if (row.menu != which) continue;
        if (row.startsSection) menu.addSeparator();
        const QByteArray title(row.submenu);
        if (!title.isEmpty() && !submenus.contains(title)) submenus[title] = menu.addMenu(translated(row.submenu));
        (title.isEmpty() ? &menu : submenus[title])->addAction(m_actions.at(row.id));
    }
}

} // namespace bellweave::ui
