// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/document.h"

namespace bellweave {

Document::Document(QObject* parent) : QObject(parent) {}

void Document::apply(const Patch& patch)
{
    applyPatch(m_network, patch);
    ++m_revision;
    Q_EMIT changed(patch);
}

void Document::reset(Network network)
{
    m_network = std::move(network);
    ++m_revision;
    Q_EMIT resetDone();
}

} // namespace bellweave
