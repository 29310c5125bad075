// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/add_satellites_dialog.h"

#include "engine/orbits/satellite_motion.h"
#include "model/network/element_name.h"
#include "ui/orbits/elements_form.h"
#include "ui/orbits/orbit_form.h"
#include "ui/orbits/track_preview.h"
#include "ui/orbits/walker_form.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFormLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostPreviewed = 300;

} // namespace

AddSatellitesDialog::AddSatellitesDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_tabs(new QTabWidget(this)), m_elements(new ElementsForm), m_like(new QComboBox), m_joins(new QCheckBox(tr("Join to every ground station"))), m_preview(new TrackPreview(this)),
      m_sentence(new QLabel(this)), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Add Satellites"));
    setAcceptDrops(true);
    auto* orbit = new OrbitForm;
    auto* walker = new WalkerForm;
    m_tabs->addTab(orbit, tr("Orbit"));
    m_tabs->addTab(m_elements, tr("Elements"));
    m_tabs->addTab(walker, tr("Constellation"));
    m_buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    layOut();
    for (const SatelliteForm* form : std::initializer_list<const SatelliteForm*>{orbit, m_elements, walker}) connect(form, &SatelliteForm::changed, this, &AddSatellitesDialog::follow);
    connect(m_elements, &ElementsForm::openWanted, this, &AddSatellitesDialog::openWanted);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AddSatellitesDialog::follow);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AddSatellitesDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
}

void AddSatellitesDialog::layOut()
{
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(textRoom(36));
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_preview->setFixedHeight(textRoom(236));
    auto* left = new QVBoxLayout;
    left->addWidget(m_tabs, 1);
    left->addWidget(makeEquipment());
    auto* right = new QVBoxLayout;
    right->addWidget(m_preview);
    right->addWidget(m_sentence);
    right->addStretch(1);
    auto* both = new QHBoxLayout;
    both->addLayout(left, 4);
    both->addLayout(right, 5);
    auto* all = new QVBoxLayout(this);
    all->addLayout(both, 1);
    all->addWidget(m_buttons);
    resize(textRoom(880), textRoom(520));
}

QWidget* AddSatellitesDialog::makeEquipment()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 4, 0, 0);
    m_like->addItem(tr("A new satellite"), 0U);
    for (const Site& site : m_session.network().sites)
        if (site.orbit) m_like->addItem(tr("%1, with its links").arg(elementName(m_session.network(), site.id)), site.id.number());
    m_joins->setChecked(true);
    connect(m_like, &QComboBox::currentIndexChanged, this, [this](int at) {
        m_joins->setEnabled(at == 0);
        follow();
    });
    connect(m_joins, &QCheckBox::toggled, this, &AddSatellitesDialog::follow);
    form->addRow(tr("Equipped like"), m_like);
    form->addRow({}, m_joins);
    return box;
}

QTreeWidget& AddSatellitesDialog::elementsList() const { return m_elements->list(); }

void AddSatellitesDialog::showPage(Page page) { m_tabs->setCurrentIndex(page); }

void AddSatellitesDialog::setElementsText(const QString& text)
{
    showPage(ElementsPage);
    m_elements->setText(text);
}

void AddSatellitesDialog::openFile(const QString& path)
{
    showPage(ElementsPage);
    m_elements->openFile(path);
}

const SatelliteForm& AddSatellitesDialog::form() const { return *qobject_cast<const SatelliteForm*>(m_tabs->currentWidget()); }

SatelliteEquipment AddSatellitesDialog::equipment() const
{
    const SiteId like(m_like->currentData().toUInt());
    return {like.isValid() ? std::optional(like) : std::nullopt, m_joins->isChecked()};
}

Result<Patch> AddSatellitesDialog::patch() const { return form().patch(m_session.network(), equipment()); }

/// Shows the tracks of what would be added, and says how much that is, or why one of them has none.
QString AddSatellitesDialog::previewed(const Patch& change)
{
    const JulianDate epoch = readMoment(m_session.network().general().time.epoch).value_or({});
    std::vector<engine::SatelliteMotion> motions;
    QString problem;
    for (const Change<Site>& site : change.sites) {
        if (motions.size() >= kMostPreviewed) break;
        auto motion = engine::motionOf(*site.after->orbit, epoch);
        if (motion) motions.push_back(*std::move(motion));
        else problem = motion.error().text();
    }
    m_preview->show(motions, epoch);
    if (!problem.isEmpty()) return problem;
    const QString count = tr("%n satellite(s)", nullptr, static_cast<int>(change.sites.size())) + QStringLiteral(", ") + tr("%n satellite link(s)", nullptr, static_cast<int>(change.links.size())) + u'.';
    return (count + u' ' + form().remark()).trimmed();
}

void AddSatellitesDialog::follow()
{
    const Result<Patch> change = patch();
    if (change) m_sentence->setText(previewed(*change));
    else {
        m_preview->show({}, {});
        m_sentence->setText(change.error().text());
    }
    for (QAbstractButton* button : m_buttons->buttons())
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(change && !m_session.isReadOnly());
}

void AddSatellitesDialog::accept()
{
    const Result<Patch> change = patch();
    if (!change) return;
    Selection added;
    for (const Change<Site>& site : change->sites) added.sites.insert(site.after->id);
    if (!m_session.push(*change, tr("Add %n satellite(s)", nullptr, static_cast<int>(added.sites.size())))) return;
    m_session.select(added);
    QDialog::accept();
}

void AddSatellitesDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) event->acceptProposedAction();
}

void AddSatellitesDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) openFile(urls.front().toLocalFile());
    else setElementsText(event->mimeData()->text());
    event->acceptProposedAction();
}

} // namespace bellweave::ui
