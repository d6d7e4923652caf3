#include "engine/sequences/hdf5/h5_file.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

class TestInfoCommand : public QObject {
    Q_OBJECT

    static test::ProgramResult runWithCache(const QString& cache, const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache);
        return test::runProgram(QStringLiteral("polylogue-cli"), arguments, environment);
    }

private slots:
    void itSaysWhatAFileHolds()
    {
        const auto result = test::runCli({QStringLiteral("info"), test::demo("acoustic.csd")});
        QCOMPARE(result.exitCode, 0);
        for (const char* line : {"  name         acoustic\n", "  ids          31\n", "  width        31\n",
                                 "  type         float32\n", "  metadata     complete\n"})
            QVERIFY2(result.output.contains(line), result.output.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    }

    void theSecondAnswerIsTheFirstAndOpensNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("f.csd"));
        QVERIFY(QFile::copy(test::demo("acoustic.csd"), file));
        const QStringList call{QStringLiteral("info"), QStringLiteral("--ids"), file};
        const auto first = runWithCache(folder.path(), call);
        QCOMPARE(first.exitCode, 0);
        const std::filesystem::path path = file.toStdString();
        const auto modified = std::filesystem::last_write_time(path);
        const std::string others(std::filesystem::file_size(path), 'x');
        std::ofstream(path) << others; // nobody looks
        std::filesystem::last_write_time(path, modified);
        const auto second = runWithCache(folder.path(), call);
        QCOMPARE(second.output, first.output);
    }

    void theIndexIsWhatTheProbeLeft()
    {
        const QTemporaryDir folder;
        const QString indexes = folder.filePath(QStringLiteral("polylogue/indexes"));
        const QString file = test::demo("acoustic.csd");
        const auto probe = runWithCache(folder.path(),
                                        {QStringLiteral("probe"), file, QStringLiteral("--index"), indexes});
        QCOMPARE(probe.exitCode, 0);
        const QFileInfoList left = QDir(indexes).entryInfoList(QDir::Files);
        QCOMPARE(left.size(), 1);
        const QStringList call{QStringLiteral("info"), QStringLiteral("--ids"), file};
        QCOMPARE(runWithCache(folder.path(), call).output, test::runCli(call).output);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("polylogue/probed.json")))); // not asked again
        QCOMPARE(QFileInfo(left.front().filePath()).lastModified(), left.front().lastModified());
    }

    void aProblemIsSaidOfTheFileAsItWasNamed()
    {
        const QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("link.csd"));
        const QString file = test::fixture("broken/no_features.csd");
        QVERIFY(QFile::link(file, link));
        for (const QString& name : {file, link}) {
            const auto result = runWithCache(folder.path(), {QStringLiteral("info"), name});
            QCOMPARE(result.exitCode, 1);
            const QByteArray said = "data_invalid: " + name.toUtf8() + ": /seq/data/v/features is missing";
            QVERIFY2(result.errors.startsWith(said), result.errors.constData());
        }
    }

    void withoutACacheItAnswersAsWell()
    {
        const QTemporaryDir folder;
        const QString noFolder = folder.filePath(QStringLiteral("file"));
        QVERIFY(QFile(noFolder).open(QIODevice::WriteOnly));
        const QStringList call{QStringLiteral("info"), QStringLiteral("--ids"), test::demo("acoustic.csd")};
        const auto result = runWithCache(noFolder, call);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output, test::runCli(call).output);
    }

    void idsAreListedWithTheirShapes()
    {
        const QString file = test::fixture("broken/odd_but_valid.csd");
        const auto text = test::runCli({QStringLiteral("info"), file, QStringLiteral("--ids")});
        QVERIFY2(text.output.contains("    wider  3×4 float64\n"), text.output.constData());
        const auto machines
            = test::runCli({QStringLiteral("info"), file, QStringLiteral("--ids"), QStringLiteral("--json")});
        const auto entries
            = nlohmann::json::parse(machines.output.toStdString()).at(file.toStdString()).at("entries");
        QCOMPARE(entries.size(), std::size_t(4));
        QCOMPARE(entries.at("wider").at("features").get<std::vector<int>>(), (std::vector{3, 4}));
    }

    void anEntryThatCannotBeReadIsNamedBesideTheRest()
    {
        const auto result = test::runCli({QStringLiteral("info"), test::fixture("broken/no_features.csd")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.output.contains("  ids          2\n"));
        QVERIFY2(result.errors.contains("/seq/data/v/features is missing"), result.errors.constData());
    }

    void machinesGetJson()
    {
        const QString file = test::fixture("broken/odd_but_valid.csd");
        const auto result = test::runCli({QStringLiteral("info"), file, QStringLiteral("--json")});
        QCOMPARE(result.exitCode, 0);
        const auto json = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(json.at("name").get<std::string>(), std::string("seq"));
        QCOMPARE(json.at("ids").get<int>(), 4);
        QCOMPARE(json.at("rows").get<int>(), 9);
        QCOMPARE(json.at("widths").get<std::vector<int>>(), (std::vector{2, 4}));
        QCOMPARE(json.at("missing_metadata").get<std::vector<std::string>>(),
                 std::vector<std::string>{"contact"});
    }

    void aBrokenFileDoesNotHideTheOthers()
    {
        const QStringList files{test::fixture("broken/cut_off.csd"), test::fixture("storage.csd")};
        const auto result = test::runCli(QStringList{QStringLiteral("info")} + files);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("not_hdf5: " + files[0].toUtf8()), result.errors.constData());
        QVERIFY(result.output.contains("  name         seq\n"));
    }

    void aBrokenFileIsAnErrorInJson()
    {
        const QString file = test::fixture("broken/unknown_filter.csd");
        const auto result = test::runCli({QStringLiteral("info"), QStringLiteral("--json"), file});
        QCOMPARE(result.exitCode, 1);
        const auto error
            = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString()).at("error");
        QCOMPARE(error.at("code").get<std::string>(), std::string("data_invalid"));
    }

    /// h5py takes a slash in an id for a group.
    void idsWithSlashesAreRefusedInWords_data()
    {
        QTest::addColumn<std::string>("id");
        QTest::newRow("one") << std::string("show/1");
        QTest::newRow("two") << std::string("show/1/2");
        QTest::newRow("five") << std::string("a/b/c/d/e/f");
    }

    void idsWithSlashesAreRefusedInWords()
    {
        QFETCH(const std::string, id);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.csd"));
        hdf5::Writer writer(path.toStdString());
        writer.write("/words/data/" + id + "/intervals",
                     {ElementType::Float64, {1, 2}, std::vector<double>{0, 1}}, {});
        writer.write("/words/data/" + id + "/features", {ElementType::Float32, {1, 1}, std::vector<float>{1}},
                     {});
        writer.createGroup("/words/metadata");
        writer.writeText("/words/metadata/root name", "\"words\"");
        writer.close();
        for (const char* command : {"info", "validate", "stats"}) {
            const auto result = test::runCli({QLatin1String(command), path});
            QVERIFY2((result.output + result.errors)
                         .contains(("/data/" + id + ": an id may have no slash").c_str()),
                     (command + result.output + result.errors).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestInfoCommand)
#include "tst_info_command.moc"
