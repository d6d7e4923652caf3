#include "app/document/recorded_rows.h"

#include <QTest>

using namespace app;
using Texts = std::vector<std::string>;

/// Which row of the words' file a word of the project belongs to, when the file has become another.
class RecordedRowsTest : public QObject {
    Q_OBJECT

    static engine::TimedText spoken(const Texts& texts)
    {
        engine::TimedText words;
        words.texts = texts;
        for (std::size_t k = 0; k < texts.size(); ++k)
            words.intervals.push_back({static_cast<double>(k), static_cast<double>(k) + 0.9});
        return words;
    }
    static WordsView own(const Texts& texts, const std::vector<std::size_t>& rows)
    {
        WordsView words;
        words.text = spoken(texts);
        words.rows = rows;
        return words;
    }
    static constexpr std::size_t kNone = WordTimes::kNoRow;

private slots:
    void wordsOfTheSameFileKeepTheirRows()
    {
        WordsView words = own({"we", "saw", "it"}, {0, 1, 2});
        fitRows(words, spoken({"we", "watched", "it"})); // one has another text and lies where its row does
        QCOMPARE(words.rows, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(wordsNotRecorded(words, spoken({"we", "watched", "it"})), std::size_t(1));
    }

    void aWordThatCameInShiftsTheOthers()
    {
        // the person put in "really" between rows 0 and 1; now the file has it, too
        WordsView words = own({"we", "really", "saw", "it"}, {0, kNone, 1, 2});
        const engine::TimedText recorded = spoken({"we", "really", "saw", "it"});
        QCOMPARE(wordsNotRecorded(words, recorded), std::size_t(3));
        fitRows(words, recorded);
        QCOMPARE(words.rows, (std::vector<std::size_t>{0, 1, 2, 3}));
        QCOMPARE(wordsNotRecorded(words, recorded), std::size_t(0));
    }

    void whatTheFileHasNotGetsNoRow()
    {
        WordsView words = own({"we", "saw", "it", "all"}, {0, 1, 2, 3});
        fitRows(words, spoken({"we"})); // shorter than it was
        QCOMPARE(words.rows, (std::vector<std::size_t>{0, kNone, kNone, kNone}));
    }

    void ofTwoAlikeTheNearerOne()
    {
        WordsView words = own({"very", "very"}, {kNone, kNone});
        words.text.intervals = {{0.1, 0.8}, {0.7, 1.8}};
        fitRows(words, spoken({"very", "very", "good"}));
        QCOMPARE(words.rows, (std::vector<std::size_t>{0, 1}));
    }

    void noWordsAtAll()
    {
        WordsView words;
        fitRows(words, {});
        QVERIFY(words.rows.empty());
        WordsView alone = own({"we"}, {0});
        fitRows(alone, {});
        QCOMPARE(alone.rows.front(), kNone);
    }
};

QTEST_GUILESS_MAIN(RecordedRowsTest)
#include "tst_recorded_rows.moc"
