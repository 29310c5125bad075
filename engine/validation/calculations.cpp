// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/calculation_table.h"

#include <algorithm>
#include <array>

namespace bellweave::engine {
namespace {

std::array<const std::vector<CalculationKind>*, 3> tables() { return {&pairCalculations(), &keyCalculations(), &linkCalculations()}; }

const CalculationKind* kindNamed(const QString& name)
{
    for (const auto* table : tables())
        for (const CalculationKind& kind : *table)
            if (name == QLatin1String(kind.name)) return &kind;
    return nullptr;
}

const InputKind* inputNamed(const CalculationKind& kind, const QString& key)
{
    const auto input = std::find_if(kind.inputs.begin(), kind.inputs.end(), [&](const InputKind& one) { return key == QLatin1String(one.key); });
    return input == kind.inputs.end() ? nullptr : &*input;
}

QStringList keysOf(const CalculationKind& kind)
{
    QStringList keys;
    for (const InputKind& input : kind.inputs) keys.push_back(QString::fromUtf8(input.key));
    return keys;
}

Error refusal(const QString& where, const QString& sentence) { return {Error::Code::InvalidInput, sentence, where}; }

/// None when the inputs are those of the kind, each in its range.
std::optional<Error> wrongInput(const CalculationKind& kind, const Values& inputs)
{
    const QString name = QString::fromUtf8(kind.name);
    for (auto input = inputs.begin(); input != inputs.end(); ++input)
        if (!inputNamed(kind, input.key()))
            return refusal(name + u'/' + input.key(), QStringLiteral("There is no such input. Accepted are %1.").arg(keysOf(kind).join(u", ")));
    for (const InputKind& input : kind.inputs) {
        const auto given = inputs.find(QString::fromUtf8(input.key));
        const QString where = name + u'/' + QString::fromUtf8(input.key);
        if (given == inputs.end()) return refusal(where, QStringLiteral("The input is missing."));
        if (!(*given >= input.lowest && *given <= input.highest))
            return refusal(where, QStringLiteral("%1 is not between %2 and %3.").arg(*given).arg(input.lowest).arg(input.highest));
    }
    return std::nullopt;
}

} // namespace

double CalculationInputs::operator[](const char* key) const
{
    const auto value = m_values.find(QString::fromUtf8(key));
    Q_ASSERT_X(value != m_values.end(), "calculations", "a calculation asks for an input that it does not declare");
    return *value;
}

Values Calculation::values() const
{
    Values all;
    for (const Input& input : inputs) all.insert(input.key, input.value);
    return all;
}

Result<Values> calculate(const QString& name, const Values& inputs)
{
    const CalculationKind* kind = kindNamed(name);
    if (!kind) return refusal(name, QStringLiteral("There is no such calculation. Accepted are %1.").arg(calculationNames().join(u", ")));
    if (auto error = wrongInput(*kind, inputs)) return *std::move(error);
    return kind->run(CalculationInputs(inputs));
}

QStringList calculationNames()
{
    QStringList names;
    for (const auto* table : tables())
        for (const CalculationKind& kind : *table) names.push_back(QString::fromUtf8(kind.name));
    return names;
}

QStringList calculationInputs(const QString& name)
{
    const CalculationKind* kind = kindNamed(name);
    return kind ? keysOf(*kind) : QStringList();
}

} // namespace bellweave::engine
