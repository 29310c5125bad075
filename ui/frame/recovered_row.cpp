// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/recovered_row.h"

#include "model/format/project_file.h"
#include "ui/frame/examples.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace bellweave::ui {

namespace {

constexpr int kSketchWidth = 52;
constexpr int kDiscardWidth = 32;

QString nameOf(const Network& network, const RecoveryCopy& copy)
{
    if (!network.general().name.isEmpty()) return network.general().name;
    return copy.origin.isEmpty() ? RecoveredRow::tr("Untitled") : QFileInfo(copy.origin).completeBaseName();
}

} // namespace

RecoveredRow::RecoveredRow(RecoveryCopy copy, QWidget* parent) : EnterButton(parent), m_copy(std::move(copy))
{
    const Result<LoadedProject> loaded = readProject(m_copy.copyPath);
    const Network network = loaded ? loaded->network : Network();
    m_sketch = NetworkSketch(network);
    m_facts = loaded ? factsOf(network) : loaded.error().sentence;
    setText(nameOf(network, m_copy));
    const QString when = QLocale().toString(m_copy.when, QLocale::ShortFormat);
    setToolTip(m_copy.origin.isEmpty() ? tr("Unsaved since %1; in no file yet").arg(when)
                                       : tr("Unsaved changes of %1 to %2").arg(when, m_copy.origin));
    setAccessibleName(tr("Recovered: %1").arg(text()));
    setAccessibleDescription(m_facts);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->addStretch(1);
    auto* discard = new QToolButton;
    discard->setIcon(themedIcon(Icon::Delete));
    discard->setToolTip(tr("Deletes this unsaved work"));
    discard->setAccessibleName(tr("Discard %1").arg(text()));
    discard->setAutoRaise(true);
    connect(discard, &QToolButton::clicked, this, &RecoveredRow::discardRequested);
    row->addWidget(discard);
}

void RecoveredRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) Q_EMIT discardRequested();
    else EnterButton::keyPressEvent(event);
}

void RecoveredRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme().accent, 1.5) : QPen(theme().line, 1.0));
    painter.setBrush(underMouse() ? theme().accentBackground : theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    const QRect sketch(8, 8, kSketchWidth, height() - 16);
    m_sketch.paint(painter, sketch, 5.0);
    const QRect text = rect().adjusted(kSketchWidth + 18, 8, -kDiscardWidth - 4, -8);
    painter.setFont(uiFont(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const auto write = [&](Qt::Alignment side, const QString& words) {
        painter.drawText(text, side | Qt::AlignLeft, painter.fontMetrics().elidedText(words, Qt::ElideMiddle, text.width()));
    };
    write(Qt::AlignTop, this->text());
    painter.setFont(uiFont(12));
    painter.setPen(theme().textThird);
    write(Qt::AlignBottom, m_facts);
}

} // namespace bellweave::ui
