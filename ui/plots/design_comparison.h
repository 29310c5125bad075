// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/latest_runner.h"
#include "model/base/result.h"
#include "ui/plots/plot_comparison.h"

#include <QObject>

namespace bellweave::ui {

/// Which second design the plots draw. Another file is read and evaluated on a worker thread.
class DesignComparison : public QObject {
    Q_OBJECT
public:
    explicit DesignComparison(QObject* parent = nullptr) : QObject(parent) {}

    /// Null while nothing is compared.
    const std::shared_ptr<const PlotComparison>& current() const { return m_current; }
    /// Compares with a design that is already evaluated; null ends the comparison. A file that is being read is forgotten.
    void set(std::shared_ptr<const PlotComparison> comparison);
    /// Reads a file or a shipped example and compares with it when its numbers are there; what was compared stays until then.
    void compareWithFile(const QString& path);

Q_SIGNALS:
    void changed();
    /// The file cannot be compared with: why, as a sentence.
    void failed(const QString& sentence);

private:
    using Answer = Result<std::shared_ptr<const PlotComparison>>;
    void receive(const Answer& answer, quint64 question);

    std::shared_ptr<const PlotComparison> m_current;
    quint64 m_question = 0;
    engine::LatestRunner m_runner;    // last: joins before the rest is gone
};

} // namespace bellweave::ui
