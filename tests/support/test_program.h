// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace bellweave::test {

/// Makes one test and runs it with options of Qt Test; returns the number of failures.
using RunTest = int (*)(int argc, char** argv);

/// Adds a test to its program under the name of its file: tests/engine/links/stretch_test.cpp is "stretch_test".
class Registration {
public:
    Registration(const char* file, RunTest run);
};

template<typename Test>
int runTest(int argc, char** argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace bellweave::test

/// Ends a test's file. All tests of a layer are one program, which runs one of them in a process of its own:
/// `engine-tests stretch_test [options of Qt Test]`. Without a name it lists them.
#define BELLWEAVE_TEST(Test) \
    namespace { \
    const bellweave::test::Registration testOfThisFile(__FILE__, bellweave::test::runTest<Test>); \
    }
