#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <QTest>

using namespace engine;

class TestJsonText : public QObject {
    Q_OBJECT

private slots:
    void bytesThatAreNotUtf8AreReplaced()
    {
        const nlohmann::ordered_json json{{"name", "M\xfcller"}, {"M\xfcller", 1}};
        QCOMPARE(jsonText(json), std::string("{\"name\":\"M\ufffdller\",\"M\ufffdller\":1}"));
        QCOMPARE(asciiJsonText(json), std::string("{\"name\":\"M\\ufffdller\",\"M\\ufffdller\":1}"));
    }

    void allElseStands()
    {
        const nlohmann::json json{{"name", "Müller"}, {"at", {1, 2.5}}};
        QCOMPARE(jsonText(json), std::string("{\"at\":[1,2.5],\"name\":\"Müller\"}"));
        QCOMPARE(jsonText(json, 1), std::string("{\n \"at\": [\n  1,\n  2.5\n ],\n \"name\": \"Müller\"\n}"));
        QCOMPARE(asciiJsonText(json), std::string("{\"at\":[1,2.5],\"name\":\"M\\u00fcller\"}"));
    }

    void aPathThatNoJsonCanNameIsRefused()
    {
        QCOMPARE(jsonPath("a/Müller.csd"), std::string("a/Müller.csd"));
        try {
            jsonPath("a/M\xfcller.csd");
            QFAIL("it was taken");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("not_utf8"));
            QVERIFY(std::string(error.what()).starts_with("a/M\ufffdller.csd: "));
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
