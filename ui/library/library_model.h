// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/presets.h"

#include <QStandardItemModel>

namespace bellweave::ui {

/// The presets by kind, with their years. Rows are drawn like those of the network list and can be dragged.
class LibraryModel : public QStandardItemModel {
    Q_OBJECT
public:
    explicit LibraryModel(QObject* parent = nullptr);

    /// Lists only presets whose name, platform and year contain every word.
    void setFilter(const QString& text);
    /// Reads the presets again.
    void rebuild();
    /// The preset of a row, or null.
    const Preset* preset(const QModelIndex& index) const;
    /// The row of a preset; invalid when it is filtered out.
    QModelIndex indexOf(const QString& kind, const QString& id) const;

    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    bool isListed(const Preset& preset) const;

    QString m_filter;
};

/// "Node hardware" of "node".
QString presetKindTitle(const QString& kind);

} // namespace bellweave::ui
