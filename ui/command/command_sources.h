// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "model/network/network.h"
#include "ui/command/command.h"
#include "ui/session/actions.h"

namespace bellweave::ui {

class NetworkView;
class Session;

/// Shows the field at a path in the inspector of an element; of the design when the reference is empty.
using ShowField = std::function<void(const ElementRef& element, const QString& path)>;

/// What the menus offer and can do now.
std::vector<Command> actionCommands(const Actions& actions);
/// Every site, link and demand: to select it and bring it into view.
std::vector<Command> elementCommands(Session& session);
/// The settings and prices of the design.
std::vector<Command> settingCommands(const Session& session, const ShowField& show);
/// Fields of elements, where the words name both ("t2 nur"): none when they name only one of them.
std::vector<Command> fieldCommands(const Session& session, const ShowField& show, const QStringList& words);
/// What the sweep plot can vary, titled "Memory T₂ of Nuremberg": settings of the design, the fields of sites, links and demands
/// whose name and label together have all words (those of the first elements when there are none), and prices.
struct SweepableFields {
    std::vector<Command> commands;
    QString whyNot;    ///< why the number that the words name is not among them, a sentence; empty when they name none left out
};
SweepableFields sweepableFields(const Network& network, const ShowField& sweep, const QStringList& words);
/// Those after the word "sweep".
std::vector<Command> sweepCommands(const Session& session, const ShowField& sweep, QStringList words);
/// Cities to place a site at; "place" before the name is left out.
std::vector<Command> placeCommands(NetworkView& view, QStringList words);
/// All of these: what the command field chooses from.
std::vector<Command> allCommands(Session& session, const Actions& actions, NetworkView& view, const ShowField& show,
                                 const ShowField& sweep, const QStringList& words);

} // namespace bellweave::ui
