// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/chapter_list.h"

#include "model/edit/report_edits.h"
#include "model/network/report_choices.h"
#include "ui/session/session.h"

#include <QSettings>
#include <algorithm>

namespace bellweave::ui {

namespace {

const QString kChaptersKey = QStringLiteral("report/chapters");

/// A chapter as it is remembered: "costs", or "-costs" when it is not ticked.
struct Chapter {
    ReportPart part;
    bool isTicked;
};

/// Appends what this version knows and the list has not got.
void add(std::vector<Chapter>& chapters, const QString& key, bool isTicked)
{
    const auto part = reportPartFrom(key);
    if (part && std::ranges::find(chapters, *part, &Chapter::part) == chapters.end()) chapters.push_back({*part, isTicked});
}

/// Everything there is. First as the design has it, whose other chapters are not ticked; else as it is remembered, with what is
/// new at the end.
std::vector<Chapter> chaptersOf(const Network& network)
{
    std::vector<Chapter> chapters;
    for (const QString& key : reportChapters(network)) add(chapters, key, true);
    const bool isSaid = !chapters.empty();
    const QStringList words = QSettings().value(kChaptersKey).toStringList();
    for (const QString& word : words) add(chapters, QString(word).remove(u'-'), !isSaid && !word.startsWith(u'-'));
    for (const ReportPart part : allReportParts()) add(chapters, reportPartKey(part), !isSaid);
    return chapters;
}

ReportPart partOf(const QListWidgetItem& item) { return static_cast<ReportPart>(item.data(Qt::UserRole).toInt()); }

} // namespace

ChapterList::ChapterList(Session& session, QWidget* parent) : OrderedList(parent), m_session(session), m_gesture(session.beginGesture())
{
    setAccessibleName(tr("Chapters"));
    setAccessibleDescription(tr("Space ticks a chapter, Alt with an arrow key moves it"));
    restore();
    connect(this, &OrderedList::arranged, this, [this] {
        remember();
        keep();
        Q_EMIT chaptersChanged();
    });
}

void ChapterList::restore()
{
    for (const Chapter& row : chaptersOf(m_session.network()))
        addRow(reportPartTitle(row.part), row.isTicked)->setData(Qt::UserRole, static_cast<int>(row.part));
    setCurrentRow(0);
}

void ChapterList::remember()
{
    QStringList words;
    for (int row = 0; row < count(); ++row) {
        const QString key = reportPartKey(partOf(*item(row)));
        words += item(row)->checkState() == Qt::Checked ? key : u'-' + key;
    }
    QSettings().setValue(kChaptersKey, words);
}

/// A design that may not be changed is shown as one likes and keeps nothing of it.
void ChapterList::keep()
{
    QStringList keys;
    for (const ReportPart part : chapters()) keys += reportPartKey(part);
    if (keys.isEmpty() || m_session.isReadOnly()) return;
    const Network& network = m_session.network();
    for (const QString& key : reportChapters(network))
        if (!reportPartFrom(key)) keys += key;    // of a newer program
    m_session.push(setReportChapters(network, keys), tr("Arrange report"), m_gesture);
}

std::vector<ReportPart> ChapterList::chapters() const
{
    std::vector<ReportPart> parts;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked) parts.push_back(partOf(*item(row)));
    return parts;
}

ReportPart ChapterList::current() const { return currentItem() ? partOf(*currentItem()) : ReportPart::Verdict; }

} // namespace bellweave::ui
