#include "engine/core/error.h"
#include "engine/models/layers/text_tokens.h"

#include <QTest>

#include <random>

#include "tests/engine/models/piece_model.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

std::vector<std::int64_t> numbers(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.contiguous().flatten();
    return {flat.data_ptr<std::int64_t>(), flat.data_ptr<std::int64_t>() + flat.numel()};
}

}

class TestTextTokens : public QObject {
    Q_OBJECT

private slots:
    void wordsEndWithAMark()
    {
        const TextTokens tokens = TextTokens::ofWords({"<s>", "</s>", "?", "_", "so", "long"});
        QCOMPARE(tokens.size(), std::int64_t(6));
        const NamedTensors ids = tokens.of({"So long my so", ""}, 8);
        QCOMPARE(numbers(ids.at("ids")), (std::vector<std::int64_t>{4, 5, 2, 4, 1, 1, 3, 3, 3, 3}));
        QCOMPARE(numbers(ids.at("lengths")), (std::vector<std::int64_t>{5, 1}));
        QCOMPARE(tokens.of({"so long so long"}, 3).at("ids").size(1), std::int64_t(3));
    }

    void piecesStandBetweenMarks()
    {
        const TextTokens tokens = TextTokens::ofPieces(test::pieceModel());
        QCOMPARE(tokens.size(), std::int64_t(40));
        const NamedTensors ids = tokens.of({"Hello World", "hello hello hello", ""}, 4);
        QCOMPARE(numbers(ids.at("ids")), (std::vector<std::int64_t>{2, 4, 5, 3, 2, 4, 4, 3, 2, 3, 0, 0}));
        QCOMPARE(numbers(ids.at("lengths")), (std::vector<std::int64_t>{4, 4, 2}));
    }

    void bytesBecomeTextAndBytesAgain()
    {
        for (const std::size_t count : {0U, 1U, 2U, 3U, 40U}) {
            const std::string bytes = test::pieceModel().substr(0, count);
            QCOMPARE(bytesOfText(textOfBytes(bytes)), bytes);
        }
        QCOMPARE(textOfBytes("Man"), std::string("TWFu"));
        QCOMPARE(textOfBytes("Ma"), std::string("TWE="));
        QVERIFY(test::failureOf([] { bytesOfText("TW!u"); }).starts_with("bad_pieces"));
    }

    void whatIsNoModelIsSaid()
    {
        const std::string marks = test::piece("<unk>", 0, 2) + test::piece("a", -1, 1);
        for (const std::string& model : {std::string(), std::string("no model"), marks})
            QVERIFY(test::failureOf([&] { TextTokens::ofPieces(model); }).starts_with("bad_pieces"));
    }

    void damagedModelsAreReadOrRefused()
    {
        std::mt19937 random(1);
        const std::string whole = test::pieceModel();
        for (int i = 0; i < 300; ++i) {
            std::string damaged = whole;
            for (int k = 0; k < 3; ++k)
                damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            if (i % 3 == 0)
                damaged.resize(random() % damaged.size());
            try {
                TextTokens::ofPieces(damaged).of({"hello wide world"}, 16);
            } catch (const Error&) { // a sentence
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTextTokens)
#include "tst_text_tokens.moc"
