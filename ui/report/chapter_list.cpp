// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/chapter_list.h"

#include <QSettings>

namespace bellweave::ui {

namespace {

const QString kChaptersKey = QStringLiteral("report/chapters");

/// A chapter as it is remembered: "costs", or "-costs" when it is not ticked.
struct Remembered {
    ReportPart part;
    bool isTicked;
};

/// Everything there is, in the remembered order; what this version does not know is left out, what is new comes last.
std::vector<Remembered> rememberedChapters()
{
    std::vector<Remembered> chapters;
    const auto has = [&](ReportPart part) {
        return std::any_of(chapters.begin(), chapters.end(), [part](const Remembered& row) { return row.part == part; });
    };
    const QStringList words = QSettings().value(kChaptersKey).toStringList();
    for (const QString& word : words)
        for (const ReportPart part : allReportParts())
            if (reportPartKey(part) == QString(word).remove(u'-') && !has(part)) chapters.push_back({part, !word.startsWith(u'-')});
    for (const ReportPart part : allReportParts())
        if (!has(part)) chapters.push_back({part, true});
    return chapters;
}

ReportPart partOf(const QListWidgetItem& item) { return static_cast<ReportPart>(item.data(Qt::UserRole).toInt()); }

} // namespace

ChapterList::ChapterList(QWidget* parent) : OrderedList(parent)
{
    setAccessibleName(tr("Chapters"));
    setAccessibleDescription(tr("Space ticks a chapter, Alt with an arrow key moves it"));
    restore();
    connect(this, &OrderedList::arranged, this, [this] {
        remember();
        Q_EMIT chaptersChanged();
    });
}

void ChapterList::restore()
{
    for (const Remembered& row : rememberedChapters())
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

std::vector<ReportPart> ChapterList::chapters() const
{
    std::vector<ReportPart> parts;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked) parts.push_back(partOf(*item(row)));
    return parts;
}

ReportPart ChapterList::current() const { return currentItem() ? partOf(*currentItem()) : ReportPart::Verdict; }

} // namespace bellweave::ui
