// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/legend_popover.h"

#include "ui/canvas/network_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace bellweave::ui {
namespace {

constexpr double kLimitStep = 0.01;
constexpr int kLimitDecimals = 5;
constexpr int kSentenceWidth = 250;   // px

/// A number without the zeros that a fixed count of decimals would add.
class LimitField : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', kLimitDecimals); }
};

/// The colors below and above a limit.
QPixmap twoColors(std::size_t limit, double pixelRatio)
{
    QPixmap picture((QSizeF(32, 12) * pixelRatio).toSize());
    picture.setDevicePixelRatio(pixelRatio);
    QPainter painter(&picture);
    painter.fillRect(0, 0, 16, 12, theme().fidelityClasses[limit]);
    painter.fillRect(16, 0, 16, 12, theme().fidelityClasses[limit + 1]);
    return picture;
}

} // namespace

LegendPopover::LegendPopover(NetworkView& view, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_view(view), m_before(view.session().network().general().map.fidelityLimits),
      m_gesture(view.session().beginGesture())
{
    setObjectName(QStringLiteral("legendPopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Colors of links"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(makeMeasureRow());
    column->addWidget(makeLimits());
    showLimits(m_before);
    sayUsability();
    showMeasure();
    m_measure->setFocus();
}

QWidget* LegendPopover::makeMeasureRow()
{
    auto* row = new QWidget(this);
    auto* form = new QFormLayout(row);
    form->setContentsMargins(0, 0, 0, 0);
    m_measure = new QComboBox(row);
    for (const LinkMeasure measure : kLinkMeasures) m_measure->addItem(measureName(measure));
    m_measure->setAccessibleName(tr("Color links by"));
    m_measure->setCurrentIndex(static_cast<int>(m_view.linkMeasure()));
    form->addRow(tr("&Color links by"), m_measure);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_view.setLinkMeasure(kLinkMeasures[static_cast<std::size_t>(index)]);
        showMeasure();
    });
    return row;
}

QWidget* LegendPopover::makeLimits()
{
    m_limits = new QWidget(this);
    auto* form = new QFormLayout(m_limits);
    form->setContentsMargins(0, 6, 0, 0);
    auto* head = new QLabel(tr("Limits of the classes in this design"), m_limits);
    head->setFont(uiFont(12.5, QFont::DemiBold));
    form->addRow(head);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        auto* colors = new QLabel(m_limits);
        colors->setPixmap(twoColors(i, devicePixelRatioF()));
        QDoubleSpinBox* field = makeLimit(i);
        colors->setFixedHeight(field->sizeHint().height());
        form->addRow(colors, field);
    }
    m_sentence = new QLabel(m_limits);
    m_sentence->setObjectName(QStringLiteral("limitsSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(textRoom(kSentenceWidth));
    form->addRow(m_sentence);
    m_reset = new QPushButton(tr("&Reset"), m_limits);
    m_reset->setObjectName(QStringLiteral("resetLimits"));
    m_reset->setAutoDefault(false);
    form->addRow(m_reset);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        showLimits(kFidelityLimits);
        followTyping();
    });
    return m_limits;
}

QDoubleSpinBox* LegendPopover::makeLimit(std::size_t index)
{
    auto* field = m_fields[index] = new LimitField(m_limits);
    field->setDecimals(kLimitDecimals);
    field->setRange(0.0, 1.0);
    field->setSingleStep(kLimitStep);
    field->setMinimumHeight(24);
    field->setKeyboardTracking(false);    // the first digits of a number are another number
    field->setAccessibleName(tr("Fidelity limit %1").arg(index + 1));
    connect(field, &QDoubleSpinBox::valueChanged, this, &LegendPopover::followTyping);
    return field;
}

FidelityLimits LegendPopover::typedLimits() const
{
    FidelityLimits limits{};
    std::transform(m_fields.begin(), m_fields.end(), limits.begin(), [](const QDoubleSpinBox* field) { return field->value(); });
    return limits;
}

void LegendPopover::showLimits(const FidelityLimits& limits)
{
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const QSignalBlocker quiet(m_fields[i]);
        m_fields[i]->setValue(limits[i]);
    }
}

void LegendPopover::followTyping()
{
    sayUsability();
    if (const FidelityLimits limits = typedLimits(); isAscending(limits)) push(limits);
}

void LegendPopover::sayUsability()
{
    const FidelityLimits limits = typedLimits();
    const bool isUsable = isAscending(limits);
    m_sentence->setText(isUsable ? tr("Links take the color of the class their fidelity lies in.")
                                 : tr("Each limit must be larger than the one above it. The map keeps the limits it has."));
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, isUsable ? theme().textSecond : theme().bad);
    m_sentence->setPalette(palette);
    m_reset->setEnabled(limits != kFidelityLimits);
}

void LegendPopover::push(const FidelityLimits& limits)
{
    Session& session = m_view.session();
    General general = session.network().general();
    if (general.map.fidelityLimits == limits) return;
    general.map.fidelityLimits = limits;
    session.push(replaceGeneral(session.network(), std::move(general)), tr("Change fidelity classes"), m_gesture);
}

void LegendPopover::showMeasure() { m_limits->setVisible(m_view.linkMeasure() == LinkMeasure::Fidelity); }

/// Also what is half typed, which would count when its field loses the focus.
void LegendPopover::takeBack()
{
    for (QDoubleSpinBox* field : m_fields) field->blockSignals(true);
    push(m_before);
}

void LegendPopover::keyPressEvent(QKeyEvent* event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEscape) takeBack();
    if (isEscape || (isEnter && isAscending(typedLimits()))) close();
    else if (!isEnter) QFrame::keyPressEvent(event);
}

} // namespace bellweave::ui
