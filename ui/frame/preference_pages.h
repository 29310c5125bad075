// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;

namespace bellweave::ui {

class Autosave;
class Session;

/// Pages of the preferences that are more than choices of the menus; what is chosen applies at once and is remembered.
void addUnitChoices(QFormLayout& form);
void addEngineChoices(QFormLayout& form, Session& session);
void addCopyChoices(QFormLayout& form, Autosave& autosave);

} // namespace bellweave::ui
