// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/validation/validation_model.h"

#include "model/base/units.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

namespace bellweave::ui {
namespace {

using engine::Agreement;
using engine::ReferenceKind;
using engine::ValidationRow;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

QString number(double value, const QString& unit)
{
    constexpr int kDigits = 6;
    const QString text = formatNumber(value, kDigits);
    return unit.isEmpty() ? text : Text::tr("%1 %2", "number, unit").arg(text, unit);
}

QString referenceText(const ValidationRow& row)
{
    if (row.referenceError <= 0.0) return number(row.reference, row.unit);
    return Text::tr("%1 ± %2", "value, standard error").arg(formatNumber(row.reference, 6), number(row.referenceError, row.unit));
}

QString deviationText(const ValidationRow& row)
{
    constexpr double kNoise = 1e-6;    // of arithmetic, not of the model
    if (!std::isfinite(row.deviation)) return Text::tr("none", "deviation");
    if (std::abs(row.deviation) < kNoise) return QStringLiteral("0");
    return row.referenceError > 0.0 ? Text::tr("%1 σ").arg(formatNumber(row.deviation, 2))
                                    : Text::tr("%1 %").arg(formatNumber(100.0 * row.deviation, 2));
}

QString inputsText(const ValidationRow& row)
{
    if (row.kind != ReferenceKind::Experiment) return Text::tr("computed", "inputs of a calculation");
    return row.inputsRemembered ? Text::tr("remembered") : Text::tr("read", "inputs, in their source");
}

QString cellText(const ValidationRow& row, int column)
{
    switch (column) {
    case ValidationModel::Verdict: return agreementText(row.agreement);
    case ValidationModel::Name: return row.id;
    case ValidationModel::Quantity: return quantityText(row);
    case ValidationModel::Predicted: return number(row.predicted, row.unit);
    case ValidationModel::Reference: return referenceText(row);
    case ValidationModel::Deviation: return deviationText(row);
    case ValidationModel::Inputs: return inputsText(row);
    }
    return {};
}

QVariant sortValue(const ValidationRow& row, int column)
{
    switch (column) {
    case ValidationModel::Verdict: return static_cast<int>(row.agreement);
    case ValidationModel::Predicted: return row.predicted;
    case ValidationModel::Reference: return row.reference;
    case ValidationModel::Deviation: return std::abs(row.deviation);
    default: return cellText(row, column);
    }
}

int countOf(const std::vector<ValidationRow>& rows, ReferenceKind kind, std::initializer_list<Agreement> agreements)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const ValidationRow& row) {
        return row.kind == kind && std::find(agreements.begin(), agreements.end(), row.agreement) != agreements.end();
    }));
}

} // namespace

QString agreementText(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Agrees: return Text::tr("agrees");
    case Agreement::BoundHolds: return Text::tr("bound holds");
    case Agreement::Fails: return Text::tr("fails");
    }
    Q_UNREACHABLE();
}

Mark agreementMark(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Agrees: return Mark::Feasible;
    case Agreement::BoundHolds: return Mark::Marginal;
    case Agreement::Fails: return Mark::NotFeasible;
    }
    Q_UNREACHABLE();
}

QString quantityText(const ValidationRow& row)
{
    if (row.kind != ReferenceKind::Experiment) return row.quantity;
    QString words = row.quantity;
    for (const char* ending : {"_hz", "_bps", "_s", "_db"})
        if (words.endsWith(QLatin1String(ending))) words.chop(static_cast<qsizetype>(qstrlen(ending)));
    words.replace(u'_', u' ');
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QString validationSummary(const std::vector<ValidationRow>& rows)
{
    using enum Agreement;
    const auto count = [&](ReferenceKind kind, std::initializer_list<Agreement> agreements) { return countOf(rows, kind, agreements); };
    return Text::tr("%1 of %2 exact results and %3 of %4 of other programs agree. Of %5 figures of experiments %6 agree, %7 lie on the right side of a bound, %8 fail.")
        .arg(count(ReferenceKind::Exact, {Agrees})).arg(count(ReferenceKind::Exact, {Agrees, BoundHolds, Fails}))
        .arg(count(ReferenceKind::Peer, {Agrees})).arg(count(ReferenceKind::Peer, {Agrees, BoundHolds, Fails}))
        .arg(count(ReferenceKind::Experiment, {Agrees, BoundHolds, Fails})).arg(count(ReferenceKind::Experiment, {Agrees}))
        .arg(count(ReferenceKind::Experiment, {BoundHolds})).arg(count(ReferenceKind::Experiment, {Fails}));
}

void ValidationModel::setRows(std::vector<ValidationRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ValidationModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ValidationModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ValidationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[ColumnCount] = {Text::tr("Verdict"), Text::tr("Result or experiment"), Text::tr("Quantity"), Text::tr("Predicted"),
                                        Text::tr("Reference"), Text::tr("Deviation"), Text::tr("Inputs")};
    return names[section];
}

QVariant ValidationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const ValidationRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() >= Predicted && index.column() <= Deviation;
    switch (role) {
    case Qt::DisplayRole: return cellText(row, index.column());
    case Qt::ToolTipRole: return row.note.isEmpty() ? row.source : Text::tr("%1\n%2", "source, note").arg(row.source, row.note);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole: return index.column() == Verdict && row.agreement == Agreement::Fails ? QVariant(theme().bad) : QVariant();
    case kSortRole: return sortValue(row, index.column());
    default: return {};
    }
}

ValidationFilter::ValidationFilter(ValidationModel& model) : QSortFilterProxyModel(&model), m_model(model)
{
    setSourceModel(&model);
    setSortRole(ValidationModel::kSortRole);
}

void ValidationFilter::setPart(ValidationPart part)
{
    m_part = part;
    invalidateFilter();
}

void ValidationFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ValidationFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const ValidationRow& each = m_model.rows()[static_cast<std::size_t>(row)];
    const std::pair<ValidationPart, ReferenceKind> parts[]{{ValidationPart::Exact, ReferenceKind::Exact}, {ValidationPart::Peers, ReferenceKind::Peer},
                                                          {ValidationPart::Experiments, ReferenceKind::Experiment}};
    for (const auto& [part, kind] : parts)
        if (m_part == part && each.kind != kind) return false;
    if (m_part == ValidationPart::Misses && each.agreement != Agreement::Fails) return false;
    const QString text = QStringList{each.id, quantityText(each), each.model, each.source, each.note}.join(u' ');
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace bellweave::ui
