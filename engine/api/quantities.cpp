// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantities.h"

#include "engine/api/quantity_rows.h"

#include <algorithm>

namespace bellweave::engine {

const std::vector<Quantity>& quantities()
{
    static const std::vector<Quantity> rows = [] {
        std::vector<Quantity> all;
        for (const auto& group : {linkQuantities(), demandQuantities(), hopQuantities(), planQuantities(), relayQuantities(), designQuantities(), plotQuantities()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return rows;
}

const Quantity* findQuantity(const QString& key)
{
    const auto& rows = quantities();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Quantity& quantity) { return quantity.key == key; });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace bellweave::engine
