#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;

/// `stats`, `words` and `cite`: what a file says about itself.
class TestStatsCommand : public QObject {
    Q_OBJECT

private slots:
    void dimensionsAreATable()
    {
        const auto result = test::runCli({QStringLiteral("stats"), test::demo("labels.csd")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains(": labels, 30 ids, 150 rows\n  dimension       count "),
                 result.output.constData());
        QVERIFY(result.output.contains(
            "\n  sentiment         150     0.0233333       1.70327            -3             3\n"));
        QVERIFY(result.errors.isEmpty());
    }

    void machinesGetJson()
    {
        const QString file = test::demo("labels.csd");
        const auto result = test::runCli({QStringLiteral("stats"), file, QStringLiteral("--json")});
        const auto json = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(json.at("dimensions").size(), std::size_t(7));
        QCOMPARE(json.at("dimensions")[0].at("min").get<double>(), -3.0);
    }

    void textIsLeftToWords()
    {
        const auto result = test::runCli({QStringLiteral("stats"), test::demo("words.csd")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains("text; 'polylogue-cli words' counts it"), result.output.constData());
    }

    void aBrokenFileDoesNotHideTheOthers()
    {
        const auto result = test::runCli(
            {QStringLiteral("stats"), test::fixture("broken/cut_off.csd"), test::demo("labels.csd")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.errors.startsWith("not_hdf5: ") && result.output.contains("sentiment"));
    }

    void wordsComeWithTheirCounts()
    {
        const auto result = test::runCli({QStringLiteral("words"), test::demo("words.csd")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith("     164  the\n      98  was\n"), result.output.constData());
        const auto json
            = test::runCli({QStringLiteral("words"), test::demo("words.csd"), QStringLiteral("--json")});
        const auto second = nlohmann::json::parse(json.output.toStdString()).at(1);
        QCOMPARE(second.dump(), std::string(R"({"count":98,"word":"was"})"));
    }

    void numbersAreNoWords()
    {
        const auto result = test::runCli({QStringLiteral("words"), test::demo("labels.csd")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("data_invalid: "), result.errors.constData());
    }

    void citationsAreBibtexOrTheSdks()
    {
        const QString file = test::fixture("sdk/citations/input/labels.csd");
        const auto bibtex = test::runCli({QStringLiteral("cite"), file});
        QCOMPARE(bibtex.exitCode, 0);
        QVERIFY2(bibtex.output.contains("@misc{l,\n  title = {É}\n}\n"), bibtex.output.constData());
        const auto sdk = test::runCli({QStringLiteral("cite"), QStringLiteral("--sdk"), file});
        QVERIFY2(sdk.output.contains("\n\nComputational Sequence <labels> bib: @misc{l, title={É}}\n\n"),
                 sdk.output.constData());
    }

    void aMissingCitationIsSaidAndNoFailure()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("words.csd"));
        writeCsd(test::sequence("words", {{"v", test::numbered({{0, 1}})}}), file.toStdString());
        const auto result = test::runCli({QStringLiteral("cite"), file});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith("@article{zadeh2018multi,\n"), result.output.constData());
        QVERIFY2(result.errors.contains("words: its metadata lacks 'dataset bib citation'"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestStatsCommand)
#include "tst_stats_command.moc"
