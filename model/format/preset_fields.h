// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/serialize.h"

#include <QStringList>

namespace bellweave {

/// An archive that lists the fields a preset fills: every one that may not be absent, without blocks that have a preset of
/// their own.
class PresetFieldLister {
public:
    using Keyed = void;
    using is_saving = std::true_type;
    using is_loading = std::false_type;

    template<typename T>
    PresetFieldLister& operator&(const boost::serialization::nvp<T>& field)
    {
        const QString path = joinedPath(m_path, QString::fromUtf8(field.name()));
        if constexpr (kIsLeaf<T>) {
            m_paths.append(path);
        } else if constexpr (!kIsOptional<T> && !HasPreset<T>) {
            const QString outer = std::exchange(m_path, path);
            serialize(*this, field.value(), 0);
            m_path = outer;
        }
        return *this;
    }
    template<typename T>
    void preset(T&) {}

    const QStringList& paths() const { return m_paths; }

private:
    QString m_path;
    QStringList m_paths;
};

/// Paths inside the block: "memory/t2_s", "attenuation_db_per_km". What no preset says, such as the number of qubits of a
/// processor, is among them, for a file must then say it.
template<HasPreset T>
QStringList presetFields(T value)
{
    PresetFieldLister lister;
    serialize(lister, value, 0);
    return lister.paths();
}

} // namespace bellweave
