#include "app/prediction/live_prediction.h"
#include "engine/alignment/timed_segments.h"
#include "engine/model_files/model_card_file.h"
#include "engine/model_files/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <memory>

#include "tests/support/small_video.h"
#include "tests/support/waiting.h"

using namespace app;

namespace {

/// Rows of zeros at these times, as wide as the demo's model wants them.
engine::WordCollapser zeros(const std::vector<engine::Interval>& times, std::size_t columns)
{
    return engine::WordCollapser({times, engine::FeatureMatrix(times.size(), columns)});
}

VideoData videoForTheDemoModel()
{
    VideoData data = test::smallVideo("a");
    const std::vector<engine::Interval> frames = data.wordFeatures->acoustic.intervals();
    data.wordFeatures = std::make_shared<WordFeatures>(
        WordFeatures{zeros(data.words.intervals, 26), true, zeros(frames, 31), {}, zeros(frames, 20)});
    return data;
}

}

/// What becomes of the answers when the worker dies or refuses: a real worker, which is held and ended by
/// signals.
class LivePredictionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ModelsClient> m_client;
    std::unique_ptr<LivePrediction> m_prediction;
    std::function<void()> m_whenReady; ///< before anything is asked
    std::function<void(quint64 id)> m_whenAnswered; ///< before the next is asked
    const QString m_model = QStringLiteral(DEMO "/model/lmf.safetensors");

    void signalWorker(int number) { ::kill(static_cast<pid_t>(m_client->processId()), number); }

    /// The demo's model, as if it had learnt from such rows.
    QString modelOf(const nlohmann::json& recipe, std::size_t window = 0)
    {
        engine::Safetensors file = engine::readSafetensors(m_model.toStdString());
        engine::ModelCard card = engine::readModelCard(m_model.toStdString());
        card.recipe.update(recipe);
        card.input.options.window = window;
        file.metadata = engine::metadataOf(card);
        const QString path = m_folder.filePath(QStringLiteral("model.safetensors"));
        engine::writeSafetensors(path.toStdString(), file);
        return path;
    }

    QTemporaryDir m_folder;

private slots:
    void init()
    {
        m_whenReady = {};
        m_whenAnswered = {};
        m_document = std::make_unique<Document>();
        m_client = std::make_unique<ModelsClient>(QStringLiteral(PROGRAMS "/polylogue-models"));
        connect(m_client.get(), &ModelsClient::stateChanged, this, [this](ModelsClient::State state) {
            if (state == ModelsClient::State::Ready && m_whenReady)
                m_whenReady();
        });
        connect(m_client.get(), &ModelsClient::answered, this, [this](const engine::Prediction& prediction) {
            if (m_whenAnswered)
                m_whenAnswered(prediction.id);
        });
        m_prediction = std::make_unique<LivePrediction>(*m_document, *m_client);
        m_document->setVideo(videoForTheDemoModel());
    }

    void cleanup()
    {
        signalWorker(SIGCONT);
        m_prediction.reset();
        m_client.reset();
    }

    void aModelThatIsStartedAgainAfterSixDeathsAnswers()
    {
        m_whenReady = [this] { signalWorker(SIGKILL); }; // the question that follows finds it dead
        m_client->start(m_model);
        QTRY_COMPARE(m_client->state(), ModelsClient::State::Stopped);
        m_whenReady = {};
        m_client->start(m_model);
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0) && m_prediction->answer(1));
    }

    void aLateRefusalLeavesANewerWish()
    {
        m_whenReady = [this] { signalWorker(SIGSTOP); };
        m_client->start(m_model);
        QTRY_COMPARE(m_client->state(), ModelsClient::State::Ready);
        m_prediction->setEnabled({true, true, false}); // another question by now
        emit m_client->refused(1, QStringLiteral("too late")); // the first one
        QCOMPARE(m_prediction->refusal(0), QString());
        QVERIFY(!m_prediction->isComplete());
        signalWorker(SIGCONT);
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0) && m_prediction->answer(0)->current);
    }

    void aRefusalOfTheUneditedTimesLeavesTheAnswer()
    {
        quint64 last = 0;
        m_whenAnswered = [&](quint64 id) { last = id; };
        m_client->start(m_model);
        QTRY_VERIFY(m_prediction->isComplete());
        const quint64 edited = last + 1; // asked first, then the unedited times
        m_whenAnswered = [&](quint64 id) {
            if (id == edited)
                signalWorker(SIGSTOP);
        };
        test::moveEnd(*m_document, 0, 0.7);
        QTRY_VERIFY(m_prediction->answer(0) && m_prediction->answer(0)->current);
        QVERIFY(!m_prediction->isComplete());
        emit m_client->refused(edited + 1, QStringLiteral("not these"));
        QVERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0) && m_prediction->answer(0)->current);
        QCOMPARE(m_prediction->refusal(0), QString());
    }

    void withAModalityOffTheAnswerOfAllIsKept()
    {
        m_client->start(m_model);
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0)->allOn.empty());
        const std::vector<float> all = m_prediction->answer(0)->prediction.values;
        m_prediction->setEnabled({false, true, true});
        QTRY_VERIFY(m_prediction->isComplete());
        QCOMPARE(m_prediction->answer(0)->allOn, all);
        test::moveEnd(*m_document, 0, 0.7); // the words of the first segment: its answers are other ones now
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(!m_prediction->answer(0)->allOn.empty() && !m_prediction->answer(0)->asRecorded.empty());
        m_prediction->setEnabled({true, true, true});
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0)->allOn.empty());
    }

    void aModelOfEqualStepsGetsThem()
    {
        const WordFeatures& features = *m_document->video().wordFeatures;
        m_client->start(modelOf({{"rows", {{"rate_hz", 4.0}}}}));
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->input().isUnaligned() && !m_prediction->input().mayBeWords());
        const engine::Interval segment = m_prediction->segments()[1]; // with one word
        const engine::SegmentInput made
            = m_prediction->input().inputOf(segment, m_prediction->input().maker())();
        QCOMPARE(made.acoustic.rows, static_cast<std::size_t>(std::llround(4 * segment.length())));
        QVERIFY(made
                == engine::segmentInput(engine::stepsOf(segment, {4.0}), features.text, features.acoustic,
                                        features.visual, {}));
        QVERIFY(m_prediction->answer(1));
        QCOMPARE(m_prediction->answer(1)->prediction.wordImportance.rows, made.acoustic.rows);
    }

    void whatCannotBeMadeIsNotAskedAbout_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<int>("window");
        QTest::addColumn<QString>("why");
        QTest::newRow("windows of recordings") << QByteArray(R"({"segments": {"window_s": 2, "hop_s": 1}})")
                                               << 0 << QStringLiteral("windows of recordings");
        QTest::newRow("scaled by video") << QByteArray(R"({"rows": "own", "scale": "video"})") << 0
                                         << QStringLiteral("scaled over each whole video");
        QTest::newRow("segments before") << QByteArray("{}") << 3 << QStringLiteral("those before it");
    }
    void whatCannotBeMadeIsNotAskedAbout()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(int, window);
        QFETCH(QString, why);
        m_client->start(
            modelOf(nlohmann::json::parse(recipe.toStdString()), static_cast<std::size_t>(window)));
        QTRY_VERIFY(m_client->model());
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(!m_prediction->answer(0));
        QVERIFY2(m_prediction->refusal(0).contains(why), qPrintable(m_prediction->refusal(0)));
    }

    void withAllModalitiesOffThereIsNoAnswer()
    {
        m_client->start(m_model);
        QTRY_VERIFY(m_prediction->isComplete());
        m_prediction->setEnabled({false, false, false});
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(!m_prediction->answer(0) && !m_prediction->answer(1));
        QCOMPARE(m_prediction->refusal(0),
                 QStringLiteral("No modality is on: the model hears, sees and reads nothing."));
        m_prediction->setEnabled({true, false, false});
        QCOMPARE(m_prediction->refusal(0), QString());
        QTRY_VERIFY(m_prediction->isComplete());
        QVERIFY(m_prediction->answer(0) && !m_prediction->answer(0)->allOn.empty());
    }
};

QTEST_GUILESS_MAIN(LivePredictionTest)
#include "tst_live_prediction.moc"
