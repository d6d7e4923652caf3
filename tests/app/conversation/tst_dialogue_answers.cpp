#include "app/conversation/dialogue_answers.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>

using namespace app;

namespace {

DialogueModel sentimentModel(bool answersListeners)
{
    DialogueModel model;
    model.path = QStringLiteral("talks.safetensors");
    model.labels.push_back({"sentiment", -3.0f, 3.0f});
    model.answersListeners = answersListeners;
    return model;
}

/// Ada says [0, 2] and [6, 8], Bert [2.5, 5]; what the model counts as Bert's turns are two pieces.
const char* const kAnswer = R"([
{"id": "tea@ada[0]", "about": "speaking", "participant": "ada", "start": 0.1, "end": 1.9, "labels": {"sentiment": 1.5},
 "scores": {"sentiment": 1.25}, "attends": []},
{"id": "tea@bert[0]", "about": "speaking", "participant": "bert", "start": 2.5, "end": 3.0, "labels": null,
 "scores": {"sentiment": -1}, "attends": [{"id": "tea@ada[0]", "weight": 1.0}]},
{"id": "tea@bert[1]", "about": "speaking", "participant": "bert", "start": 3.2, "end": 5.0, "labels": null,
 "scores": {"sentiment": -2}, "attends": [{"id": "tea@ada[0]", "weight": 0.4}, {"id": "tea@bert[0]", "weight": 0.6}]},
{"id": "tea@ada[1]", "about": "speaking", "participant": "ada", "start": 6.0, "end": 8.0, "labels": null,
 "scores": {}, "attends": [{"id": "tea@ada[0]", "weight": 0.2}, {"id": "tea@bert[0]", "weight": 0.3},
 {"id": "tea@bert[1]", "weight": 0.5}]},
{"id": "tea@ada[1]", "about": "listening", "participant": "bert", "start": 6.0, "end": 8.0, "labels": null,
 "scores": {"sentiment": 0.5}, "learnt_from": "speakers", "attends": []}])";

ConversationData teaData()
{
    ConversationData data;
    data.conversation.id = "tea";
    data.conversation.participants = {{"ada"}, {"bert"}};
    data.people.resize(2);
    const std::vector<engine::Speaker> speakers{{"ada", {{0.0, 2.0}, {6.0, 8.0}}}, {"bert", {{2.5, 5.0}}}};
    data.taken = engine::takenTurns(speakers);
    return data;
}

}

/// What `polylogue-models predict` says of conversations, read.
class TestDialogueAnswers : public QObject {
    Q_OBJECT

private slots:
    void answersAreRead()
    {
        const DialogueAnswers answers = dialogueAnswersFrom(kAnswer, sentimentModel(true));
        QCOMPARE(answers.answers.size(), std::size_t{5});
        QCOMPARE(answers.answers[0].values, (std::vector<double>{1.25}));
        QVERIFY(answers.answers[0].labels == (std::vector<std::optional<double>>{1.5}));
        QVERIFY(!answers.answers[1].labels[0]);
        QVERIFY(std::isnan(answers.answers[3].values[0])); // it says none
        QVERIFY(answers.answers[4].listens && answers.answers[4].isLearntFromSpeakers);
        QCOMPARE(answers.listening("tea@ada[1]").size(), std::size_t{1});
        QVERIFY(answers.listening("tea@ada[0]").empty());
    }

    void anAnswerBelongsToTheTurnThatItOverlapsMost()
    {
        const DialogueAnswers answers = dialogueAnswersFrom(kAnswer, sentimentModel(true));
        const ConversationData data = teaData();
        QCOMPARE(data.taken.turns.size(), std::size_t{3});
        QCOMPARE(answers.speaking(data.taken.turns[0], "ada")->turn, std::string("tea@ada[0]"));
        QCOMPARE(answers.speaking(data.taken.turns[1], "bert")->turn, std::string("tea@bert[1]"));
        QVERIFY(!answers.speaking(data.taken.turns[1], "ada")); // another person's
        QVERIFY(!answers.speaking({0, 20.0, 21.0}, "ada"));
    }

    void weightsOfPartsOfATurnAreSummed()
    {
        const DialogueAnswers answers = dialogueAnswersFrom(kAnswer, sentimentModel(true));
        const auto last = attendedTurnsOf(answers, 2, teaData());
        QCOMPARE(last.size(), std::size_t{2});
        QVERIFY(std::abs(last.at(0) - 0.2) < 1e-9 && std::abs(last.at(1) - 0.8) < 1e-9);
        const auto second = attendedTurnsOf(answers, 1, teaData()); // its own beginning is none to go back to
        QCOMPARE(second.size(), std::size_t{1});
        QVERIFY(std::abs(second.at(0) - 0.4) < 1e-9);
        QVERIFY(attendedTurnsOf(answers, 0, teaData()).empty());
    }

    void illegibleAnswersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("note: no");
        QTest::newRow("of segments") << QByteArray(R"([{"id": "a[0]", "scores": {}, "labels": null}])");
        QTest::newRow("a weight that is none")
            << QByteArray(R"([{"id": "t@a[0]", "about": "speaking", "participant": "a", "start": 0, "end": 1,
                "labels": null, "scores": {}, "attends": [{"id": "t@b[0]", "weight": "much"}]}])");
    }

    void illegibleAnswersAreRefused()
    {
        QFETCH(QByteArray, answer);
        QVERIFY_EXCEPTION_THROWN(dialogueAnswersFrom(answer.toStdString(), sentimentModel(false)),
                                 engine::FormatError);
    }

    void theQuestionIsOfOneConversation()
    {
        const std::vector<std::string> all = dialogueQuestion(sentimentModel(true), "tea", std::nullopt);
        QCOMPARE(all,
                 (std::vector<std::string>{"predict", "--ids", "tea", "--attends", "--unlabelled", "--about",
                                           "speaking,listening"}));
        const std::vector<std::string> some = dialogueQuestion(sentimentModel(false), "tea", 3);
        QCOMPARE(some,
                 (std::vector<std::string>{"predict", "--ids", "tea", "--attends", "--unlabelled", "--about",
                                           "speaking", "--context", "3"}));
    }

    void aCardTellsWhatAModelAnswers()
    {
        engine::ModelCard card;
        card.name = "Talks";
        card.architecture = {{"class", "DialogueRNN"}, {"predict", "all"}, {"bidirectional", false}};
        const auto everyone = dialogueModelOf(card, QStringLiteral("a.safetensors"));
        QVERIFY(everyone && everyone->answersListeners && everyone->attends);
        QVERIFY(everyone->looksAhead); // it attends to all turns in the end
        card.architecture["global_attention"] = false;
        QVERIFY(!dialogueModelOf(card, QStringLiteral("a.safetensors"))->looksAhead);
        card.architecture = {{"class", "BCLSTM"}, {"attention", false}};
        const auto speakers = dialogueModelOf(card, QStringLiteral("b.safetensors"));
        QVERIFY(speakers && !speakers->answersListeners && speakers->looksAhead && !speakers->attends);
        QVERIFY(speakers->ofPeople.sentence.isEmpty()); // it is not known from whom it learnt
        card.learntFrom = engine::LearntFrom{engine::Who::Drawn, {"en"}};
        const auto drawn = dialogueModelOf(card, QStringLiteral("b.safetensors"));
        QVERIFY(!drawn->ofPeople.sentence.isEmpty() && drawn->ofDrawings.sentence.isEmpty());
        card.architecture = {{"class", "LMF"}};
        QVERIFY(!dialogueModelOf(card, QStringLiteral("c.safetensors")));
    }
};

QTEST_GUILESS_MAIN(TestDialogueAnswers)
#include "tst_dialogue_answers.moc"
