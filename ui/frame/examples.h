// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <QString>
#include <vector>

namespace bellweave::ui {

/// A shipped design as the welcome page shows it.
struct Example {
    QString path;        ///< inside the program's resources
    QString name;
    QString question;
    Network network;
};

/// The shipped designs that can be read, the smallest first.
std::vector<Example> shippedExamples();

/// "12 sites, 14 links, 2 demands".
QString factsOf(const Network& network);

} // namespace bellweave::ui
