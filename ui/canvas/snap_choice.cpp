// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/snap_choice.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStringList>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snap)
};

QString keyOf(SnapKind kind)
{
    switch (kind) {
    case SnapKind::Sites: return QStringLiteral("map/snap_sites");
    case SnapKind::Links: return QStringLiteral("map/snap_links");
    case SnapKind::Cities: return QStringLiteral("map/snap_cities");
    case SnapKind::Graticule: return QStringLiteral("map/snap_graticule");
    }
    Q_UNREACHABLE();
}

QString word(SnapKind kind)
{
    switch (kind) {
    case SnapKind::Sites: return Text::tr("sites", "snap to");
    case SnapKind::Links: return Text::tr("links", "snap to");
    case SnapKind::Cities: return Text::tr("cities", "snap to");
    case SnapKind::Graticule: return Text::tr("graticule", "snap to");
    }
    Q_UNREACHABLE();
}

} // namespace

bool snapsTo(SnapKind kind) { return QSettings().value(keyOf(kind), kind != SnapKind::Graticule).toBool(); }

void chooseSnap(SnapKind kind, bool on) { QSettings().setValue(keyOf(kind), on); }

QString snapWords()
{
    QStringList words;
    for (const SnapKind kind : kSnapKinds)
        if (snapsTo(kind)) words << word(kind);
    return words.isEmpty() ? Text::tr("off", "snapping") : words.join(QStringLiteral(", "));
}

QString snapLabel(SnapKind kind)
{
    switch (kind) {
    case SnapKind::Sites: return Text::tr("&Sites, 12 px");
    case SnapKind::Links: return Text::tr("&Links, 8 px");
    case SnapKind::Cities: return Text::tr("&Cities, 10 px");
    case SnapKind::Graticule: return Text::tr("&Graticule, 10 px");
    }
    Q_UNREACHABLE();
}

} // namespace bellweave::ui
