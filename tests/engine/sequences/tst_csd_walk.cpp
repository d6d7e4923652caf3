#include "engine/sequences/csd_walk.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

class TestCsdWalk : public QObject {
    Q_OBJECT

private slots:
    void aSoundFilePasses()
    {
        walkCsd(FIXTURES "/storage.csd");
        walkCsd(FIXTURES "/storage_latest.csd");
        walkCsd(FIXTURES "/storage_shapes.csd");
        walkCsd(DEMO "/words.csd");
    }

    void aLoopOfLinksEnds()
    {
        walkCsd(FIXTURES "/broken/link_loop.csd");
        walkCsd(FIXTURES "/broken/group_in_itself.csd");
    }

    void whatLeavesTheFileOrCannotBeUnpackedIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("external link")
            << QStringLiteral("external_link") << QByteArray("is a link out of this file");
        QTest::newRow("external data")
            << QStringLiteral("external_data") << QByteArray("keeps its data in another file");
        QTest::newRow("virtual data")
            << QStringLiteral("virtual_data") << QByteArray("keeps its data in another file");
        QTest::newRow("unknown filter") << QStringLiteral("unknown_filter") << QByteArray("the filter 'xyz'");
        QTest::newRow("records") << QStringLiteral("compound") << QByteArray("neither a number nor text");
        QTest::newRow("too large") << QStringLiteral("too_large") << QByteArray("more elements than fit");
        QTest::newRow("cut off") << QStringLiteral("cut_off") << QByteArray("not_hdf5");
    }

    void whatLeavesTheFileOrCannotBeUnpackedIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, expected);
        const std::string failure
            = test::failureOf([&] { walkCsd(FIXTURES "/broken/" + file.toStdString() + ".csd"); });
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestCsdWalk)
#include "tst_csd_walk.moc"
