#include "engine/features/speech/transcript_words.h"

#include <QTest>

namespace {

/// `as written=as said|…`
QString shown(const char* text, bool inEnglish = true)
{
    const auto isKnown = [](const std::string& word) {
        static const std::set<std::string> kWords
            = {"the", "movie", "well-known", "nasa", "don't", "know", "mother", "in", "law", "it's", "and"};
        return kWords.contains(word);
    };
    QStringList list;
    for (const engine::TranscriptWord& word : engine::transcriptWords(text, {isKnown, inEnglish})) {
        QStringList spoken;
        for (const std::string& one : word.spoken)
            spoken << QString::fromStdString(one);
        list << QString::fromStdString(word.text) + u'=' + spoken.join(u' ');
    }
    return list.join(u'|');
}

}

class TranscriptWordsTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("The movie, \"well\"...", "The=the|movie,=movie|\"well\"...=well");
        row("I don’t know", "I=i|don’t=don't|know=know");
        row("well-known mother-in-law", "well-known=well-known|mother-in-law=mother in law");
        row("know—and the -- movie", "know—=know|and=and|the=the|movie=movie");
        row("$450, $1 and £2.50",
            "$450,=four hundred fifty dollars|$1=one dollar|and=and|£2.50=two pounds fifty");
        row("$5 million", "$5=five|million=million dollars");
        row("$2000", "$2000=two thousand dollars");
        row("50% of 1984", "50%=fifty percent|of=of|1984=nineteen eighty four");
        row("Dr. Smith vs. Mr. Jones", "Dr.=doctor|Smith=smith|vs.=versus|Mr.=mister|Jones=jones");
        row("No. 5, no.", "No.=number|5,=five|no.=no");
        row("NASA, XYZ and U.S.", "NASA,=nasa|XYZ=x y z|and=and|U.S.=u s");
        row("mp3 4k covid-19", "mp3=m p three|4k=four k|covid-19=covid nineteen");
        row("[laughter] the (uh) <unk> movie {x}", "the=the|(uh)=uh|movie=movie");
        row("a [ b", "a=a|b=b");
        row("20°C @home #1 #fun", "20°C=twenty degrees celsius|@home=at home|#1=number one|#fun=fun");
        row("rock & roll", "rock=rock|&=and|roll=roll");
        row("… -- ? *", "");
        row("", "");
        row("Café ÉCOLE", "Café=café|ÉCOLE=école");
        row("10–12", "10-12=ten to twelve");
    }
    void whatIsWrittenIsSaid()
    {
        QFETCH(QByteArray, text);
        QTEST(shown(text.constData()), "expected");
    }

    void otherLanguagesKeepTheirNumbers()
    {
        QCOMPARE(shown("Über 50 € für Straße.", false),
                 QString::fromUtf8("Über=über|50=50|€=€|für=für|Straße.=straße"));
    }
};

QTEST_GUILESS_MAIN(TranscriptWordsTest)
#include "tst_transcript_words.moc"
