// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/findings_model.h"

#include "model/network/element_name.h"

#include <QIcon>
#include <algorithm>

namespace bellweave::ui {

namespace {

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Problem: return FindingsModel::tr("Problem");
    case Severity::Warning: return FindingsModel::tr("Warning");
    case Severity::Note: break;
    }
    return FindingsModel::tr("Note");
}

bool sameFindings(const std::vector<Finding>& a, const std::vector<Finding>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Finding& x, const Finding& y) {
        return x.code == y.code && x.element == y.element && x.sentence == y.sentence;
    });
}

} // namespace

FindingsModel::FindingsModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::evaluationChanged, this, &FindingsModel::rebuild);
    rebuild();
}

void FindingsModel::rebuild()
{
    const auto evaluation = m_session.evaluation();
    const bool same = evaluation && m_shown && sameFindings(evaluation->findings, m_shown->findings);
    // The same sentences stay selected and scrolled, but their patches must be those of the newest design.
    if (!same) beginResetModel();
    m_shown = evaluation;
    m_rows.clear();
    if (m_shown)
        for (const Finding& finding : m_shown->findings) m_rows.push_back(&finding);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    if (!same) endResetModel();
}

const Finding* FindingsModel::finding(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rows.size() ? m_rows[row] : nullptr;
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    const Finding* finding = this->finding(index);
    if (!finding) return {};
    const QString name = elementName(m_session.network(), finding->element);
    switch (role) {
    case Qt::DisplayRole: return finding->sentence;
    case Qt::ToolTipRole:
        return finding->suggestion.isEmpty() ? finding->sentence
                                             : tr("%1 %2", "finding, suggestion").arg(finding->sentence, finding->suggestion);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "severity, element, finding").arg(severityWord(finding->severity), name, finding->sentence);
    default: return {};
    }
}

} // namespace bellweave::ui
