// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/verdict_text.h"
#include "ui/session/session.h"

#include <QAbstractItemModel>
#include <QItemSelection>
#include <array>
#include <vector>

namespace bellweave::ui {

/// The design as a tree: demands; sites by role; links by medium. Rows hold ids only and read the session when asked, so
/// ten thousand elements cost a vector of numbers.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    /// A list of elements of one kind. Demands stand right below their section.
    enum Group { Demands, Processors, Repeaters, Midpoints, PairSources, TrustedNodes, GroundStations, Satellites, Junctions, Fibers, Beams, SkyLinks, Microwaves, Measured, GroupCount };
    enum Section { DemandSection, SiteSection, LinkSection, SectionCount };
    enum Role {
        FirstDetailRole = Qt::UserRole,   ///< text of the first column of numbers: F
        LastDetailRole,                   ///< text at the right edge: rate, qubits, length
        FirstToneRole,                    ///< Tone of the two texts
        LastToneRole,
        MarkRole,                         ///< Mark of a demand
        GroupRole,                        ///< Group of a group or element row
        SectionRole                       ///< Section of a section row
    };

    explicit OutlineModel(Session& session, QObject* parent = nullptr);

    static Section sectionOf(Group group);

    /// Shows only elements whose name contains the text; an empty text shows all.
    void setFilter(const QString& text);
    const QString& filter() const { return m_filter; }

    /// The element of a row; none for sections and groups.
    ElementRef element(const QModelIndex& index) const;
    /// The row of an element; invalid when it is filtered out.
    QModelIndex indexOf(const ElementRef& element) const;
    /// The rows of all these elements, with neighbors joined to ranges.
    QItemSelection rowsOf(const Selection& selection) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Presets of hardware may be dropped on elements.
    QStringList mimeTypes() const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

private:
    using Ids = std::vector<std::uint32_t>;
    const Ids& ids(Group group) const { return m_ids[group]; }
    /// Where element rows of a group hang: the section of demands, otherwise the group's own row.
    QModelIndex parentOf(Group group) const;
    QModelIndex sectionIndex(Section section) const;

    void rebuild();
    void collect();
    void follow(const Patch& patch);
    void refreshNumbers();
    void refreshGroup(Group group);

    QVariant sectionData(Section section, int role) const;
    QVariant groupData(Group group, int role) const;
    QVariant elementData(const ElementRef& element, int role) const;
    QVariant demandData(DemandId id, int role) const;
    QVariant keyData(const engine::DemandResult& result, engine::VerdictLevel level, int role) const;
    QString nameOf(const ElementRef& element) const;
    QString detailOf(const ElementRef& element) const;
    double kilometers(Group group) const;

    Session& m_session;
    QString m_filter;
    std::array<Ids, GroupCount> m_ids;                        ///< id numbers, ascending
    std::array<std::vector<Group>, SectionCount> m_shown;     ///< groups with rows, by section
    mutable std::array<double, GroupCount> m_kilometers{};    ///< total glass by medium; negative: to be added up
};

} // namespace bellweave::ui
