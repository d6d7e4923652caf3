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

    void dataThatCannotBeReadIsLeftToWhoReadsIt()
    {
        walkCsd(FIXTURES "/broken/damaged_gzip.csd");
        walkCsd(FIXTURES "/broken/damaged_lzf.csd");
        walkCsd(FIXTURES "/broken/rows_differ.csd");
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
        QTest::newRow("records") << QStringLiteral("compound") << QByteArray("neither numbers nor text");
        QTest::newRow("too large") << QStringLiteral("too_large") << QByteArray("more elements than fit");
        QTest::newRow("links in a circle")
            << QStringLiteral("link_loop") << QByteArray("/seq/data/v is a link to");
        QTest::newRow("group in itself")
            << QStringLiteral("group_in_itself") << QByteArray("/seq/data/v is a group that holds itself");
        QTest::newRow("soft link elsewhere")
            << QStringLiteral("soft_link_out")
            << QByteArray("/seq/data/v is a link to /other/stuff/deep/v, outside");
        QTest::newRow("soft link through an external one")
            << QStringLiteral("soft_link_through") << QByteArray("outside the sequence's own entries");
        QTest::newRow("external link at the top")
            << QStringLiteral("external_root") << QByteArray("/seq is a link out of this file");
        QTest::newRow("external link in an entry")
            << QStringLiteral("external_features")
            << QByteArray("/seq/data/v/features is a link out of this file");
        QTest::newRow("external metadata")
            << QStringLiteral("external_metadata") << QByteArray("is a link out of this");
        QTest::newRow("hardly any of it stored")
            << QStringLiteral("hollow") << QByteArray("bytes of it are stored");
        QTest::newRow("large chunks") << QStringLiteral("large_chunks") << QByteArray("larger than it is");
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
