#include "engine/annotation/label_sets.h"

#include <QTest>

#include <algorithm>

using namespace engine;

class TestLabelSets : public QObject {
    Q_OBJECT

private slots:
    void mosiAndMoseiHaveSentimentFromMinus3To3()
    {
        for (const char* id : {"mosi", "mosei"})
            QVERIFY(isSentimentScale(labelSet(id)->labels.front()));
        QVERIFY(!isSentimentScale({kSentimentLabel, NumberScale{1.0, 7.0, 1.0}})); // POM
        QVERIFY(!isSentimentScale({"valence", NumberScale{-3.0, 3.0, 1.0}}));
        QVERIFY(isStrengthOfSentiment({kSentimentLabel, NumberScale{-3.0, 4.0, 1.0}}));
        QVERIFY(!isStrengthOfSentiment({kSentimentLabel, NumberScale{1.0, 7.0, 1.0}}));
        QVERIFY(!isStrengthOfSentiment({"valence", NumberScale{-3.0, 4.0, 1.0}}));
        QVERIFY(!isSentimentScale({kSentimentLabel, Vocabulary{}})); // MELD
    }

    void emotionsTellHowMuchThereIs()
    {
        const std::vector<LabelScheme>& labels = labelSet("mosei")->labels;
        QVERIFY(std::all_of(labels.begin() + 1, labels.end(), isEmotionLabel));
        QVERIFY(std::all_of(labels.begin() + 1, labels.end(), isPresenceScale));
        QVERIFY(!isEmotionLabel(labels.front()) && !isPresenceScale(labels.front()));
        QVERIFY(isPresenceScale({"sarcasm", NumberScale{0.0, 3.0, 1.0}}));
        QVERIFY(!isEmotionLabel({"sarcasm", NumberScale{0.0, 3.0, 1.0}}));
    }

    void aSetThatIsNotThereIsNull() { QVERIFY(!labelSet("mosaic")); }
};

QTEST_GUILESS_MAIN(TestLabelSets)
#include "tst_label_sets.moc"
