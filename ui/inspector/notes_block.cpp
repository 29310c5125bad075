// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/notes_block.h"

#include "model/edit/edits.h"
#include "ui/inspector/block.h"
#include "ui/inspector/long_text_edit.h"

#include <QBoxLayout>

namespace bellweave::ui {

NotesBlock::NotesBlock(Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_text(new LongTextEdit)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* block = new Block(QStringLiteral("notes"), tr("Notes"));
    m_text->setAccessibleName(tr("Notes"));
    m_text->setPlaceholderText(tr("Anything worth remembering"));
    connect(m_text, &LongTextEdit::committed, this, &NotesBlock::commit);
    block->content().addWidget(m_text);
    column->addWidget(block);
}

void NotesBlock::setSubject(const Subject& subject)
{
    m_text->dropEdit();
    m_subject = subject;
    setVisible(subject.isSingle());
    refresh();
}

void NotesBlock::refresh()
{
    if (m_subject.isSingle()) m_text->showText(notesOf(m_session.network(), m_subject.first()));
}

void NotesBlock::setEditable(bool editable)
{
    m_text->setReadOnly(!editable);
}

void NotesBlock::commit(const QString& text)
{
    if (m_subject.isSingle()) m_session.push(notesPatch(m_session.network(), m_subject.first(), text), tr("Edit notes"));
}

QString notesOf(const Network& network, const ElementRef& element)
{
    if (const SiteId* id = std::get_if<SiteId>(&element)) return network.sites.find(*id) ? network.sites.find(*id)->notes : QString();
    if (const LinkId* id = std::get_if<LinkId>(&element)) return network.links.find(*id) ? network.links.find(*id)->notes : QString();
    if (const DemandId* id = std::get_if<DemandId>(&element)) return network.demands.find(*id) ? network.demands.find(*id)->notes : QString();
    return network.general().notes;
}

namespace {

template<typename T, typename Replace>
Patch withNotes(const Network& network, const T* element, const QString& notes, Replace replace)
{
    if (!element) return {};
    T changed = *element;
    changed.notes = notes;
    return replace(network, changed);
}

} // namespace

Patch notesPatch(const Network& network, const ElementRef& element, const QString& notes)
{
    if (const SiteId* id = std::get_if<SiteId>(&element)) return withNotes(network, network.sites.find(*id), notes, replaceSite);
    if (const LinkId* id = std::get_if<LinkId>(&element)) return withNotes(network, network.links.find(*id), notes, replaceLink);
    if (const DemandId* id = std::get_if<DemandId>(&element)) return withNotes(network, network.demands.find(*id), notes, replaceDemand);
    return withNotes(network, &network.general(), notes, replaceGeneral);
}

} // namespace bellweave::ui
