#include "app/project/open_project.h"
#include "engine/core/installation.h"
#include "engine/project_items/dataset_item.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

#include "tests/support/real_window.h"

namespace fs = std::filesystem;
using app::OpenedProject;
using app::openProject;
using app::projectOf;

class OpenProjectTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

private slots:
    void aProjectIsMadeWhereThereIsNone()
    {
        const fs::path path = file("new/a.polylogue");
        const OpenedProject project = openProject(path);
        QVERIFY(project.file && project.lock);
        QVERIFY(!project.isReadOnly());
        QVERIFY(fs::exists(path));
    }

    void theSecondLooksOnly()
    {
        const OpenedProject first = openProject(file("b.polylogue"));
        const OpenedProject second = openProject(file("b.polylogue"));
        QVERIFY(second.file->isReadOnly());
        QVERIFY(second.whyReadOnly.contains(QStringLiteral("b.polylogue is being edited by")));
        QVERIFY(second.whyReadOnly.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(!second.lockedElsewhere);
    }

    void aLockOfADeadProcessIsTakenOver()
    {
        // As QLockFile writes it: process, program, machine, its number, its start.
        QLockFile own(m_folder.filePath(QStringLiteral("own.lock")));
        QVERIFY(own.lock());
        QFile written(own.fileName());
        QVERIFY(written.open(QIODevice::ReadOnly));
        QList<QByteArray> lines = written.readAll().split('\n');
        lines[0] = "99999999";
        write(file("c.polylogue.lock"), lines.join('\n'));
        QVERIFY(!openProject(file("c.polylogue")).isReadOnly());
    }

    void aLockOfAnotherMachineCanBeTakenOverByHand()
    {
        const fs::path path = file("d.polylogue");
        static_cast<void>(openProject(path));
        write(file("d.polylogue.lock"), "42\npolylogue\nelsewhere\n");
        {
            const OpenedProject project = openProject(path);
            QVERIFY(project.lockedElsewhere);
            QVERIFY2(project.whyReadOnly.contains(QStringLiteral("on elsewhere (process 42)")),
                     qPrintable(project.whyReadOnly));
        }
        QVERIFY(!openProject(path, true).isReadOnly());
    }

    void aNewerSchemaIsLookedAtOnly()
    {
        const fs::path path = file("e.polylogue");
        static_cast<void>(openProject(path));
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
        const OpenedProject project = openProject(path);
        QVERIFY(project.whyReadOnly.contains(QStringLiteral("newer Polylogue")));
    }

    void lookingLeavesNoLock()
    {
        const fs::path path = file("h.polylogue");
        static_cast<void>(openProject(path));
        const OpenedProject looked = app::lookAtProject(path);
        QVERIFY(looked.isReadOnly());
        QVERIFY(!openProject(path).isReadOnly());
    }

    void whatIsNoProjectIsRefused()
    {
        write(file("f.polylogue"), "something else");
        QVERIFY_THROWS_EXCEPTION(engine::FormatError, openProject(file("f.polylogue")));
    }

    void oneDatasetHasOneProject()
    {
        fs::create_directories(file("talks"));
        const fs::path project = projectOf({file("talks")});
        QVERIFY(project.string().starts_with((engine::dataFolder() / "projects" / "talks-").string()));
        QCOMPARE(projectOf({file("talks") / "."}), project);
        QVERIFY(projectOf({file("others")}) != project);
        QCOMPARE(projectOf({file("g.polylogue")}), file("g.polylogue"));
        fs::create_directory_symlink(file("talks"), file("link"));
        QCOMPARE(projectOf({file("link")}), project); // another spelling
        write(file("talks") / "own.damaged-20261120T120000Z.polylogue", "");
        QCOMPARE(projectOf({file("talks")}), project);
        write(file("talks") / "own.polylogue", "");
        QCOMPARE(projectOf({file("talks")}), file("talks") / "own.polylogue"); // the only one in the folder
    }

    void aListAndItsFolderHaveOneProject()
    {
        fs::create_directories(file("made"));
        const fs::path list = file("made") / "dataset.json";
        const fs::path ofFolder = projectOf({file("made")}),
                       ofList = projectOf({list}); // there is no list yet
        QVERIFY(ofFolder != ofList);
        write(list, "{}");
        QCOMPARE(projectOf({list}), ofFolder);
        QCOMPARE(projectOf({file("made")}), ofFolder);
        write(file("made") / "other.json", "{}");
        QVERIFY(projectOf({file("made") / "other.json"}) != ofFolder);

        fs::create_directories(ofList.parent_path());
        write(ofList, ""); // of a version that told them apart
        QCOMPARE(projectOf({file("made")}), ofList);
        QCOMPARE(projectOf({list}), ofList);
        write(ofFolder, "");
        QCOMPARE(projectOf({file("made")}), ofFolder);
        QCOMPARE(projectOf({list}), ofList);
    }

    void theDatasetIsFoundFromTheProjectElseWhereItLay()
    {
        const fs::path data = file("here/data");
        fs::create_directories(data);
        engine::Annotation annotation;
        annotation.apply({{}, {}, {{std::nullopt, engine::datasetItem({data}, file("here/p.polylogue"))}}});
        QCOMPARE(engine::datasetPaths(annotation, file("here/p.polylogue")), std::vector<fs::path>{data});
        QCOMPARE(engine::datasetPaths(annotation, file("elsewhere/p.polylogue")),
                 std::vector<fs::path>{data});
        fs::create_directories(file("both"));
        fs::rename(file("here/data"), file("both/data")); // moved together
        QCOMPARE(engine::datasetPaths(annotation, file("both/p.polylogue")),
                 std::vector<fs::path>{file("both/data")});
        fs::create_directories(file("sent/data")); // to another machine, into one folder
        engine::Annotation sent;
        sent.apply({{}, {}, {{std::nullopt, engine::datasetItem({data}, file("other/deep/p.polylogue"))}}});
        QCOMPARE(engine::datasetPaths(sent, file("sent/p.polylogue")),
                 std::vector<fs::path>{file("sent/data")});
        QVERIFY(engine::datasetPaths({}, file("p.polylogue")).empty());
    }

private:
    static void write(const fs::path& path, const QByteArray& bytes)
    {
        std::ofstream(path, std::ios::binary).write(bytes.data(), bytes.size());
    }
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QCoreApplication application(argc, argv);
    OpenProjectTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_open_project.moc"
