#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/integrity.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>
#include <set>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

using Codes = std::map<std::string, std::set<std::string>>; // by id; "" for the file

Codes codesOf(const std::string& path, Finding::Severity severity)
{
    Codes codes;
    for (const Finding& finding : checkIntegrity(CsdFile(path))) {
        const std::size_t colon = finding.place.find(": ");
        if (finding.severity == severity)
            codes[colon == std::string::npos ? "" : finding.place.substr(colon + 2)].insert(finding.code);
    }
    return codes;
}

nlohmann::json sdkVerdicts()
{
    std::ifstream file(FIXTURES "/sdk/integrity_files/expected/integrity.json");
    return nlohmann::json::parse(file);
}

}

class TestIntegrity : public QObject {
    Q_OBJECT

private slots:
    void theVerdictIsThatOfTheSdk_data()
    {
        QTest::addColumn<QString>("file");
        const nlohmann::json verdicts = sdkVerdicts();
        for (const auto& [file, verdict] : verdicts.items())
            QTest::newRow(file.c_str()) << QString::fromStdString(file);
    }

    void theVerdictIsThatOfTheSdk()
    {
        QFETCH(const QString, file);
        const nlohmann::json expected = sdkVerdicts().at(file.toStdString());
        const std::string path = FIXTURES "/sdk/integrity_files/" + file.toStdString();
        if (expected.at("metadata").is_null()) { // it cannot be opened at all
            const auto code = expected.at("error").at("code").get<std::string>();
            QVERIFY(test::failureOf([&] { CsdFile opened(path); }).starts_with(code));
            return;
        }
        const Codes invalid = codesOf(path, Finding::Severity::Invalid);
        QCOMPARE(invalid.empty(), expected.at("data_valid").get<bool>());
        QVERIFY((invalid == expected.at("entries_bad").get<Codes>()));
        const CsdFile opened(path);
        nlohmann::json metadata(opened.metadata());
        for (nlohmann::json& value : metadata) {
            if (value.is_number()) // the SDK gives its text
                value = metadataText(value);
        }
        QVERIFY(metadata == expected.at("metadata"));
        QVERIFY(missingFields(opened.metadata())
                == expected.at("missing_metadata").get<std::vector<std::string>>());
    }

    void everyRuleThatAnEntryBreaksIsSaid()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.csd")).toStdString();
        hdf5::Writer writer(path);
        writer.write("/seq/data/v/intervals", {ElementType::Float64, {2}, std::vector<double>{0, 1}}, {});
        writer.write("/seq/data/v/features", {ElementType::Float32, {3}, std::vector<float>{1, 2, 3}}, {});
        writer.createGroup("/seq/metadata");
        writer.writeText("/seq/metadata/root name", "\"seq\"");
        writer.close();
        QVERIFY((codesOf(path, Finding::Severity::Invalid)
                 == Codes{{"v", {"intervals_not_2d", "features_lt_2d", "row_mismatch"}}}));
    }

    void oddButUsableEntriesAreWarnings()
    {
        const std::string path = FIXTURES "/broken/odd_but_valid.csd";
        QVERIFY(codesOf(path, Finding::Severity::Invalid).empty());
        QVERIFY((codesOf(path, Finding::Severity::Warning)
                 == Codes{{"", {"metadata_missing"}},
                          {"inverted", {"interval_inverted", "interval_not_finite"}},
                          {"no_rows", {"empty_entry"}},
                          {"three_columns", {"interval_columns"}},
                          {"wider", {"width_differs"}}}));
    }

    void aDamagedEntryIsListed()
    {
        for (const char* file : {"damaged_gzip", "damaged_lzf", "short_gzip"})
            QVERIFY2((codesOf(std::string(FIXTURES "/broken/") + file + ".csd", Finding::Severity::Invalid)
                      == Codes{{"v", {"unreadable"}}}),
                     file);
        QVERIFY((codesOf(FIXTURES "/broken/no_features.csd", Finding::Severity::Invalid)
                 == Codes{{"v", {"unreadable"}}}));
    }

    void aHashThatIsNotThatOfTheDataIsAWarning()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("f.csd")).toStdString();
        const Entry entry = test::numbered({{0, 0.1}, {0.1, 0.2}}, ElementType::Float32);
        for (const bool correct : {true, false}) {
            CsdWriter writer(path, "s");
            writer.add("v", entry, correct ? digestOf(entry) : Digest{});
            writer.finish({{"root name", "s"}});
            const Codes warnings = codesOf(path, Finding::Severity::Warning);
            QCOMPARE(warnings.at("").contains("sha256_differs"), !correct);
        }
    }

    void theWorstFindingIsTheVerdict()
    {
        const Finding warning{Finding::Severity::Warning, "", "", ""};
        const Finding invalid{Finding::Severity::Invalid, "", "", ""};
        QCOMPARE(verdict({}), std::string("ok"));
        QCOMPARE(verdict({warning}), std::string("warnings"));
        QCOMPARE(verdict({warning, invalid, warning}), std::string("invalid"));
    }
};

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
