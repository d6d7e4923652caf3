#include "engine/models/conversation/turn_loss.h"
#include "engine/models/fusion/registry.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/statistics.h"
#include "engine/training/run/conversation_scores.h"
#include "engine/training/run/trainer.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "tests/engine/training/dialogue_file.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr float kNobody = std::numeric_limits<float>::quiet_NaN();

TrainedModel modelFor(const FeatureData& data, const std::string& predict)
{
    TrainedModel trained;
    trained.card.name = "turns";
    trained.card.task = "classes";
    trained.card.labels = labelsFor(Task::Classes, data.training().labels, data.labelNames);
    trained.card.normalisation = measureNormalisation(data.training(), {});
    trained.card.architecture = {{"class", "DialogueRNN"},
                                 {"d_l", 2},
                                 {"d_a", 1},
                                 {"d_v", 1},
                                 {"out_dim", 2},
                                 {"d_g", 4},
                                 {"d_p", 4},
                                 {"d_e", 3},
                                 {"d_h", 4},
                                 {"parties", 2},
                                 {"predict", predict},
                                 {"listener", "state"}};
    torch::manual_seed(1);
    trained.model = createModel(trained.card.architecture);
    trained.model->eval();
    return trained;
}

}

class TestConversationTensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FeatureData m_data;

private slots:
    void initTestCase()
    {
        const std::string path = m_folder.filePath(QStringLiteral("talks.h5")).toStdString();
        test::DialogueFile::make(path, 16);
        m_data = readFeatureFile(path);
        m_data.labelNames = {"calm", "upset"};
    }

    /// Each turn at the place that the piece says, normalised; NaN is the target where nobody labelled one.
    void turnsAreLaidOut()
    {
        FoldData fold = m_data.training();
        std::ranges::fill(fold.labels.row(1), kNobody);
        const TrainedModel trained = modelFor(m_data, "speaker");
        const ConversationTensors made = prepareConversations(*asConversationModel(*trained.model), fold,
                                                              trained.card, {true, true, true});
        QCOMPARE(made.tensors.size(), std::int64_t{16});
        QCOMPARE(made.truths.rows, fold.size() - 1);
        const FeatureScale& scale = trained.card.normalisation[0];
        for (std::size_t i = 0; i < made.pieces.size(); ++i) {
            const ConversationPiece& piece = made.pieces[i];
            const auto row = static_cast<std::int64_t>(i);
            for (std::size_t step = 0; step < piece.turns.size(); ++step) {
                const auto at = static_cast<std::int64_t>(step);
                QCOMPARE(made.tensors.inputs.text[row][at][1].item<float>(),
                         normalised(fold.features[0].segment(piece.turns[step])[1], scale, 1));
                QCOMPARE(made.tensors.inputs.extras.at("speaker")[row][at].item<std::int64_t>(),
                         piece.speakers[step]);
                const torch::Tensor target = made.tensors.targets[row][at];
                if (piece.turns[step] == 1)
                    QVERIFY(target.isnan().all().item<bool>());
                else
                    QCOMPARE(target[1].item<float>(), fold.labels.at(piece.turns[step], 1));
            }
            const auto length = static_cast<std::int64_t>(piece.turns.size());
            const torch::Tensor behind
                = made.tensors.targets[row].narrow(0, length, made.tensors.targets.size(1) - length);
            QVERIFY(behind.isnan().all().item<bool>());
        }
    }

    /// A turn of several steps is their mean.
    void stepsOfATurnAreOneVector()
    {
        FoldData fold = slice(m_data.training(), 0, 2);
        FoldData stepped = fold;
        for (FeatureBlock& block : stepped.features) {
            const FeatureBlock one = block;
            block.steps = 3; // twice the row, more and less by 1; and padding
            block.values.assign(2 * 3 * block.width, 9.0F);
            for (std::size_t i = 0; i < 2; ++i) {
                for (std::size_t column = 0; column < block.width; ++column) {
                    block.segment(i)[column] = one.segment(i)[column] + 1.0F;
                    block.segment(i)[block.width + column] = one.segment(i)[column] - 1.0F;
                }
            }
        }
        stepped.lengths = {2, 2};
        TrainedModel trained = modelFor(m_data, "speaker");
        for (FeatureScale& scale : trained.card.normalisation)
            scale.clip = 0.0F;
        const ConversationModel& model = *asConversationModel(*trained.model);
        const auto tensors = [&](const FoldData& from) {
            return prepareConversations(model, from, trained.card, {true, true, true}).tensors.inputs.text;
        };
        QVERIFY(torch::allclose(tensors(stepped), tensors(fold), 0.0, 1e-5));
    }

    /// The scores of each turn are those of the conversation that it is in, whatever lies beside it.
    void scoresFindTheirTurns_data()
    {
        QTest::addColumn<QString>("predict");
        QTest::newRow("speaker") << QStringLiteral("speaker");
        QTest::newRow("all") << QStringLiteral("all");
    }

    void scoresFindTheirTurns()
    {
        QFETCH(const QString, predict);
        const TrainedModel trained = modelFor(m_data, predict.toStdString());
        const FoldData& fold = m_data.training();
        const TurnScores all = turnScores(trained, fold, {true, true, true}, "cpu");
        QCOMPARE(all.speaking.rows, fold.size());
        const bool everyone = predict == QLatin1String("all");
        QCOMPARE(all.listeners.size(), everyone ? fold.size() : std::size_t{0});
        for (const ConversationPiece& piece : conversationPieces(fold, 128)) {
            const TurnScores own
                = turnScores(trained, selected(fold, piece.turns), {true, true, true}, "cpu");
            for (std::size_t i = 0; i < piece.turns.size(); ++i) {
                QVERIFY(std::abs(own.speaking.at(i, 1) - all.speaking.at(piece.turns[i], 1)) < 1e-5F);
                for (std::size_t listener = 0; everyone && listener < all.listeners.size(); ++listener) {
                    if (all.listeners[listener].turn == piece.turns[i])
                        QVERIFY(std::abs(own.listening.at(i, 1) - all.listening.at(listener, 1)) < 1e-5F);
                }
            }
        }
    }

    /// The context of a piece counts in the piece before.
    void turnsOfTwoPiecesCountOnce()
    {
        TrainedModel trained = modelFor(m_data, "all");
        FoldData fold = m_data.training();
        for (std::size_t i = 0; i < fold.size(); ++i) {
            fold.turns[i].conversation = "one";
            fold.turns[i].start = static_cast<double>(i);
        }
        trained.card.input.options.longestTurns = 16;
        const ConversationTensors made = prepareConversations(*asConversationModel(*trained.model), fold,
                                                              trained.card, {true, true, true});
        QVERIFY(made.pieces.size() > 2);
        QCOMPARE(made.truths.rows, 2 * fold.size()); // of speaker and listener
        QVERIFY(made.tensors.targets[1].narrow(0, 0, 8).isnan().all().item<bool>());
        const torch::Tensor rows = labelledRows(made.tensors.targets, made.tensors.targets);
        QCOMPARE(rows.size(0), static_cast<std::int64_t>(made.truths.rows));
        for (std::int64_t i = 0; i < rows.size(0); ++i)
            QCOMPARE(rows[i][0].item<float>(), made.truths.at(static_cast<std::size_t>(i), 0));
    }

    void figuresAreAlsoOfSomeTurns()
    {
        const TrainedModel trained = modelFor(m_data, "all");
        const Report report = evaluateConversations(trained, m_data, trained.card.labels, {});
        const auto countOf = [&](const std::string& behind) {
            double count = 0.0;
            for (const ReportRow& row : report) {
                if (row.fold == "test" && row.modalities == "text+acoustic+visual" + behind)
                    count = row.metric("n").value_or(0.0);
            }
            return count;
        };
        const auto turns = static_cast<double>(m_data.test().size());
        QCOMPARE(countOf(""), turns);
        QCOMPARE(countOf(", listening"), turns);
        QCOMPARE(countOf(", turn 1"), 8.0);
        QCOMPARE(countOf(", turns 2-4"), 24.0);
        QCOMPARE(countOf(", turns 5+"), turns - 32.0);
        std::map<std::pair<std::string, std::string>, float> moods;
        double shifts = 0.0;
        for (std::size_t i = 0; i < m_data.test().size(); ++i) { // as the file has them, which is in order
            const Turn& turn = m_data.test().turns[i];
            const float mood = m_data.test().labels.at(i, 0);
            const auto [known, isFirst] = moods.emplace(std::pair(turn.conversation, turn.participant), mood);
            shifts += !isFirst && std::exchange(known->second, mood) != mood ? 1.0 : 0.0;
        }
        QVERIFY(shifts > 0.0);
        QCOMPARE(countOf(", shifts"), shifts);
        QCOMPARE(report.front().modalities, std::string("text+acoustic+visual"));
        QCOMPARE(report.front().fold, std::string("test"));
    }

    void aShiftIsAnotherClassOrAnotherSide()
    {
        const std::vector<LabelCard> classes{{"calm"}, {"upset"}};
        const auto shifts = [&](std::vector<float> before, std::vector<float> now, Task task) {
            return isShift(before, now, classes, task);
        };
        QVERIFY(shifts({1, 0}, {0, 1}, Task::Classes));
        QVERIFY(!shifts({1, 0}, {1, 0}, Task::Classes));
        QVERIFY(shifts({0.5F}, {-2.0F}, Task::Regression));
        QVERIFY(!shifts({0.5F}, {2.0F}, Task::Regression));
        QVERIFY(shifts({0.5F}, {0.0F}, Task::Regression));
    }
};

QTEST_GUILESS_MAIN(TestConversationTensors)
#include "tst_conversation_tensors.moc"
