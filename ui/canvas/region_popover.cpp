// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/region_popover.h"

#include "ui/inspector/quantity_edit.h"
#include "ui/inspector/subject.h"
#include "ui/session/selection_edits.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace bellweave::ui {
namespace {

const QString kCostFactor = QStringLiteral("cost_factor");
constexpr int kFactorWidth = 64;

} // namespace

RegionPopover::RegionPopover(Session& session, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session), m_costFactor(new QuantityEdit(Dimension::Number, this))
{
    setObjectName(QStringLiteral("regionPopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Region"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    const Selection& selection = session.selection();
    row->addWidget(new QLabel(tr("%1, %2", "3 sites, 2 links")
                                  .arg(tr("%n site(s)", nullptr, static_cast<int>(selection.sites.size())),
                                       tr("%n link(s)", nullptr, static_cast<int>(selection.links.size()))),
                              this));
    auto* label = new QLabel(tr("Cost &factor"), this);
    label->setBuddy(m_costFactor);
    m_costFactor->setAccessibleName(tr("Cost factor"));
    m_costFactor->setFixedWidth(kFactorWidth);
    row->addSpacing(8);
    row->addWidget(label);
    row->addWidget(m_costFactor);
    m_down = addButton("takeDownRegion", toggleDown);
    m_lock = addButton("lockRegion", toggleLocked);
    connect(m_costFactor, &QuantityEdit::committed, this, &RegionPopover::setCostFactor);
    connect(&session, &Session::networkChanged, this, &RegionPopover::refresh);
    refresh();
    m_costFactor->setFocus();
}

QPushButton* RegionPopover::addButton(const char* name, void (*act)(Session&))
{
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, act] {
        act(m_session);
        close();
    });
    return button;
}

void RegionPopover::refresh()
{
    if (m_session.selection().sites.empty() && m_session.selection().links.empty()) {
        close();
        return;
    }
    const SubjectValues values = valuesOf(m_session.network(), subjectOf(m_session.selection()));
    const SubjectValue& factor = values.at(kCostFactor);
    if (factor.mixed) m_costFactor->showMixed();
    else m_costFactor->showValue(factor.value.number.value_or(1.0));
    m_costFactor->setRefused(false);
    m_down->setText(isSelectionDown(m_session) ? tr("Bring &Back") : tr("&Take Down"));
    m_lock->setText(isSelectionLocked(m_session) ? tr("Un&lock") : tr("&Lock"));
}

/// What is refused stays as typed; a run of steps is one undo step.
void RegionPopover::setCostFactor(const QString& text, int run)
{
    const auto patch = setAll(m_session.network(), subjectOf(m_session.selection()), kCostFactor, text);
    m_costFactor->setRefused(!patch);
    if (!patch) {
        Q_EMIT m_session.noticed(patch.error().sentence);
        return;
    }
    if (run == 0 || run != m_run) m_gesture = m_session.beginGesture();
    m_run = run;
    m_session.push(*patch, tr("Set the cost factor of a region"), m_gesture);
}

} // namespace bellweave::ui
