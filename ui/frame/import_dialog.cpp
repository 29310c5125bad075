// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/import_dialog.h"

#include "ui/frame/network_sketch.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTreeWidget>

namespace bellweave::ui {
namespace {

constexpr QSize kSketchSize(240, 160);
constexpr int kManySites = 60;

/// The imported network in small.
class Sketch : public QWidget {
public:
    explicit Sketch(const Network& network) : m_sketch(network), m_isDense(network.sites.size() > kManySites)
    {
        setFixedSize(kSketchSize);
        setAccessibleName(ImportDialog::tr("Sketch of the network"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), theme().land);
        painter.setPen(theme().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        m_sketch.paint(painter, rect().adjusted(14, 14, -14, -14), m_isDense ? 4.0 : 8.0);
    }

private:
    NetworkSketch m_sketch;
    bool m_isDense;
};

QTreeWidget* refusedList(const std::vector<Skipped>& refused)
{
    auto* list = new QTreeWidget;
    list->setColumnCount(2);
    list->setHeaderLabels({ImportDialog::tr("Not imported"), ImportDialog::tr("Reason")});
    list->setAccessibleName(ImportDialog::tr("Not imported"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const Skipped& row : refused) {
        auto* item = new QTreeWidgetItem(list, {row.element, row.why});
        item->setToolTip(1, row.why);
    }
    list->setColumnWidth(0, 220);
    return list;
}

} // namespace

ImportDialog::ImportDialog(ImportSource source, bool canAdd, QWidget* parent) : QDialog(parent), m_source(std::move(source))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import %1").arg(m_source.fileName));
    resize(620, 420);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeHead());
    const int count = static_cast<int>(m_source.refused.size());
    auto* caption = new QLabel(count > 0 ? tr("%n part(s) cannot be imported:", nullptr, count) : tr("Nothing is refused."));
    column->addWidget(caption);
    if (count > 0) column->addWidget(m_refused = refusedList(m_source.refused), 1);
    else column->addStretch(1);
    makeButtons();
    m_add->setVisible(m_source.design && canAdd);
}

QWidget* ImportDialog::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* words = new QVBoxLayout;
    auto* format = new QLabel(m_source.format);
    format->setFont(uiFont(15, QFont::DemiBold));
    words->addWidget(format);
    for (const QString& fact : m_source.facts) {
        auto* line = new QLabel(fact);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(line);
    }
    words->addStretch(1);
    row->addLayout(words, 1);
    if (m_source.design) row->addWidget(new Sketch(m_source.design->network), 0, Qt::AlignTop);
    return head;
}

void ImportDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    m_new = buttons->addButton(m_source.design ? tr("Open as &new design") : tr("Add to &library"), QDialogButtonBox::AcceptRole);
    m_new->setEnabled(m_source.design || !m_source.presets.empty());
    setPrimary(*m_new);
    m_add = buttons->addButton(tr("&Add to this design"), QDialogButtonBox::AcceptRole);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setDefault(true);
    cancel->setFocus();
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_new, &QPushButton::clicked, this, [this] {
        accept();
        if (m_source.design) Q_EMIT openWanted();
        else Q_EMIT keepWanted();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT addWanted();
    });
}

} // namespace bellweave::ui
