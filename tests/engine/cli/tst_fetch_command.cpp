#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/downloads.h"
#include "tests/support/http_server.h"
#include "tests/support/program.h"
#include "tests/support/sequences.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::ServedFile;

class TestFetchCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_root;
    QProcessEnvironment m_environment;
    std::string m_words; ///< a whole csd

    QString path(const char* name) const { return m_temporary->filePath(QLatin1String(name)); }
    void write(const char* name, const std::string& text)
    {
        std::filesystem::create_directories((m_root / name).parent_path());
        std::ofstream(m_root / name, std::ios::binary) << text;
    }
    /// The text with the value in place of its `@`.
    static std::string filled(std::string text, const std::string& value)
    {
        return text.replace(text.find('@'), 1, value);
    }
    QStringList call(const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("fetch"), path("list.json"), QStringLiteral("--out"), path("out")}
        + more;
    }
    static QStringList from(const test::HttpServer& server)
    {
        return {QStringLiteral("--from"), QString::fromStdString(server.url("/base"))};
    }
    test::ProgramResult run(const QStringList& arguments) const
    {
        return test::runProgram(QStringLiteral("polylogue-cli"), arguments, m_environment);
    }
    DatasetList fetched() const { return readDatasetList(m_root / "out/dataset.json"); }

private slots:
    void initTestCase()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("words.csd")).toStdString();
        std::vector<Interval> intervals;
        for (int i = 0; i < 5000; ++i)
            intervals.push_back({0.1 * i, 0.1 * i + 0.1});
        writeCsd(test::sequence("words", {{"v", test::numbered(intervals)}}), file);
        m_words = test::contents(file);
    }
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_root = m_temporary->path().toStdString();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
        m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), path("cache"));
        m_environment.remove(QStringLiteral("POLYLOGUE_DATASETS"));
        write("list.json", R"({"name": "Mine", "id": "mine", "sequences": [
            {"group": "raw", "name": "words", "file": "my words.csd"},
            {"group": "labels", "name": "labels", "file": "deep/labels.csd"}],
            "folds": {"train": ["v"], "test": ["w"]}, "citations": ["ada2020"]})");
    }

    void aFetchedFolderIsADataset()
    {
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        server.on("/base/deep/labels.csd", {ServedFile{test::hdf5Like(1000)}});
        const auto result = run(call(from(server)));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
        QVERIFY2(result.output.startsWith("downloaded     words  my words.csd  0.")
                     && result.output.count('\n') == 3,
                 result.output.constData());
        const DatasetList list = fetched();
        QCOMPARE(list.name, std::string("Mine"));
        QCOMPARE(list.foldOf("w"), std::optional<std::string>("test"));
        QCOMPARE(list.more.dump(), std::string(R"({"citations":["ada2020"]})"));
        QCOMPARE(list.sequence("words")->file, m_root / "out/my words.csd");
        QCOMPARE(list.sequence("words")->facts.size, std::optional<std::uintmax_t>(m_words.size()));
        QCOMPARE(list.sequence("words")->facts.sha256, std::optional(test::sumOf(m_words)));
        QVERIFY(test::contents(list.sequence("words")->file) == m_words);

        const auto again = run(call(from(server)));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.output.count("already there  "), 2);
        QCOMPARE(server.requests().size(), std::size_t(2));
    }

    void onlySomeFilesCanBeAskedFor()
    {
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        server.on("/base/deep/labels.csd", {ServedFile{test::hdf5Like(1000)}});
        QCOMPARE(
            run(call(from(server) + QStringList{QStringLiteral("--only"), QStringLiteral("words")})).exitCode,
            0);
        QVERIFY(fetched().sequence("words") && !fetched().sequence("labels"));
        QCOMPARE(run(call(from(server) + QStringList{QStringLiteral("--only"), QStringLiteral("labels")}))
                     .exitCode,
                 0);
        QVERIFY(fetched().sequence("words")->facts.sha256 && fetched().sequence("labels")->facts.sha256);
    }

    void aPageIsNoMedia()
    {
        write("list.json", R"({"name": "Mine", "id": "mine", "media": [{"id": "v", "file": "v.mp4"}]})");
        test::HttpServer server;
        server.on("/base/v.mp4", {ServedFile{"<!DOCTYPE html><title>Log in</title>"}});
        const auto result = run(call(from(server)));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("what the server sends is not sound or video, but text: "
                                        "\"<!DOCTYPE html><title>Log in</title>\""),
                 result.errors.constData());
        QVERIFY(!std::filesystem::exists(m_root / "out/v.mp4"));
        QVERIFY(!std::filesystem::exists(m_root / "out/dataset.json"));
    }

    void aFileCannotHaveTheNameOfTheList()
    {
        write("list.json", R"({"name": "Mine", "sequences": [{"name": "w", "file": "dataset.json"}]})");
        test::HttpServer server;
        const auto result = run(call(from(server)));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("has the name of the list that is written beside the files"),
                 result.errors.constData());
        QVERIFY(server.requests().empty());
    }

    void noLinkLeadsOutside_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("to");
        QTest::newRow("a folder") << QStringLiteral("deep") << QStringLiteral("outside");
        QTest::newRow("a file") << QStringLiteral("my words.csd") << QStringLiteral("outside/words.csd");
        QTest::newRow("a file that is not there") << QStringLiteral("my words.csd") << QStringLiteral("none");
        QTest::newRow("what came so far")
            << QStringLiteral("my words.csd.part") << QStringLiteral("outside/words.csd");
    }

    void noLinkLeadsOutside()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, to);
        write("outside/words.csd", "of the user");
        std::filesystem::create_directory(m_root / "out");
        std::filesystem::create_symlink(m_root / to.toStdString(), m_root / "out" / link.toStdString());
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        server.on("/base/deep/labels.csd", {ServedFile{test::hdf5Like(1000)}});
        const auto result = run(call(from(server)));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("is a link"), result.errors.constData());
        QCOMPARE(test::contents(m_root / "outside/words.csd"), std::string("of the user"));
        QVERIFY(!std::filesystem::exists(m_root / "outside/labels.csd"));
        QVERIFY(!std::filesystem::exists(m_root / "none"));
    }

    void aLinkWithinTheFolderIsFollowed()
    {
        std::filesystem::create_directories(m_root / "out/elsewhere");
        std::filesystem::create_symlink("elsewhere", m_root / "out/deep");
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        server.on("/base/deep/labels.csd", {ServedFile{test::hdf5Like(1000)}});
        const auto result = run(call(from(server)));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(std::filesystem::exists(m_root / "out/elsewhere/labels.csd"));
    }

    void aFailureNamesItsFileAndKeepsTheOthers()
    {
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        const auto result = run(call(from(server)));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.output.contains("failed         labels  deep/labels.csd\n"),
                 result.output.constData());
        QVERIFY2(result.errors.contains("/base/deep/labels.csd: the server has no such file (404)")
                     && result.errors.contains("1 of 2 files failed"),
                 result.errors.constData());
        QVERIFY(test::contents(m_root / "out/my words.csd") == m_words);
        QVERIFY(!std::filesystem::exists(m_root / "out/dataset.json"));
    }

    void machinesGetJson()
    {
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        const auto result = run(call(from(server) + QStringList{QStringLiteral("--json")}));
        QCOMPARE(result.exitCode, 1);
        const auto json = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(json.at("files").at(0).at("status").get<std::string>(), std::string("downloaded"));
        QCOMPARE(json.at("files").at(0).at("sha256").get<std::string>(), test::sumOf(m_words));
        QCOMPARE(json.at("files").at(1).at("status").get<std::string>(), std::string("failed"));
        QVERIFY(json.at("files").at(1).at("message").get<std::string>().find("404") != std::string::npos);
    }

    void aKilledFetchIsGoneOnWith()
    {
        ServedFile stalled{m_words};
        stalled.cutAfter = 50'000;
        stalled.stalls = true;
        test::HttpServer server;
        server.on("/base/my%20words.csd", {stalled, ServedFile{m_words}});
        const QStringList arguments
            = call(from(server) + QStringList{QStringLiteral("--only"), QStringLiteral("words")});
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(PROGRAMS "/polylogue-cli"), arguments);
        const std::filesystem::path part = m_root / "out/my words.csd.part";
        QTRY_VERIFY(std::filesystem::exists(part) && std::filesystem::file_size(part) == 50'000);
        process.kill();
        process.waitForFinished(support::kPatience);
        QVERIFY(!std::filesystem::exists(m_root / "out/my words.csd"));

        const auto result = run(arguments);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith("resumed "), result.output.constData());
        QVERIFY(test::contents(m_root / "out/my words.csd") == m_words);
        QCOMPARE(server.requests().back().from(), std::optional<std::size_t>(50'000));
    }

    void theAddressComesFromThreePlaces_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"--from", "environment", "settings"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }

    void theAddressComesFromThreePlaces()
    {
        QFETCH(const QString, place);
        test::HttpServer server;
        server.on("/mine/raw/my%20words.csd", {ServedFile{m_words}});
        const QString right = QString::fromStdString(server.url("/{id}/{group}/"));
        const QString wrong = QString::fromStdString(server.url("/wrong"));
        const auto settings
            = [](const QString& base) { return filled(R"({"datasets_base": "@"})", base.toStdString()); };
        QStringList arguments = call({QStringLiteral("--only"), QStringLiteral("words")});
        if (place == QLatin1String("--from")) {
            arguments += {QStringLiteral("--from"), right};
            m_environment.insert(QStringLiteral("POLYLOGUE_DATASETS"), wrong);
        } else if (place == QLatin1String("environment")) {
            m_environment.insert(QStringLiteral("POLYLOGUE_DATASETS"), right);
            write("config/polylogue/settings.json", settings(wrong));
        } else {
            write("config/polylogue/settings.json", settings(right));
        }
        const auto result = run(arguments);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    void aFilesOwnAddressGoesFirst()
    {
        test::HttpServer server;
        server.on("/own", {ServedFile{m_words}});
        write(
            "list.json",
            filled(R"({"sequences": [{"name": "words", "file": "w.csd", "url": "@"}]})", server.url("/own")));
        const auto result = run(call());
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    void aStandardDatasetIsKnownByItsId()
    {
        test::HttpServer server;
        server.on("/base/CMU_MOSI_TimestampedWords.csd", {ServedFile{m_words}});
        const auto result
            = run(QStringList{QStringLiteral("fetch"), QStringLiteral("cmu_mosi"), QStringLiteral("--out"),
                              path("out"), QStringLiteral("--only"), QStringLiteral("words")}
                  + from(server));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(fetched().id, std::optional<std::string>("cmu_mosi"));
        QCOMPARE(fetched().folds.at("train").size(), std::size_t(52));
    }

    void aWrongCallSaysWhatWouldBeRight_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("more");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* dataset, const char* more, const char* said) {
            QTest::newRow(name) << QString::fromLatin1(dataset) << QString::fromLatin1(more)
                                << QByteArray(said);
        };
        row("no address", "cmu_mosi", "",
            "--from BASE, in the environment as POLYLOGUE_DATASETS, or as \"datasets_base\" in ");
        row("unknown dataset", "mosi", "--from http://localhost",
            "There are cmu_mosei, cmu_mosi, pom, socialiq");
        row("unknown key", "pom", "--from http://localhost --only word",
            "POM has nothing called 'word'. It has: words,");
        row("other protocol", "pom", "--from file:///tmp", "begin with http:// or https://");
        row("no file at a time", "pom", "--from http://localhost --jobs 0", "--jobs");
    }

    void aWrongCallSaysWhatWouldBeRight()
    {
        QFETCH(const QString, dataset);
        QFETCH(const QString, more);
        QFETCH(const QByteArray, said);
        const auto result
            = run(QStringList{QStringLiteral("fetch"), dataset, QStringLiteral("--out"), path("out")}
                  + more.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(said), result.errors.constData());
        QVERIFY(result.output.isEmpty());
        QVERIFY(!std::filesystem::exists(m_root / "out"));
    }

    void twoDatasetsDoNotShareAFolder()
    {
        write("out/dataset.json", R"({"name": "POM", "id": "pom"})");
        const auto result = run(call({QStringLiteral("--from"), QStringLiteral("http://localhost")}));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("is a list of POM; fetch Mine into another folder."),
                 result.errors.constData());
    }

    void whatTheFoldersListSaysIsKept()
    {
        test::HttpServer server;
        server.on("/base/my%20words.csd", {ServedFile{m_words}});
        write("out/own.csd", test::hdf5Like(100));
        write("out/dataset.json", R"({"sequences": [{"name": "own", "file": "own.csd"},
            {"name": "CMU words", "file": "my words.csd"}], "folds": {"train": ["mine"]}})");
        QCOMPARE(
            run(call(from(server) + QStringList{QStringLiteral("--only"), QStringLiteral("words")})).exitCode,
            0);
        const DatasetList list = fetched();
        QCOMPARE(list.sequences.size(), std::size_t(2));
        QVERIFY(list.sequence("own")->facts.sha256 && list.sequence("words"));
        QCOMPARE(list.foldOf("mine"), std::optional<std::string>("train"));
    }

    void aListCannotWriteOutsideTheFolder_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("above") << QByteArray("../evil.csd");
        QTest::newRow("above, hidden") << QByteArray("a/../../evil.csd");
        QTest::newRow("absolute") << QByteArray("/tmp/evil.csd");
    }

    void aListCannotWriteOutsideTheFolder()
    {
        QFETCH(const QByteArray, file);
        write("list.json", filled(R"({"sequences": [{"name": "words", "file": "@"}]})", file.toStdString()));
        const auto result = run(call({QStringLiteral("--from"), QStringLiteral("http://localhost")}));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("evil.csd: lies outside the folder of its list"),
                 result.errors.constData());
    }

    void settingsThatCannotBeReadAreNamed()
    {
        write("config/polylogue/settings.json", R"({"datasets_base": 3})");
        const auto result = run(call());
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("settings_invalid: ") && result.errors.contains("settings.json"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "tst_fetch_command.moc"
