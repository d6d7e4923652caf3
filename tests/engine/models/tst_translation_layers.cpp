#include "engine/models/layers/beam_search.h"
#include "engine/models/layers/codebook.h"
#include "engine/models/layers/token_vocabulary.h"
#include "engine/models/layers/translation_loss.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;

namespace {

Encoded randomSource(std::int64_t rows)
{
    return {torch::randn({rows, 3, 4}), torch::randn({rows, 4}), {}};
}

AttentionDecoder decoderOfIds()
{
    return AttentionDecoder(DecoderSizes{5, 4, 3});
}

/// The score of ids: the sum of their log probabilities, each after those before it.
double scoreOf(AttentionDecoder& decoder, const Encoded& source, const std::vector<std::int64_t>& ids)
{
    const torch::Tensor row = torch::tensor(ids, torch::kInt64).unsqueeze(0);
    const torch::Tensor logs
        = torch::log_softmax(decoder->decode(source, row.size(1), {row, 1.0}).outputs, 2);
    return logs.gather(2, row.unsqueeze(2)).sum().item<double>();
}

}

class TestTranslationLayers : public QObject {
    Q_OBJECT

private slots:
    void init() { torch::manual_seed(3); }

    /// The worked case of the recorded one.
    void wordsAreCountedAndNumbered()
    {
        const hdf5::File file(FIXTURES "/models/seq2seq_tokens.h5");
        const auto texts = [&](const char* name) {
            return nlohmann::json::parse(file.textAttribute(name).value()).get<std::vector<std::string>>();
        };
        const TokenVocabulary vocabulary = TokenVocabulary::of(texts("transcripts"), 10'000, 1);
        QVERIFY(vocabulary.words() == texts("vocabulary"));
        const auto expected
            = std::get<std::vector<std::int64_t>>(file.root().group("inputs").dataset("teacher").read());
        const torch::Tensor ids = vocabulary.idsOf(texts("transcripts"));
        QVERIFY(torch::equal(ids.flatten(), torch::tensor(expected, torch::kInt64)));
    }

    void rareWordsAreUnknown()
    {
        const TokenVocabulary common = TokenVocabulary::of({"a a b"}, 10'000, 2);
        QCOMPARE(common.size(), std::int64_t(5));
        QVERIFY(torch::equal(common.idsOf({"B a"}), torch::tensor({{2, 4, 1}}, torch::kInt64)));
        QCOMPARE(TokenVocabulary::of({"a b c"}, 6, 1).size(), std::int64_t(6));
    }

    void aWideBeamFindsTheLikeliestOfAll()
    {
        AttentionDecoder decoder = decoderOfIds();
        const Encoded source = randomSource(1);
        const torch::NoGradGuard noGradient;
        constexpr std::int64_t end = 1, steps = 3, ids = 5;
        double best = -1e9;
        std::vector<std::int64_t> bestIds;
        const auto consider = [&](const std::vector<std::int64_t>& sequence) {
            if (const double score = scoreOf(decoder, source, sequence); score > best) {
                best = score;
                bestIds = sequence;
            }
        };
        consider({end});
        for (std::int64_t a = 0; a < ids; ++a) {
            if (a == end)
                continue;
            consider({a, end});
            for (std::int64_t b = 0; b < ids; ++b) {
                if (b == end)
                    continue;
                for (std::int64_t c = 0; c < ids; ++c)
                    consider({a, b, c});
            }
        }
        const std::vector<Hypothesis> found = beamSearch(decoder, source, {125, steps, end, 0.0});
        QVERIFY(found.front().ids == bestIds);
        QVERIFY(std::abs(found.front().score - best) < 1e-5);
    }

    void aBeamOfOneIsGreedy()
    {
        AttentionDecoder decoder = decoderOfIds();
        const Encoded source = randomSource(4);
        const torch::Tensor greedy = greedyIds(decoder, source, 6, 1, 3);
        for (std::int64_t row = 0; row < 4; ++row) {
            std::vector<std::int64_t> ids
                = beamSearch(decoder, rowOf(source, row), {1, 6, 1, 0.0}).front().ids;
            ids.resize(6, 3);
            QVERIFY(torch::equal(greedy[row], torch::tensor(ids, torch::kInt64)));
        }
    }

    void aPenaltyOfLengthFavoursLongOnes()
    {
        AttentionDecoder decoder = decoderOfIds();
        const Encoded source = randomSource(1);
        const auto plain = beamSearch(decoder, source, {4, 5, 1, 0.0});
        const auto penalised = beamSearch(decoder, source, {4, 5, 1, 1.0});
        QVERIFY(penalised.front().ids.size() >= plain.front().ids.size());
        const double logs = scoreOf(decoder, source, penalised.front().ids);
        QVERIFY(std::abs(penalised.front().score - logs / static_cast<double>(penalised.front().ids.size()))
                < 1e-5);
    }

    void aTeacherIsHeardAsOftenAsItsShareSays()
    {
        AttentionDecoder decoder(DecoderSizes{2, 4});
        const Encoded source = randomSource(1);
        const torch::Tensor truth = torch::randn({1, 6, 2});
        const torch::NoGradGuard noGradient;
        const auto written = [&](double share) {
            torch::manual_seed(8);
            return decoder->decode(source, 6, {truth, share}).outputs;
        };
        QVERIFY(torch::equal(written(0.0), decoder->decode(source, 6, Teacher()).outputs));
        QVERIFY(!torch::equal(written(1.0), written(0.0)));
        QVERIFY(!torch::equal(written(0.5), written(0.0)) && !torch::equal(written(0.5), written(1.0)));
    }

    void groupsOfRowsAreFound()
    {
        const torch::Tensor centres = torch::tensor({{0.0f, 0.0f}, {10.0f, 0.0f}, {0.0f, 10.0f}});
        const torch::Tensor rows = (centres.unsqueeze(1) + 0.1 * torch::randn({3, 20, 2})).flatten(0, 1);
        const torch::Tensor codebook = codebookOf(rows, 3, 20, 1);
        for (std::int64_t i = 0; i < 3; ++i)
            QVERIFY((codebook - centres[i]).norm(2, 1).min().item<float>() < 0.2f);
        const torch::Tensor codes = nearestCodes(rows.view({3, 20, 2}), codebook);
        QVERIFY((codes == codes.select(1, 0).unsqueeze(1)).all().item<bool>());
        QVERIFY(torch::equal(codebookOf(rows, 3, 20, 1), codebook));
    }

    void onlyValidStepsCount()
    {
        const torch::Tensor output = torch::tensor({{{1.0f}, {9.0f}}, {{2.0f}, {3.0f}}});
        const torch::Tensor target = torch::zeros({2, 2, 1});
        const auto error = [&](std::vector<std::int64_t> lengths) {
            return sequenceError(output, target, torch::tensor(lengths, torch::kInt64)).item<float>();
        };
        QCOMPARE(error({1, 2}), (1.0f + 4.0f + 9.0f) / 3.0f);
        QCOMPARE(error({0, 1}), 4.0f);
        QCOMPARE(error({0, 0}), 0.0f);
        const torch::Tensor logits = torch::randn({1, 2, 5}), ids = torch::full({1, 2}, 3, torch::kInt64);
        QCOMPARE(tokenLoss(logits, ids, 3).item<float>(), 0.0f);
        QVERIFY(tokenLoss(logits, ids, -1).item<float>() > 0.0f);
    }
};

QTEST_GUILESS_MAIN(TestTranslationLayers)
#include "tst_translation_layers.moc"
