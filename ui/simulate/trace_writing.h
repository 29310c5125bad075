// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::ui {

class Prompter;
class Session;
class SimulatePage;

/// Asks for a file and writes the shown trace there: a table (csv) or for trace viewers (json).
void writeTrace(const SimulatePage& page, Session& session, Prompter& prompter, const QString& designName, const QString& suffix);

} // namespace bellweave::ui
