#include "engine/parts/text/valence_model.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"
#include "tests/support/made_part.h"

using namespace engine;

/// Valence of texts and words: by numbers worked by hand, and as the script that made the part has it.
class TestValenceModel : public QObject {
    Q_OBJECT

    const test::MadePart m_part = test::madeValence();
    const ValenceModel m_model{openPartIn(m_part.folder(), "valence")};

    static double tone(double sum) { return sum / std::sqrt(sum * sum + 15.0); }

private slots:
    void sumsAreThoseOfTheTable()
    {
        QCOMPARE(m_model.valenceOf("good").valence, 0.25 + tone(2.0));
        QCOMPARE(m_model.valenceOf("good good!").valence, 0.25 + tone(4.3));
        QCOMPARE(m_model.valenceOf("bad !!!!!!").valence, 0.25 + tone(-3.2)); // four count
        // the, film, the film: rarity 1, 2, 1; each once, however often it is said
        const double grams = (2.0 * 1.0 + 1.0 * -0.5 + 1.0 * 0.1) / std::sqrt(6.0);
        QCOMPARE(m_model.valenceOf("The film, the film").valence, 0.25 + grams);
        QCOMPARE(m_model.valenceOf("good").wordsFound, std::size_t(1));
    }

    void whatNobodyRatedHasNone()
    {
        QCOMPARE(m_model.valenceOf("").valence, 0.0);
        QCOMPARE(m_model.valenceOf("...").valence, 0.0);
        QCOMPARE(m_model.valenceOf("xyzzy plugh").valence, 0.0);
        QCOMPARE(m_model.valenceOf("xyzzy plugh").wordsFound, std::size_t(0));
    }

    void eachWordHasItsOwnInItsContext()
    {
        const std::vector<std::string> words{"not", "very", "good", "film", "bad fine", "..."};
        const TextValence rated = m_model.valenceOfWords(words);
        QCOMPARE(rated.words.size(), words.size());
        QVERIFY(!rated.words[0].isFound && rated.words[0].valence == 0.0);
        QCOMPARE(rated.words[2].valence, 2.5 * -0.74 * 0.75);
        QVERIFY(rated.words[2].isNegated && rated.words[2].boost == 0.5);
        QCOMPARE(rated.words[4].valence, (-2.45 + 1.0) / 2 * 0.75); // two tokens; very reaches the first
        QCOMPARE(rated.wordsFound, std::size_t(3));
        QCOMPARE(rated.valence, m_model.valenceOf("not very good film bad fine ...").valence);
    }

    void noAnswerLeavesTheScale()
    {
        test::MadePart part = test::madeValence();
        part.write(
            "sums.json",
            R"({"constant": 9, "unit_of_grams": 1, "numbers": {"tone": 1, "positive": 0, "negative": 0, "mean": 0,)"
            R"( "highest": 0, "lowest": 0, "last": 0, "found": 0, "exclamations": 0, "questions": 0, "negations": 0}})");
        part.writeCard();
        QCOMPARE(ValenceModel(openPartIn(part.folder(), "valence")).valenceOf("good").valence, 3.0);
    }

    void damagedWeightsAreSaidWithTheirPlace()
    {
        test::MadePart part = test::madeValence();
        part.write("sums.json", R"({"constant": 9, "unit_of_grams": 1, "numbers": {"tone": "x"}})");
        part.writeCard();
        const std::string failure
            = test::failureOf([&] { ValenceModel(openPartIn(part.folder(), "valence")); });
        QVERIFY2(failure.find("sums.json: numbers.tone is \"x\", expected a number") != std::string::npos,
                 failure.c_str());
    }

    /// `tests/fixtures/valence/make_expected.py` asked the script's own sums.
    void theShippedPartSaysWhatItsScriptSays()
    {
        const ValenceModel model(openPartIn(std::filesystem::path(DEMO) / "../parts" / "valence", "valence"));
        std::ifstream stream(FIXTURES "/valence/expected.tsv");
        std::size_t count = 0;
        for (std::string line; std::getline(stream, line); ++count) {
            const auto tab = line.find('\t');
            const double expected = std::stod(line.substr(0, tab));
            const double valence = model.valenceOf(line.substr(tab + 1)).valence;
            QVERIFY2(std::abs(valence - expected) < 1e-6, line.c_str());
        }
        QVERIFY(count > 20);
    }

    void theShippedPartHearsWhatIsSaid()
    {
        const ValenceModel model(openPartIn(std::filesystem::path(DEMO) / "../parts" / "valence", "valence"));
        const auto of = [&](const char* text) { return model.valenceOf(text).valence; };
        QVERIFY(of("a very good film") > of("a good film") && of("a good film") > 0);
        QVERIFY(of("it was not a good film") < 0);
        QVERIFY(of("the acting is good but the story is terrible") < 0);
        QVERIFY(of("it was a waste of time") < -1);
        QCOMPARE(model.valenceOf("bin blue in l two now").wordsFound, std::size_t(0)); // a letter is no word
        QVERIFY(std::abs(of("IT WAS A GOOD FILM") - of("it was a good film")) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestValenceModel)
#include "tst_valence_model.moc"
