// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/end_signals.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QRegularExpression>
#include <QSettings>
#include <QTimer>
#include <QTranslator>
#include <clocale>
#include <cstdio>
#include <map>

using namespace bellweave;

namespace {

ui::ThemeChoice wantedTheme()
{
    const int choice = QSettings().value(QStringLiteral("appearance/theme")).toInt();
    const bool known = choice >= 0 && choice <= static_cast<int>(ui::ThemeChoice::Dark);
    return known ? static_cast<ui::ThemeChoice>(choice) : ui::ThemeChoice::System;
}

/// Ends the program with a sentence about an option.
[[noreturn]] void refuse(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(2);
}

ui::ThemeChoice namedTheme(const QString& name)
{
    static const std::map<QString, ui::ThemeChoice> themes{{QStringLiteral("light"), ui::ThemeChoice::Light},
                                                           {QStringLiteral("dark"), ui::ThemeChoice::Dark},
                                                           {QStringLiteral("system"), ui::ThemeChoice::System}};
    const auto theme = themes.find(name);
    if (theme == themes.end())
        refuse(QCoreApplication::translate("main", "--theme: there is no theme \"%1\". Accepted: dark, light, system.").arg(name));
    return theme->second;
}

void resizeTo(QWidget& window, const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto sides = pattern.match(text);
    if (!sides.hasMatch())
        refuse(QCoreApplication::translate("main", "--size: \"%1\" is no size. Accepted: width and height such as 1600x1000.").arg(text));
    window.resize(sides.captured(1).toInt(), sides.captured(2).toInt());
}

void nameTheProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Bellweave"));
    QCoreApplication::setApplicationName(QStringLiteral("Bellweave"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BELLWEAVE_VERSION));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

/// Writes what the window shows once the numbers are there, and ends the program: for documents and reviews.
void takePicture(ui::MainWindow& window, const QString& path)
{
    const auto save = [&window, path] {
        const bool written = window.grab().save(path);
        if (!written) qCritical("%s cannot be written.", qPrintable(path));
        QCoreApplication::exit(written ? 0 : 1);
    };
    constexpr int kSettled = 800;    // ms: labels and map are drawn in full quality when nothing moves any more
    auto* settled = new QTimer(&window);
    settled->setSingleShot(true);
    settled->setInterval(kSettled);
    QObject::connect(settled, &QTimer::timeout, &window, save);
    const auto follow = [&window, settled] {
        if (!window.isDesignShown() || window.session().computeState() == ui::ComputeState::Done) settled->start();
        else settled->stop();
    };
    QObject::connect(&window.session(), &ui::Session::computeStateChanged, settled, follow);
    follow();
}

} // namespace

int main(int argc, char** argv)
{
    nameTheProgram();
    QApplication app(argc, argv);
    // Qt has set the user's locale; libraries that read and write numbers for us need the point.
    std::setlocale(LC_NUMERIC, "C");
    QTranslator translator;
    const QString folder = QStringLiteral(":/bellweave/translations");
    if (!translator.load(QLocale(), QStringLiteral("bellweave"), QStringLiteral("_"), folder))
        static_cast<void>(translator.load(QStringLiteral("bellweave_en"), folder));
    QCoreApplication::installTranslator(&translator);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Designs and assesses quantum networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QCoreApplication::translate("main", "A design to open."),
                                 QStringLiteral("[file]"));
    const QCommandLineOption picture(QStringLiteral("picture"),
                                     QCoreApplication::translate("main", "Writes a picture of the window to <png> and ends."),
                                     QStringLiteral("png"));
    const QCommandLineOption theme(QStringLiteral("theme"), QCoreApplication::translate("main", "light, dark or system."),
                                   QStringLiteral("name"));
    const QCommandLineOption size(QStringLiteral("size"), QCoreApplication::translate("main", "Size of the window, such as 1600x1000."),
                                  QStringLiteral("size"));
    parser.addOptions({picture, theme, size});
    parser.process(app);

    ui::setHighContrast(QSettings().value(QStringLiteral("appearance/high_contrast")).toBool());
    ui::restoreMeasures();
    ui::applyTheme(parser.isSet(theme) ? namedTheme(parser.value(theme)) : wantedTheme());
    ui::MainWindow window(recoveryFolder());
    if (parser.isSet(size)) resizeTo(window, parser.value(size));
    window.show();
    const EndSignals signals;
    QObject::connect(&signals, &EndSignals::endRequested, &window, &ui::MainWindow::endQuietly);
    QObject::connect(&app, &QGuiApplication::commitDataRequest, &window, &ui::MainWindow::keepUnsaved);
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty()) window.files().openPath(files.first());
    if (parser.isSet(picture)) takePicture(window, parser.value(picture));
    return QApplication::exec();
}
