// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/elements_form.h"

#include "engine/orbits/satellite_motion.h"
#include "ui/session/import_source.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace bellweave::ui {
namespace {

constexpr std::size_t kListed = 2000;

} // namespace

ElementsForm::ElementsForm(QWidget* parent) : SatelliteForm(parent), m_text(new QPlainTextEdit), m_list(new QTreeWidget)
{
    m_text->setPlaceholderText(tr("Paste two-line elements, with names or without, or an OMM as CSV, JSON or XML. A file can be dropped here too."));
    m_text->setAccessibleName(tr("Elements"));
    m_text->setAcceptDrops(false);    // the dialog takes files
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Satellite"), tr("Epoch"), tr("Inclination")});
    m_list->setAccessibleName(tr("Satellites found"));
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* open = new QPushButton(tr("&Open a File…"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text, 3);
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(m_list, 2);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ElementsForm::read);
    connect(m_list, &QTreeWidget::itemChanged, this, &ElementsForm::changed);
    connect(open, &QPushButton::clicked, this, &ElementsForm::openWanted);
}

void ElementsForm::setText(const QString& text) { m_text->setPlainText(text); }

void ElementsForm::openFile(const QString& path)
{
    const Result<QByteArray> bytes = readWhole(path);
    if (bytes) return setText(QString::fromUtf8(*bytes));
    m_problem = tr("%1: %2", "file, problem").arg(QFileInfo(path).fileName(), bytes.error().text());
    Q_EMIT changed();
}

void ElementsForm::read()
{
    m_elements = {};
    m_problem.clear();
    const QByteArray text = m_text->toPlainText().toUtf8();
    if (!text.trimmed().isEmpty()) {
        Result<ElementFile> read = readElementSets(text);
        if (read) m_elements = *std::move(read);
        else m_problem = read.error().text();
    }
    if (!m_elements.problems.empty()) m_problem = m_elements.problems.front();
    if (m_elements.problems.size() > 1) m_problem += u' ' + tr("And %n more.", nullptr, static_cast<int>(m_elements.problems.size()) - 1);
    fillList();
    Q_EMIT changed();
}

void ElementsForm::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < std::min(kListed, m_elements.satellites.size()); ++i) {
        const MeanElements& elements = m_elements.satellites[i];
        auto* item = new QTreeWidgetItem(m_list, {elements.name.isEmpty() ? QString::number(elements.catalogNumber) : elements.name, momentText(elements.epoch).left(10),
                                                  QStringLiteral("%1°").arg(engine::orbitOf(elements).inclination, 0, 'f', 1)});
        item->setCheckState(0, Qt::Checked);
    }
}

QString ElementsForm::remark() const
{
    QStringList sentences;
    if (m_elements.satellites.size() > kListed) sentences.append(tr("Only the first %1 of %2 are listed.").arg(kListed).arg(m_elements.satellites.size()));
    if (!m_problem.isEmpty()) sentences.append(tr("Left out: %1").arg(m_problem));
    return sentences.join(u' ');
}

Result<Patch> ElementsForm::patch(const Network& network, const SatelliteEquipment& equipment) const
{
    std::vector<NewSatellite> satellites;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem& item = *m_list->topLevelItem(i);
        if (item.checkState(0) == Qt::Checked) satellites.push_back({item.text(0), {}, engine::orbitOf(m_elements.satellites[static_cast<std::size_t>(i)])});
    }
    if (!satellites.empty()) return addSatellites(network, satellites, equipment);
    const QString sentence = !m_problem.isEmpty() ? m_problem : m_elements.satellites.empty() ? tr("Paste elements, open a file or drop one here.") : tr("Tick the satellites to add.");
    return Error{Error::Code::InvalidInput, sentence, {}};
}

} // namespace bellweave::ui
