#include "engine/packed/packed_words.h"

#include <QTest>

using namespace engine;

class TestPackedWords : public QObject {
    Q_OBJECT

private slots:
    void wordsAreWhatStandsBetweenBlanks()
    {
        QCOMPARE(wordsOfText("  I did n't,\tlike\nit. "),
                 (std::vector<std::string>{"I", "did", "n't,", "like", "it."}));
        QVERIFY(wordsOfText(" \n").empty());
    }

    void chineseCharactersAreWords()
    {
        QCOMPARE(wordsOfText("我不,好。 ok吗"), (std::vector<std::string>{"我", "不,", "好。", "ok", "吗"}));
        QCOMPARE(wordsOfText("很OK的"), (std::vector<std::string>{"很", "OK", "的"}));
    }

    void brokenBytesAreNoReasonToStop() { QCOMPARE(wordsOfText("a \xff b").size(), std::size_t(3)); }
};

QTEST_GUILESS_MAIN(TestPackedWords)
#include "tst_packed_words.moc"
