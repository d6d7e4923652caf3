#include "engine/parts/text/table_vectors.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"
#include "tests/support/made_part.h"

using namespace engine;

/// The default vectors: a table, words that stand for others, and spelling for the rest.
class TestTableVectors : public QObject {
    Q_OBJECT

    static constexpr std::size_t kNumbers = TableVectors::kNumbers;

    /// Three words whose vectors are 1, 2 and 3 everywhere, in steps of 0.5.
    static test::MadePart made()
    {
        const std::vector<float> steps(kNumbers, 0.5F);
        std::string vectors(reinterpret_cast<const char*>(steps.data()), steps.size() * sizeof(float));
        for (const char value : {'\2', '\4', '\6'})
            vectors += std::string(kNumbers, value);
        return {"word_vectors",
                {{"words.txt", "do\nnot\nmade\n"},
                 {"others.tsv", "don't\tdo not\ndont\tdo not\n"},
                 {"vectors.bin", vectors}}};
    }
    static TableVectors opened(const test::MadePart& part)
    {
        return {openPartIn(part.folder(), "word_vectors"), HashedVectors(SentimentLexicon())};
    }
    static std::vector<float> of(const TableVectors& vectors, const char* word)
    {
        std::vector<float> row(vectors.columns().size(), 9.0F);
        vectors.find(word, row);
        return row;
    }

private slots:
    void columnsHaveNames()
    {
        const TableVectors vectors = opened(made());
        QCOMPARE(vectors.columns().size(), std::size_t(104));
        QCOMPARE(vectors.columns().front().name, std::string("glove_0"));
        QCOMPARE(vectors.columns().back().name, std::string("in_table"));
        QVERIFY(vectors.description().starts_with("GloVe 6B: 100 numbers of 8 bits for 3 English words"));
    }

    void wordsAreLookedUp_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<float>("expected");
        QTest::newRow("as it is") << QByteArray("not") << 2.0F;
        QTest::newRow("in capitals, with signs") << QByteArray("\"NOT!") << 2.0F;
        QTest::newRow("one that others stand for") << QByteArray("Don't,") << 1.5F;
        QTest::newRow("without its apostrophe") << QByteArray("DONT") << 1.5F;
        QTest::newRow("a curly apostrophe") << QByteArray("don\xe2\x80\x99t") << 1.5F;
        QTest::newRow("a possessive") << QByteArray("made's") << 3.0F;
        QTest::newRow("a compound") << QByteArray("made-not") << 2.5F;
    }
    void wordsAreLookedUp()
    {
        QFETCH(const QByteArray, word);
        QFETCH(const float, expected);
        const TableVectors vectors = opened(made());
        const std::vector<float> row = of(vectors, word.constData());
        QCOMPARE(row.front(), expected);
        QCOMPARE(row[kNumbers - 1], expected);
        QCOMPARE(row.back(), 1.0F);
        QVERIFY(vectors.knows(word.toStdString()));
    }

    /// As long as the table's vectors are on the whole: 20, in the direction of HashedVectors.
    void othersHaveTheirSpelling()
    {
        const TableVectors vectors = opened(made());
        const std::vector<float> row = of(vectors, "well-made");
        QVERIFY(!vectors.knows("well-made"));
        QCOMPARE(row.back(), 0.0F);
        double squares = 0;
        for (std::size_t i = 0; i < kNumbers; ++i)
            squares += static_cast<double>(row[i]) * row[i];
        QVERIFY(std::abs(std::sqrt(squares) - 20.0) < 1e-4);
        const HashedVectors spelling{SentimentLexicon()};
        std::vector<float> spelt(spelling.columns().size());
        spelling.find("well-made", spelt);
        QVERIFY(std::abs(row[0] / row[1] - spelt[0] / spelt[1]) < 1e-4F);
        QVERIFY(of(vectors, "well-made") == row);
    }

    void damageIsSaidWithItsPlace()
    {
        test::MadePart part = made();
        part.write("vectors.bin", "short");
        part.writeCard();
        QVERIFY(test::failureOf([&] { opened(part); }).find("vectors.bin: has 5 bytes, expected 700")
                != std::string::npos);
        part = made();
        part.write("others.tsv", "dont\tdo never\n");
        part.writeCard();
        QVERIFY(test::failureOf([&] { opened(part); }).find("others.tsv: line 1 names 'never'")
                != std::string::npos);
        part = made();
        part.write("words.txt", "do\nnot\ndo\n");
        part.writeCard();
        QVERIFY(test::failureOf([&] { opened(part); }).find("words.txt: line 3 has 'do' once more")
                != std::string::npos);
    }

    void theShippedTableKnowsWhatIsSaid()
    {
        const std::filesystem::path lexicon = std::filesystem::path(DEMO) / "../text/sentiment_en.tsv";
        const TableVectors vectors(
            openPartIn(std::filesystem::path(DEMO) / "../parts/word_vectors", "word_vectors"),
            HashedVectors(SentimentLexicon(lexicon)));
        for (const char* word :
             {"I", "a", "film", "didn't", "couldve", "you're", "THATS", "3", "um", "well-made"})
            QVERIFY2(vectors.knows(word), word);
        const auto cosine = [&](const char* one, const char* other) {
            const std::vector<float> a = of(vectors, one), b = of(vectors, other);
            double product = 0, first = 0, second = 0;
            for (std::size_t i = 0; i < kNumbers; ++i) {
                product += static_cast<double>(a[i]) * b[i];
                first += static_cast<double>(a[i]) * a[i];
                second += static_cast<double>(b[i]) * b[i];
            }
            return product / std::sqrt(first * second);
        };
        QVERIFY(cosine("film", "movie") > 0.8);
        QVERIFY(cosine("film", "movie") > cosine("film", "firm") + 0.3);
        QCOMPARE(of(vectors, "terrible")[kNumbers + 2], 1.0F); // in the lexicon
        QVERIFY(of(vectors, "terrible")[kNumbers] < 0);
    }
};

QTEST_GUILESS_MAIN(TestTableVectors)
#include "tst_table_vectors.moc"
