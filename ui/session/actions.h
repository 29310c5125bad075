// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <map>
#include <span>
#include <vector>

class QMenu;
class QWidget;

namespace bellweave::ui {

Q_NAMESPACE

/// Every action of the window, in the order of the menus.
enum class ActionId {
    New, Open, Save, SaveAs, Import, Report, Export, Welcome, Quit,
    Undo, Redo, Cut, Copy, Paste, Duplicate, Delete, Rename, TakeDown, Lock, SelectAll, SelectAllOfKind, Find, Preferences,
    ZoomIn, ZoomOut, FitAll, FitSelection, Equirectangular, Mercator, EqualEarth, Globe,
    ColorByFidelity, ColorByRate, ColorByLoss, ColorByMargin, ColorByCost,
    ShowLegend, ShowScaleBar, ShowZoomButtons, ShowCallout, ShowOverview, ThemeSystem, ThemeLight, ThemeDark, HighContrast,
    LargerText, SmallerText, UsualText, DensityCompact, DensityNormal, DensityRoomy,
    ShowNetwork, ShowLayers, ShowLibrary, LeftDock, ResultsDock, History, Problems,
    SelectTool, PanTool, SiteTool, LinkTool, DemandTool, RepeatersTool, RegionTool, MeasureTool, LensTool, NoteTool,
    PlaceProcessor, PlaceRepeater, PlaceMidpoint, PlacePairSource, PlaceTrustedNode, PlaceGroundStation, PlaceSatellite, PlaceJunction, AddSatellites,
    PreviewFix, ApplyFix, Advice, CopyVerdict, RunSimulation, StopSimulation, Validation,
    DesignWorkspace, OrbitsWorkspace, SimulateWorkspace,
    NextRegion, PreviousRegion, ResetLayout,
    Keys, WhatsThis, About
};
Q_ENUM_NS(ActionId)    // settings know actions by these names

enum class ActionMenu { File, Edit, View, Insert, Analyze, Window, Help };

/// The menu's translated title, "&File".
QString menuTitle(ActionMenu menu);
/// What the tool tip of an action says, "Fit All (0)".
QString toolTipOf(const QAction& action);
/// A title as words alone: "&Open…" is "Open".
QString withoutMarks(QString title);

/// Where a shortcut acts: anywhere in the window, or only while the map has the focus (single letters).
enum class ActionScope { Window, Canvas };

/// One row of the table of actions. Texts are source texts, translated in the context "Actions".
struct ActionRow {
    ActionId id;
    ActionMenu menu;
    const char* text;
    const char* shortcut;     ///< portable text of the usual keys; empty when there are none
    Icon icon;
    const char* tip;          ///< status tip and what's-this: one sentence
    ActionScope scope = ActionScope::Window;
    const char* group = "";   ///< checkable actions of one group exclude each other; "toggle" stands alone
    bool startsSection = false;
    const char* submenu = "";  ///< rows of one submenu stand together
};

/// An action by itself, as words: "Fit All"; one of a submenu with its title: "Color Links By: Loss".
QString fullName(const ActionRow& row, const QAction& action);

/// The whole table, in menu order.
std::span<const ActionRow> actionTable();
const ActionRow& rowOf(ActionId id);

/// Builds the actions of the table and hands them out.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject* parent = nullptr);

    QAction* operator[](ActionId id) const { return m_actions.at(id); }
    /// Makes shortcuts act: those of the window on `window`, single letters on `canvas`.
    void attach(QWidget& window, QWidget& canvas);
    /// The actions of one menu with their separators.
    void fill(QMenu& menu, ActionMenu which) const;

    /// The keys an action has unless somebody wants others; the first is the one that is shown.
    const QList<QKeySequence>& usualKeys(ActionId id) const { return m_usualKeys.at(id); }
    bool hasUsualKeys(ActionId id) const;
    /// Why an action cannot have such keys, in a sentence; empty when it can. Rivals are no reason.
    QString refusalOf(ActionId id, const QKeySequence& keys) const;
    /// The other actions that these keys would call too, or hold up because one begins with the other.
    std::vector<ActionId> rivalsOf(ActionId id, const QKeySequence& keys) const;
    /// Gives an action other keys, or none: at once wherever they are shown, and remembered. Rivals lose the keys they share.
    void setKeys(ActionId id, const QList<QKeySequence>& keys);
    /// Gives every action its usual keys.
    void resetKeys();

Q_SIGNALS:
    void keysChanged();

private:
    void applyKeys(ActionId id, const QList<QKeySequence>& keys);
    void takeKeys(ActionId id, const QKeySequence& keys);
    void restoreKeys();

    std::map<ActionId, QAction*> m_actions;
    std::map<ActionId, QList<QKeySequence>> m_usualKeys;
};

} // namespace bellweave::ui
