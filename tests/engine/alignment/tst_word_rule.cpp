#include "engine/alignment/word_rule.h"

#include <QTest>

using namespace engine;

class TestWordRule : public QObject {
    Q_OBJECT

    const std::vector<Interval> m_words{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};

    /// One row of two numbers for the words 1 and 3, none for the others.
    WordCollapser aligner() const
    {
        TimedFeatures source;
        source.intervals = {{1.2, 1.4}, {1.5, 1.6}, {3.1, 3.9}};
        source.features = FeatureMatrix(3, 2);
        source.features.values = {2, 10, 4, 30, 9, 60};
        return WordCollapser(source);
    }
    std::vector<float> rows(const WordRule& rule, std::size_t first, std::size_t last) const
    {
        return alignWords(aligner(), m_words, first, last, rule).features.values;
    }

private slots:
    void withoutARuleItIsTheMeanAndZeros()
    {
        QCOMPARE(rows({}, 0, 3), (std::vector<float>{0, 0, 3, 20, 0, 0}));
    }

    void fillsLookAtAllWordsOfTheVideo()
    {
        QCOMPARE(rows({{}, Fill::Linear}, 2, 3), (std::vector<float>{6, 40}));
        QCOMPARE(rows({{}, Fill::Hold}, 2, 3), (std::vector<float>{3, 20}));
        QCOMPARE(rows({{}, Fill::Ones}, 2, 4), (std::vector<float>{1, 1, 9, 60}));
        QCOMPARE(rows({{}, Fill::Mean}, 4, 5), (std::vector<float>{6, 40}));
        QCOMPARE(rows({{}, Fill::Nearest}, 0, 1), (std::vector<float>{3, 20}));
        const AlignedWords filled = alignWords(aligner(), m_words, 2, 4, {{}, Fill::Linear});
        QCOMPARE(filled.rows[0].sourceRows, std::size_t(0)); // it stays a word that received nothing
        QCOMPARE(filled.rows[1].sourceRows, std::size_t(1));
    }

    void anotherFunction()
    {
        QCOMPARE(rows({CollapseFunction{"max"}, Fill::Zeros}, 1, 2), (std::vector<float>{4, 30}));
        QCOMPARE(rows({CollapseFunction{"max"}, Fill::Hold}, 2, 3), (std::vector<float>{4, 30}));
    }
};

QTEST_GUILESS_MAIN(TestWordRule)
#include "tst_word_rule.moc"
