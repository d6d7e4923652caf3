#include "engine/worker/probe.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/failure.h"
#include "tests/support/waiting.h"

using namespace engine;

/// The program that looks at files is a shell script here; tests/engine/cli has the real one.
class TestProbe : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_root;
    std::filesystem::path m_csd;

    /// A program that counts its runs and does `action`; its second argument is the file.
    std::filesystem::path program(const std::string& action)
    {
        const std::filesystem::path path = m_root / "program";
        std::ofstream(path) << "#!/bin/sh\necho run >> '" << (m_root / "runs").string() << "'\n"
                            << action << '\n';
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path;
    }

    std::size_t runs() const
    {
        std::ifstream file(m_root / "runs");
        return static_cast<std::size_t>(std::count(std::istreambuf_iterator(file), {}, '\n'));
    }

    /// The verdicts of a Prober with the cache folder `cache`.
    std::filesystem::path verdicts() const { return m_root / "cache" / "probed-4.json"; }

    std::string verdict(Prober& prober) const
    {
        return test::failureOf([&] { prober.check(m_csd); });
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = std::filesystem::canonical(m_folder->path().toStdString());
        m_csd = m_root / "f.csd";
        std::ofstream(m_csd) << "contents";
        std::filesystem::create_directory(m_root / "cache");
    }

    void aFileThatPassesMayBeOpened()
    {
        Prober prober(program("test \"$1\" = probe && test -f \"$2\""));
        QCOMPARE(verdict(prober), std::string());
    }

    void theChildIsToldWhereToLeaveTheIndex()
    {
        Prober prober(program("test \"$3\" = --index && mkdir \"$4\""), m_root / "cache");
        QCOMPARE(verdict(prober), std::string());
        QVERIFY(std::filesystem::exists(prober.indexFolder()));
    }

    void anotherFormatIsReadAsThat()
    {
        Prober prober(program("test \"$3\" = --as && test \"$4\" = mmsa"), m_root / "cache");
        QCOMPARE(test::failureOf([&] { prober.check(m_csd, "mmsa"); }), std::string());
        QVERIFY(verdict(prober) != ""); // what was said of it as tensors says nothing of it as a csd
        QCOMPARE(runs(), std::size_t(2));
    }

    void withoutACacheNoIndexIsLeft()
    {
        Prober prober(program("test $# = 2"));
        QCOMPARE(verdict(prober), std::string());
    }

    void aVerdictIsRememberedUntilTheFileChanges()
    {
        Prober prober(program("exit 0"));
        verdict(prober);
        verdict(prober);
        QCOMPARE(runs(), std::size_t(1));
        std::ofstream(m_csd) << "other contents";
        verdict(prober);
        QCOMPARE(runs(), std::size_t(2));
    }

    void whatWasBegunIsWaitedFor()
    {
        Prober prober(program("sleep 0.2; exit 0"));
        prober.begin(m_csd);
        prober.begin(m_csd);
        QCOMPARE(verdict(prober), std::string());
        prober.begin(m_csd); // it is known
        QCOMPARE(verdict(prober), std::string());
        QCOMPARE(runs(), std::size_t(1));
        prober.begin(m_root / "none.csd");
        QCOMPARE(runs(), std::size_t(1));
    }

    void whatWasBegunSaysWhatIsWrong()
    {
        Prober prober(program("echo 'data_invalid: '\"$2\"': /s/data is missing' >&2; exit 1"));
        prober.begin(m_csd);
        QVERIFY(verdict(prober).ends_with("/s/data is missing"));
        QCOMPARE(runs(), std::size_t(1));
    }

    void aFileThatChangedSinceItWasBegunIsExaminedAgain()
    {
        Prober prober(program("exit 0"));
        prober.begin(m_csd);
        QTRY_COMPARE(runs(), std::size_t(1));
        std::ofstream(m_csd) << "other contents";
        QCOMPARE(verdict(prober), std::string());
        QCOMPARE(runs(), std::size_t(2));
    }

    /// One child at a time, and none is left when nobody asks.
    void severalAreExaminedOneAfterTheOther()
    {
        std::vector<std::filesystem::path> files;
        for (const char* name : {"a.csd", "b.csd", "c.csd"})
            std::ofstream(files.emplace_back(m_root / name)) << name;
        const std::string busy = (m_root / "busy").string();
        {
            Prober prober(program("mkdir '" + busy + "' || exit 1; sleep 0.1; rmdir '" + busy + "'"));
            for (const std::filesystem::path& file : files)
                prober.begin(file);
            QCOMPARE(test::failureOf([&] { prober.check(files[1]); }), std::string());
            QCOMPARE(test::failureOf([&] { prober.check(files[0]); }), std::string());
        }
        QCOMPARE(runs(), std::size_t(3));
    }

    void aFileOfTheSameSizeIsKnownByItsTime()
    {
        Prober prober(program("exit 0"));
        verdict(prober);
        std::filesystem::last_write_time(m_csd,
                                         std::filesystem::last_write_time(m_csd) + std::chrono::seconds(1));
        verdict(prober);
        QCOMPARE(runs(), std::size_t(2));
    }

    void aVerdictIsRememberedBetweenRuns()
    {
        const auto path = program("echo 'data_invalid: '\"$2\"': /s/data is missing' >&2; exit 1");
        Prober first(path, m_root / "cache");
        const std::string failure = verdict(first);
        Prober second(path, m_root / "cache");
        QCOMPARE(verdict(second), failure);
        QCOMPARE(runs(), std::size_t(1));
    }

    void aCacheThatIsDamagedIsNoCache()
    {
        std::ofstream(verdicts()) << "{ not JSON";
        Prober prober(program("exit 0"), m_root / "cache");
        QCOMPARE(verdict(prober), std::string());
        QCOMPARE(runs(), std::size_t(1));
    }

    void aCacheOfOtherTypesIsNoCache()
    {
        const nlohmann::json cache{
            {m_csd.string(), {{"size", "big"}, {"modified", nlohmann::json::array()}}}};
        std::ofstream(verdicts()) << cache;
        Prober prober(program("exit 0"), m_root / "cache");
        QCOMPARE(verdict(prober), std::string());
    }

    void theMessageOfTheChildIsPassedOn()
    {
        Prober prober(program("echo 'not_hdf5: '\"$2\"': is cut off' >&2; exit 1"));
        QCOMPARE(verdict(prober), "not_hdf5: " + m_csd.string() + ": is cut off");
    }

    void theDeathOfTheChildIsTheMessage()
    {
        Prober prober(program("kill -SEGV $$"));
        const std::string failure = verdict(prober);
        QVERIFY2(failure.starts_with("data_invalid: " + m_csd.string() + ": is damaged: "), failure.c_str());
        QVERIFY2(failure.find("Segmentation fault") != std::string::npos, failure.c_str());
    }

    void limitsThatDidNotSufficeAreNoDamageAndNotRemembered_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("expected");
        QTest::newRow("time") << QStringLiteral("kill -XCPU $$")
                              << QStringLiteral(": examining it took longer than 3 s of processor time. ");
        QTest::newRow("memory") << QStringLiteral("echo 'needs_memory: '\"$2\"': …' >&2; exit 1")
                                << QStringLiteral(": examining it takes more than 400 MiB of memory. ");
    }

    void limitsThatDidNotSufficeAreNoDamageAndNotRemembered()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, expected);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        if (QLatin1String(QTest::currentDataTag()) == QLatin1String("memory"))
            QSKIP("AddressSanitizer takes more address space than any limit");
#endif
        Prober prober(program(action.toStdString()), m_root / "cache");
        const std::string failure = verdict(prober);
        QVERIFY2(failure.find(m_csd.string() + expected.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find("--trust") != std::string::npos, failure.c_str());
        QVERIFY2(failure.find("damaged") == std::string::npos, failure.c_str());
        verdict(prober);
        QCOMPARE(runs(), std::size_t(2));
        QVERIFY(!std::filesystem::exists(verdicts()));
    }

    void aDiskThatDoesNotAnswerIsNotWaitedForAndSaysNothingOfTheFile()
    {
        Prober prober(program("sleep 300"), m_root / "cache");
        prober.setPatience(std::chrono::seconds(1));
        const std::string failure = verdict(prober);
        QVERIFY2(failure.find("took_too_long") == 0 && failure.find("may not answer") != std::string::npos,
                 failure.c_str());
        QVERIFY(!std::filesystem::exists(verdicts()));
    }

    void aFileThatIsTrustedHasNoLimits()
    {
        Prober prober(program("test \"$(ulimit -t)\" = unlimited && test \"$(ulimit -v)\" = unlimited"));
        QVERIFY(verdict(prober) != "");
        std::filesystem::last_write_time(m_csd,
                                         std::filesystem::last_write_time(m_csd) + std::chrono::seconds(1));
        prober.setLimits(Prober::Limits::None);
        QCOMPARE(verdict(prober), std::string());
    }

    void aVerdictThatIsForgottenIsAskedForAgain()
    {
        Prober prober(program("exit 0"), m_root / "cache");
        verdict(prober);
        prober.forget(m_csd);
        Prober later(program("exit 0"), m_root / "cache");
        verdict(later);
        QCOMPARE(runs(), std::size_t(2));
    }

    /// A session that ends, a program of another processor, or one that was called in another way says
    /// nothing of the file.
    void whatSaysNothingOfTheFileIsNotRemembered_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ended") << QStringLiteral("kill -TERM $$")
                               << QStringLiteral("from outside (Terminated)");
        QTest::newRow("interrupted") << QStringLiteral("kill -INT $$")
                                     << QStringLiteral("from outside (Interrupt)");
        QTest::newRow("nothing") << QStringLiteral("exit 1") << QStringLiteral("could not be examined");
        QTest::newRow("another way") << QStringLiteral("echo 'unknown_option: '\"$2\"': …' >&2; exit 2")
                                     << QStringLiteral("could not be examined: unknown_option: ");
        QTest::newRow("no code") << QStringLiteral("echo 'this program: is none' >&2; exit 1")
                                 << QStringLiteral("could not be examined: this program: is none");
    }

    void whatSaysNothingOfTheFileIsNotRemembered()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, expected);
        Prober prober(program(action.toStdString()), m_root / "cache");
        const std::string failure = verdict(prober);
        QVERIFY2(failure.starts_with("not_examined: " + m_csd.string()), failure.c_str());
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find("damaged") == std::string::npos, failure.c_str());
        QVERIFY(!std::filesystem::exists(verdicts()));
        Prober later(program("exit 0"), m_root / "cache");
        QCOMPARE(verdict(later), std::string());
    }

    void whatIsNoProgramIsNotGivenToAShell()
    {
        const std::filesystem::path text = m_root / "text";
        std::ofstream(text) << "exit 0\n";
        std::filesystem::permissions(text, std::filesystem::perms::owner_all);
        Prober prober(text, m_root / "cache");
        const std::string failure = verdict(prober);
        QVERIFY2(failure.find("could not be run") != std::string::npos, failure.c_str());
    }

    void aFileThatIsNotThereNeedsNoChild()
    {
        Prober prober(program("exit 0"));
        QVERIFY(test::failureOf([&] { prober.check(m_root / "absent.csd"); }).starts_with("file_not_found"));
        QVERIFY(test::failureOf([&] { prober.check(m_root); }).starts_with("not_hdf5"));
        QCOMPARE(runs(), std::size_t(0));
    }

    void whatIsNoFileIsToldWhatWasExpected()
    {
        Prober prober(program("exit 0"));
        const std::string told = test::failureOf([&] { prober.check(m_root, "mmsa"); });
        QVERIFY2(told.find("'mmsa'") != std::string::npos && told.find(".csd") == std::string::npos,
                 told.c_str());
    }

    void aProgramThatIsMissingIsNotRemembered()
    {
        Prober prober(m_root / "no-program", m_root / "cache");
        const std::string failure = verdict(prober);
        QVERIFY2(failure.find("no-program: could not be run") != std::string::npos, failure.c_str());
        Prober other(program("exit 0"), m_root / "cache");
        QCOMPARE(verdict(other), std::string());
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
