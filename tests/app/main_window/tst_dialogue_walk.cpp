#include "engine/core/text_file.h"
#include "widgets/conversation/conversation_panel.h"
#include "widgets/conversation/turn_predictions.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/who_speaks_track.h"

#include <QLabel>
#include <QProcessEnvironment>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/copied_conversation.h"
#include "tests/support/program.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Models of conversations in the real window: one that answers about everybody and looks ahead, and one of
/// speakers alone that looks back, both trained here on copies of the demo's conversation.
class DialogueWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void train(const char* name, const nlohmann::json& model)
    {
        const nlohmann::json config{{"dataset", "dataset.json"},
                                    {"name", name},
                                    {"recipe", {{"text", ""}}},
                                    {"model", model},
                                    {"labels", {{{"name", "sentiment"}, {"column", 0}, {"range", {-3, 3}}}}},
                                    {"training", {{"epochs", 4}, {"lr", 0.02}, {"batch", 2}, {"seed", 1}}},
                                    {"alone", false}};
        const QString file = place("train.json");
        engine::writeTextFile(file.toStdString(), config.dump()).commit();
        const auto result = engine::test::runProgram(QStringLiteral("polylogue-models"),
                                                     {QStringLiteral("train"), file, QStringLiteral("--out"),
                                                      place(name) + QStringLiteral(".safetensors"),
                                                      QStringLiteral("--progress"), QStringLiteral("none")},
                                                     QProcessEnvironment::systemEnvironment());
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

private slots:
    void initTestCase()
    {
        engine::test::copyConversation(std::filesystem::path(DEMO "_conversation"),
                                       m_folder.path().toStdString(),
                                       {"thursday", "friday", "sunday", "monday"});
        train("everyone",
              {{"class", "DialogueRNN"},
               {"d_g", 6},
               {"d_p", 6},
               {"d_e", 6},
               {"d_h", 6},
               {"predict", "all"},
               {"listener", "state"}});
        train("speakers",
              {{"class", "BCLSTM"},
               {"h", 6},
               {"fc", 6},
               {"layers", 1},
               {"attention", false},
               {"bidirectional", false}});
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({std::filesystem::path(DEMO "_conversation")});
        QVERIFY(settle());
        pressKey(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(panel().isVisible());
        QVERIFY(settle());
        QVERIFY(settle()); // what the tab asked for when it was shown
    }

    void withoutAModelItIsSaidWhatIsMissing()
    {
        QVERIFY(panel().content().people.empty());
        QVERIFY(!panel().content().message.isEmpty());
        QVERIFY(!find<QSlider>("turnContext")->isVisible());
        QCOMPARE(arcs(), std::size_t{0});
    }

    void aModelAnswersAboutTheTurnUnderThePlayhead()
    {
        goToTurn(6);
        choose("everyone");
        QTRY_COMPARE(panel().content().people.size(), std::size_t{2});
        const auto& turns = whoSpeaks()->content().turns->turns;
        const auto people = panel().content().people;
        QVERIFY(people[0].speaks && !people[1].speaks);
        QCOMPARE(people[0].name, whoSpeaks()->content().people[turns[6].speaker].name);
        QCOMPARE(people[0].values.size(), std::size_t{1});
        QCOMPARE(people[0].values[0].name, QStringLiteral("sentiment"));
        QVERIFY(people[0].values[0].label); // the dataset's
        QVERIFY(people[0].note.isEmpty());
        QVERIFY(people[1].values[0].label); // of labels_listening, which it learnt from
        QVERIFY(people[1].note.isEmpty());
        QVERIFY(panel().content().turn.startsWith(QStringLiteral("Turn 7")));
        QVERIFY(panel().content().attention.startsWith(QStringLiteral("Attends most to turn")));
        QVERIFY(std::ranges::any_of(whoSpeaks()->arcs(), [](const auto& arc) { return arc.to > arc.from; }));
        QVERIFY(std::ranges::any_of(whoSpeaks()->arcs(), [](const auto& arc) { return arc.to < arc.from; }));
        pictures("dialogue-window");
    }

    void thePlayheadGoesToAnotherTurn()
    {
        const auto before = panel().content();
        goToTurn(9);
        QTRY_VERIFY(panel().content().turn.startsWith(QStringLiteral("Turn 10")));
        QVERIFY(panel().content().people != before.people);
        QVERIFY(!panel().content().isComputing); // all turns were asked about at once
        QTRY_VERIFY(std::ranges::all_of(whoSpeaks()->arcs(), [](const auto& arc) { return arc.from == 9; }));
    }

    void lessContextIsAskedFor()
    {
        const auto whole = panel().content().people;
        auto* slider = find<QSlider>("turnContext");
        QVERIFY(slider->isVisible());
        QVERIFY(slider->maximum() > 20);
        slider->setValue(2);
        QVERIFY(find<QLabel>("turnContextText")->text().contains(QStringLiteral("2 turn")));
        QVERIFY(settle());
        QTRY_VERIFY(!panel().content().isComputing && panel().content().people != whole);
        QVERIFY(arcs() > 0);
        for (const widgets::TurnArc& arc : whoSpeaks()->arcs())
            QVERIFY(arc.from == 9 && (arc.to == 8 || arc.to == 7));
        slider->setValue(0);
        QCOMPARE(find<QLabel>("turnContextText")->text(), QStringLiteral("the turn alone"));
        QVERIFY(settle());
        QTRY_VERIFY(!panel().content().isComputing && arcs() == 0);
        slider->setValue(slider->maximum());
        QVERIFY(settle());
        QTRY_COMPARE(panel().content().people, whole); // kept
    }

    void aModelOfSpeakersSaysSo()
    {
        choose("speakers");
        QTRY_COMPARE(panel().content().model, QStringLiteral("speakers"));
        QTRY_COMPARE(panel().content().people.size(), std::size_t{2});
        QTRY_VERIFY(!panel().content().isComputing);
        QVERIFY(panel().content().people[1].values.empty());
        QVERIFY(panel().content().people[1].note.contains(QStringLiteral("nothing of those who listen")));
        QVERIFY(!panel().content().looksAhead);
        QCOMPARE(arcs(), std::size_t{0});
        QCOMPARE(panel().content().attention, QStringLiteral("This model does not say which turns count."));
    }

    void aFileOfAnotherModelIsRefused()
    {
        emit panel().models().modelChosen(QStringLiteral(DEMO "/model/lmf.safetensors"));
        QTRY_VERIFY2(panel().content().message.contains(QStringLiteral("lmf.safetensors is no model")),
                     qPrintable(panel().content().message));
        choose("everyone");
        QTRY_VERIFY(panel().content().message.isEmpty());
        QTRY_COMPARE(panel().content().people.size(), std::size_t{2});
    }

    void theOtherParticipantHasTheSameAnswers()
    {
        goToTurn(6);
        QTRY_VERIFY(panel().content().turn.startsWith(QStringLiteral("Turn 7")));
        const auto before = panel().content().people;
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        goToTurn(6);
        QTRY_COMPARE(panel().content().people, before);
        QVERIFY(arcs() > 0); // on the new track
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@mira"));
        QVERIFY(settle());
        goToTurn(6);
        QTRY_VERIFY(arcs() > 0);
    }

    void aPassThatHidesPredictionsHidesAll()
    {
        app::Sight sight;
        sight.predictions = false;
        document().sight().set(sight);
        QVERIFY(panel().content().people.empty());
        QVERIFY(!panel().isVisible());
        QCOMPARE(arcs(), std::size_t{0});
        goToTurn(9);
        QCOMPARE(arcs(), std::size_t{0});
        document().sight().set({});
        QTRY_VERIFY(arcs() > 0);
        QCOMPARE(panel().content().people.size(), std::size_t{2});
    }

    /// As a person finds the window the next day.
    void theChosenModelIsKept()
    {
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({std::filesystem::path(DEMO "_conversation")});
        QVERIFY(settle());
        QTRY_VERIFY(panel().content().path.endsWith(QStringLiteral("everyone.safetensors")));
        goToTurn(6);
        QTRY_COMPARE(panel().content().people.size(), std::size_t{2});
    }

private:
    widgets::TurnPredictions& panel()
    {
        return window().findChild<widgets::ConversationPanel*>()->predictions();
    }
    /// As a person does who takes it from the list, or from a file.
    void choose(const char* name)
    {
        emit panel().models().modelChosen(place(name) + QStringLiteral(".safetensors"));
        QVERIFY(settle());
    }
    widgets::WhoSpeaksTrack* whoSpeaks()
    {
        for (widgets::Track* each : window().findChild<widgets::TimelineView*>()->tracks()) {
            if (auto* track = qobject_cast<widgets::WhoSpeaksTrack*>(each))
                return track;
        }
        return nullptr;
    }
    std::size_t arcs() { return whoSpeaks()->arcs().size(); }
    void goToTurn(std::size_t turn)
    {
        const double moment = whoSpeaks()->content().turns->turns[turn].start + 0.05;
        player().seek(moment);
        QTRY_VERIFY(std::abs(player().position() - moment) < 0.04);
    }
};

WINDOW_TEST_MAIN(DialogueWalk)
#include "tst_dialogue_walk.moc"
