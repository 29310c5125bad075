// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTranslator>
#include <clocale>

using namespace bellweave;

namespace {

ui::ThemeChoice wantedTheme()
{
    const int choice = QSettings().value(QStringLiteral("appearance/theme")).toInt();
    const bool known = choice >= 0 && choice <= static_cast<int>(ui::ThemeChoice::Dark);
    return known ? static_cast<ui::ThemeChoice>(choice) : ui::ThemeChoice::System;
}

void nameTheProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Bellweave"));
    QCoreApplication::setApplicationName(QStringLiteral("Bellweave"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BELLWEAVE_VERSION));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    // Qt has set the user's locale; libraries that read and write numbers for us need the point.
    std::setlocale(LC_NUMERIC, "C");
    nameTheProgram();
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
    parser.process(app);

    ui::applyTheme(wantedTheme());
    ui::MainWindow window;
    window.show();
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty()) window.files().openPath(files.first());
    return QApplication::exec();
}
