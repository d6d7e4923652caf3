#include "engine/alignment/sentences.h"

#include <QTest>

using namespace engine;

class TestSentences : public QObject {
    Q_OBJECT

private slots:
    void punctuationAndPausesEndSentences()
    {
        const std::vector<Interval> words{{0.0, 0.4}, {0.5, 0.9}, {1.0, 1.4}, {1.5, 1.9}, {4.0, 4.5}};
        const std::vector<std::string> texts{"I", "left.", "He", "stayed", "on"};
        const std::vector<Interval> sentences = sentencesOf(words, texts, 1.0);
        QCOMPARE(sentences.size(), std::size_t(3));
        QCOMPARE(sentences[0].end, 0.9);
        QCOMPARE(sentences[1].start, 1.0);
        QCOMPARE(sentences[1].end, 1.9);
        QCOMPARE(sentences[2].start, 4.0);
    }

    void quotesMayFollow_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<int>("sentences");
        QTest::newRow("full stop and quote") << QStringLiteral("left.\"") << 2;
        QTest::newRow("question mark, quote and bracket") << QStringLiteral("left?”)") << 2;
        QTest::newRow("Chinese") << QStringLiteral("走了。」") << 2;
        QTest::newRow("comma") << QStringLiteral("left,") << 1;
        QTest::newRow("quote alone") << QStringLiteral("\"") << 1;
        QTest::newRow("nothing") << QString() << 1;
    }
    void quotesMayFollow()
    {
        QFETCH(QString, last);
        QFETCH(int, sentences);
        const std::vector<Interval> words{{0.0, 0.4}, {0.5, 0.9}};
        const std::vector<std::string> texts{last.toStdString(), "then"};
        QCOMPARE(static_cast<int>(sentencesOf(words, texts, 1.0).size()), sentences);
    }

    void noWordsNoSentences() { QVERIFY(sentencesOf({}, {}, 1.0).empty()); }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
