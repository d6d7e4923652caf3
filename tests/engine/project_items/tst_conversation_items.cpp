#include "engine/core/error.h"
#include "engine/project_items/conversation_items.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// What a project changes of conversations.
class TestConversationItems : public QObject {
    Q_OBJECT

    static Conversation morning()
    {
        Conversation conversation;
        conversation.id = "morning";
        conversation.participants.resize(2);
        conversation.participants[0].id = "ada";
        conversation.participants[1].id = "bert";
        conversation.participants[1].time = {1.0, 50.0};
        return conversation;
    }

private slots:
    void withoutAnItemAllStays() { QVERIFY(asChanged(Annotation(), morning()) == morning()); }

    void aTimeIsKeptForOneParticipant()
    {
        Annotation annotation;
        annotation.apply(putRecordingTime(annotation, morning(), "bert", {-2.5, 12.0}));
        const Conversation changed = asChanged(annotation, morning());
        QCOMPARE(changed.participants[1].time, (RecordingTime{-2.5, 12.0}));
        QCOMPARE(changed.participants[0].time, RecordingTime());
        annotation.apply(putRecordingTime(annotation, morning(), "ada", {0.5, 0.0}));
        QCOMPARE(asChanged(annotation, morning()).participants[1].time, (RecordingTime{-2.5, 12.0}));
        Conversation other = morning();
        other.id = "tea";
        QVERIFY(asChanged(annotation, other) == other);
    }

    void nobodyElseIsMoved()
    {
        QVERIFY_THROWS_EXCEPTION(FormatError, putRecordingTime(Annotation(), morning(), "cleo", {}));
    }

    void damagedItemsCountAsNone_data()
    {
        QTest::addColumn<std::string>("json");
        for (const char* const json :
             {"", "[]", "{\"participants\": 3}", "{\"participants\": {\"bert\": 1}}",
              "{\"participants\": {\"bert\": {\"offset_s\": \"late\", \"drift_ppm\": null, \"name\": 7}}}"})
            QTest::newRow(json) << std::string(json);
    }

    void damagedItemsCountAsNone()
    {
        QFETCH(const std::string, json);
        Annotation annotation;
        annotation.apply({{}, {}, {{std::nullopt, Item{kConversationItems, "morning", json}}}});
        QVERIFY(asChanged(annotation, morning()) == morning());
        annotation.apply(putRecordingTime(annotation, morning(), "bert", {3.0, 0.0}));
        QCOMPARE(asChanged(annotation, morning()).participants[1].time.offset, 3.0);
    }
};

QTEST_GUILESS_MAIN(TestConversationItems)
#include "tst_conversation_items.moc"
