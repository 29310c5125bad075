// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/add_satellites_dialog.h"

#include "engine/orbits/satellite_motion.h"
#include "model/network/element_name.h"
#include "ui/orbits/orbit_words.h"
#include "ui/orbits/track_preview.h"
#include "ui/session/import_source.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

namespace bellweave::ui {
namespace {

constexpr double kKilometer = 1000.0;
constexpr std::size_t kListed = 2000;
constexpr std::size_t kMostPreviewed = 300;

JulianDate epochOf(const Network& network) { return readMoment(network.general().time.epoch).value_or({}); }

Error sentenceError(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

} // namespace

AddSatellitesDialog::AddSatellitesDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_tabs(new QTabWidget(this)), m_preview(new TrackPreview(this)), m_sentence(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Add Satellites"));
    setAcceptDrops(true);
    m_tabs->addTab(makeOrbitPage(), tr("Orbit"));
    m_tabs->addTab(makeElementsPage(), tr("Elements"));
    m_tabs->addTab(makeConstellationPage(), tr("Constellation"));
    m_buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(textRoom(36));
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* left = new QVBoxLayout;
    left->addWidget(m_tabs, 1);
    left->addWidget(makeEquipment());
    auto* right = new QVBoxLayout;
    right->addWidget(m_preview);
    right->addWidget(m_sentence);
    right->addStretch(1);
    m_preview->setFixedHeight(textRoom(236));
    auto* both = new QHBoxLayout;
    both->addLayout(left, 4);
    both->addLayout(right, 5);
    auto* all = new QVBoxLayout(this);
    all->addLayout(both, 1);
    all->addWidget(m_buttons);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AddSatellitesDialog::follow);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AddSatellitesDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(textRoom(880), textRoom(520));
    follow();
}

QDoubleSpinBox* AddSatellitesDialog::number(double value, double least, double most, int digits, const QString& unit, const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(digits);
    box->setValue(value);
    box->setSuffix(unit);
    box->setAccessibleName(name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &AddSatellitesDialog::follow);
    return box;
}

QWidget* AddSatellitesDialog::makeOrbitPage()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    m_name = new QLineEdit(tr("Satellite"));
    connect(m_name, &QLineEdit::textChanged, this, &AddSatellitesDialog::follow);
    m_kind = new QComboBox;
    m_kind->addItems({tr("Around the Earth"), tr("Geostationary")});
    const QString degree = QStringLiteral("°");
    m_altitude = number(500.0, 160.0, 100'000.0, 1, tr(" km"), tr("Altitude"));
    m_inclination = number(97.4, 0.0, 180.0, 2, degree, tr("Inclination"));
    m_node = number(0.0, -360.0, 360.0, 2, degree, tr("Ascending node"));
    m_eccentricity = number(0.0, 0.0, 0.9, 4, {}, tr("Eccentricity"));
    m_perigee = number(0.0, -360.0, 360.0, 2, degree, tr("Argument of perigee"));
    m_anomaly = number(0.0, -360.0, 360.0, 2, degree, tr("Mean anomaly"));
    m_longitude = number(19.2, -180.0, 180.0, 2, degree, tr("Longitude, east"));
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Orbit"), m_kind);
    const std::pair<QDoubleSpinBox*, QString> rows[] = {{m_altitude, tr("Altitude")}, {m_inclination, tr("Inclination")}, {m_node, tr("Ascending node")}, {m_eccentricity, tr("Eccentricity")},
                                                        {m_perigee, tr("Argument of perigee")}, {m_anomaly, tr("Mean anomaly")}, {m_longitude, tr("Longitude, east")}};
    for (const auto& [field, label] : rows) form->addRow(label, field);
    const auto showFields = [this, form, rows = std::vector(std::begin(rows), std::end(rows))] {
        const bool isFixed = m_kind->currentIndex() == 1;
        for (const auto& [field, label] : rows) {
            const bool isShown = (field == m_longitude) == isFixed;
            field->setVisible(isShown);
            form->labelForField(field)->setVisible(isShown);
        }
        follow();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, showFields);
    m_longitude->hide();
    form->labelForField(m_longitude)->hide();
    return page;
}

QWidget* AddSatellitesDialog::makeElementsPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    m_text = new QPlainTextEdit;
    m_text->setPlaceholderText(tr("Paste two-line elements, with names or without, or an OMM as CSV, JSON or XML. A file can be dropped here too."));
    m_text->setAccessibleName(tr("Elements"));
    m_text->setAcceptDrops(false);    // the dialog takes files
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* open = new QPushButton(tr("&Open a File…"));
    m_list = new QTreeWidget;
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Satellite"), tr("Epoch"), tr("Inclination")});
    m_list->setAccessibleName(tr("Satellites found"));
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(m_text, 3);
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(m_list, 2);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddSatellitesDialog::readElements);
    connect(m_list, &QTreeWidget::itemChanged, this, &AddSatellitesDialog::follow);
    connect(open, &QPushButton::clicked, this, &AddSatellitesDialog::openWanted);
    return page;
}

QWidget* AddSatellitesDialog::makeConstellationPage()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    const WalkerPattern usual;
    const auto count = [this](int value, int least, int most, const QString& name) {
        auto* box = new QSpinBox;
        box->setRange(least, most);
        box->setValue(value);
        box->setAccessibleName(name);
        connect(box, &QSpinBox::valueChanged, this, &AddSatellitesDialog::follow);
        return box;
    };
    m_prefix = new QLineEdit(usual.prefix);
    connect(m_prefix, &QLineEdit::textChanged, this, &AddSatellitesDialog::follow);
    m_total = count(usual.satellites, 1, kMostWalkerSatellites, tr("Satellites"));
    m_planes = count(usual.planes, 1, kMostWalkerSatellites, tr("Planes"));
    m_phasing = count(usual.phasing, 0, kMostWalkerSatellites, tr("Phasing"));
    m_star = new QCheckBox(tr("Planes over half a turn (star)"));
    connect(m_star, &QCheckBox::toggled, this, &AddSatellitesDialog::follow);
    m_walkerAltitude = number(usual.altitude.si() / kKilometer, 160.0, 40'000.0, 1, tr(" km"), tr("Altitude"));
    m_walkerInclination = number(usual.inclination, 0.0, 180.0, 2, QStringLiteral("°"), tr("Inclination"));
    m_walkerNode = number(usual.node, -360.0, 360.0, 2, QStringLiteral("°"), tr("Node of the first plane"));
    form->addRow(tr("Names begin with"), m_prefix);
    form->addRow(tr("Satellites, T"), m_total);
    form->addRow(tr("Planes, P"), m_planes);
    form->addRow(tr("Phasing, F"), m_phasing);
    form->addRow({}, m_star);
    form->addRow(tr("Altitude"), m_walkerAltitude);
    form->addRow(tr("Inclination"), m_walkerInclination);
    form->addRow(tr("Node of the first plane"), m_walkerNode);
    return page;
}

QWidget* AddSatellitesDialog::makeEquipment()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 4, 0, 0);
    m_like = new QComboBox;
    m_like->addItem(tr("A new satellite"), 0U);
    for (const Site& site : m_session.network().sites)
        if (site.orbit) m_like->addItem(tr("%1, with its links").arg(elementName(m_session.network(), site.id)), site.id.number());
    m_joins = new QCheckBox(tr("Join to every ground station"));
    m_joins->setChecked(true);
    const auto showJoins = [this] {
        m_joins->setEnabled(m_like->currentIndex() == 0);
        follow();
    };
    connect(m_like, &QComboBox::currentIndexChanged, this, showJoins);
    connect(m_joins, &QCheckBox::toggled, this, &AddSatellitesDialog::follow);
    form->addRow(tr("Equipped like"), m_like);
    form->addRow({}, m_joins);
    return box;
}

void AddSatellitesDialog::showPage(Page page) { m_tabs->setCurrentIndex(page); }

void AddSatellitesDialog::setElementsText(const QString& text)
{
    showPage(ElementsPage);
    m_text->setPlainText(text);
}

void AddSatellitesDialog::openFile(const QString& path)
{
    const Result<QByteArray> bytes = readWhole(path);
    if (bytes) return setElementsText(QString::fromUtf8(*bytes));
    showPage(ElementsPage);
    m_elementsProblem = tr("%1: %2", "file, problem").arg(QFileInfo(path).fileName(), bytes.error().text());
    follow();
}

void AddSatellitesDialog::readElements()
{
    m_elements = {};
    m_elementsProblem.clear();
    const QByteArray text = m_text->toPlainText().toUtf8();
    if (!text.trimmed().isEmpty()) {
        Result<ElementFile> read = readElementSets(text);
        if (read) m_elements = *std::move(read);
        else m_elementsProblem = read.error().text();
        if (!m_elements.problems.empty()) {
            m_elementsProblem = m_elements.problems.front();
            if (m_elements.problems.size() > 1) m_elementsProblem += u' ' + tr("And %n more.", nullptr, static_cast<int>(m_elements.problems.size()) - 1);
        }
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < std::min(kListed, m_elements.satellites.size()); ++i) {
        const MeanElements& elements = m_elements.satellites[i];
        auto* item = new QTreeWidgetItem(m_list, {elements.name.isEmpty() ? QString::number(elements.catalogNumber) : elements.name, momentText(elements.epoch).left(10),
                                                  QStringLiteral("%1°").arg(engine::orbitOf(elements).inclination, 0, 'f', 1)});
        item->setCheckState(0, Qt::Checked);
    }
    follow();
}

Orbit AddSatellitesDialog::typedOrbit() const
{
    Orbit orbit;
    if (m_kind->currentIndex() == 1) {
        orbit.kind = OrbitKind::Geostationary;
        orbit.longitude = m_longitude->value();
        return orbit;
    }
    orbit.altitude = Length::fromSi(m_altitude->value() * kKilometer);
    orbit.inclination = m_inclination->value();
    orbit.node = m_node->value();
    orbit.eccentricity = m_eccentricity->value();
    orbit.perigee = m_perigee->value();
    orbit.anomaly = m_anomaly->value();
    return orbit;
}

WalkerPattern AddSatellitesDialog::pattern() const
{
    WalkerPattern pattern;
    pattern.satellites = m_total->value();
    pattern.planes = m_planes->value();
    pattern.phasing = m_phasing->value();
    pattern.isStar = m_star->isChecked();
    pattern.altitude = Length::fromSi(m_walkerAltitude->value() * kKilometer);
    pattern.inclination = m_walkerInclination->value();
    pattern.node = m_walkerNode->value();
    pattern.prefix = m_prefix->text();
    return pattern;
}

SatelliteEquipment AddSatellitesDialog::equipment() const
{
    const SiteId like(m_like->currentData().toUInt());
    return {like.isValid() ? std::optional(like) : std::nullopt, m_joins->isChecked()};
}

std::vector<NewSatellite> AddSatellitesDialog::wanted() const
{
    if (m_tabs->currentIndex() == OrbitPage) return {{m_name->text().trimmed(), {}, typedOrbit()}};
    std::vector<NewSatellite> satellites;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const MeanElements& elements = m_elements.satellites[static_cast<std::size_t>(i)];
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked) satellites.push_back({m_list->topLevelItem(i)->text(0), {}, engine::orbitOf(elements)});
    }
    return satellites;
}

Result<Patch> AddSatellitesDialog::patch() const
{
    if (m_tabs->currentIndex() == ConstellationPage) return walkerConstellation(m_session.network(), pattern(), equipment());
    const std::vector<NewSatellite> satellites = wanted();
    if (!satellites.empty()) return addSatellites(m_session.network(), satellites, equipment());
    return sentenceError(!m_elementsProblem.isEmpty() ? m_elementsProblem : m_elements.satellites.empty() ? tr("Paste elements, open a file or drop one here.") : tr("Tick the satellites to add."));
}

/// What would be added is seen, and the sentence says how many, or why nothing can be.
void AddSatellitesDialog::follow()
{
    if (!m_joins) return;    // while it is built
    const Result<Patch> change = patch();
    const JulianDate epoch = epochOf(m_session.network());
    std::vector<engine::SatelliteMotion> motions;
    QString sentence = change ? QString() : change.error().text();
    if (change) {
        for (const Change<Site>& site : change->sites)
            if (site.after && site.after->orbit && motions.size() < kMostPreviewed) {
                auto motion = engine::motionOf(*site.after->orbit, epoch);
                if (motion) motions.push_back(*std::move(motion));
                else sentence = motion.error().text();
            }
        if (sentence.isEmpty()) {
            sentence = tr("%n satellite(s)", nullptr, static_cast<int>(change->sites.size())) + QStringLiteral(", ") + tr("%n satellite link(s)", nullptr, static_cast<int>(change->links.size())) + u'.';
            if (m_tabs->currentIndex() == ElementsPage && m_elements.satellites.size() > kListed) sentence += u' ' + tr("Only the first %1 of %2 are listed.").arg(kListed).arg(m_elements.satellites.size());
            if (m_tabs->currentIndex() == ElementsPage && !m_elementsProblem.isEmpty()) sentence += u' ' + tr("Left out: %1").arg(m_elementsProblem);
        }
    }
    m_preview->show(motions, epoch);
    m_sentence->setText(sentence);
    for (QAbstractButton* button : m_buttons->buttons())
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(static_cast<bool>(change) && !m_session.isReadOnly());
}

void AddSatellitesDialog::accept()
{
    const Result<Patch> change = patch();
    if (!change) return;
    Selection added;
    for (const Change<Site>& site : change->sites)
        if (!site.before) added.sites.insert(site.after->id);
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
