// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <memory>

namespace bellweave::cli {

/// The application object the verb on the command line needs: one that draws without a screen for verbs that draw,
/// otherwise one without any window system.
std::unique_ptr<QCoreApplication> createApplication(int& argumentCount, char** arguments);

} // namespace bellweave::cli
