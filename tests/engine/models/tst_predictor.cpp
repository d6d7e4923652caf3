#include "engine/core/error.h"
#include "engine/models/predict/predictor.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

#include "tests/engine/models/random_model.h"

using namespace engine;

namespace {

/// Words of numbers that differ from each other.
SegmentInput segment(std::size_t words)
{
    SegmentInput input{FeatureMatrix(words, 3), FeatureMatrix(words, 2), FeatureMatrix(words, 1)};
    float value = -1.0f;
    for (const Modality modality : allModalities) {
        for (float& feature : input.of(modality).values)
            feature = value = std::fmod(-1.13f * value + 0.7f, 4.0f);
    }
    return input;
}

void removeWord(FeatureMatrix& features, std::size_t word)
{
    const auto begin = features.values.begin() + static_cast<std::ptrdiff_t>(word * features.columns);
    features.values.erase(begin, begin + static_cast<std::ptrdiff_t>(features.columns));
    --features.rows;
}

constexpr float tolerance = 1e-5f;

}

class TestPredictor : public QObject {
    Q_OBJECT

    Predictor m_predictor{test::randomModel()};

private slots:
    void theAnswerHasOneValuePerLabel()
    {
        const Prediction prediction = m_predictor.predict({42, segment(5), {true, true, true}, false});
        QCOMPARE(prediction.id, std::uint64_t(42));
        QCOMPARE(prediction.values.size(), std::size_t(2));
        QVERIFY(prediction.outputs.empty());
        QVERIFY(prediction.occlusion[0].empty());
        QCOMPARE(prediction.wordImportance.rows, std::size_t(0));
    }

    void explainingShowsWhatTheCardsName()
    {
        const Prediction prediction = m_predictor.predict({42, segment(5), {true, true, true}, true});
        QVERIFY((prediction.outputs.at("rank_contribution").shape == std::vector<std::int64_t>{2, 2}));
        std::set<std::string> named;
        for (const DisplayCard& display : m_predictor.displays())
            named.insert(display.output);
        for (const auto& [name, tensor] : prediction.outputs)
            QVERIFY2(named.contains(name), name.c_str());
    }

    void anExplanationAgreesWithThePredictions()
    {
        PredictRequest request{42, segment(5), {true, true, true}, false};
        request.explanation = ExplanationWish{AbsentKind::Mean, AttributionMethod::Gradient, 1};
        const Prediction prediction = m_predictor.predict(request);
        QVERIFY(prediction.explanation.has_value());
        const Explanation& told = *prediction.explanation;
        QCOMPARE(told.wish, *request.explanation);
        for (Coalition present = 0; present < kCoalitions; ++present) {
            EnabledModalities enabled{};
            for (const Modality modality : allModalities)
                enabled[static_cast<std::size_t>(modality)] = contains(present, modality);
            const Prediction without = m_predictor.predict({1, segment(5), enabled, false});
            for (std::size_t output = 0; output < 2; ++output)
                QVERIFY(std::abs(told.coalitions.at(present, output) - without.values[output]) < tolerance);
        }
        QVERIFY(mapOf(told, 0).error() < 1e-5);
        for (const FeatureMatrix& values : told.attribution->values)
            QCOMPARE(values.rows, std::size_t(5));
        QCOMPARE(told.faithfulness->deletion.size(), std::size_t(3 * 5 + 1));
        QCOMPARE(told.pairs.size(), std::size_t(5 * (5 + 5)));
        QVERIFY(std::abs(told.pairs.front().values[1]) >= std::abs(told.pairs.back().values[1]));
        QVERIFY(!m_predictor.predict({1, segment(5), {true, true, true}, true}).explanation);
    }

    void onlyTheMapIsTakenFromASegmentOfOneWord()
    {
        PredictRequest request{42, segment(1), {true, false, true}, true};
        request.explanation = ExplanationWish{AbsentKind::Zero, {}, 0};
        const Prediction prediction = m_predictor.predict(request);
        QVERIFY(!prediction.explanation->attribution && prediction.explanation->pairs.empty());
        request.explanation->output = 2;
        QVERIFY_EXCEPTION_THROWN(m_predictor.predict(request), FormatError);
    }

    void aModelNeedNotReadEveryModality()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("model.safetensors")).toStdString();
        TrainedModel trained = test::randomModel();
        trained.card.normalisation[0]
            = {std::vector<float>(300, 0.0f), std::vector<float>(300, 1.0f)}; // more than any tensor has
        trained.card.architecture
            = {{"class", "Seq2Seq"},   {"d_l", 300}, {"d_a", 2}, {"d_v", 1},     {"source", {"acoustic"}},
               {"target", {"visual"}}, {"h", 4},     {"reg", 3}, {"out_dim", 2}, {"max_steps", 400}};
        trained.model = createModel(trained.card.architecture);
        writeModel(path, trained);
        QVERIFY(Predictor(path).card() == trained.card);
        trained.card.architecture["d_l"] = 301;
        writeModel(path, trained);
        QVERIFY_THROWS_EXCEPTION(FormatError, Predictor{path});
    }

    void aTranslationIsShownInTheUnitsOfItsSequence()
    {
        TrainedModel trained = test::randomModel();
        trained.card.architecture = {{"class", "Seq2Seq"},     {"d_l", 3},     {"d_a", 2}, {"d_v", 1},
                                     {"target", {"acoustic"}}, {"out_dim", 2}, {"h", 4},   {"reg", 3}};
        trained.model = createModel(trained.card.architecture);
        trained.model->eval();
        const Predictor predictor(std::move(trained));
        const SegmentInput input = segment(4);
        const Prediction prediction = predictor.predict({1, input, {true, true, true}, true});
        const Tensor& shown = prediction.outputs.at("translated"); // feature × true and translated × word
        QVERIFY((shown.shape == std::vector<std::int64_t>{2, 2, 4}));
        for (std::size_t feature = 0; feature < 2; ++feature) {
            for (std::size_t word = 0; word < 4; ++word)
                QVERIFY(std::abs(shown.values[feature * 8 + word] - input.acoustic.at(word, feature))
                        < tolerance);
        }
        QVERIFY((prediction.outputs.at("attention").shape == std::vector<std::int64_t>{4, 4}));
        QVERIFY(!prediction.outputs.contains("joint"));
    }

    void aModelThatFollowsShowsItsPredictionAfterEachWord()
    {
        TrainedModel trained = test::randomModel();
        trained.card.architecture
            = {{"class", "EFLSTM"}, {"d_l", 3}, {"d_a", 2}, {"d_v", 1}, {"h", 4}, {"out_dim", 2}};
        trained.model = createModel(trained.card.architecture);
        trained.model->eval();
        const Predictor predictor(std::move(trained));
        const SegmentInput whole = segment(4);
        const Tensor running
            = predictor.predict({1, whole, {true, false, true}, true}).outputs.at(kRunningPrediction);
        QVERIFY((running.shape == std::vector<std::int64_t>{4, 2}));
        for (std::size_t words = 1; words <= 4; ++words) {
            SegmentInput heard = whole;
            for (const Modality modality : allModalities) {
                heard.of(modality).rows = words;
                heard.of(modality).values.resize(words * heard.of(modality).columns);
            }
            const Prediction prefix = predictor.predict({1, heard, {true, false, true}, false});
            for (std::size_t output = 0; output < 2; ++output)
                QVERIFY(std::abs(running.values[2 * (words - 1) + output] - prefix.values[output])
                        < tolerance);
        }
    }

    void aModelThatNeedsAllWordsShowsNoneAfterEach()
    {
        for (const DisplayCard& display : m_predictor.displays()) // an LMF
            QVERIFY(display.output != kRunningPrediction);
    }

    void aSegmentIsSeenAsInTraining()
    {
        TrainedModel trained = test::randomModel();
        trained.card.input.options.steps = 3;
        trained.card.input.options.nanIsZero = true;
        const Predictor predictor(std::move(trained));
        SegmentInput input = segment(5), seen = segment(3);
        input.text.at(2, 0) = std::nanf("");
        for (const Modality modality : allModalities) {
            for (std::size_t step = 0; step < 3; ++step) // the first, the middle and the last word
                std::ranges::copy(input.of(modality).row(2 * step), seen.of(modality).row(step).begin());
        }
        seen.text.at(1, 0) = 0.0f;
        const Prediction prediction = predictor.predict({1, input, {true, true, true}, true});
        QVERIFY(prediction.values == m_predictor.predict({1, seen, {true, true, true}, false}).values);
        QCOMPARE(prediction.wordImportance.rows, std::size_t(5));
    }

    void whatItDidNotLearnFromCountsNothing()
    {
        TrainedModel trained = test::randomModel();
        trained.card.modalities = {true, false, true};
        const Predictor predictor(std::move(trained));
        const Prediction prediction = predictor.predict({1, segment(4), {true, true, true}, true});
        QCOMPARE(prediction.values, predictor.predict({1, segment(4), {true, false, true}, false}).values);
        for (const float change : prediction.occlusion[1])
            QVERIFY(std::abs(change) < tolerance);
    }

    void aModelOfWindowsSaysThatASegmentIsNotEnough()
    {
        TrainedModel trained = test::randomModel();
        trained.card.input.options.window = 8;
        try {
            Predictor(std::move(trained)).predict({1, segment(5), {true, true, true}, false});
            QFAIL("a model of windows answered for one segment");
        } catch (const ShapeError& error) {
            QCOMPARE(error.code(), std::string("needs_window"));
        }
    }

    void explainingChangesNoValue()
    {
        const Prediction plain = m_predictor.predict({1, segment(5), {true, true, true}, false});
        const Prediction explained = m_predictor.predict({1, segment(5), {true, true, true}, true});
        for (std::size_t output = 0; output < 2; ++output)
            QVERIFY(std::abs(plain.values[output] - explained.values[output]) < tolerance);
    }

    void aModalitysShareIsThePredictionMinusTheOneWithoutIt()
    {
        const Prediction all = m_predictor.predict({1, segment(5), {true, true, true}, true});
        for (std::size_t modality = 0; modality < 3; ++modality) {
            EnabledModalities enabled{true, true, true};
            enabled[modality] = false;
            const Prediction without = m_predictor.predict({1, segment(5), enabled, true});
            for (std::size_t output = 0; output < 2; ++output) {
                const float share = all.values[output] - without.values[output];
                QVERIFY(std::abs(share) > tolerance);
                QVERIFY(std::abs(all.occlusion[modality][output] - share) < tolerance);
                QVERIFY(std::abs(without.occlusion[modality][output]) < tolerance);
            }
        }
    }

    void aWordsShareIsThePredictionMinusTheOneWithoutIt()
    {
        const Prediction all = m_predictor.predict({1, segment(4), {true, true, true}, true});
        QCOMPARE(all.wordImportance.rows, std::size_t(4));
        QCOMPARE(all.wordImportance.columns, std::size_t(2));
        for (std::size_t word = 0; word < 4; ++word) {
            SegmentInput shorter = segment(4);
            for (const Modality modality : allModalities)
                removeWord(shorter.of(modality), word);
            const Prediction without = m_predictor.predict({1, shorter, {true, true, true}, false});
            const float share = all.values[1] - without.values[1];
            QVERIFY(std::abs(share) > tolerance);
            QVERIFY(std::abs(all.wordImportance.at(word, 1) - share) < tolerance);
        }
    }

    void theOnlyWordIsReplacedByTheMeanWord()
    {
        const Prediction all = m_predictor.predict({1, segment(1), {true, true, true}, true});
        const Prediction nothing = m_predictor.predict({1, segment(1), {false, false, false}, false});
        QCOMPARE(all.wordImportance.rows, std::size_t(1));
        QVERIFY(std::abs(all.wordImportance.at(0, 0) - (all.values[0] - nothing.values[0])) < tolerance);
    }

    void whatDoesNotFitIsRefused()
    {
        SegmentInput wide = segment(2);
        wide.acoustic = FeatureMatrix(2, 7);
        QVERIFY_THROWS_EXCEPTION(ShapeError, m_predictor.predict({1, wide, {true, true, true}, false}));
    }
};

QTEST_GUILESS_MAIN(TestPredictor)
#include "tst_predictor.moc"
