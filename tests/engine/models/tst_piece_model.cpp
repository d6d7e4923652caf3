#include "engine/core/error.h"
#include "engine/models/layers/piece_model.h"

#include <QTest>

#include <random>

#include "tests/engine/models/piece_model.h"
#include "tests/support/failure.h"

using namespace engine;

class TestPieceModel : public QObject {
    Q_OBJECT

private slots:
    void aTextBecomesItsLikeliestPieces()
    {
        const PieceModel model(test::pieceModel());
        QCOMPARE(model.size(), std::int64_t(40));
        QCOMPARE(*model.idOf("[CLS]"), std::int64_t(2));
        QVERIFY(!model.idOf("[MASK]"));
        QCOMPARE(model.encode("hello world"), (std::vector<std::int64_t>{4, 5}));
        QCOMPARE(model.encode("hello  bad "), (std::vector<std::int64_t>{4, 6, 8, 7, 10}));
        QVERIFY(model.encode("   ").empty());
    }

    void unknownCharactersInARowAreOnePiece()
    {
        const PieceModel model(test::pieceModel());
        QCOMPARE(model.encode("a\u00e9\u00e8b"), (std::vector<std::int64_t>{6, 7, 1, 8}));
        QCOMPARE(model.encode("a\xff"
                              "b"),
                 (std::vector<std::int64_t>{6, 7, 1, 8})); // no UTF-8
    }

    void bytesBecomeTextAndBytesAgain()
    {
        const std::string whole = test::pieceModel();
        for (std::size_t count = 0; count < 40; ++count)
            QCOMPARE(bytesOfText(textOfBytes(whole.substr(0, count))), whole.substr(0, count));
        QCOMPARE(textOfBytes("Man"), std::string("TWFu"));
        QCOMPARE(textOfBytes("Ma"), std::string("TWE="));
        const std::string failure = test::failureOf([] { bytesOfText("TW!u"); });
        QVERIFY2(failure.starts_with("bad_pieces"), failure.c_str());
    }

    void whatIsNoModelIsSaid()
    {
        const std::vector<std::string> models{"", "no model", test::piece("a", -1, 1)};
        for (const std::string& bytes : models) {
            const std::string failure = test::failureOf([&bytes] { PieceModel model(bytes); });
            QVERIFY2(failure.starts_with("bad_pieces"), failure.c_str());
        }
    }

    void damagedModelsAreReadOrRefused()
    {
        std::mt19937 random(1);
        const std::string whole = test::pieceModel();
        int refused = 0;
        for (int i = 0; i < 500; ++i) {
            std::string damaged = whole;
            for (int k = 0; k < 3; ++k)
                damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            if (i % 3 == 0)
                damaged.resize(random() % damaged.size());
            try {
                PieceModel(damaged).encode("hello wide world");
            } catch (const FormatError&) { // a sentence
                ++refused;
            }
        }
        QVERIFY(refused > 0);
    }
};

QTEST_GUILESS_MAIN(TestPieceModel)
#include "tst_piece_model.moc"
