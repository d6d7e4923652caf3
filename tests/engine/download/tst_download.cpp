#include "engine/download/download.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "tests/support/downloads.h"
#include "tests/support/failure.h"
#include "tests/support/http_server.h"

using namespace engine;
using test::ServedFile;
using Status = DownloadResult::Status;

namespace {

constexpr std::chrono::seconds kPatience(150); // for what comes at once, when all is well

}

/// What goes well in the end.
class TestDownload : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_target;
    const std::string m_body = test::hdf5Like(1'000'000);

    DownloadResult fetch(const test::HttpServer& server, std::optional<std::string> sum = {},
                         const DownloadOptions& options = test::inAHurry())
    {
        const Download download{server.url("/a.csd"), m_target, {}, std::move(sum)};
        return downloadAll({&download, 1}, options).front();
    }
    /// Leaves `NAME.part` behind, as an interrupted process does.
    void fetchUntilCut(test::HttpServer& server, const ServedFile& file)
    {
        ServedFile cut = file;
        cut.cutAfter = 300'000;
        server.on("/a.csd", {cut});
        DownloadOptions options = test::inAHurry();
        options.retries = 0;
        QCOMPARE(fetch(server, {}, options).status, Status::Failed);
        QVERIFY(!std::filesystem::exists(m_target));
        QCOMPARE(test::contents(m_target.string() + ".part"), file.body.substr(0, 300'000));
    }
    void isComplete(const DownloadResult& result, Status status, const std::string& body)
    {
        QVERIFY2(result.message.empty(), result.message.c_str());
        QCOMPARE(result.status, status);
        QCOMPARE(result.bytes, std::uintmax_t(body.size()));
        QCOMPARE(result.sha256, test::sumOf(body));
        QVERIFY(test::contents(m_target) == body);
        QVERIFY(!std::filesystem::exists(m_target.string() + ".part"));
        QVERIFY(!std::filesystem::exists(m_target.string() + ".part.note"));
    }

private slots:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_target = m_temporary->filePath(QStringLiteral("deep/folder/a.csd")).toStdString();
    }

    void aFileArrivesWhole_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("a few bytes") << 9;
        QTest::newRow("less than is looked at first") << 500;
        QTest::newRow("a block") << 512;
        QTest::newRow("many blocks") << 3'000'000;
    }

    void aFileArrivesWhole()
    {
        QFETCH(const int, size);
        const std::string body = test::hdf5Like(static_cast<std::size_t>(size));
        m_target.replace_extension(".bin"); // nine bytes are no HDF5
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{body}});
        isComplete(fetch(server, test::sumOf(body)), Status::Downloaded, body);
        QVERIFY(server.requests()[0].header("user-agent").starts_with("polylogue/"));
    }

    void aServerThatDoesNotKnowTheLengthWillDo()
    {
        ServedFile file{m_body};
        file.saysLength = false;
        test::HttpServer server;
        server.on("/a.csd", {file});
        isComplete(fetch(server), Status::Downloaded, m_body);
    }

    void aCutConnectionIsJoinedExactly_data()
    {
        QTest::addColumn<int>("cutAfter");
        QTest::newRow("after the headers") << 0;
        QTest::newRow("after a byte") << 1;
        QTest::newRow("near the start") << 513;
        QTest::newRow("in the middle") << 400'001;
        QTest::newRow("before the last byte") << 999'999;
    }

    void aCutConnectionIsJoinedExactly()
    {
        QFETCH(const int, cutAfter);
        ServedFile cut{m_body};
        cut.cutAfter = static_cast<std::size_t>(cutAfter);
        test::HttpServer server;
        server.on("/a.csd", {cut, ServedFile{m_body}});
        const DownloadResult result = fetch(server);
        isComplete(result, cutAfter < 512 ? Status::Downloaded : Status::Resumed, m_body);
        QCOMPARE(server.requests().size(), std::size_t(2));
        QCOMPARE(server.requests()[1].header("if-range"), cutAfter < 512 ? std::string() : R"("v1")");
    }

    void aServerThatCutsAgainAndAgainIsOutlasted()
    {
        ServedFile cut{m_body};
        cut.cutAfter = 100'000; // ten times: more often than there are retries
        test::HttpServer server;
        server.on("/a.csd", {cut});
        isComplete(fetch(server), Status::Resumed, m_body);
    }

    void whatAnEarlierProcessBeganIsGoneOnWith()
    {
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body});
        server.on("/a.csd", {ServedFile{m_body}});
        isComplete(fetch(server), Status::Resumed, m_body);
        QCOMPARE(server.requests().back().from(), std::optional<std::size_t>(300'000));
    }

    void theDateWillDoWithoutAnETag()
    {
        const ServedFile file{m_body, "", "Fri, 20 Nov 2020 10:00:00 GMT"};
        test::HttpServer server;
        fetchUntilCut(server, file);
        server.on("/a.csd", {file});
        isComplete(fetch(server), Status::Resumed, m_body);
        QCOMPARE(server.requests().back().header("if-range"), file.lastModified);
    }

    void withoutETagAndDateNothingIsJoined()
    {
        const ServedFile file{m_body, ""};
        test::HttpServer server;
        fetchUntilCut(server, file);
        server.on("/a.csd", {file});
        isComplete(fetch(server), Status::Downloaded, m_body);
        QVERIFY(!server.requests().back().from());
    }

    void withoutETagAndDateTheSumTells()
    {
        const ServedFile file{m_body, ""};
        test::HttpServer server;
        fetchUntilCut(server, file);
        server.on("/a.csd", {file});
        isComplete(fetch(server, test::sumOf(m_body)), Status::Resumed, m_body);
    }

    void versionsThatOnlyTheSumTellsApartAreNotJoined()
    {
        const std::string newer = test::hdf5Like(1'000'000, 2);
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body, ""});
        server.on("/a.csd", {ServedFile{newer, ""}});
        isComplete(fetch(server, test::sumOf(newer)), Status::Downloaded, newer);
    }

    void aFileThatChangedMeanwhileIsFetchedAnew()
    {
        const std::string newer = test::hdf5Like(1'200'000, 2);
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body});
        server.on("/a.csd", {ServedFile{newer, R"("v2")"}});
        isComplete(fetch(server), Status::Downloaded, newer);
    }

    void aServerThatIgnoresIfRangeCannotMixVersions()
    {
        const ServedFile newer{test::hdf5Like(1'000'000, 2), R"("v2")"};
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body});
        const auto careless = [&](test::HttpServerRequest request, test::HttpServerConnection& connection) {
            request.headers.erase("if-range");
            newer(request, connection);
        };
        server.on("/a.csd", {careless});
        isComplete(fetch(server), Status::Downloaded, newer.body);
    }

    void aServerWithoutRangesSendsAllAgain()
    {
        ServedFile file{m_body};
        file.ranges = false;
        test::HttpServer server;
        fetchUntilCut(server, file);
        server.on("/a.csd", {file});
        isComplete(fetch(server), Status::Downloaded, m_body);
    }

    void anotherAddressIsAnotherFile()
    {
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body});
        server.on("/b.csd", {ServedFile{m_body}});
        const Download other{server.url("/b.csd"), m_target};
        isComplete(downloadAll({&other, 1}).front(), Status::Downloaded, m_body);
        QVERIFY(!server.requests().back().from());
    }

    void aProcessKilledBeforeTheLastStepNeedsNoServer()
    {
        test::HttpServer server;
        fetchUntilCut(server, ServedFile{m_body});
        std::ofstream(m_target.string() + ".part", std::ios::binary) << m_body;
        const std::size_t before = server.requests().size();
        isComplete(fetch(server), Status::Resumed, m_body);
        QCOMPARE(server.requests().size(), before);
    }

    void aFailingServerIsAskedAgain()
    {
        test::HttpServer server;
        const auto failing = [](const auto&, auto& connection) { connection.reply("500 Oops", "sorry"); };
        server.on("/a.csd", {failing, failing, ServedFile{m_body}});
        isComplete(fetch(server), Status::Downloaded, m_body);
        QCOMPARE(server.requests().size(), std::size_t(3));
    }

    void aStalledConnectionIsGoneOnWith()
    {
        ServedFile stalled{m_body};
        stalled.cutAfter = 400'000;
        stalled.stalls = true;
        test::HttpServer server;
        server.on("/a.csd", {stalled, ServedFile{m_body}});
        isComplete(fetch(server), Status::Resumed, m_body);
    }

    void aStallIsNoticedOnAConnectionThatServedBefore()
    {
        ServedFile first{m_body};
        first.keepsOpen = true;
        ServedFile stalled{m_body};
        stalled.cutAfter = 400'000;
        stalled.stalls = true;
        test::HttpServer server;
        server.on("/first.csd", {first});
        server.on("/a.csd", {stalled, ServedFile{m_body}});
        const std::vector<Download> downloads{
            {server.url("/first.csd"), m_target.parent_path() / "first.csd"},
            {server.url("/a.csd"), m_target}};
        DownloadOptions options = test::inAHurry();
        options.parallel = 1;
        isComplete(downloadAll(downloads, options)[1], Status::Resumed, m_body);
    }

    void redirectionsAreFollowed()
    {
        test::HttpServer server;
        const auto redirect = [&](const auto&, auto& connection) {
            connection.reply("302 Found", "elsewhere", {"Location: " + server.url("/b.csd")});
        };
        server.on("/a.csd", {redirect});
        server.on("/b.csd", {ServedFile{m_body}});
        isComplete(fetch(server), Status::Downloaded, m_body);
    }

    void aCompleteFileIsNotFetched_data()
    {
        QTest::addColumn<bool>("sizeIsKnown");
        QTest::addColumn<bool>("sumIsKnown");
        QTest::newRow("size and sum") << true << true;
        QTest::newRow("size") << true << false;
        QTest::newRow("nothing") << false << false;
    }

    void aCompleteFileIsNotFetched()
    {
        QFETCH(const bool, sizeIsKnown);
        QFETCH(const bool, sumIsKnown);
        test::HttpServer server;
        std::filesystem::create_directories(m_target.parent_path());
        std::ofstream(m_target, std::ios::binary) << m_body;
        Download download{server.url("/a.csd"), m_target};
        if (sizeIsKnown)
            download.size = m_body.size();
        if (sumIsKnown)
            download.sha256 = test::sumOf(m_body);
        isComplete(downloadAll({&download, 1}).front(), Status::AlreadyThere, m_body);
        QVERIFY(server.requests().empty());
    }

    void aFileThatDisagreesIsFetchedAgainWhenAsked()
    {
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        std::filesystem::create_directories(m_target.parent_path());
        std::ofstream(m_target, std::ios::binary) << test::hdf5Like(1000, 3);
        DownloadOptions options = test::inAHurry();
        options.again = true;
        isComplete(fetch(server, test::sumOf(m_body), options), Status::Downloaded, m_body);
        isComplete(fetch(server, test::sumOf(m_body), options), Status::AlreadyThere, m_body);
        isComplete(fetch(server, {}, options), Status::Downloaded, m_body);
    }

    void severalFilesComeAtATime()
    {
        test::HttpServer server;
        constexpr int parallel = 3;
        std::mutex mutex;
        std::condition_variable came;
        int open = 0;
        int mostOpen = 0;
        std::vector<Download> downloads;
        for (unsigned i = 0; i < 9; ++i) {
            const ServedFile file{test::hdf5Like(10'000 + i, i + 1)};
            const std::string path = "/" + std::to_string(i) + ".csd";
            server.on(path, {[&, file](const auto& request, auto& connection) {
                          {
                              std::unique_lock lock(mutex);
                              mostOpen = std::max(mostOpen, ++open);
                              came.notify_all();
                              came.wait_for(lock, kPatience, [&] { return mostOpen >= parallel; });
                          }
                          QTest::qSleep(30); // time for one too many to come, were there one
                          file(request, connection);
                          const std::scoped_lock lock(mutex);
                          --open;
                      }});
            downloads.push_back({server.url(path), m_target.parent_path() / path.substr(1), 10'000 + i,
                                 test::sumOf(file.body)});
        }
        DownloadOptions options;
        options.parallel = parallel;
        for (const DownloadResult& result : downloadAll(downloads, options))
            QVERIFY2(result.status == Status::Downloaded, result.message.c_str());
        QCOMPARE(mostOpen, parallel);
    }

    void progressIsToldInBytes()
    {
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        const Download download{server.url("/a.csd"), m_target};
        std::uintmax_t last = 0;
        bool rises = true;
        DownloadEvents events;
        events.progress = [&](std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total) {
            rises = rises && index == 0 && done >= last && total == m_body.size();
            last = done;
        };
        downloadAll({&download, 1}, {}, events);
        QVERIFY(rises);
        QCOMPARE(last, std::uintmax_t(m_body.size()));
    }

    void stoppingKeepsWhatCame()
    {
        ServedFile stalled{m_body};
        stalled.cutAfter = 400'000;
        stalled.stalls = true;
        test::HttpServer server;
        server.on("/a.csd", {stalled, ServedFile{m_body}});
        std::stop_source stop;
        DownloadEvents events;
        events.progress = [&](std::size_t, std::uintmax_t done, std::optional<std::uintmax_t>) {
            if (done == 400'000)
                stop.request_stop();
        };
        const Download download{server.url("/a.csd"), m_target};
        QElapsedTimer timer;
        timer.start();
        const std::string failure = test::failureOf([&] {
            downloadAll({&download, 1}, DownloadOptions{}, events, stop.get_token());
        });
        QVERIFY2(failure.starts_with("cancelled"), failure.c_str());
        QVERIFY2(timer.elapsed() < 2000, "stopping does not wait for a time-out");
        isComplete(fetch(server), Status::Resumed, m_body);
    }

    void twoFetchersOfOneFileDoNotMeet()
    {
        std::mutex mutex;
        std::condition_variable told;
        std::vector<std::string> notices;
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto& request, auto& connection) {
                      {
                          std::unique_lock lock(mutex); // until the other one finds it locked
                          told.wait_for(lock, kPatience, [&] { return !notices.empty(); });
                      }
                      ServedFile{m_body}(request, connection);
                  }});
        const std::vector<Download> twice(2, Download{server.url("/a.csd"), m_target});
        DownloadEvents events;
        events.notice = [&](std::size_t, const std::string& text) {
            const std::scoped_lock lock(mutex);
            notices.push_back(text);
            told.notify_all();
        };
        const std::vector<DownloadResult> results = downloadAll(twice, test::inAHurry(), events);
        const bool firstCame = results[0].status == Status::Downloaded;
        isComplete(results[firstCame ? 0 : 1], Status::Downloaded, m_body);
        isComplete(results[firstCame ? 1 : 0], Status::AlreadyThere, m_body);
        QCOMPARE(notices, std::vector<std::string>{"another process is fetching it; waiting for that"});
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    void nothingToFetchIsDone() { QVERIFY(downloadAll({}).empty()); }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
