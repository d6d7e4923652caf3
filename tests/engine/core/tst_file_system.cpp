#include "engine/core/file_system.h"

#include <QTemporaryDir>
#include <QTest>

using engine::fileSystemAt;
using engine::fileSystemKind;

class TestFileSystem : public QObject {
    Q_OBJECT

private slots:
    void kindsAreKnownByTheirNumbers_data()
    {
        QTest::addColumn<unsigned long>("number");
        QTest::addColumn<QString>("name");
        QTest::newRow("nfs") << 0x6969UL << "nfs";
        QTest::newRow("smb 1") << 0x517bUL << "smb";
        QTest::newRow("cifs") << 0xff534d42UL << "cifs";
        QTest::newRow("smb 2") << 0xfe534d42UL << "smb";
        QTest::newRow("smb 2, signed") << 0xfffffffffe534d42UL << "smb";
        QTest::newRow("fuse") << 0x65735546UL << "fuse";
        QTest::newRow("lustre") << 0x0bd00bd0UL << "lustre";
        QTest::newRow("gpfs") << 0x47504653UL << "gpfs";
        QTest::newRow("ceph") << 0x00c36400UL << "ceph";
        QTest::newRow("9p") << 0x01021997UL << "9p";
        QTest::newRow("afs") << 0x5346414fUL << "afs";
        QTest::newRow("ext4") << 0xef53UL << "";
        QTest::newRow("xfs") << 0x58465342UL << "";
        QTest::newRow("btrfs") << 0x9123683eUL << "";
        QTest::newRow("tmpfs") << 0x01021994UL << "";
        QTest::newRow("overlay") << 0x794c7630UL << "";
        QTest::newRow("zfs") << 0x2fc12fc1UL << "";
        QTest::newRow("not known") << 0x12345678UL << "";
    }

    void kindsAreKnownByTheirNumbers()
    {
        QFETCH(const unsigned long, number);
        QFETCH(const QString, name);
        QCOMPARE(fileSystemKind(number).name, name.toStdString());
        QCOMPARE(fileSystemKind(number).isShared(), !name.isEmpty());
    }

    void whatIsNotThereYetHasTheKindOfItsFolder()
    {
        const QTemporaryDir folder;
        const std::filesystem::path there = folder.path().toStdString();
        QCOMPARE(fileSystemAt(there / "new" / "project.polylogue"), fileSystemAt(there));
        QCOMPARE(fileSystemAt("/proc/self/none"), fileSystemAt("/proc/self"));
        QVERIFY(!fileSystemAt("/proc/self").isShared());
    }
};

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_file_system.moc"
