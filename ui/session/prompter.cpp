// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/prompter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>

namespace bellweave::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Prompter)
};

constexpr int kShownSentences = 8;
constexpr int kShortWait = 300;     // ms: a wait that is over by then is not shown
constexpr int kLookAgain = 20;      // ms

} // namespace

QString DialogPrompter::openPath(const QString& title, const QString& directory, const QString& filter)
{
    return QFileDialog::getOpenFileName(m_window, title, directory, filter);
}

QString DialogPrompter::savePath(const QString& title, const QString& suggestion, const QString& filter)
{
    return QFileDialog::getSaveFileName(m_window, title, suggestion, filter);
}

Prompter::Unsaved DialogPrompter::unsavedChanges(const QString& designName)
{
    QMessageBox box(QMessageBox::Question, Words::tr("Unsaved changes"), Words::tr("Save the changes to %1?").arg(designName),
                    QMessageBox::NoButton, m_window);
    box.setInformativeText(Words::tr("What is not saved is lost."));
    const auto* save = box.addButton(Words::tr("Save"), QMessageBox::AcceptRole);
    const auto* discard = box.addButton(Words::tr("Discard"), QMessageBox::DestructiveRole);
    box.addButton(Words::tr("Cancel"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == save) return Unsaved::Save;
    return box.clickedButton() == discard ? Unsaved::Discard : Unsaved::Cancel;
}

bool DialogPrompter::confirm(const QString& title, const QString& sentence, const QString& action)
{
    QMessageBox box(QMessageBox::Question, title, title, QMessageBox::NoButton, m_window);
    box.setInformativeText(sentence);
    const auto* go = box.addButton(action, QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(Words::tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == go;
}

void DialogPrompter::complain(const QString& title, const QString& sentence)
{
    QMessageBox(QMessageBox::Warning, title, sentence, QMessageBox::Close, m_window).exec();
}

void DialogPrompter::inform(const QString& title, const QStringList& sentences)
{
    QMessageBox box(QMessageBox::Information, title, sentences.mid(0, kShownSentences).join(u'\n'), QMessageBox::Close,
                    m_window);
    if (sentences.size() > kShownSentences) box.setDetailedText(sentences.join(u'\n'));
    box.exec();
}

bool DialogPrompter::waitFor(const QString& title, const std::function<bool()>& isDone)
{
    QProgressDialog dialog(title, Words::tr("Cancel"), 0, 0, m_window);
    dialog.setWindowTitle(title);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(kShortWait);
    QEventLoop loop;
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        if (isDone() || dialog.wasCanceled()) loop.quit();
    });
    QTimer::singleShot(kShortWait, &dialog, &QWidget::show);
    clock.start(kLookAgain);
    loop.exec();
    return !dialog.wasCanceled();
}

} // namespace bellweave::ui
