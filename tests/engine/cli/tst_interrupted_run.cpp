#include "engine/sequences/csd_writer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"
#include "tests/support/waiting.h"

using namespace engine;

namespace fs = std::filesystem;

/// What a run that cannot finish leaves behind.
class TestInterruptedRun : public QObject {
    Q_OBJECT

    using Files = std::map<std::string, std::string>;

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    QString m_program = QStringLiteral(PROGRAMS "/polylogue-cli");

    static std::string bytesOf(const fs::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static Files filesIn(const fs::path& folder)
    {
        Files files;
        for (const auto& item : fs::directory_iterator(folder))
            files[item.path().filename().string()] = bytesOf(item.path());
        return files;
    }

    void writeSequence(const std::string& name, std::size_t rows, std::size_t width) const
    {
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", name}});
        std::vector<Interval> intervals(rows);
        for (std::size_t row = 0; row < rows; ++row)
            intervals[row] = {10.0 * static_cast<double>(row) / static_cast<double>(rows),
                              10.0 * static_cast<double>(row + 1) / static_cast<double>(rows)};
        for (int video = 0; video < 40; ++video)
            sequence.put("video_" + std::to_string(video),
                         {{ElementType::Float64, intervals},
                          test::floats(width, std::vector<float>(rows * width, 0.5F))});
        writeCsd(sequence, m_root / "in" / (name + ".csd"));
    }

    /// A recipe that aligns features to words; its title makes the result another.
    QStringList call(const QString& out,
                     const std::string& step = R"({"op": "align", "reference": "words"})") const
    {
        std::ofstream(m_root / "in" / "recipe.json")
            << R"({"load": [{"name": "words", "file": "words.csd"}, {"name": "sound", "file": "sound.csd"}],
                   "steps": [)"
            << step << R"(], "output": "sequences"})";
        return {QStringLiteral("run"), QString::fromStdString((m_root / "in" / "recipe.json").string()),
                QStringLiteral("--out"), out};
    }

    QString out() const { return QString::fromStdString((m_root / "out").string()); }

    test::ProgramResult withLimitOnFiles(int kibibytes, const QStringList& arguments) const
    {
        // What a full disk does, without one: writing fails; the signal that comes with it is ignored.
        const QString script = QStringLiteral("trap '' XFSZ; ulimit -f %1; exec \"$@\"").arg(kibibytes * 2);
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
                      QStringList{QStringLiteral("-c"), script, QStringLiteral("sh"), m_program} + arguments);
        process.waitForFinished(support::kPatience);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        fs::create_directory(m_root / "in");
        writeSequence("words", 30, 4);
        writeSequence("sound", 400, 30);
        qputenv("XDG_CACHE_HOME", m_folder->path().toUtf8());
    }

    void aFullDiskLeavesOnlyTheReason()
    {
        const QStringList arguments = call(out());
        const Files inputs = filesIn(m_root / "in");
        const auto result = withLimitOnFiles(512, arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("/out/sound.csd: cannot be written (is the disk full?)"),
                 result.errors.constData());
        QCOMPARE(QDir(out()).entryList(QDir::Files), QStringList{QStringLiteral("error.json")});
        QVERIFY(filesIn(m_root / "in") == inputs);
    }

    /// Under other names: a result beside error.json is not to be taken for one of the run that failed.
    void aFullDiskLeavesEarlierResults()
    {
        QCOMPARE(test::runCli(call(out())).exitCode, 0);
        Files before = filesIn(m_root / "out");
        const auto result = withLimitOnFiles(512, call(out(), R"({"op": "unify"})"));
        QCOMPARE(result.exitCode, 1);
        Files after = filesIn(m_root / "out");
        QCOMPARE(after.erase("error.json"), std::size_t(1));
        QVERIFY(!before.empty());
        for (const auto& [name, bytes] : before) {
            if (name.starts_with('.'))
                continue;
            QVERIFY2(!after.contains(name), name.c_str());
            QVERIFY2(after.contains(name + ".earlier") && after.at(name + ".earlier") == bytes, name.c_str());
        }
    }

    void aFolderThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("nobody may write there") << QStringLiteral("/sys");
        QTest::newRow("nobody may make it") << QStringLiteral("/sys/results");
        QTest::newRow("below a file") << QStringLiteral("/dev/null/results");
    }

    void aFolderThatCannotBeWrittenIsNamed()
    {
        QFETCH(const QString, folder);
        const QStringList arguments = call(folder);
        const Files inputs = filesIn(m_root / "in");
        const auto result = test::runCli(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("io: " + folder.toUtf8()), result.errors.constData());
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY(filesIn(m_root / "in") == inputs);
    }

    void afterAKillEveryResultIsTheOldOrTheNewOne()
    {
        const QStringList first = call(out());
        QCOMPARE(test::runCli(first).exitCode, 0);
        const Files old = filesIn(m_root / "out");
        const QStringList second = call(out(), R"({"op": "unify"})");
        QElapsedTimer watch;
        watch.start();
        const QString elsewhere = QString::fromStdString((m_root / "new").string());
        QStringList there = second;
        there.back() = elsewhere;
        QCOMPARE(test::runCli(there).exitCode, 0);
        const auto whole = static_cast<int>(watch.elapsed());
        const Files fresh = filesIn(m_root / "new");
        const Files inputs = filesIn(m_root / "in");
        QVERIFY(fresh != old);

        constexpr int moments = 12;
        int leftSomething = 0;
        for (int moment = 1; moment <= moments; ++moment) {
            fs::remove_all(m_root / "out");
            fs::create_directory(m_root / "out");
            for (const auto& [name, bytes] : old)
                std::ofstream(m_root / "out" / name, std::ios::binary) << bytes;
            QProcess process;
            process.start(m_program, second);
            QVERIFY(process.waitForStarted(support::kPatience));
            QTest::qSleep(whole * moment / moments); // when it is killed, not what it is waited for
            process.kill();
            process.waitForFinished(support::kPatience);
            for (const auto& [name, bytes] : filesIn(m_root / "out")) {
                if (name.ends_with(".part"))
                    ++leftSomething;
                else
                    QVERIFY2(bytes == old.at(name) || bytes == fresh.at(name), name.c_str());
            }
            QVERIFY(filesIn(m_root / "in") == inputs);
        }
        if (leftSomething == 0)
            qWarning("no kill came while files were written");
        QCOMPARE(test::runCli(second).exitCode, 0);
        QVERIFY(filesIn(m_root / "out") == fresh); // what was left is gone
    }
};

QTEST_GUILESS_MAIN(TestInterruptedRun)
#include "tst_interrupted_run.moc"
