#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"
#include "tests/support/waiting.h"

using namespace engine;

class TestAlignCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;

    /// Aligns words, acoustic and visual features of the demo.
    test::ProgramResult align(const QStringList& more) const
    {
        return test::runCli(QStringList{QStringLiteral("align"), QStringLiteral("--out"), m_out,
                                        QStringLiteral("--sequences"), test::demo("words.csd"),
                                        test::demo("acoustic.csd"), test::demo("visual.csd")}
                            + more);
    }

    CsdFile written(const char* name) const
    {
        return CsdFile((m_out + u'/' + QLatin1String(name)).toStdString());
    }

    QStringList filesWritten() const { return QDir(m_out).entryList(QDir::Files); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_out = m_folder->filePath(QStringLiteral("made/for/it"));
    }

    void everyWordGetsOneRow()
    {
        const auto result = align({QStringLiteral("--reference"), QStringLiteral("words"),
                                   QStringLiteral("--collapse"), QStringLiteral("mean_or_passthrough"),
                                   QStringLiteral("--impute"), QStringLiteral("zeros")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(filesWritten(),
                 (QStringList{QStringLiteral("acoustic.csd"), QStringLiteral("visual.csd"),
                              QStringLiteral("words.csd")}));
        const CsdFile words = written("words.csd");
        const CsdFile acoustic = written("acoustic.csd");
        QCOMPARE(words.ids().size(), std::size_t(1350));
        QCOMPARE(acoustic.ids(), words.ids());
        QCOMPARE(words.ids().front(), std::string("ada_1[0]"));
        QCOMPARE(acoustic.shape("ada_1[0]").features, (std::vector<std::size_t>{1, 31}));
        QCOMPARE(acoustic.shape("ada_1[0]").featureType, ElementType::Float32);
        QVERIFY(result.output.contains("acoustic: 1350 entries, 1350 rows"));
    }

    void withoutCollapseAllRowsAreKept()
    {
        const auto result = align({QStringLiteral("--reference"), QStringLiteral("words")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(written("acoustic.csd").shape("ada_1[0]").features.front() > 1);
    }

    void intervalsMayBeMade_data()
    {
        QTest::addColumn<QStringList>("reference");
        QTest::addColumn<Interval>("second"); // covered by the frames, which come each 10 ms, and their ends
        QTest::newRow("rate") << QStringList{QStringLiteral("--rate"), QStringLiteral("4")}
                              << Interval{0.25, 0.5};
        QTest::newRow("windows side by side")
            << QStringList{QStringLiteral("--window"), QStringLiteral("0.5")} << Interval{0.5, 1.0};
        QTest::newRow("windows that overlap")
            << QStringList{QStringLiteral("--window"), QStringLiteral("0.5"), QStringLiteral("--hop"),
                           QStringLiteral("0.25")}
            << Interval{0.25, 0.75};
        QTest::newRow("frames") << QStringList{QStringLiteral("--frames-of"), test::demo("media/{id}.mp4")}
                                << Interval{0.04, 0.08};
    }

    void intervalsMayBeMade()
    {
        QFETCH(const QStringList, reference);
        QFETCH(const Interval, second);
        const auto result
            = align(reference
                    + QStringList{QStringLiteral("--collapse"), QStringLiteral("mean_or_passthrough"),
                                  QStringLiteral("--collapse"), QStringLiteral("words=first")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const Interval covered = written("acoustic.csd").entry("ada_1[1]").intervals.values.front();
        QVERIFY2(covered == second,
                 qPrintable(QStringLiteral("%1 to %2").arg(covered.start).arg(covered.end)));
    }

    void eachSequenceMayHaveItsOwnFunctions()
    {
        const auto result
            = align({QStringLiteral("--reference"), QStringLiteral("words"), QStringLiteral("--collapse"),
                     QStringLiteral("acoustic=mean,std"), QStringLiteral("visual=max")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(written("acoustic.csd").shape("ada_1[0]").features, (std::vector<std::size_t>{1, 62}));
        QCOMPARE(written("visual.csd").shape("ada_1[0]").features, (std::vector<std::size_t>{1, 20}));
    }

    void whatCannotBeDoneIsExplainedAndNothingIsWritten_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* arguments, int exitCode, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << exitCode
                                << QByteArray(expected);
        };
        row("unknown reference", "--reference letters", 1,
            "unknown_reference: letters: no sequence has this name");
        row("the names there are", "--reference letters", 1, "(there are words, acoustic, visual)");
        row("unknown sequence", "--reference words --collapse sound=mean", 1, "no sequence is called sound");
        row("mean of text", "--reference words --collapse mean", 1, "use mean_or_passthrough");
        row("unknown function", "--reference words --collapse meen", 2, "'meen' is not a collapse function");
        row("nothing to align to", "--collapse mean", 2, "[--reference,--rate,--window,--frames-of]");
        row("two things to align to", "--reference words --rate 10", 2,
            "[--reference,--rate,--window,--frames-of]");
        row("a hop without windows", "--reference words --hop 1", 2, "--window");
        row("a rate of nothing", "--rate 0", 2, "--rate");
        row("no such video", "--frames-of absent/{id}.mp4", 1,
            "file_not_found: absent/ada_1.mp4: does not exist");
        row("fill without a sequence", "--rate 10 --impute zeros", 2, "needs --reference");
        row("unknown fill", "--reference words --impute twos", 2, "--impute");
    }

    void whatCannotBeDoneIsExplainedAndNothingIsWritten()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, expected);
        const auto result = align(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.errors.contains(expected), result.errors.constData());
        QVERIFY(filesWritten().isEmpty());
    }

    void whatIsLeftOutIsSaid()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const QString words = m_folder->filePath(QStringLiteral("words.csd"));
        const QString sound = m_folder->filePath(QStringLiteral("sound.csd"));
        writeCsd(test::sequence("words",
                                {{"both", test::numbered({{0, 1}, {nan, nan}, {2, nan}})},
                                 {"silent", test::numbered({{0, 1}})}}),
                 words.toStdString());
        writeCsd(test::sequence("sound", {{"both", test::numbered({{0, 1}, {nan, 1}})}}),
                 sound.toStdString());
        const QStringList more{QStringLiteral("--sequences"), words, sound, QStringLiteral("--json")};
        const auto aligned = test::runCli(QStringList{QStringLiteral("align"), QStringLiteral("--out"), m_out,
                                                      QStringLiteral("--reference"), QStringLiteral("words")}
                                          + more);
        QVERIFY2(aligned.exitCode == 0, aligned.errors.constData());
        const auto json = nlohmann::json::parse(aligned.output.toStdString());
        QCOMPARE(json.at("videos").get<int>(), 1);
        for (const char* sentence :
             {"Step 1 (align) drops 1 video that a sequence lacks (such as silent, missing in sound).",
              "Step 1 (align): 2 rows of words (such as in both) have a time that is no number, and meet "
              "nothing.",
              "Step 1 (align): 1 row of sound (such as in both) has a time that is no number, and meets "
              "nothing."}) {
            const auto& warnings = json.at("warnings");
            QVERIFY2(std::ranges::find(warnings, sentence) != warnings.end(), aligned.output.constData());
            QVERIFY2(aligned.errors.contains(QByteArray("warning: ") + sentence), aligned.errors.constData());
        }
        const auto unified
            = test::runCli(QStringList{QStringLiteral("unify"), QStringLiteral("--out"), m_out} + more);
        QVERIFY2(unified.errors.contains("Step 1 (unify) drops 1 video"), unified.errors.constData());
        QCOMPARE(nlohmann::json::parse(unified.output.toStdString()).at("videos").get<int>(), 1);
    }

    void theInputIsNotOverwritten()
    {
        QVERIFY(QDir().mkpath(m_out));
        const QString input = m_out + QStringLiteral("/seq.csd");
        QVERIFY(QFile::copy(test::fixture("storage.csd"), input));
        const auto result = test::runCli({QStringLiteral("align"), QStringLiteral("--sequences"), input,
                                          QStringLiteral("--reference"), QStringLiteral("seq"),
                                          QStringLiteral("--out"), m_out});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("could be overwritten"), result.errors.constData());
    }

    void theSameRootNameTwiceIsRefused()
    {
        const auto result = test::runCli({QStringLiteral("align"), QStringLiteral("--sequences"),
                                          test::fixture("storage.csd"), test::fixture("storage_latest.csd"),
                                          QStringLiteral("--reference"), QStringLiteral("seq"),
                                          QStringLiteral("--out"), m_out});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("storage_latest.csd: the dataset has a sequence called seq already"),
                 result.errors.constData());
    }

    void aKilledRunLeavesNoHalfFile()
    {
        for (const int milliseconds : {20, 60, 120, 250}) {
            QProcess process;
            process.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                          {QStringLiteral("align"), QStringLiteral("--sequences"), test::demo("words.csd"),
                           test::demo("acoustic.csd"), test::demo("visual.csd"),
                           QStringLiteral("--reference"), QStringLiteral("words"), QStringLiteral("--out"),
                           m_out});
            process.waitForFinished(milliseconds);
            process.kill();
            process.waitForFinished(support::kPatience);
            for (const QString& file : QDir(m_out).entryList({QStringLiteral("*.csd")}, QDir::Files))
                QVERIFY2(!written(file.toUtf8()).entry("grid_talk_a[0]").intervals.values.empty(),
                         qPrintable(file));
        }
    }
};

QTEST_GUILESS_MAIN(TestAlignCommand)
#include "tst_align_command.moc"
