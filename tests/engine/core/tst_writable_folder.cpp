#include "engine/core/writable_folder.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace engine;
namespace fs = std::filesystem;

class TestWritableFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path root() const { return m_folder.path().toStdString(); }

private slots:
    void aFolderAndOneThatCanBeMade()
    {
        QVERIFY(!folderObstacle(root()));
        QVERIFY(!folderObstacle(root() / "a" / "b" / "c"));
    }

    void aFileIsInTheWay()
    {
        const fs::path file = root() / "file";
        QFile made(QString::fromStdString(file.string()));
        QVERIFY(made.open(QIODevice::WriteOnly));
        for (const fs::path& wanted : {file, file / "run"}) {
            const auto obstacle = folderObstacle(wanted);
            QVERIFY(obstacle.has_value());
            QCOMPARE(obstacle->kind, FolderObstacle::Kind::IsFile);
            QCOMPARE(obstacle->place, file);
        }
    }

    void aFolderThatRefusesFiles()
    {
        const fs::path closed = root() / "closed";
        fs::create_directory(closed);
        fs::permissions(root(), fs::perms::all);
        fs::permissions(closed,
                        fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read
                            | fs::perms::others_exec);
        const auto owner = ::geteuid();
        const auto back = qScopeGuard([owner] { (void)::seteuid(owner); });
        if (owner == 0)
            QCOMPARE(::seteuid(65534), 0); // for whom permissions count
        const auto obstacle = folderObstacle(closed / "run");
        QVERIFY(obstacle.has_value());
        QCOMPARE(obstacle->kind, FolderObstacle::Kind::NotWritable);
        QCOMPARE(obstacle->place, closed);
    }
};

QTEST_GUILESS_MAIN(TestWritableFolder)
#include "tst_writable_folder.moc"
