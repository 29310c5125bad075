// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/quantity_tip.h"

#include "engine/api/quantities.h"

#include <QCoreApplication>
#include <QSet>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QuantityTip)
};

QString paragraph(const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p style='margin:2px 0'>%1</p>").arg(text.toHtmlEscaped());
}

QString titleOf(const engine::Quantity& row) { return QStringLiteral("<b>%1</b>").arg(row.name.toHtmlEscaped()); }

} // namespace

QString quantityTip(const QString& key, const QString& own)
{
    const engine::Quantity* row = engine::findQuantity(key);
    if (!row) return own;
    return titleOf(*row) + paragraph(own) + paragraph(row->help) + paragraph(Text::tr("Formula: %1").arg(row->formula))
        + paragraph(Text::tr("Source: %1").arg(row->source));
}

QString quantityTips(const std::vector<QString>& keys)
{
    QSet<QString> seen;
    QString all;
    for (const QString& key : keys) {
        if (key.isEmpty() || seen.contains(key)) continue;
        seen.insert(key);
        all += quantityTip(key);
    }
    return all;
}

} // namespace bellweave::ui
