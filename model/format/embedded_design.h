// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>

namespace bellweave {

/// True when a text begins like an HTML page, as reports do.
bool isPage(const QByteArray& text);

/// The element that carries a design inside a report: data that no browser runs or shows, the same to HTML and XML readers.
/// `designText` is the text of a design file.
QByteArray embeddedDesign(const QByteArray& designText);

/// The text of the design that a report carries. The Error names the page and says whether there is none or it is cut off.
Result<QByteArray> designInPage(const QByteArray& page, const QString& name);

} // namespace bellweave
