// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/fixes.h"

#include "ui/session/preview.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace bellweave::ui {
namespace {

QString stepName(const QString& change) { return QCoreApplication::translate("Fixes", "Apply %1").arg(change); }

} // namespace

const engine::Fix* fixAt(const Session& session, std::size_t index)
{
    const auto evaluation = session.evaluation();
    if (!evaluation || session.isStale() || index >= evaluation->verdict.fixes.size()) return nullptr;
    return &evaluation->verdict.fixes[index];
}

void previewFix(Session& session, std::size_t index)
{
    if (const engine::Fix* fix = fixAt(session, index)) session.preview().show(fix->patch, fix->sentence);
}

void applyFix(Session& session, std::size_t index)
{
    Preview& preview = session.preview();
    if (preview.isShown()) return preview.apply(stepName(preview.title()));
    if (const engine::Fix* found = fixAt(session, index)) {
        const engine::Fix fix = *found;
        session.push(fix.patch, stepName(fix.sentence));
    }
}

} // namespace bellweave::ui
