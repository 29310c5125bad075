// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace bellweave::test {

/// Settings and standard folders of one test's own, empty at first: nothing of the person's is read or written, and tests that
/// run side by side do not meet. A member of the test class, so that it is there before anything asks for a setting.
class TestSettings {
public:
    TestSettings()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("BellweaveTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void clear() { QSettings().clear(); }

private:
    QTemporaryDir m_folder;
};

} // namespace bellweave::test
