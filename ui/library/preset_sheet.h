// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace bellweave {
struct Preset;
}

namespace bellweave::ui {

/// What a preset is made of: each value with unit, range, how far it can be trusted, and its source. With a second preset,
/// the values of both side by side and a mark where they differ.
class PresetSheet : public QTextBrowser {
    Q_OBJECT
public:
    explicit PresetSheet(QWidget* parent = nullptr);

    /// Either may be null.
    void show(const Preset* first, const Preset* second);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QString m_kind;      ///< of both; presets are looked up anew, for they may change
    QString m_first;
    QString m_otherKind;
    QString m_second;
};

/// The sheet of one preset as rich text.
QString presetHtml(const Preset& preset);
/// Two presets of one kind side by side.
QString comparisonHtml(const Preset& first, const Preset& second);

} // namespace bellweave::ui
