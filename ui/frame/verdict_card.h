// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/frame/network_sketch.h"

#include <QWidget>

class QLabel;

namespace bellweave::ui {

/// One design of several that a person chooses from: a title, a sketch, its size, and its verdict when that is known.
class VerdictCard : public QWidget {
    Q_OBJECT
public:
    VerdictCard(const QString& title, const QString& subtitle, Network network, QWidget* parent = nullptr);

    const Network& network() const { return m_network; }
    void showVerdict(const engine::Evaluation& evaluation);
    /// What the card says of the verdict, in one sentence.
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    Network m_network;
    NetworkSketch m_sketch;
    std::optional<engine::VerdictLevel> m_level;    ///< none while it is computed
    QLabel* m_title;
    QLabel* m_verdict;
    QLabel* m_detail;
};

} // namespace bellweave::ui
