// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/clouds_dialog.h"

#include "model/edit/edits.h"
#include "model/network/element_name.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace bellweave::ui {

CloudsDialog::CloudsDialog(Session& session, SiteId station, CloudFile clouds, QWidget* parent)
    : QDialog(parent), m_session(session), m_station(station), m_clouds(std::move(clouds)), m_places(new QComboBox(this)), m_night(new QCheckBox(tr("Night hours only, 19 to 6 o'clock local time"), this)),
      m_months(new QLabel(this)), m_sentence(new QLabel(this)), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    const Site& site = *session.network().sites.find(station);
    setWindowTitle(tr("Clouds over %1").arg(elementName(session.network(), station)));
    for (const CloudStation& place : m_clouds.stations) m_places->addItem(place.name);
    m_night->setChecked(!site.groundStation.value_or(GroundStation()).worksByDay);
    m_sentence->setWordWrap(true);
    m_buttons->addButton(tr("&Use These"), QDialogButtonBox::AcceptRole);
    auto* form = new QFormLayout(this);
    form->addRow(tr("Place in the file"), m_places);
    form->addRow({}, m_night);
    form->addRow(tr("Chance of a clear sky"), m_months);
    form->addRow(m_sentence);
    form->addRow(m_buttons);
    connect(m_places, &QComboBox::currentIndexChanged, this, &CloudsDialog::follow);
    connect(m_night, &QCheckBox::toggled, this, &CloudsDialog::follow);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CloudsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(textRoom(420));
    follow();
}

Result<QString> CloudsDialog::clearSky() const { return clearSkyText(m_clouds.stations[static_cast<std::size_t>(m_places->currentIndex())], m_night->isChecked()); }

void CloudsDialog::follow()
{
    const CloudStation& place = m_clouds.stations[static_cast<std::size_t>(m_places->currentIndex())];
    QString rows;
    for (int month = 0; month < 12; ++month) {
        const auto chance = (m_night->isChecked() ? place.night : place.all)[static_cast<std::size_t>(month)].chance();
        rows += QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;&nbsp;%2</td></tr>").arg(QLocale().standaloneMonthName(month + 1), chance ? figures::percentText(*chance) : tr("missing"));
    }
    m_months->setText(QStringLiteral("<table>%1</table>").arg(rows));
    const Result<QString> text = clearSky();
    QString sentence = text ? tr("Clear is an hour with at most two tenths of the sky in clouds.") : text.error().text();
    const QStringList ofPlace = m_clouds.problems.filter(place.name);
    if (!ofPlace.isEmpty()) sentence += u' ' + ofPlace.join(u' ');
    if (const auto others = m_clouds.problems.size() - ofPlace.size(); others > 0) sentence += u' ' + tr("The file has %n problem(s) besides.", nullptr, static_cast<int>(others));
    m_sentence->setText(sentence);
    for (QAbstractButton* button : m_buttons->buttons())
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(static_cast<bool>(text) && !m_session.isReadOnly());
}

void CloudsDialog::accept()
{
    const Result<QString> text = clearSky();
    const Site* before = m_session.network().sites.find(m_station);
    if (!text || !before) return;
    Site site = *before;
    if (!site.groundStation) site.groundStation = GroundStation();
    site.groundStation->clearSky = *text;
    if (m_session.push(replaceSite(m_session.network(), site), tr("Clouds over %1").arg(elementName(m_session.network(), m_station)))) QDialog::accept();
}

} // namespace bellweave::ui
