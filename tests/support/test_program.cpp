// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTextStream>
#include <map>
#include <vector>

#ifdef BELLWEAVE_TESTS_OF_WINDOW
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace bellweave::test {
namespace {

std::map<QString, RunTest>& allTests()
{
    static std::map<QString, RunTest> tests;
    return tests;
}

int refuse(const QString& asked)
{
    QTextStream out(stderr);
    if (!asked.isEmpty()) out << "There is no test \"" << asked << "\" here. ";
    out << "Tests of this program:\n";
    for (const auto& [name, run] : allTests()) out << "  " << name << '\n';
    return 2;
}

} // namespace

Registration::Registration(const char* file, RunTest run)
{
    allTests().emplace(QFileInfo(QString::fromLocal8Bit(file)).completeBaseName(), run);
}

} // namespace bellweave::test

int main(int argc, char** argv)
{
    using namespace bellweave::test;
    const QString asked = argc < 2 ? QString() : QString::fromLocal8Bit(argv[1]);
    const auto found = allTests().find(asked);
    if (found == allTests().end()) return refuse(asked);
    std::vector<char*> rest{argv[0]};
    rest.insert(rest.end(), argv + 2, argv + argc + 1);    // with the null at the end
    int count = argc - 1;
    Application application(count, rest.data());
    return found->second(count, rest.data());
}
