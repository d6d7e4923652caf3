#include "engine/core/installation.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/looked_up_words.h"

#include <QTest>

#include <cmath>
#include <numeric>

#include "tests/support/failure.h"

using namespace engine;

/// The vectors that are always there.
class TestHashedVectors : public QObject {
    Q_OBJECT

private slots:
    void spellingsThatShareLettersLieNear()
    {
        QCOMPARE(vectorOf("wonderful").size(), std::size_t(303));
        QVERIFY(std::abs(likeness("wonderful", "wonderful") - 1.0) < 1e-6);
        QVERIFY(likeness("wonderful", "wonderfully") > 0.6);
        QVERIFY(std::abs(likeness("wonderful", "cinema")) < 0.25);
        QVERIFY(std::abs(likeness("a", "b")) < 0.25);
        QCOMPARE(vectorOf("Wonderful,"), vectorOf("wonderful"));
        QCOMPARE(vectorOf("größer").size(), std::size_t(303));
    }

    /// The numbers are the same on every machine: files that were made here agree with those made elsewhere.
    void theNumbersAreFixed()
    {
        const std::vector<float> vector = vectorOf("film");
        const float sum = std::accumulate(vector.begin(), vector.begin() + 300, 0.0F);
        QCOMPARE(vector.size(), std::size_t(303));
        QVERIFY2(std::abs(vector[0] - kFirst) < 1e-6F && std::abs(sum - kSum) < 1e-5F,
                 qPrintable(QStringLiteral("%1 %2").arg(vector[0], 0, 'g', 8).arg(sum, 0, 'g', 8)));
    }

    void theLexiconKnowsFormsOfItsWords()
    {
        QVERIFY(toneOf("terrible") < -0.5F);
        QVERIFY(toneOf("good") > 0.5F);
        QCOMPARE(toneOf("hating"), toneOf("hate"));
        QCOMPARE(toneOf("boringly"), toneOf("boring"));
        const std::vector<float> unknown = vectorOf("cinema");
        QCOMPARE(unknown[302], 0.0F);
        QCOMPARE(vectorOf("good")[302], 1.0F);
    }

    void wordsKeepTheirTimes()
    {
        VectorCoverage coverage;
        const FeatureRows rows
            = lookedUpWords({{0.0, 0.5}, {0.5, 1.0}}, {"good", "film"}, m_vectors, coverage);
        QCOMPARE(rows.intervals[1], (Interval{0.5, 1.0}));
        QCOMPARE(rows.values.rows, std::size_t(2));
        QCOMPARE(rows.columns[300].name, std::string("polarity"));
        QCOMPARE(coverage.words, std::size_t(2));
        QCOMPARE(coverage.known, std::size_t(2));
    }

    void aDamagedLexiconIsNamed()
    {
        QVERIFY(test::failureOf([] { SentimentLexicon("/nowhere/lexicon.tsv"); }).find("/nowhere/lexicon.tsv")
                != std::string::npos);
    }

private:
    static constexpr float kFirst = 0.0059589702F;
    static constexpr float kSum = 1.0529327F;

    std::vector<float> vectorOf(const char* word) const
    {
        std::vector<float> row(m_vectors.columns().size());
        m_vectors.find(word, row);
        return row;
    }
    double likeness(const char* a, const char* b) const
    {
        const auto first = vectorOf(a);
        const auto second = vectorOf(b);
        return std::inner_product(first.begin(), first.begin() + 300, second.begin(), 0.0);
    }
    float toneOf(const char* word) const { return vectorOf(word)[300]; }

    HashedVectors m_vectors{SentimentLexicon(Installation::ofThisProgram().text() / "sentiment_en.tsv")};
};

QTEST_GUILESS_MAIN(TestHashedVectors)

#include "tst_hashed_vectors.moc"
