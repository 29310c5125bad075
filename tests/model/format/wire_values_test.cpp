// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/wire_values.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <sstream>

using namespace bellweave;

class WireValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::fixRandomSeed(); }
    void networksComeBackEqualFromBoostsBinaryArchive();
};

void WireValuesTest::networksComeBackEqualFromBoostsBinaryArchive()
{
    QVERIFY(rc::check("there and back", [] {
        const Network network = *test::anyNetwork();
        std::stringstream bytes;
        boost::archive::binary_oarchive(bytes) << network;
        Network again = *test::anyNetwork();    // whatever stood there before is replaced
        boost::archive::binary_iarchive(bytes) >> again;
        RC_ASSERT(again == network);
    }));
}

BELLWEAVE_TEST(WireValuesTest)
#include "wire_values_test.moc"
