// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/kind_choice.h"

#include "ui/style/medium.h"
#include "ui/style/symbols.h"

#include "model/edit/edits.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KindChoice)
};


QComboBox* addChoiceRow(QWidget& row, const QString& name)
{
    auto* layout = new QHBoxLayout(&row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* label = new QLabel(name);
    label->setFont(uiFont(12.5));
    label->setForegroundRole(QPalette::PlaceholderText);
    followMeasures(*label, [label] { label->setFixedWidth(textRoom(118)); });
    auto* choice = new QComboBox;
    choice->setAccessibleName(name);
    choice->setPlaceholderText(Text::tr("mixed"));
    layout->addWidget(label);
    layout->addWidget(choice, 1);
    return choice;
}

/// What all elements have in common as an index, or -1.
template<typename IndexOf>
int commonIndex(const Subject& subject, IndexOf indexOf)
{
    const int first = indexOf(subject.first());
    const bool same = std::all_of(subject.elements.begin(), subject.elements.end(), [&](const ElementRef& e) { return indexOf(e) == first; });
    return same ? first : -1;
}

template<typename Edit>
Patch editAll(const Subject& subject, Edit edit)
{
    Patch all;
    for (const ElementRef& element : subject.elements) all = all.merged(edit(element));
    return all;
}

void fillRoles(QComboBox& choice, Session& session, const Subject& subject)
{
    for (const SiteRole role : kSiteRoles) choice.addItem(roleName(role));
    choice.setCurrentIndex(commonIndex(subject, [&](const ElementRef& element) {
        const Site* site = session.network().sites.find(std::get<SiteId>(element));
        return site ? static_cast<int>(std::find(kSiteRoles.begin(), kSiteRoles.end(), roleOf(*site)) - kSiteRoles.begin()) : -1;
    }));
    QObject::connect(&choice, &QComboBox::activated, &choice, [&session, subject](int index) {
        const SiteRole role = kSiteRoles[static_cast<std::size_t>(index)];
        const Patch patch = editAll(subject, [&](const ElementRef& e) { return changeRole(session.network(), std::get<SiteId>(e), role); });
        session.push(patch, Text::tr("Change equipment to %1").arg(roleName(role)));
    });
}

void fillLinkKinds(QComboBox& choice, Session& session, const Subject& subject)
{
    for (std::size_t kind = 0; kind < kMediumCount; ++kind) {
        choice.addItem(mediumLabel(kind));
        choice.setItemData(static_cast<int>(kind), mediumHelp(kind), Qt::ToolTipRole);
    }
    choice.setCurrentIndex(commonIndex(subject, [&](const ElementRef& element) {
        const Link* link = session.network().links.find(std::get<LinkId>(element));
        return link ? static_cast<int>(link->kind.index()) : -1;
    }));
    QObject::connect(&choice, &QComboBox::activated, &choice, [&session, subject](int index) {
        const auto kind = static_cast<std::size_t>(index);
        const Patch patch = editAll(subject, [&](const ElementRef& e) { return changeMedium(session.network(), std::get<LinkId>(e), kind); });
        session.push(patch, Text::tr("Change kind of link to %1").arg(mediumLabel(kind)));
    });
}

} // namespace

QWidget* makeKindChoice(Session& session, const Subject& subject, QWidget* parent)
{
    if (subject.kind != Subject::Kind::Sites && subject.kind != Subject::Kind::Links) return nullptr;
    auto* row = new QWidget(parent);
    row->setObjectName(QStringLiteral("kindChoice"));
    if (subject.kind == Subject::Kind::Sites) fillRoles(*addChoiceRow(*row, Text::tr("Equipment")), session, subject);
    else fillLinkKinds(*addChoiceRow(*row, Text::tr("Link kind")), session, subject);
    return row;
}

} // namespace bellweave::ui
