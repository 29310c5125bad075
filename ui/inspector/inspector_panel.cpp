// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_panel.h"

#include "ui/inspector/block.h"
#include "ui/inspector/field_form.h"
#include "ui/inspector/inspector_head.h"
#include "ui/inspector/notes_block.h"
#include "ui/inspector/result_blocks.h"
#include "ui/plots/stale_watch.h"
#include "ui/style/measures.h"
#include "ui/style/tab_chain.h"

#include <QScrollArea>

namespace bellweave::ui {

InspectorPanel::InspectorPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stale(new StaleWatch(session, this)), m_scroll(new QScrollArea),
      m_head(new InspectorHead(session)), m_results(new ResultBlocks(session)), m_notes(new NotesBlock(session))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    followMeasures(*this, [this] { setMinimumWidth(qMax(280, textRoom(280))); });
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::AlternateBase);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(10, 0, 10, 12);
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    m_column->addWidget(m_results);
    m_column->addWidget(m_notes);
    m_column->addStretch();
    m_scroll->setWidget(page);

    connect(&session, &Session::selectionChanged, this, &InspectorPanel::follow);
    connect(&session, &Session::networkChanged, this, [this](const Patch& patch) {
        const QString structure = structureOf(m_session.network(), m_subject);
        if (structure != m_structure) return rebuild(m_subject, structure);
        if (!touches(patch, m_subject)) return;
        m_head->refresh();
        m_notes->refresh();
        if (m_form) m_form->refresh();
    });
    connect(&session, &Session::networkReset, this, [this] {
        // What is being typed belongs to the design that is gone.
        dropForm();
        m_structure.clear();
        follow();
    });
    connect(&session, &Session::evaluationChanged, this, [this] {
        m_head->refresh();
        m_results->refresh();
        if (m_form) m_form->refreshDerived();
    });
    connect(&session, &Session::pathChanged, this, &InspectorPanel::refreshEditable);
    connect(m_stale, &StaleWatch::dimChanged, m_results, &ResultBlocks::setDimmed);
    follow();
}

InspectorPanel::~InspectorPanel()
{
    // A field that loses the focus while it goes would still commit its text, and the panel would follow in the middle of its end.
    m_session.disconnect(this);
    dropForm();
    m_notes->setSubject({});
}

void InspectorPanel::follow()
{
    const Subject subject = subjectOf(m_session.selection());
    const QString structure = structureOf(m_session.network(), subject);
    if (structure != m_structure || !m_form) rebuild(subject, structure);
}

void InspectorPanel::dropForm()
{
    if (!m_form) return;
    FieldForm* old = m_form;
    m_form = nullptr;
    old->discardEdits();
    old->hide();
    old->lateBlocks().hide();
    m_column->removeWidget(old);
    old->deleteLater();
}

void InspectorPanel::rebuild(const Subject& subject, const QString& structure)
{
    const bool sameElements = subject.elements == m_subject.elements && subject.kind == m_subject.kind;
    dropForm();
    m_subject = subject;
    m_structure = structure;
    m_head->setSubject(subject);
    m_results->setSubject(subject);
    m_notes->setSubject(subject);
    m_form = new FieldForm(m_session, subject);
    m_column->insertWidget(1, m_form);
    m_column->insertWidget(3, &m_form->lateBlocks());
    chainTabs(focusableInside(*m_scroll));
    refreshEditable();
    if (!sameElements) m_scroll->ensureVisible(0, 0);
}

void InspectorPanel::refreshEditable()
{
    const bool editable = !m_session.isReadOnly();
    m_head->setEditable(editable);
    m_notes->setEditable(editable);
    if (m_form) m_form->setEditable(editable);
}

void InspectorPanel::focusFirstField()
{
    if (m_form) m_form->focusFirstField();
}

void InspectorPanel::focusField(const QString& path)
{
    FieldRowView* row = m_form ? m_form->row(path) : nullptr;
    if (!row) return;
    for (QWidget* around = row; around && around != m_scroll; around = around->parentWidget())
        if (auto* block = qobject_cast<Block*>(around)) block->setFolded(false);
    row->editor()->setFocus(Qt::ShortcutFocusReason);
    // A form that was just made has no places yet.
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(row);
}

} // namespace bellweave::ui
