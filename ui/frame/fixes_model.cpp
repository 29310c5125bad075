// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/fixes_model.h"

#include "ui/frame/verdict_text.h"
#include "ui/session/session.h"

namespace bellweave::ui {
namespace {

constexpr int kPatience = 400;    // ms of searching before what is shown is dimmed

bool areSame(const std::vector<engine::Fix>& a, const std::vector<engine::Fix>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const engine::Fix& x, const engine::Fix& y) {
        return x.sentence == y.sentence && x.price == y.price && x.fidelityAfter == y.fidelityAfter && x.rateAfter == y.rateAfter && x.keyRateAfter == y.keyRateAfter
            && x.worsens == y.worsens;
    });
}

} // namespace

FixesModel::FixesModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { setOutdated(true); });
    connect(&session, &Session::evaluationChanged, this, &FixesModel::follow);
    follow();
}

void FixesModel::follow()
{
    const auto evaluation = m_session.evaluation();
    // While fixes are searched anew the old ones stay, so that the list does not flicker during a drag.
    if (evaluation && !evaluation->verdict.fixesSearched) {
        if (!m_patience.isActive() && !m_isOutdated) m_patience.start();
        return;
    }
    m_patience.stop();
    setOutdated(false);
    std::vector<engine::Fix> fixes = evaluation ? evaluation->verdict.fixes : std::vector<engine::Fix>();
    if (areSame(fixes, m_fixes)) {
        m_fixes = std::move(fixes);
        return;
    }
    beginResetModel();
    m_fixes = std::move(fixes);
    endResetModel();
}

void FixesModel::setOutdated(bool outdated)
{
    if (outdated == m_isOutdated) return;
    m_isOutdated = outdated;
    if (!m_fixes.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT outdatedChanged();
}

int FixesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_fixes.size()); }

const engine::Fix* FixesModel::fix(const QModelIndex& index) const
{
    const bool isRow = index.isValid() && index.row() < rowCount();
    return isRow ? &m_fixes[static_cast<std::size_t>(index.row())] : nullptr;
}

QVariant FixesModel::data(const QModelIndex& index, int role) const
{
    const engine::Fix* found = fix(index);
    if (!found) return {};
    if (role == Qt::DisplayRole) return found->sentence;
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    const QString effect = found->solves ? tr("%1: %2. Everything required is met.") : tr("%1: %2. It helps and is not enough.");
    const QString worsens = worsensText(*found);
    const QString text = effect.arg(found->sentence, reachedText(*found));
    return worsens.isEmpty() ? text : tr("%1 %2.", "effect, what it worsens").arg(text, worsens);
}

QString FixesModel::reachedText(const engine::Fix& fix)
{
    if (fix.isKeyOnly) return tr("%1 of key, %2").arg(formatQuantity(fix.keyRateAfter.si(), Dimension::BitRate), priceText(fix.price));
    return tr("F %1, %2 ebit/s, %3").arg(fidelityText(fix.fidelityAfter), rateText(fix.rateAfter), priceText(fix.price));
}

QString FixesModel::worsensText(const engine::Fix& fix) { return fix.worsens.isEmpty() ? QString() : tr("Worsens %1").arg(fix.worsens); }

} // namespace bellweave::ui
