// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace bellweave::ui {

/// Repeaters put into a link while somebody still tries out how many: every count is one and the same undo step.
class RepeaterInsertion {
public:
    RepeaterInsertion(Session& session, LinkId link);

    /// The link is divided by this many repeaters, evenly spaced; 0 leaves it whole.
    void setCount(int count);
    /// "59.2 km apart"; empty when the length is unknown.
    QString spacing(int count) const;

private:
    Session& m_session;
    Network m_start;
    LinkId m_link;
    int m_gesture;
};

} // namespace bellweave::ui
