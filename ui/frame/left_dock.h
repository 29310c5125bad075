// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace bellweave::ui {

class DockRail;
class OverlayPanel;
class SideTabs;

/// The left dock: beside the map where the window is wide, else a rail of icons that opens it over the map. In a narrow window
/// it can be pinned, so that it stands beside the map there too.
class LeftDock : public QObject {
    Q_OBJECT
public:
    struct Parts {
        SideTabs& tabs;
        DockRail& rail;
        QWidget& holder;       ///< is given the tabs while they stand beside the map
        QWidget& tabsFrame;    ///< what is shown and hidden with them: the holder, or what is around it
        QWidget& railFrame;
    };
    /// `page`: the whole workspace, over which the dock opens. `map` gets the focus back. `key`: where the user's settings keep it.
    LeftDock(const Parts& parts, QWidget& map, QWidget& page, const QString& key);

    /// Beside the map, not over it.
    bool isBesideMap() const;
    bool isOpenOverMap() const;
    /// Shows or hides it in a wide window, pins or unpins it in a narrow one.
    void toggle();
    /// Brings a page to sight and gives it the focus, over the map when the dock is a rail.
    void open(QWidget* page);
    /// What the button and the keys of a page do: opens it, or closes it where it is open over the map.
    void openOrClose(QWidget* page);
    /// Gets out of the way where it is open over the map.
    void close();
    /// A rail is enough for a page of this width, px.
    void fitInto(int width);
    /// Beside the map in wide windows, a rail in narrow ones.
    void reset();
    /// In the user's settings.
    void save() const;
    void restore();

Q_SIGNALS:
    /// It stands beside the map now, or no longer.
    void placeChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void arrange();
    void placeOverlay();

    Parts m_parts;
    QWidget& m_map;
    QWidget& m_page;
    OverlayPanel* m_overlay;
    QString m_key;
    bool m_narrow = false;
    bool m_shown = true;     ///< wanted in wide windows
    bool m_pinned = false;   ///< wanted in narrow ones
};

} // namespace bellweave::ui
