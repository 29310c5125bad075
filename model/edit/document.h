// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"

#include <QObject>
#include <cstdint>

namespace bellweave {

/// Which state of the document a result belongs to.
using Revision = std::uint64_t;

/// The one truth about the open design. Changes only by patches and tells what changed.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    const Network& network() const { return m_network; }
    Revision revision() const { return m_revision; }

    /// Precondition: the patch starts from the present network.
    void apply(const Patch& patch);
    /// Replaces everything (open, new, recover).
    void reset(Network network);

Q_SIGNALS:
    void changed(const bellweave::Patch& patch);
    void resetDone();

private:
    Network m_network;
    Revision m_revision = 1;
};

} // namespace bellweave
