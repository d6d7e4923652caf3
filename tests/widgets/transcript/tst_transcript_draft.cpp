#include "widgets/transcript/transcript_draft.h"

#include <QTest>

using namespace widgets;

namespace {

std::vector<TranscriptWord> words(std::initializer_list<const char*> texts)
{
    std::vector<TranscriptWord> made;
    for (const char* text : texts)
        made.push_back({.text = QLatin1String(text)});
    return made;
}

int lengthOf(std::string_view text)
{
    return static_cast<int>(text.size());
}

}

class TestTranscriptDraft : public QObject {
    Q_OBJECT

private slots:
    void aWordBetweenOthersIsTyped()
    {
        TranscriptDraft draft;
        draft.end(lengthOf("so it was"));
        QVERIFY(draft.note(3, 4, lengthOf("so now it was"))); // `now ` before `it`
        QVERIFY(!draft.note(6, 0, lengthOf("so now it was")));
        const TranscriptDraft::Typed typed
            = draft.typed(QStringLiteral("so now it was"), words({"so", "it", "was"}));
        QCOMPARE(typed.first, std::size_t(1));
        QCOMPARE(typed.removed, std::size_t(0));
        QCOMPARE(typed.texts, QStringList{QStringLiteral("now")});
        QVERIFY(!typed.isSame);
    }

    void whatBecameAsItWasIsTheSame()
    {
        TranscriptDraft draft;
        draft.end(lengthOf("so it was"));
        draft.note(3, 1, lengthOf("so xit was"));
        draft.note(3, 0, lengthOf("so it was"));
        QVERIFY(draft.typed(QStringLiteral("so it was"), words({"so", "it", "was"})).isSame);
    }

    void placesBehindTheDraftAreMoved()
    {
        TranscriptDraft draft;
        draft.end(lengthOf("so it was"));
        QCOMPARE(draft.placeNow(6, lengthOf("so it was")), 6);
        const int length = lengthOf("so now it was");
        draft.note(3, 4, length);
        QCOMPARE(draft.placeNow(2, length), 2);
        QCOMPARE(draft.placeNow(6, length), 10);
        QCOMPARE(draft.placeBefore(10, length), 6);
        QCOMPARE(draft.placeBefore(5, length), 3); // within the draft: where it begins
        QVERIFY(draft.holds(5, length));
        QVERIFY(!draft.holds(2, length));
        QVERIFY(!draft.holds(length, length));
    }

    void afterItsEndNothingIsMoved()
    {
        TranscriptDraft draft;
        draft.end(2);
        draft.note(2, 3, 5);
        QVERIFY(draft.isOn());
        draft.end(5);
        QVERIFY(!draft.isOn());
        QCOMPARE(draft.placeNow(4, 5), 4);
        QCOMPARE(draft.placeBefore(4, 5), 4);
    }
};

QTEST_GUILESS_MAIN(TestTranscriptDraft)
#include "tst_transcript_draft.moc"
