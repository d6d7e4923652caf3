#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestValidateCommand : public QObject {
    Q_OBJECT

private slots:
    void theWorstFindingIsTheVerdict_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("verdict");
        QTest::addColumn<QByteArray>("finding");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char* file, const char* verdict, const char* finding, int exitCode) {
            QTest::newRow(file) << test::fixture(file) << QByteArray(verdict) << QByteArray(finding)
                                << exitCode;
        };
        row("storage.csd", "ok", "", 0);
        row("broken/odd_but_valid.csd", "warnings",
            "warning odd_but_valid.csd: inverted (interval_inverted): One interval", 0);
        row("broken/rows_differ.csd", "invalid",
            "invalid rows_differ.csd: v (row_mismatch): 3 intervals, but 2 rows", 1);
        row("broken/no_features.csd", "invalid", "invalid no_features.csd: v (unreadable)", 1);
        row("broken/external_link.csd", "invalid", "(data_invalid)", 1);
        row("broken/text.csd", "invalid", "(not_hdf5)", 1);
        row("absent.csd", "invalid", "(file_not_found)", 1);
    }

    void theWorstFindingIsTheVerdict()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, verdict);
        QFETCH(const QByteArray, finding);
        QFETCH(const int, exitCode);
        const auto result = test::runCli({QStringLiteral("validate"), file});
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.output.startsWith(file.toUtf8() + ": " + verdict + "\n"), result.output.constData());
        QVERIFY2(result.output.contains(finding), result.output.constData());
    }

    /// As COVAREP writes them, so that the file is no worse for it.
    void featuresThatAreNoNumbersAreNoted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.csd"));
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        constexpr float infinity = std::numeric_limits<float>::infinity();
        Metadata metadata;
        for (const std::string& field : missingFields({}))
            metadata[field] = "x";
        metadata["root name"] = "a";
        ComputationalSequence sequence;
        sequence.setMetadata(metadata);
        sequence.put("clean", {{ElementType::Float64, {{0, 1}}}, test::floats(1, {1})});
        sequence.put(
            "gaps",
            {{ElementType::Float64, {{0, 1}, {1, 2}, {2, 3}}}, test::floats(1, {nan, -infinity, nan})});
        writeCsd(sequence, file.toStdString());
        const auto result = test::runCli({QStringLiteral("validate"), file});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith(file.toUtf8() + ": ok\n"), result.output.constData());
        QVERIFY2(result.output.contains(
                     "note a.csd (features_not_finite): 1 of 2 entries have features that are no "
                     "finite numbers (2 NaN, 1 infinite), such as gaps."),
                 result.output.constData());
        const auto json = test::runCli({QStringLiteral("validate"), QStringLiteral("--json"), file});
        QVERIFY2(json.output.contains("\"severity\": \"note\""), json.output.constData());
    }

    void missingMetadataBuryNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.csd"));
        writeCsd(test::sequence("a", {{"v", test::numbered({{1, 0}})}}), file.toStdString());
        const auto result = test::runCli({QStringLiteral("validate"), file});
        QCOMPARE(result.output.count("metadata_missing"), 1);
        QVERIFY2(result.output.indexOf("interval_inverted") < result.output.indexOf("metadata_missing"),
                 result.output.constData());
        QVERIFY2(result.output.contains(" fields of the metadata are missing"), result.output.constData());
        const auto json = test::runCli({QStringLiteral("validate"), QStringLiteral("--json"), file});
        QVERIFY(json.output.count("metadata_missing") > 2);
    }

    void everyFileIsChecked()
    {
        const auto result = test::runCli(
            {QStringLiteral("validate"), test::fixture("broken/text.csd"), test::fixture("storage.csd")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.output.contains("storage.csd: ok\n"));
    }

    void machinesGetJson()
    {
        const QString file = test::fixture("broken/rows_differ.csd");
        const auto result = test::runCli({QStringLiteral("validate"), QStringLiteral("--json"), file});
        QCOMPARE(result.exitCode, 1);
        const auto json = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(json.at("verdict").get<std::string>(), std::string("invalid"));
        const auto finding = json.at("findings").at(0);
        QCOMPARE(finding.at("severity").get<std::string>(), std::string("invalid"));
        QCOMPARE(finding.at("code").get<std::string>(), std::string("row_mismatch"));
        QCOMPARE(finding.at("place").get<std::string>(), std::string("rows_differ.csd: v"));
    }
};

QTEST_GUILESS_MAIN(TestValidateCommand)
#include "tst_validate_command.moc"
