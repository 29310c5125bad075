// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/site_option.h"

#include "app/cli/nearest_word.h"

#include <QCoreApplication>

namespace bellweave::cli {
namespace {

constexpr int kMostNames = 12;

class Words {
    Q_DECLARE_TR_FUNCTIONS(SiteOption)
};

QString choiceText(const QStringList& keys)
{
    const QString shown = QStringList(keys.mid(0, kMostNames)).join(QStringLiteral(", "));
    return keys.size() > kMostNames ? shown + QStringLiteral(" …") : shown;
}

} // namespace

Result<const Site*> siteOfOption(const Network& network, const QString& option, const QString& key, bool (*fits)(const Site&))
{
    const Site* site = siteByKey(network, key);
    if (site && fits(*site)) return site;
    QStringList keys;
    for (const Site& each : network.sites)
        if (fits(each)) keys += each.key;
    const QString where = QStringLiteral("--") + option;
    if (keys.isEmpty()) return Error{Error::Code::NotFound, Words::tr("the design has nothing that could be named here."), where};
    const QString near = site ? QString() : nearestWord(key, keys);
    return Error{Error::Code::NotFound, near.isEmpty() ? Words::tr("\"%1\" is none of: %2.").arg(key, choiceText(keys)) : Words::tr("\"%1\" is not there. Did you mean \"%2\"?").arg(key, near), where};
}

} // namespace bellweave::cli
