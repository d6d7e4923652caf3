#include "engine/core/error.h"
#include "engine/features/speech/guessed_phones.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace {

using Phones = std::vector<std::string>;

engine::SpeechModel withTable(const QTemporaryDir& folder, const char* lines)
{
    engine::SpeechModel model;
    model.phones = folder.filePath(QStringLiteral("phones.map")).toStdString();
    std::ofstream(model.phones) << lines;
    return model;
}

}

class GuessedPhonesTest : public QObject {
    Q_OBJECT
private slots:
    void longestMnemonicCounts()
    {
        const engine::GuessedPhones guessed{engine::SpeechModel()};
        QCOMPARE(guessed.phonesOf("p_,0_l_I2_l_'0_g"), (Phones{"P", "AA", "L", "IH", "L", "AA", "G"}));
        QCOMPARE(guessed.phonesOf("tS'aI@ m_'V_D_3"), (Phones{"CH", "AY", "ER", "M", "AH", "DH", "ER"}));
    }

    void wordsAreGuessedTogether()
    {
        const engine::GuessedPhones guessed{engine::SpeechModel()};
        const auto phones = guessed.guess({"polylogue", "zorb", "'"});
        QCOMPARE(phones.size(), 3U);
        QCOMPARE(phones[0].front(), std::string("P"));
        QCOMPARE(phones[1], (Phones{"Z", "AO", "R", "B"}));
    }

    void tableOfTheUserReplacesOurs()
    {
        const QTemporaryDir folder;
        const engine::GuessedPhones guessed(withTable(folder, "z tz\nO: o oo\n\nb p\n"));
        QCOMPARE(guessed.phonesOf("z_O:_b"), (Phones{"tz", "o", "oo", "p"}));
    }

    void wrongTableNamesTheLine()
    {
        const QTemporaryDir folder;
        try {
            engine::GuessedPhones(withTable(folder, "a AA\nb B\na AE\n"));
            QFAIL("accepted");
        } catch (const engine::FormatError& error) {
            QCOMPARE(error.code(), std::string("phone_map"));
            QVERIFY2(std::string(error.what()).find("line 3") != std::string::npos, error.what());
        }
    }

    void missingTableIsNamed()
    {
        engine::SpeechModel model;
        model.phones = "/nowhere/phones.map";
        QVERIFY_THROWS_EXCEPTION(engine::IoError, engine::GuessedPhones{model});
    }
};

QTEST_GUILESS_MAIN(GuessedPhonesTest)
#include "tst_guessed_phones.moc"
