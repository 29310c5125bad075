// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/exact_table.h"

#include <cmath>

namespace bellweave::engine {
namespace {

ValidationRow rowOf(const ExactRow& exact, ReferenceKind kind)
{
    ValidationRow row;
    row.kind = kind;
    row.id = QString::fromUtf8(exact.id);
    row.quantity = QString::fromUtf8(exact.quantity);
    row.unit = QString::fromUtf8(exact.unit);
    row.model = kind == ReferenceKind::Exact ? QStringLiteral("closed form or recursion") : QStringLiteral("whole law of waiting times");
    row.predicted = exact.predicted();
    row.reference = exact.reference;
    row.referenceError = 0.5 * std::pow(10.0, -exact.decimals);
    row.deviation = (row.predicted - row.reference) / row.referenceError;
    constexpr double kRounding = 1.0001;    // a figure that ends in five may have been rounded either way
    row.agreement = std::abs(row.deviation) <= kRounding ? Agreement::Agrees : Agreement::Fails;
    row.source = QString::fromUtf8(exact.source);
    return row;
}

} // namespace

std::vector<ValidationRow> exactResults()
{
    std::vector<ValidationRow> rows;
    for (const auto table : {exactLinks(), exactChains(), exactKeys(), exactLight()})
        for (const ExactRow& exact : table) rows.push_back(rowOf(exact, ReferenceKind::Exact));
    return rows;
}

std::vector<ValidationRow> peerResults()
{
    std::vector<ValidationRow> rows;
    for (const ExactRow& row : peerRows()) rows.push_back(rowOf(row, ReferenceKind::Peer));
    return rows;
}

} // namespace bellweave::engine
