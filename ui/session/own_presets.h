// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/presets.h"

#include <QObject>

namespace bellweave::ui {

/// The user's own presets: files in the user's configuration folder, and known to the whole program once loaded.
class OwnPresets : public QObject {
    Q_OBJECT
public:
    explicit OwnPresets(QObject* parent = nullptr);

    static QString folder();
    /// Reads the folder again. What cannot be read is left out and told by problems().
    void load();
    const std::vector<Error>& problems() const { return m_problems; }

    /// Writes a new or changed preset; it is known from then on.
    Result<void> keep(const Preset& preset);
    /// Gives a preset another name. Its id, which designs refer to, stays.
    Result<void> rename(const QString& kind, const QString& id, const QString& label);
    /// Removes a preset. Designs that name it keep their numbers.
    Result<void> remove(const QString& id);

Q_SIGNALS:
    void changed();

private:
    std::vector<Error> m_problems;
};

} // namespace bellweave::ui
