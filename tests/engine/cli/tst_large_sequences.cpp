#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <fmt/format.h>

#include "tests/support/cli.h"
#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

/// A sequence as large as word-aligned CMU-MOSEI: every command takes what is written. Times and memory are
/// measured by scripts/bench, not here.
class TestLargeSequences : public QObject {
    Q_OBJECT

    static constexpr std::size_t kEntries = 450'000;

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("aligned.csd"));

    static std::string id(std::size_t entry)
    {
        return fmt::format("a_video_of_this_corpus_{:05}[{:03}]", entry / 120, entry % 120);
    }

    static Entry entry(std::size_t number)
    {
        return {{ElementType::Float64, {{static_cast<double>(number), static_cast<double>(number) + 0.5}}},
                test::floats(2, {static_cast<float>(number % 1000), 1.0F})};
    }

    test::ProgramResult runOn(const char* command, const QStringList& more = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.path());
        return test::runProgram(QStringLiteral("polylogue-cli"),
                                QStringList{QLatin1String(command), m_file} + more, environment);
    }

private slots:
    void initTestCase()
    {
        CsdWriter writer(m_file.toStdString(), "aligned");
        for (std::size_t i = 0; i < kEntries; ++i) {
            const Entry written = entry(i);
            writer.add(id(i), written, digestOf(written));
        }
        writer.finish({{"root name", "aligned"}});
    }

    void itIsReadAsItWasWritten()
    {
        const CsdFile file(m_file.toStdString());
        QCOMPARE(file.ids().size(), kEntries);
        for (std::size_t i = 0; i < kEntries; i += 9973) {
            QVERIFY(file.entry(id(i)) == entry(i));
            QVERIFY(file.features(id(i)) == entry(i).features);
        }
        QVERIFY(test::failureOf([&] { file.entry("nobody"); }).find("no such id") != std::string::npos);
    }

    void commandsTakeIt_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("info") << QByteArray("info") << QByteArray("  ids          450000\n");
        QTest::newRow("info again") << QByteArray("info") << QByteArray("  rows         450000\n");
        QTest::newRow("validate") << QByteArray("validate") << QByteArray("");
        QTest::newRow("stats") << QByteArray("stats") << QByteArray("450000");
        QTest::newRow("probe") << QByteArray("probe") << QByteArray("");
    }

    void commandsTakeIt()
    {
        QFETCH(const QByteArray, command);
        QFETCH(const QByteArray, told);
        const auto result = runOn(command.constData());
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains(told), result.output.constData());
    }

    void aVerdictCanBeForgotten()
    {
        const auto result = runOn("probe", {QStringLiteral("--again")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains("may be opened"), result.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestLargeSequences)
#include "tst_large_sequences.moc"
