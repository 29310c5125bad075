// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_head.h"

#include "ui/inspector/name_edit.h"

#include "model/edit/edits.h"
#include "ui/inspector/subject_mark.h"
#include "ui/inspector/subject_words.h"
#include "model/network/element_name.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>

namespace bellweave::ui {

InspectorHead::InspectorHead(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_mark(new SubjectMark), m_name(new NameEdit), m_subline(new QLabel)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 4);
    row->setSpacing(8);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    m_name->setObjectName(QStringLiteral("elementName"));
    m_name->setFont(uiFont(15, QFont::DemiBold));
    m_name->setFrame(false);
    m_name->setAccessibleName(tr("Name"));
    m_subline->setFont(uiFont(11));
    m_subline->setForegroundRole(QPalette::PlaceholderText);
    m_subline->setWordWrap(true);
    m_subline->setIndent(2);
    lines->addWidget(m_name);
    lines->addWidget(m_subline);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    connect(m_name, &NameEdit::editingFinished, this, &InspectorHead::rename);
}

void InspectorHead::setSubject(const Subject& subject)
{
    m_subject = subject;
    m_name->setModified(false);
    setEditable(m_editable);
    refresh();
}

void InspectorHead::setEditable(bool editable)
{
    m_editable = editable;
    m_name->setReadOnly(!editable || !m_subject.isSingle());
}

QString InspectorHead::placeholderName() const
{
    if (m_subject.kind == Subject::Kind::Design) return tr("Untitled design");
    return elementName(m_session.network(), m_subject.first());
}

/// A name made from the ends reads like a typed one.
void InspectorHead::dressName()
{
    if (m_name->palette().color(QPalette::PlaceholderText) == theme().text) return;
    QPalette flat;
    flat.setColor(QPalette::Base, Qt::transparent);
    flat.setColor(QPalette::PlaceholderText, theme().text);
    m_name->setPalette(flat);
}

void InspectorHead::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dressName();
}

void InspectorHead::refresh()
{
    m_mark->show(m_session, m_subject);
    dressName();
    m_subline->setText(sublineOf(m_session, m_subject));
    if (m_name->isModified() && m_name->hasFocus()) return;
    const QString name = m_subject.isSingle() ? ownNameOf(m_session.network(), m_subject.first()) : selectionWords(m_subject);
    m_name->setPlaceholderText(m_subject.isSingle() ? placeholderName() : QString());
    m_name->showText(name);
}

void InspectorHead::rename()
{
    if (!m_name->isModified() || !m_subject.isSingle()) return;
    m_name->setModified(false);
    m_session.push(renamePatch(m_session.network(), m_subject.first(), m_name->text().trimmed()), tr("Rename"));
    refresh();
}

void InspectorHead::editName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

QString InspectorHead::subline() const
{
    return m_subline->text();
}

Patch renamePatch(const Network& network, const ElementRef& element, const QString& name)
{
    if (!std::holds_alternative<std::monostate>(element)) return renameElement(network, element, name);
    General general = network.general();
    general.name = name;
    return replaceGeneral(network, general);
}

} // namespace bellweave::ui
