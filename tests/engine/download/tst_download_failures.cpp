#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/support/downloads.h"
#include "tests/support/http_server.h"

using namespace engine;
using test::ServedFile;

/// What fails, what it says, and what is left: never a file of the final name.
class TestDownloadFailures : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_target;
    const std::string m_body = test::hdf5Like(100'000);

    static DownloadResult fetch(const Download& download, DownloadOptions options = test::inAHurry())
    {
        options.retries = 1;
        return downloadAll({&download, 1}, options).front();
    }
    static test::HttpServer::Handler replying(const std::string& status, const std::string& body = "no")
    {
        return [=](const auto&, auto& connection) { connection.reply(status, body); };
    }
    bool partIsKept() const { return std::filesystem::exists(m_target.string() + ".part"); }
    void failed(const DownloadResult& result, const std::string& beginning, const std::string& advice)
    {
        QCOMPARE(result.status, DownloadResult::Status::Failed);
        QVERIFY2(result.message.starts_with(beginning), result.message.c_str());
        QVERIFY2(result.message.find(advice) != std::string::npos, result.message.c_str());
        QVERIFY(!std::filesystem::exists(m_target));
    }

private slots:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_target = m_temporary->filePath(QStringLiteral("a.csd")).toStdString();
    }

    void aStatusIsNamedWithWhatToDo_data()
    {
        QTest::addColumn<std::string>("status");
        QTest::addColumn<std::string>("advice");
        QTest::addColumn<int>("requests");
        const auto row = [](const char* status, const char* advice, int requests) {
            QTest::newRow(status) << std::string(status) << std::string(advice) << requests;
        };
        row("401 Unauthorized",
            "does not let you have it (401). Check the address, and whether the dataset needs a "
            "registration.",
            1);
        row("403 Forbidden", "does not let you have it (403). Check", 1);
        row("404 Not Found",
            "has no such file (404). Check the base address, which the file's name is added to.", 1);
        row("410 Gone", "no such file (410)", 1);
        row("429 Too Many Requests", "asked too often (429); tried 2 times. Try again later", 2);
        row("500 Internal Server Error", "the server failed (500); tried 2 times. Try again later", 2);
        row("503 Service Unavailable", "(503); tried 2 times", 2);
        row("204 No Content", "answer is not a file (204). Check", 1);
        row("206 Partial Content", "answer is not a file (206).", 1);
    }

    void aStatusIsNamedWithWhatToDo()
    {
        QFETCH(const std::string, status);
        QFETCH(const std::string, advice);
        QFETCH(const int, requests);
        test::HttpServer server;
        server.on("/a.csd", {replying(status, status.starts_with("204") ? "" : "no")});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd") + ": ", advice);
        QCOMPARE(static_cast<int>(server.requests().size()), requests);
        QVERIFY(!partIsKept());
    }

    void aTextPageIsQuoted_data()
    {
        QTest::addColumn<std::string>("page");
        QTest::addColumn<std::string>("quoted");
        QTest::newRow("short") << std::string("\n  <html>\n<body>log in") << std::string(R"(text: "<html>")");
        QTest::newRow("long") << "<!DOCTYPE html>\r\n" + std::string(5000, 'x')
                              << std::string(R"(text: "<!DOCTYPE html>")");
        QTest::newRow("one endless line") << std::string(5000, 'x') << std::string("xxx…\"");
        QTest::newRow("binary") << std::string("PK\x03\x04\x00zip", 8)
                                << std::string("is not HDF5, but a ZIP archive. That is no");
        QTest::newRow("nothing") << std::string() << std::string("is empty");
    }

    void aTextPageIsQuoted()
    {
        QFETCH(const std::string, page);
        QFETCH(const std::string, quoted);
        test::HttpServer server;
        server.on("/a.csd", {replying("200 OK", page)});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd") + ": what the server sends is ",
               quoted);
        QVERIFY(!partIsKept());
    }

    void aTextPageDoesNotCostWhatCame()
    {
        ServedFile cut{m_body};
        cut.cutAfter = 60'000;
        cut.ranges = false;
        test::HttpServer server;
        server.on("/a.csd", {cut, replying("200 OK", "<html>maintenance")});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"), "maintenance");
        QCOMPARE(test::contents(m_target.string() + ".part"), m_body.substr(0, 60'000));
        server.on("/a.csd", {ServedFile{m_body}});
        QCOMPARE(fetch({server.url("/a.csd"), m_target}).status, DownloadResult::Status::Resumed);
        QVERIFY(test::contents(m_target) == m_body);
    }

    void theWrongSizeIsSeenBeforeItIsFetched()
    {
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        failed(fetch({server.url("/a.csd"), m_target, 99'999}), server.url("/a.csd"),
               "the server's file has 100000 bytes, the list says 99999. It is another version");
        QVERIFY(!partIsKept());
    }

    void theWrongSizeIsSeenAfterwardsWhenTheServerDoesNotSay()
    {
        ServedFile file{m_body};
        file.saysLength = false;
        test::HttpServer server;
        server.on("/a.csd", {file});
        failed(fetch({server.url("/a.csd"), m_target, 100'001}), server.url("/a.csd"),
               "has 100000 bytes, the list says 100001");
    }

    void theWrongSumIsNamed()
    {
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        failed(fetch({server.url("/a.csd"), m_target, {}, std::string(64, 'a')}), server.url("/a.csd"),
               "has the SHA-256 " + test::sumOf(m_body) + ", the list says aaaa");
        QVERIFY(!partIsKept());
    }

    void moreIsPromisedThanComes()
    {
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto&, auto& connection) {
                      connection.sendHead("200 OK", {"Content-Length: 100001", "ETag: \"v1\""});
                      connection.send(m_body);
                  }});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"),
               "the connection was cut after 100000 bytes of 100001 bytes; tried 2 times. What came so far "
               "is kept");
        QVERIFY(partIsKept());
    }

    void lessIsPromisedThanTheFileHas()
    {
        // A superblock of version 2 that says: the file ends after 1000 bytes.
        std::string file("\x89HDF\r\n\x1a\n\x02\x08\x08\x00", 12);
        file += std::string(8, '\0') + std::string(8, '\xff') + std::string("\xe8\x03\0\0\0\0\0\0", 8);
        file.resize(1000);
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto&, auto& connection) {
                      connection.sendHead("200 OK", {"Content-Length: 900"});
                      connection.send(file);
                  }});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"),
               "is cut off: it has 900 bytes and should have 1000");
    }

    void redirectionsThatLeadInACircleEnd()
    {
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto&, auto& connection) {
                      connection.reply("302 Found", "", {"Location: " + server.url("/a.csd")});
                  }});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"),
               "Maximum (10) redirects followed");
        QCOMPARE(server.requests().size(), std::size_t(11));
    }

    void aRedirectionToAFileOfThisMachineIsRefused()
    {
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto&, auto& connection) {
                      connection.reply("302 Found", "", {"Location: file:///etc/passwd"});
                  }});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"),
               "Protocol \"file\""); // not supported, or disabled, as the version of libcurl calls it
    }

    void whereNobodyListensIsSaidAtOnce()
    {
        std::string url;
        {
            const test::HttpServer gone;
            url = gone.url("/a.csd");
        }
        failed(fetch({url, m_target}),
               url + ": the server cannot be reached: ", "Check the address and the network.");
    }

    void aServerThatNeverAnswersIsGivenUp()
    {
        test::HttpServer server;
        server.on("/a.csd", {[](const auto&, auto& connection) { connection.stall(); }});
        failed(fetch({server.url("/a.csd"), m_target}), server.url("/a.csd"),
               "nothing came any more before there was an answer; tried 2 times. Try again later");
    }

    void aPasswordIsNotShown()
    {
        test::HttpServer server;
        std::string url = server.url("/a.csd");
        url.insert(url.find("127"), "ada:secret@");
        const DownloadResult result = fetch({url, m_target});
        failed(result, server.url("/a.csd"), "404");
        QVERIFY2(result.message.find("secret") == std::string::npos, result.message.c_str());
    }

    void aFileThatIsThereAndDisagreesIsLeftAlone_data()
    {
        QTest::addColumn<std::string>("there");
        QTest::addColumn<std::string>("complaint");
        QTest::newRow("other size") << m_body + "x" << std::string("has 100001 bytes and should have 100000");
        std::string other = m_body;
        other.back() ^= 1;
        QTest::newRow("other sum") << other << std::string("has the SHA-256 ");
        QTest::newRow("no HDF5") << std::string("<html>") << std::string("");
    }

    void aFileThatIsThereAndDisagreesIsLeftAlone()
    {
        QFETCH(const std::string, there);
        QFETCH(const std::string, complaint);
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        std::ofstream(m_target, std::ios::binary) << there;
        const DownloadResult result
            = fetch({server.url("/a.csd"), m_target, m_body.size(), test::sumOf(m_body)});
        QCOMPARE(result.status, DownloadResult::Status::Failed);
        QVERIFY2(result.message.starts_with(m_target.string() + ": is there already, but " + complaint),
                 result.message.c_str());
        QVERIFY2(result.message.ends_with("(--again)"), result.message.c_str());
        QVERIFY(test::contents(m_target) == there);
        QVERIFY(server.requests().empty());
    }

    void aFolderThatMayNotBeWrittenIsNamed()
    {
        test::HttpServer server;
        const auto folder = m_target.parent_path();
        std::filesystem::permissions(folder, std::filesystem::perms(0555));
        const uid_t user = geteuid();
        if (user == 0)
            QVERIFY(seteuid(65534) == 0); // who may write everywhere sees no read-only folders
        const DownloadResult result = fetch({server.url("/a.csd"), m_target});
        QVERIFY(seteuid(user) == 0);
        std::filesystem::permissions(folder, std::filesystem::perms(0755));
        failed(result,
               m_target.string() + ".part: cannot be written: ", "choose a folder that you may write to");
        QVERIFY(server.requests().empty());
    }

    void aFullDiskIsNamedAndNothingIsLost()
    {
        test::HttpServer server;
        server.on("/a.csd", {ServedFile{m_body}});
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{50'000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const DownloadResult result = fetch({server.url("/a.csd"), m_target});
        setrlimit(RLIMIT_FSIZE, &before);
        failed(result, m_target.string() + ".part: cannot be written: ", "make room and start again");
        QCOMPARE(fetch({server.url("/a.csd"), m_target}).status, DownloadResult::Status::Resumed);
        QVERIFY(test::contents(m_target) == m_body);
    }

    void moreThanTheDiskHoldsIsNotBegun()
    {
        test::HttpServer server;
        server.on("/a.csd", {[&](const auto&, auto& connection) {
                      connection.sendHead("200 OK", {"Content-Length: 9000000000000000"});
                      connection.send(m_body);
                      connection.stall();
                  }});
        failed(fetch({server.url("/a.csd"), m_target}), m_target.string() + ": the disk has room for ",
               "Make room");
        QVERIFY(!partIsKept());
    }

    void oneThatFailsDoesNotStopTheOthers()
    {
        test::HttpServer server;
        server.on("/b.csd", {ServedFile{m_body}});
        const std::vector<Download> downloads{{server.url("/a.csd"), m_target},
                                              {server.url("/b.csd"), m_target.parent_path() / "b.csd"}};
        DownloadOptions options = test::inAHurry();
        options.parallel = 1;
        const auto results = downloadAll(downloads, options);
        failed(results[0], server.url("/a.csd"), "404");
        QCOMPARE(results[1].status, DownloadResult::Status::Downloaded);
    }
};

QTEST_GUILESS_MAIN(TestDownloadFailures)
#include "tst_download_failures.moc"
