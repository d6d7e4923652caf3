#include "engine/sequences/metadata.h"

#include <QTest>

#include <regex>

using namespace engine;

class TestMetadata : public QObject {
    Q_OBJECT

private slots:
    void aFieldIsDecodedAsJsonOrIsItsText_data()
    {
        QTest::addColumn<std::string>("stored");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("JSON text") << std::string(R"("caf\u00e9")") << std::string("\"café\"");
        QTest::newRow("JSON list") << std::string(R"(["a", 1])") << std::string(R"(["a",1])");
        QTest::newRow("null") << std::string("null") << std::string("null");
        QTest::newRow("bare text") << std::string("All Labels") << std::string("\"All Labels\"");
        QTest::newRow("number") << std::string("3.5") << std::string("3.5");
        QTest::newRow("number as it would not be written") << std::string("3.50") << std::string("\"3.50\"");
        QTest::newRow("broken JSON") << std::string("not json {") << std::string("\"not json {\"");
        QTest::newRow("Latin-1") << std::string("caf\xe9") << std::string("\"caf\uFFFD\"");
        const std::string deep = std::string(300, '[') + std::string(300, ']');
        QTest::newRow("deep JSON") << deep << '"' + deep + '"';
        const std::string brackets = '"' + std::string(300, '[') + "\\\"" + std::string(300, '{') + '"';
        QTest::newRow("brackets in text") << brackets << brackets;
        QTest::newRow("empty") << std::string() << std::string("\"\"");
    }

    void aFieldIsDecodedAsJsonOrIsItsText()
    {
        QFETCH(const std::string, stored);
        QFETCH(const std::string, expected);
        QCOMPARE(decodeMetadataField(stored).dump(), expected);
    }

    void missingFieldsAreListedInTheirOrder()
    {
        Metadata metadata;
        for (const std::string_view field : metadataFields)
            metadata[std::string(field)] = nullptr; // empty counts as present
        metadata.erase("contact");
        metadata.erase("root name");
        QCOMPARE(missingFields(metadata), (std::vector<std::string>{"root name", "contact"}));
    }

    void dimensionNamesAreUsedWhenTheyFit()
    {
        const Metadata metadata{{"dimension names", {"pitch", 7}}};
        QCOMPARE(dimensionNames(metadata, 2), (std::vector<std::string>{"pitch", "7"}));
        QCOMPARE(dimensionNames(metadata, 3), (std::vector<std::string>{"dim 0", "dim 1", "dim 2"}));
        QCOMPARE(dimensionNames({}, 1), (std::vector<std::string>{"dim 0"}));
    }

    void aUuidIsRandomAndOfVersionFour()
    {
        const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        const std::string first = randomUuid();
        QVERIFY2(std::regex_match(first, form), first.c_str());
        QVERIFY(first != randomUuid());
    }
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
