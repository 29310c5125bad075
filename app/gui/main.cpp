// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>
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

ui::ThemeChoice namedTheme(const QString& name)
{
    if (name == u"light") return ui::ThemeChoice::Light;
    return name == u"dark" ? ui::ThemeChoice::Dark : ui::ThemeChoice::System;
}

void resizeTo(QWidget& window, const QString& text)
{
    const QStringList sides = text.split(u'x');
    if (sides.size() == 2) window.resize(sides[0].toInt(), sides[1].toInt());
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
    QObject::connect(&window.session(), &ui::Session::computeStateChanged, settled, qOverload<>(&QTimer::start));
    settled->start();
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
    const QCommandLineOption picture(QStringLiteral("picture"),
                                     QCoreApplication::translate("main", "Writes a picture of the window to <png> and ends."),
                                     QStringLiteral("png"));
    const QCommandLineOption theme(QStringLiteral("theme"), QCoreApplication::translate("main", "light, dark or system."),
                                   QStringLiteral("name"));
    const QCommandLineOption size(QStringLiteral("size"), QCoreApplication::translate("main", "Size of the window, such as 1600x1000."),
                                  QStringLiteral("size"));
    parser.addOptions({picture, theme, size});
    parser.process(app);

    ui::applyTheme(parser.isSet(theme) ? namedTheme(parser.value(theme)) : wantedTheme());
    ui::MainWindow window;
    if (parser.isSet(size)) resizeTo(window, parser.value(size));
    window.show();
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty()) window.files().openPath(files.first());
    if (parser.isSet(picture)) takePicture(window, parser.value(picture));
    return QApplication::exec();
}
