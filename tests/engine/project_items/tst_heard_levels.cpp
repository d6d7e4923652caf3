#include "engine/annotation/edits.h"
#include "engine/project_items/heard_levels.h"

#include <QTest>

using namespace engine;

/// How loud participants are, as projects keep it.
class TestHeardLevels : public QObject {
    Q_OBJECT

private slots:
    void whatIsKeptIsReadAgain()
    {
        Annotation annotation;
        QVERIFY(!heardLevels(annotation, "morning"));
        const HeardLevels levels{{"ada", {0.35, true, false}}, {"bert", {1.0, false, true}}};
        annotation.apply(putItem(annotation, heardLevelsItem("morning", levels)));
        QVERIFY(heardLevels(annotation, "morning") == levels);
        QVERIFY(!heardLevels(annotation, "tea"));
    }

    void damagedItemsCountAsNotSet_data()
    {
        QTest::addColumn<std::string>("json");
        for (const char* const json :
             {"", "[]", "{\"ada\": 3}", "{\"ada\": {\"gain\": \"loud\", \"muted\": 1, \"only\": null}}"})
            QTest::newRow(json) << std::string(json);
    }
    void damagedItemsCountAsNotSet()
    {
        QFETCH(const std::string, json);
        Annotation annotation;
        Item item = heardLevelsItem("morning", {});
        item.json = json;
        annotation.apply({{}, {}, {{std::nullopt, item}}});
        const HeardLevels levels = *heardLevels(annotation, "morning");
        for (const auto& [participant, level] : levels)
            QVERIFY(level == HeardLevel());
    }

    void noGainIsTooLarge()
    {
        Annotation annotation;
        Item item = heardLevelsItem("morning", {});
        item.json = "{\"ada\": {\"gain\": 40}, \"bert\": {\"gain\": -1}}";
        annotation.apply({{}, {}, {{std::nullopt, item}}});
        const HeardLevels levels = *heardLevels(annotation, "morning");
        QCOMPARE(levels.at("ada").gain, 1.0);
        QCOMPARE(levels.at("bert").gain, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestHeardLevels)
#include "tst_heard_levels.moc"
