#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_file.h"
#include "engine/project_items/dataset_item.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/annotations.h"
#include "tests/support/cli.h"

using namespace engine;

/// `polylogue-cli export` over several projects: one of the demo, two with tiers of their own, a damaged one.
class TestExportCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString out() const { return path(QStringLiteral("out")); }

    void write(const QString& name, const Annotation& annotation) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        ProjectFile::create(path(name).toStdString()).write(difference(Annotation(), annotation));
    }
    test::ProgramResult exported(const QStringList& more) const
    {
        return test::runCli(QStringList{QStringLiteral("export"), QStringLiteral("--out"), out()} + more);
    }
    QStringList files(const QString& folder) const
    {
        return QDir(out() + QLatin1Char('/') + folder).entryList(QDir::Files, QDir::Name);
    }
    static QStringList words(const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

private slots:
    void initTestCase()
    {
        const Annotation own = test::withSpans({{0, 2}, {2, 5}});
        write(QStringLiteral("x/talk.polylogue"), own);
        write(QStringLiteral("y/talk.polylogue"), own);
        Annotation demo;
        demo.apply({{},
                    {},
                    {{std::nullopt,
                      datasetItem({test::demo("").toStdString()},
                                  path(QStringLiteral("demo.polylogue")).toStdString())}}});
        write(QStringLiteral("demo.polylogue"), demo);
        QFile damaged(path(QStringLiteral("x/damaged.polylogue")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("no project");
    }
    void init() { QDir(out()).removeRecursively(); }

    void wordsAndLabelsOfTheDatasetAreWrittenToo()
    {
        const test::ProgramResult result = exported(
            {path(QStringLiteral("demo.polylogue")), QStringLiteral("--to"), QStringLiteral("eaf")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QCOMPARE(files(QStringLiteral("demo")).size(), 31);
        QFile file(out() + QStringLiteral("/demo/ada_1.eaf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray eaf = file.readAll();
        QVERIFY(eaf.contains("TIER_ID=\"words\"") && eaf.contains("wonderful"));
        QVERIFY(eaf.contains("media/ada_1.mp4"));
    }

    void onlyWhatWasEditedOnRequest()
    {
        const test::ProgramResult result
            = exported({path(QStringLiteral("demo.polylogue")), QStringLiteral("--to"), QStringLiteral("eaf"),
                        QStringLiteral("--edited-only")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY(files(QStringLiteral("demo")).isEmpty());
    }

    void goesOnAfterWhatFailsAndSaysSo()
    {
        const test::ProgramResult result = exported(
            {path(QStringLiteral("x")), path(QStringLiteral("y/talk.polylogue")), QStringLiteral("--to"),
             QStringLiteral("srt"), QStringLiteral("--json"), QStringLiteral("--jobs"), QStringLiteral("2")});
        QCOMPARE(result.exitCode, 1);
        std::map<std::string, nlohmann::json> lines;
        nlohmann::json all;
        for (const QByteArray& line : QByteArray(result.output).trimmed().split('\n')) {
            const nlohmann::json read = nlohmann::json::parse(line.toStdString());
            if (read.contains("projects"))
                all = read;
            else
                lines[QFileInfo(QString::fromStdString(read.at("folder"))).fileName().toStdString()] = read;
        }
        QCOMPARE(lines.size(), std::size_t(3));
        QCOMPARE(all.at("projects").get<int>(), 3);
        QCOMPARE(all.at("failed").get<int>(), 1);
        QCOMPARE(all.at("files").get<int>(), 2);
        QVERIFY(lines.at("damaged").contains("error"));
        // Two of the same name lie in folders of their own.
        QCOMPARE(files(QStringLiteral("x-talk")), QStringList{QStringLiteral("v.srt")});
        QCOMPARE(files(QStringLiteral("y-talk")), QStringList{QStringLiteral("v.srt")});
    }

    void goesOnAfterWhatIsMissing()
    {
        const test::ProgramResult result = exported(
            {path(QStringLiteral("x/talk.polylogue")), path(QStringLiteral("none.polylogue")),
             path(QStringLiteral("y/talk.polylogue")), QStringLiteral("--to"), QStringLiteral("srt")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(QByteArray(result.errors).contains("file_not_found")
                     && result.errors.contains("none.polylogue"),
                 result.errors);
        QVERIFY2(QByteArray(result.output).contains("2 files of 3 projects, 1 of them"), result.output);
        QCOMPARE(files(QStringLiteral("x-talk")), QStringList{QStringLiteral("v.srt")});
        QCOMPARE(files(QStringLiteral("y-talk")), QStringList{QStringLiteral("v.srt")});

        init();
        QFile list(path(QStringLiteral("some-missing.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("none.polylogue\ny/talk.polylogue\nempty/*.polylogue\n");
        list.close();
        const test::ProgramResult listed
            = exported({QStringLiteral("--list"), list.fileName(), QStringLiteral("--to"),
                        QStringLiteral("srt"), QStringLiteral("--json")});
        QCOMPARE(listed.exitCode, 1);
        const QByteArrayList lines = QByteArray(listed.output).trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        const auto all = nlohmann::json::parse(lines.last().toStdString());
        QCOMPARE(all.at("projects").get<int>(), 3);
        QCOMPARE(all.at("failed").get<int>(), 2);
        QVERIFY(nlohmann::json::parse(lines.first().toStdString()).contains("error"));
        QCOMPARE(files(QStringLiteral("talk")), QStringList{QStringLiteral("v.srt")});
    }

    void nothingIsWrittenOverUnasked()
    {
        const QStringList wish{path(QStringLiteral("y/talk.polylogue")), QStringLiteral("--to"),
                               QStringLiteral("srt")};
        QCOMPARE(exported(wish).exitCode, 0);
        const test::ProgramResult again = exported(wish);
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(QByteArray(again.errors).contains("file_exists"), again.errors);
        QCOMPARE(exported(wish + QStringList{QStringLiteral("--overwrite")}).exitCode, 0);
    }

    void listsAndPatternsNameProjects()
    {
        QFile list(path(QStringLiteral("list.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("# two talks\nx/talk.polylogue\n\ny/*.polylogue\n");
        list.close();
        const test::ProgramResult result
            = exported({QStringLiteral("--list"), list.fileName(), QStringLiteral("--to"),
                        QStringLiteral("csv"), QStringLiteral("--one-table")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QCOMPARE(files(QStringLiteral("x-talk")), QStringList{QStringLiteral("tiers.csv")});
        QCOMPARE(files(QStringLiteral("y-talk")), QStringList{QStringLiteral("tiers.csv")});
    }

    void wrongCallsSayWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no project") << words("--to eaf") << QByteArray("name projects");
        QTest::newRow("only read") << words("x --to gentle") << QByteArray("gentle");
        QTest::newRow("one table of ELAN") << words("x --to eaf --one-table") << QByteArray("--one-table");
        QTest::newRow("nothing there") << words("/absent --to eaf") << QByteArray("/absent");
    }
    void wrongCallsSayWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const test::ProgramResult result = exported(arguments);
        QVERIFY(result.exitCode != 0);
        QVERIFY2(QByteArray(result.errors).contains(says), result.errors);
    }
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_export_command.moc"
