// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "model/base/folded_text.h"
#include "ui/frame/outline_model.h"
#include "ui/library/hardware.h"

namespace bellweave::ui {

namespace {

constexpr int kKindRole = Qt::UserRole + 20;    // above the roles of the outline, whose delegate draws the rows
constexpr int kIdRole = Qt::UserRole + 21;
constexpr std::array kKinds{"node", "detector", "fiber", "free_space", "satellite", "microwave", "pair_source", "terminal", "telescope", "cost"};

/// The label without the year, which stands at the end of the row.
QString labelOf(const Preset& preset)
{
    const qsizetype comma = preset.label.lastIndexOf(u',');
    return comma > 0 && preset.label.endsWith(QString::number(preset.year)) ? preset.label.left(comma) : preset.label;
}

QStandardItem* itemOf(const Preset& preset)
{
    auto* item = new QStandardItem(labelOf(preset));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren);
    item->setToolTip(preset.label + QStringLiteral("\n\n") + preset.summary);
    const QString year = preset.year > 0 ? QString::number(preset.year) : QString();    // one's own may have none
    item->setData(LibraryModel::tr("%1, %2, %3", "preset, platform, year").arg(preset.label, preset.platform, year), Qt::AccessibleTextRole);
    if (preset.isYours) item->setData(LibraryModel::tr("yours"), OutlineModel::FirstDetailRole);
    item->setData(static_cast<int>(Tone::Second), OutlineModel::FirstToneRole);
    item->setData(year, OutlineModel::LastDetailRole);
    item->setData(static_cast<int>(Tone::Third), OutlineModel::LastToneRole);
    item->setData(preset.kind, kKindRole);
    item->setData(preset.id, kIdRole);
    return item;
}

} // namespace

LibraryModel::LibraryModel(QObject* parent) : QStandardItemModel(parent) { rebuild(); }

void LibraryModel::setFilter(const QString& text)
{
    if (text == m_filter) return;
    m_filter = text;
    rebuild();
}

bool LibraryModel::isListed(const Preset& preset) const
{
    const QString all = foldedText(QStringList{preset.label, preset.platform, QString::number(preset.year)}.join(u' '));
    const QStringList words = foldedText(m_filter).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
}

void LibraryModel::rebuild()
{
    clear();
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        const QString kind = QString::fromLatin1(kKinds[i]);
        auto* section = new QStandardItem(presetKindTitle(kind));
        section->setFlags(Qt::ItemIsEnabled);
        for (const Preset* preset : presetsOfKind(kind))
            if (isListed(*preset)) section->appendRow(itemOf(*preset));
        section->setData(static_cast<int>(i), OutlineModel::SectionRole);
        section->setData(QString::number(section->rowCount()), OutlineModel::LastDetailRole);
        section->setData(static_cast<int>(Tone::Third), OutlineModel::LastToneRole);
        if (section->rowCount() > 0) appendRow(section);
        else delete section;
    }
}

const Preset* LibraryModel::preset(const QModelIndex& index) const
{
    return index.isValid() ? findPreset(index.data(kKindRole).toString(), index.data(kIdRole).toString()) : nullptr;
}

QModelIndex LibraryModel::indexOf(const QString& kind, const QString& id) const
{
    for (int section = 0; section < rowCount(); ++section) {
        const QModelIndex parent = index(section, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex place = index(row, 0, parent);
            if (place.data(kKindRole).toString() == kind && place.data(kIdRole).toString() == id) return place;
        }
    }
    return {};
}

QStringList LibraryModel::mimeTypes() const { return {kPresetMimeType}; }

QMimeData* LibraryModel::mimeData(const QModelIndexList& indexes) const
{
    const Preset* dragged = indexes.isEmpty() ? nullptr : preset(indexes.front());
    return dragged ? dragOf(*dragged) : nullptr;
}

QString presetKindTitle(const QString& kind)
{
    if (kind == u"node") return LibraryModel::tr("Node hardware");
    if (kind == u"detector") return LibraryModel::tr("Detectors");
    if (kind == u"fiber") return LibraryModel::tr("Fibers");
    if (kind == u"free_space") return LibraryModel::tr("Free space");
    if (kind == u"satellite") return LibraryModel::tr("Sky");
    if (kind == u"telescope") return LibraryModel::tr("Telescopes");
    if (kind == u"terminal") return LibraryModel::tr("Key terminals");
    if (kind == u"microwave") return LibraryModel::tr("Microwave lines");
    if (kind == u"pair_source") return LibraryModel::tr("Pair sources");
    return LibraryModel::tr("Costs");
}

} // namespace bellweave::ui
