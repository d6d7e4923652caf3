#include "app/models_client/models_client.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include "tests/support/waiting.h"

using namespace app;

namespace {

const QString kModel = QStringLiteral(DEMO "/model/lmf.safetensors");

/// A segment of as many words as asked, in the demo's widths.
ModelsClient::Question question(std::size_t words = 5, std::size_t acousticColumns = 31)
{
    return {[=] {
                return engine::SegmentInput{engine::FeatureMatrix(words, 26),
                                            engine::FeatureMatrix(words, acousticColumns),
                                            engine::FeatureMatrix(words, 20)};
            },
            {true, true, true},
            true};
}

}

class ModelsClientTest : public QObject {
    Q_OBJECT

private slots:
    void answersWithOneValuePerLabelAndSaysWhatEachModalityAdds()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QVector<engine::Prediction> answers;
        connect(&client, &ModelsClient::answered, this,
                [&](const engine::Prediction& p, double) { answers << p; });
        client.ask(question());
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.front().values.size(), client.model()->labels.size());
        QCOMPARE(answers.front().wordImportance.rows, std::size_t{5});
        QCOMPARE(answers.front().occlusion[1].size(), answers.front().values.size());
    }

    void aModelThatLooksAtRecordingsIsAskedAboutASpanOfOne()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(QStringLiteral(DEMO "/models/fv2es.safetensors"));
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QVector<engine::Prediction> answers;
        connect(&client, &ModelsClient::answered, this,
                [&](const engine::Prediction& p, double) { answers << p; });
        ModelsClient::Question about = question();
        about.media = DEMO "/media/finn_1.mp4";
        about.span = {1.0, 3.0};
        client.ask(about);
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers[0].values.size(), std::size_t{6});
        QCOMPARE(answers[0].occlusion[2].size(), std::size_t{6});
        QCOMPARE(answers[0].wordImportance.rows, std::size_t{5}); // of words, nothing
        about.span = {3.0, 5.0};
        client.ask(about);
        QTRY_COMPARE(answers.size(), 2);
        QVERIFY(answers[0].values != answers[1].values);
        QSignalSpy refusals(&client, &ModelsClient::refused);
        client.ask(question());
        QTRY_COMPARE(refusals.count(), 1);
        QVERIFY(refusals.first().at(1).toString().contains(QStringLiteral("recordings")));
    }

    void aLiveSessionIsAnsweredFromWhatWasHandedOver()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(QStringLiteral(DEMO "/models/fv2es.safetensors"));
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QVector<engine::LiveReply> replies;
        connect(&client, &ModelsClient::liveAnswered, this,
                [&](const engine::LiveReply& reply, double) { replies << reply; });
        engine::LiveRequest request;
        request.begins = true;
        request.window = 1.0;
        request.findsFace = true;
        request.pictures.push_back({0.0, 64, 48, std::vector<std::uint8_t>(64 * 48 * 4, 90)});
        request.sound.assign(16000, 0.01F);
        client.askLive(request);
        QVERIFY(client.isBusy());
        QTRY_COMPARE(replies.size(), 1);
        QVERIFY(replies[0].values.empty() && !replies[0].span && !replies[0].face);
        engine::LiveRequest later; // nothing new, but a question
        later.window = 1.0;
        later.span = engine::Interval{0.0, 1.0};
        later.explain = true;
        client.askLive(later);
        QTRY_COMPARE(replies.size(), 2);
        QCOMPARE(replies[1].values.size(), std::size_t{6});
        QCOMPARE(replies[1].frames, std::size_t{4}); // a second in quarters, all the same picture
        QCOMPARE(replies[1].newest, 0.0);
        QCOMPARE(replies[1].occlusion[1].size(), std::size_t{6});
        QVERIFY(replies[1].occlusion[0].empty()); // it reads no text
        QVERIFY(!client.isBusy());
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        QVector<quint64> answered;
        connect(&client, &ModelsClient::answered, this,
                [&](const engine::Prediction& p, double) { answered << p.id; });
        client.start(kModel);
        quint64 last = 0;
        for (int i = 0; i < 50; ++i) // all of them wait: the worker is still loading
            last = client.ask(question());
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered.front(), last);
        QVERIFY(!client.isBusy());
    }

    void wrongInputIsRefusedWithAReasonAndTheWorkerLives()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QSignalSpy refusals(&client, &ModelsClient::refused);
        QSignalSpy answers(&client, &ModelsClient::answered);
        client.ask(question(5, 7));
        QTRY_COMPARE(refusals.count(), 1);
        QVERIFY2(refusals.first().at(1).toString().contains(QStringLiteral("31")),
                 qPrintable(refusals.first().at(1).toString()));
        client.ask(question());
        QTRY_COMPARE(answers.count(), 1);
    }

    void killedWorkerIsReplacedAndAnswersAgain()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        const qint64 victim = client.processId();
        QSignalSpy failures(&client, &ModelsClient::failed);
        QSignalSpy answers(&client, &ModelsClient::answered);
        ::kill(static_cast<pid_t>(victim), SIGKILL);
        QTRY_COMPARE(failures.count(), 1);
        client.ask(question()); // waits for the next one
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(client.state(), ModelsClient::State::Ready);
        QVERIFY(client.processId() != victim);
    }

    void aHangingWorkerIsEndedAndAnswersAgain()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        client.setPatience(500);
        const qint64 hanging = client.processId();
        QCOMPARE(::kill(static_cast<pid_t>(hanging), SIGSTOP), 0);
        QSignalSpy failures(&client, &ModelsClient::failed);
        QSignalSpy answers(&client, &ModelsClient::answered);
        client.ask(question());
        QTRY_VERIFY(failures.count() > 0);
        QVERIFY(failures.first().first().toString().contains(QStringLiteral("did not answer")));
        client.setPatience(60000); // loading may take longer on a busy machine
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QVERIFY(client.processId() != hanging);
        client.ask(question());
        QTRY_COMPARE(answers.count(), 1);
    }

    void modelThatCannotBeLoadedLeavesTheOneBefore()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QSignalSpy failures(&client, &ModelsClient::failed);
        QSignalSpy answers(&client, &ModelsClient::answered);
        const qint64 process = client.processId();
        client.start(QStringLiteral(DEMO "/words.csd"));
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY2(failures.first().first().toString().contains(QStringLiteral("words.csd")),
                 qPrintable(failures.first().first().toString()));
        client.ask(question());
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(client.processId(), process);
    }

    void theModelThatAnswersIsKnownWhenANewerOneFails()
    {
        const QTemporaryDir folder;
        const QString second = folder.filePath(QStringLiteral("second.safetensors"));
        QVERIFY(QFile::copy(kModel, second));
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        client.start(kModel);
        QTRY_COMPARE(client.state(), ModelsClient::State::Ready);
        QSignalSpy changes(&client, &ModelsClient::modelChanged);
        QSignalSpy failures(&client, &ModelsClient::loadFailed);
        client.start(second);
        client.start(QStringLiteral(DEMO "/words.csd"));
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(client.state(), ModelsClient::State::Ready);
        QCOMPARE(client.loadedPath(), second);
        QCOMPARE(changes.count(), 1);
    }

    void firstModelThatCannotBeLoadedIsSaid()
    {
        ModelsClient client(QStringLiteral(PROGRAMS "/polylogue-models"));
        QSignalSpy failures(&client, &ModelsClient::failed);
        client.start(QStringLiteral("/nowhere/model.safetensors"));
        QTRY_COMPARE(failures.count(), 1);
        QTRY_COMPARE(client.state(), ModelsClient::State::Stopped);
    }

    void missingProgramIsSaidAndNothingHangs()
    {
        ModelsClient client(QStringLiteral("/nowhere/polylogue-models"));
        QSignalSpy failures(&client, &ModelsClient::failed);
        client.start(kModel);
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(client.state(), ModelsClient::State::Lost);
    }
};

QTEST_GUILESS_MAIN(ModelsClientTest)
#include "tst_models_client.moc"
