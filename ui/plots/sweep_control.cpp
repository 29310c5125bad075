// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_control.h"

#include "ui/plots/plot_view.h"
#include "ui/plots/sweep_dialog.h"
#include "ui/session/session.h"

#include <QAction>
#include <QSettings>

namespace bellweave::ui {

namespace {

const QString kInputKey = QStringLiteral("plots/sweep/input");

} // namespace

SweepControl::SweepControl(Session& session, PlotView& view, SweepPlot& plot)
    : QObject(&view), m_session(session), m_view(view), m_plot(plot), m_suggested(new QAction(tr("&Suggested input"), this))
{
    auto* choose = new QAction(tr("C&hoose input…"), this);
    connect(choose, &QAction::triggered, this, &SweepControl::choose);
    connect(m_suggested, &QAction::triggered, this, [this] { setInput({}); });
    view.addActions({choose, m_suggested});
    connect(&session, &Session::networkReset, this, &SweepControl::restore);
    restore();
}

void SweepControl::sweep(const ElementRef& element, const QString& path) { setInput(sweepInputOf(m_session.network(), element, path)); }

void SweepControl::choose()
{
    const auto evaluation = m_session.evaluation() ? m_session.evaluation() : std::make_shared<const engine::Evaluation>();
    const Network network = m_session.network();    // stays as it is while the dialog is open
    SweepDialog dialog(network, *evaluation, m_plot.inputIn({network, *evaluation, evaluation->find(m_view.shownDemand())}), &m_view);
    if (dialog.exec() == QDialog::Accepted) setInput(dialog.input());
}

void SweepControl::setInput(const SweepInput& input)
{
    m_plot.setInput(input);
    m_suggested->setEnabled(input.isChosen());
    QSettings().setValue(kInputKey, toStrings(input));
    m_view.clearPins();
    m_view.resetZoom();
    Q_EMIT changed();
}

void SweepControl::restore()
{
    const SweepInput remembered = sweepInputFrom(QSettings().value(kInputKey).toStringList());
    const bool isKnown = sweptField(m_session.network(), {}, remembered).has_value();
    m_plot.setInput(isKnown ? remembered : SweepInput());
    m_suggested->setEnabled(isKnown);
}

} // namespace bellweave::ui
