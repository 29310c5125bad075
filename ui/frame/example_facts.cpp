// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/example_facts.h"

#include "engine/api/evaluator.h"
#include "model/network/presets.h"
#include "ui/frame/verdict_text.h"
#include "ui/inspector/fact_list.h"
#include "ui/plots/figures.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/measures.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <set>

namespace bellweave::ui {
namespace {

constexpr int kWidth = 276;

QString countText(std::size_t count) { return QString::number(count); }

QLabel* wrapped(const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel;
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// The kinds of node hardware in the design, each once.
QString hardwareText(const Network& network)
{
    std::set<QString> names;
    for (const Site& site : network.sites) {
        const NodeHardware* hardware = hardwareOf(site);
        const Preset* preset = hardware ? findPreset(QStringLiteral("node"), hardware->preset) : nullptr;
        if (preset) names.insert(preset->label);
    }
    return QStringList(names.begin(), names.end()).join(QStringLiteral("; "));
}

Length lengthOf(const Network& network)
{
    Length sum;
    for (const Link& link : network.links) sum += engine::linkLength(network, link).value_or(Length());
    return sum;
}

} // namespace

ExampleFacts::ExampleFacts(QWidget* parent)
    : QWidget(parent), m_name(wrapped(uiFont(13, QFont::DemiBold), QPalette::WindowText)),
      m_question(wrapped(uiFont(12), QPalette::WindowText)), m_facts(new FactList), m_about(wrapped(uiFont(12), QPalette::PlaceholderText)),
      m_use(new QPushButton(tr("Open Example"))),
      m_verdict([](const Question& question, std::stop_token) {
          const engine::Verdict verdict = engine::evaluate(question.network).verdict;
          return demandsMet(verdict.met, verdict.demands, verdict.marginal);
      })
{
    followMeasures(*this, [this] { setFixedWidth(textRoom(kWidth)); });
    setAccessibleName(tr("About the example"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 66, 24, 24);
    column->setSpacing(10);
    setPrimary(*m_use);
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_question, m_facts, m_about}) column->addWidget(part);
    column->addWidget(m_use, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_example) Q_EMIT chosen(m_example->path);
    });
    m_verdict.computeBehind([this] { refresh(); });
    hide();
}

void ExampleFacts::show(const Example& example)
{
    if (m_example && m_example->path == example.path && isVisible()) return;
    m_example = example;
    refresh();
    setVisible(true);
}

void ExampleFacts::refresh()
{
    if (!m_example) return;
    const Network& network = m_example->network;
    m_name->setText(m_example->name);
    m_question->setText(m_example->question);
    m_about->setText(network.general().notes);
    const QString verdict = m_verdict.to({m_example->path, network});
    m_facts->setFacts({{tr("Sites"), countText(network.sites.size()), {}, {}},
                       {tr("Links"), countText(network.links.size()), {}, {}},
                       {tr("Demands"), countText(network.demands.size()), {}, {}},
                       {tr("Length"), figures::kilometersText(lengthOf(network).si()), tr("km"), tr("Of all links together")},
                       {tr("Hardware"), hardwareText(network), {}, {}},
                       {tr("Opens with"), m_verdict.isCurrent() ? verdict : tr("computing…"), {}, {}}});
}

} // namespace bellweave::ui
