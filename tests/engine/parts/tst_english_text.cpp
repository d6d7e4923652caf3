#include "engine/parts/text/english_text.h"

#include <QTest>

using namespace engine;

/// Only English texts have a valence.
class TestEnglishText : public QObject {
    Q_OBJECT

private slots:
    void languagesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isEnglish");
        for (const char* text :
             {"I really liked the way she told it", "WELL IT COULD HAVE BEEN BETTER",
              "great acting, poor script", "OK", "hello", "this die is cast in bronze",
              "nobody expected such a brilliant performance", "yes :)", "so in that way he was fun",
              "place blue at c 9 now", "we went to the beach and had a good time"})
            QTest::newRow(text) << QByteArray(text) << true;
        for (const char* text :
             {"Das ist ein guter Film", "die Katze liegt auf dem Sofa", "Heute habe ich keine Zeit",
              "In zwei Stunden ist es vorbei", "ich war so froh", "Me gusta mucho esta canción",
              "no es muy bueno", "mañana vamos al mercado", "C'est une très bonne idée",
              "je ne suis pas d'accord", "on va au marché demain", "è molto bello", "não gostei do filme",
              "dat is niet goed"})
            QTest::newRow(text) << QByteArray(text) << false;
    }
    void languagesAreToldApart()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, isEnglish);
        static const ValenceModel model(
            openPartIn(std::filesystem::path(DEMO) / "../parts" / "valence", "valence"));
        QCOMPARE(looksEnglish(text.toStdString(), model), isEnglish);
    }

    void codesOfEnglish()
    {
        for (const char* code : {"en", "EN", "en-GB", "en_US", "eng", "English"})
            QVERIFY2(isEnglishCode(code), code);
        for (const char* code : {"de", "", "enm", "es"})
            QVERIFY2(!isEnglishCode(code), code);
    }
};

QTEST_GUILESS_MAIN(TestEnglishText)
#include "tst_english_text.moc"
