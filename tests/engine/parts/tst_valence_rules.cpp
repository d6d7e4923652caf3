#include "engine/parts/text/valence_rules.h"

#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/made_part.h"

using namespace engine;

/// What words do to the ratings of others, and how a text is parted into words.
class TestValenceRules : public QObject {
    Q_OBJECT

    const test::MadePart m_part = test::madeValence();
    const WordRatings m_ratings{m_part.folder() / "ratings.tsv"};
    const ValenceRules m_rules{m_part.folder() / "rules.tsv"};

    /// The rated words of a text with what they became: `good -1.48`.
    QString toned(const char* text) const
    {
        const std::vector<ValenceToken> tokens = tokensOf(chunksOf(text), m_ratings);
        const std::vector<TokenTone> tones = m_rules.tonesOf(tokens, m_ratings);
        QStringList words;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tones[i].value)
                words << QStringLiteral("%1 %2")
                             .arg(QString::fromStdString(tokens[i].text))
                             .arg(*tones[i].value);
        }
        return words.join(QStringLiteral(", "));
    }

private slots:
    void contextChangesRatings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(expected);
        };
        row("plain", "this is good", "good 2");
        row("signs around it", "\"good\", (bad)...", "good 2, bad -2");
        row("turned", "not good", "good -1.48");
        row("turned by an ending", "it isn't good", "good -1.48");
        row("turned from three words away", "not such a good", "good -1.48");
        row("four words are too far", "not at all of good", "good 2");
        row("not over a comma", "no, good", "good 2");
        row("harmless", "not only good", "good 2");
        row("twice is once", "not no good", "good -1.48");
        row("stronger", "very good", "good 2.5");
        row("stronger where it is negative", "very bad", "bad -2.5");
        row("weaker", "slightly bad", "bad -1.5");
        row("less so two words away", "very much good", "good 2.475");
        row("stronger, then turned", "not very good", "good -1.85");
        row("before and behind but", "good but bad", "good 1, bad -3");
        row("but at the end says nothing", "good bad but", "good 2, bad -2");
        row("no reach over but", "not bad but good", "bad 0.74, good 3");
        row("a phrase", "not bad at all", "all 1.5");
        row("a phrase without rating", "it is as good", "");
        row("one in capitals", "it is GOOD", "good 2.7");
        row("all in capitals", "IT IS GOOD", "good 2");
        row("a letter is no capitals", "I am good", "good 2");
        row("possessive", "good's", "good's 2");
        row("he'll is not hell", "he'll", "");
        row("a rated sign", "ok :) yes :D", ":) 2, :d 2.5");
        row("character references", "good &amp; bad", "good 2, bad -2");
        row("a curly apostrophe", "isn\xe2\x80\x99t good", "good -1.48");
        row("a hyphen", "good-bad", "good 2, bad -2");
        row("nothing", "", "");
    }
    void contextChangesRatings()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, expected);
        QCOMPARE(toned(text.constData()), expected);
    }

    void aDamagedListIsSaidWithItsLine()
    {
        test::MadePart part = test::madeValence();
        part.write("rules.tsv", "negation\tnot\t0\nbooster\tvery much\t1\n");
        const std::string rules = test::failureOf([&] { ValenceRules(part.folder() / "rules.tsv"); });
        QVERIFY2(rules.find("rules.tsv: line 2 is 'booster' of 'very much'") != std::string::npos,
                 rules.c_str());
        part.write("ratings.tsv", "good\t2\nbad\n");
        QVERIFY(test::failureOf([&] {
                    WordRatings(part.folder() / "ratings.tsv");
                }).find("ratings.tsv: line 2 has 1 cells, expected 2")
                != std::string::npos);
        part.write("ratings.tsv", "good\tvery\n");
        QVERIFY(test::failureOf([&] {
                    WordRatings(part.folder() / "ratings.tsv");
                }).find("line 1 has 'very', expected a number")
                != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestValenceRules)
#include "tst_valence_rules.moc"
