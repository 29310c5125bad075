// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

class QHeaderView;

namespace bellweave::ui {

inline constexpr int kSmallestTextPercent = 80;
inline constexpr int kLargestTextPercent = 200;

/// How close rows, fields and buttons stand: 0.9, 1 and 1.2 times their usual height.
enum class Density { Compact, Normal, Roomy };

/// Size of all text, % of the usual one; what lies outside the limits is brought within them.
/// Takes effect at once in every window.
void setTextPercent(int percent);
int textPercent();
/// Takes effect at once in every window.
void setDensity(Density density);
Density density();

/// What both settings say where the program remembers them; for the start of the program.
void restoreMeasures();
/// Writes both settings where restoreMeasures() finds them.
void rememberMeasures();

/// Size of text as a factor: 0.8 … 2, and 1 while something is painted for paper.
double textScale();
/// Px of what holds words and is `px` at the usual text size: widths, distances between lines.
int textRoom(double px);
/// Height of a row, field, button or bar of usually `px` that holds lines of words: they grow with the text size, and the whole
/// with the density. Targets of the pointer stay 24 px high, in a compact window 20.
int rowHeight(double px, int lines = 1);
/// Side of an icon of usually 16 px: half as fast as text, to stay within its button.
int iconSide();
/// Side of a square button with an icon, of usually `px`: it does not grow with text. A target of 24 px, in a compact window 20.
int buttonSide(double px);
/// Empty space of usually `px` between and around things: it follows the density alone.
int padding(double px);

/// While it lives, sizes are the usual ones: paper knows no text size.
class PaperMeasures {
public:
    PaperMeasures();
    ~PaperMeasures();
    PaperMeasures(const PaperMeasures&) = delete;
    PaperMeasures& operator=(const PaperMeasures&) = delete;
};

/// Tells when text size or density have changed.
class MeasureChanges : public QObject {
    Q_OBJECT
public:
    static MeasureChanges& instance();

Q_SIGNALS:
    void changed();

private:
    MeasureChanges() = default;
};

/// Runs `apply` now, and again after every change of text size or density while `owner` lives.
void followMeasures(QObject& owner, const std::function<void()>& apply);
/// Keeps the rows of a table that shows one line each at rowHeight(`px`).
void keepRowHeight(QHeaderView& rows, double px);

} // namespace bellweave::ui
