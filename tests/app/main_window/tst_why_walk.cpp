#include "app/document/tried_items.h"
#include "app/models_client/models_client.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/other_models.h"
#include "app/project/derived_items.h"
#include "app/timeline/attribution_lanes.h"
#include "engine/project_items/sequence_offsets.h"
#include "widgets/predict/against_chooser.h"
#include "widgets/predict/attribution_view.h"
#include "widgets/predict/interaction_view.h"
#include "widgets/predict/modality_switch.h"
#include "widgets/predict/term_bars.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/attribution_track.h"
#include "widgets/tracks/difference_track.h"
#include "widgets/tracks/prediction_track.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include <csignal>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Why a model predicts what it does, in the real window by mouse and keys.
class WhyWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    const app::LivePrediction::Answer* answer()
    {
        const app::LivePrediction& prediction = session().prediction();
        const auto segment = prediction.segmentAt(player().position());
        return segment ? prediction.answer(*segment) : nullptr;
    }
    bool waitForDetail()
    {
        return QTest::qWaitFor([this] { return answer() && answer()->current && answer()->isDetailCurrent; },
                               support::kPatience);
    }
    void click(const char* name)
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY(button && button->isVisible());
        find<QScrollArea>("predictArea")->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    double scoreOf(engine::Coalition coalition)
    {
        return engine::mapOf(*answer()->prediction.explanation, 0).value(coalition);
    }
    widgets::AttributionTrack& track() { return *find<widgets::AttributionTrack>("attributionTrack"); }
    bool isTrackShown() { return isShown(track()); }
    bool isShown(const widgets::Track& one)
    {
        const auto shown = find<widgets::TimelineView>("timeline")->shownTracks();
        return std::ranges::find(shown, &one) != shown.end();
    }
    widgets::AgainstChooser& against() { return *find<widgets::AgainstChooser>("againstChooser"); }
    void chooseAgainst(const QString& begin)
    {
        QTRY_VERIFY(against().count() > 10); // the models are found
        find<QScrollArea>("predictArea")->ensureWidgetVisible(&against());
        against().setFocus();
        for (int i = 0; i < against().count() && !against().currentText().startsWith(begin); ++i)
            QTest::keyClick(&against(), Qt::Key_Down);
        QVERIFY2(against().currentText().startsWith(begin), qPrintable(against().currentText()));
    }
    /// Chooses an entry of the menu *Try…* by the names that lead to it.
    bool chooseTrial(const QStringList& path)
    {
        QMenu* menu = find<QPushButton>("tryWhatIf")->menu();
        menu->popup({0, 0});
        QMenu* level = menu;
        for (const QString& name : path) {
            const auto actions = level->actions();
            const auto found
                = std::ranges::find_if(actions, [&](const QAction* one) { return one->text() == name; });
            if (found == actions.end())
                return false;
            if ((*found)->menu()) {
                level = (*found)->menu();
                continue;
            }
            menu->hide();
            (*found)->trigger();
            return true;
        }
        return false;
    }
    std::optional<app::OtherModels::Said> said()
    {
        return session().otherModels().said(*session().prediction().segmentAt(player().position()),
                                            "sentiment");
    }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        window().resize(1920, 1080);
        QVERIFY(window().showTab(QStringLiteral("predict")));
    }
    void cleanupTestCase() { m_real.reset(); }

    void nothingIsExplainedWhereThereIsNoSegment()
    {
        player().seek(3.0);
        QVERIFY(settle());
        QVERIFY(!find<QWidget>("interactionView")->isVisible());
    }

    void theMapAddsUpAndAgreesWithTheSwitches()
    {
        player().seek(5.0);
        QVERIFY(settle());
        QTRY_VERIFY(find<QWidget>("interactionView")->isVisible());
        QVERIFY(answer() && answer()->prediction.explanation);
        const engine::InteractionMap map = engine::mapOf(*answer()->prediction.explanation, 0);
        QVERIFY(map.error() < 1e-5);
        QVERIFY(std::abs(map.value(engine::kEverything)
                         - static_cast<double>(answer()->prediction.values.front()))
                < 1e-4);
        // what is absent is its mean: what a modality's switch says, too
        for (const engine::Modality modality : engine::allModalities) {
            const double without = map.value(engine::kEverything & ~engine::coalitionOf(modality));
            const double effect = static_cast<double>(
                answer()->prediction.occlusion[static_cast<std::size_t>(modality)].front());
            QVERIFY(std::abs(map.value(engine::kEverything) - without - effect) < 1e-4);
        }
        const auto verdict = map.verdict(6.0);
        QCOMPARE(text("verdict"), widgets::verdictTitle(map, verdict));
        QVERIFY(
            text("verdictSentence")
                .contains(widgets::signedNumber(map.term(engine::coalitionOf(engine::Modality::Text)), 2)));
        auto* bars = find<widgets::TermBars>("termBars");
        QVERIFY(bars->sentenceAt({20, 5}).startsWith(QStringLiteral("text alone")));
        QVERIFY(bars->sentenceAt({20, bars->height() - 5}).startsWith(QStringLiteral("all three together")));
    }

    void theDetailComesByItselfAndSaysHowTrueItIs()
    {
        QVERIFY(waitForDetail());
        QVERIFY(text("faithfulness").contains(QStringLiteral("σ")));
        QVERIFY(text("deletionFound").startsWith(QStringLiteral("Half of it is gone after")));
        QVERIFY(text("pair0").contains(QStringLiteral("×")));
        pictures("why");
    }

    void anotherMethodAndAnotherAbsentAreAsked()
    {
        click("attributionMethod2");
        QVERIFY(waitForDetail());
        QCOMPARE(answer()->detail->attribution->method, engine::AttributionMethod::Integrated);
        QVERIFY(text("agreement").contains(QStringLiteral("ρ")));
        QVERIFY(text("agreement").contains(QStringLiteral("adds up but for")));
        const double mean = scoreOf(0);
        click("absentKind1");
        QVERIFY(waitForDetail());
        QCOMPARE(answer()->detail->wish.absent, engine::AbsentKind::Zero);
        QVERIFY(std::abs(scoreOf(0) - mean) > 1e-6);
        click("absentKind0");
        QVERIFY(waitForDetail());
        QCOMPARE(scoreOf(0), mean);
    }

    void anotherModelIsComparedOnTheTimelineToo()
    {
        player().seek(5.0);
        QVERIFY(settle());
        chooseAgainst(QStringLiteral("MFN"));
        QTRY_VERIFY(said() && said()->isCurrent);
        QTRY_COMPARE(text("otherSentiment"), widgets::signedNumber(said()->mean, 2));
        auto* difference = find<widgets::DifferenceTrack>("differenceTrack");
        QVERIFY(isShown(*find<widgets::PredictionTrack>("comparedTrack")) && isShown(*difference));
        QVERIFY(difference->subtitle().startsWith(QStringLiteral("MFN")));
        const double apart = said()->mean - static_cast<double>(answer()->prediction.values.front());
        const auto place = *session().prediction().segmentAt(player().position());
        QTRY_VERIFY2(difference->part(place).name.endsWith(widgets::signedNumber(apart, 2)),
                     qPrintable(difference->part(place).name));
        pictures("against");
        // it hears what the other hears: without text it says something else
        const double before = said()->mean;
        click("textSwitch");
        QTRY_VERIFY(said() && said()->isCurrent && std::abs(said()->mean - before) > 1e-6);
        click("textSwitch");
        QTRY_VERIFY(said() && said()->isCurrent && said()->mean == before);
    }

    void aKilledOtherModelIsSaidSoAndComesBack()
    {
        const double before = said()->mean;
        ::kill(static_cast<pid_t>(session().otherModels().processIds().front()), SIGKILL);
        QTRY_VERIFY(text("otherProblem").contains(QStringLiteral("restarted")));
        QVERIFY(answer()->current); // the leading one goes on
        QTRY_VERIFY(text("otherProblem").isEmpty());
        QTRY_VERIFY(said() && said()->isCurrent && said()->mean == before);
    }

    /// The project keeps with which models a person compares; another project has its own.
    void whatIsComparedBelongsToTheProject()
    {
        const QStringList chosen = session().otherModels().chosen();
        QCOMPARE(chosen.size(), 1);
        const auto project = session().project().path();
        QCOMPARE(app::comparedModels(document().annotation(), project),
                 std::vector<std::filesystem::path>{chosen.front().toStdString()});
        session().modelChoice().compareWith({});
        QVERIFY(app::comparedModels(document().annotation(), project).empty());
        QTRY_VERIFY(session().otherModels().isEmpty());
        QCOMPARE(against().currentIndex(), 0);
        document().note(app::comparedModelsItem(
            {chosen.front().toStdString(), project.parent_path() / "gone.safetensors"}, project));
        session().modelChoice().start(); // as opening the project does
        QTRY_COMPARE(session().otherModels().chosen(), chosen);
        QVERIFY(against().currentText().startsWith(QStringLiteral("MFN")));
        QTRY_VERIFY(said() && said()->isCurrent);
    }

    void severalModelsAreOneMeanWithTheirSpread()
    {
        against().setFocus();
        while (against().currentIndex() + 1 < against().count()) // End leads to the end of the video
            QTest::keyClick(&against(), Qt::Key_Down);
        QTRY_VERIFY(said() && said()->isCurrent && said()->count == 4);
        QVERIFY(said()->deviation > 0.0);
        QTRY_VERIFY(text("otherSentiment").contains(QStringLiteral("±")));
        QCOMPARE(session().otherModels().processIds().size(), std::size_t(4));
        pictures("against-several");
        while (against().currentIndex() > 0)
            QTest::keyClick(&against(), Qt::Key_Up);
        QTRY_VERIFY(!isShown(*find<widgets::DifferenceTrack>("differenceTrack")));
        QVERIFY(text("otherSentiment").isEmpty());
        QVERIFY(session().otherModels().isEmpty());
    }

    void anotherOutputIsExplained()
    {
        auto* outputs = find<QComboBox>("explainedOutput");
        QVERIFY(outputs->count() > 1);
        const QString before = text("verdictSentence");
        outputs->setFocus();
        QTest::keyClick(outputs, Qt::Key_Down);
        QCOMPARE(outputs->currentIndex(), 1);
        QVERIFY(waitForDetail());
        QCOMPARE(answer()->detail->wish.output, std::size_t(1));
        QVERIFY(text("verdictSentence") != before);
        QTest::keyClick(outputs, Qt::Key_Up);
        QVERIFY(waitForDetail());
        QCOMPARE(text("verdictSentence"), before);
    }

    void attributionsStandOnTheTimeline()
    {
        QVERIFY(!isTrackShown());
        click("attributionOnTimeline");
        QVERIFY(isTrackShown());
        QTRY_COMPARE(track().content().steps.size(), answer()->detail->attribution->values[0].rows);
        QTRY_COMPARE(track().content().steps.front().values[0],
                     answer()->detail->attribution->values[0].at(0, 0));
        const widgets::AttributionTrack::Step step = track().content().steps.front();
        const int height = 90;
        const double middle = (step.time.start + step.time.end) / 2;
        QVERIFY(track().textAt(middle, 5, height).contains(step.word));
        QVERIFY(track().textAt(middle, height - 5, height).contains(QStringLiteral("face")));
        QCOMPARE(track().content().links.size(), std::size_t(5));
        pictures("why-timeline");
        history().undo(); // a step of the layout
        QVERIFY(!isTrackShown());
        QVERIFY(!find<QAbstractButton>("attributionOnTimeline")->isChecked());
        history().redo();
        QVERIFY(find<QAbstractButton>("attributionOnTimeline")->isChecked());
    }

    void whatIsOvertakenNeverLooksCurrent()
    {
        QVERIFY(waitForDetail());
        bool wasStale = false;
        const auto watch = connect(&session().prediction(), &app::LivePrediction::answerChanged, this, [&] {
            wasStale = wasStale || (answer() && answer()->detail && !answer()->isDetailCurrent);
        });
        click("acousticSwitch");
        QVERIFY(wasStale);
        disconnect(watch);
        QVERIFY(waitForDetail());
        QCOMPARE(engine::mapOf(*answer()->prediction.explanation, 0)
                     .term(engine::coalitionOf(engine::Modality::Acoustic)),
                 0.0); // it hears nothing
        click("acousticSwitch");
        QVERIFY(waitForDetail());
    }

    void aPredictionBecomesALabelByAStepOfItsOwn()
    {
        const auto value = [this] {
            const auto& rows = document().labels().rows.features;
            return rows.at(*session().prediction().segmentAt(player().position()), 0);
        };
        const double said = static_cast<double>(answer()->prediction.values.front());
        session().editor().setLabel(*session().prediction().segmentAt(player().position()),
                                    QStringLiteral("sentiment"), said > 0.0 ? -2.5 : 2.5);
        const float before = value();
        click("acceptPrediction");
        QVERIFY(std::abs(static_cast<double>(value()) - said) <= 0.25); // in halves, as the other labels
        QCOMPARE(2.0F * value(), std::round(2.0F * value()));
        const std::size_t segment = *session().prediction().segmentAt(player().position());
        const engine::Segment* labelled
            = document().annotation().segment(document().segmentId(app::kLabelsTier, segment));
        QCOMPARE(labelled->values.at("sentiment").by.visible, std::string("model LMF, demo set"));
        history().undo();
        QCOMPARE(value(), before);
        history().undo();
        player().seek(3.0); // no segment, nothing to accept
        QVERIFY(settle());
        QVERIFY(!find<QAbstractButton>("acceptPrediction")->isVisible());
        player().seek(5.0);
        QVERIFY(settle() && waitForDetail());
    }

    void whatIsTriedIsALineAndAStep()
    {
        const auto choose = [this](const QStringList& path) { return chooseTrial(path); };
        const auto line = [this](int row) {
            return QStringList{text(qPrintable(QStringLiteral("whatIf-%1-0").arg(row))),
                               text(qPrintable(QStringLiteral("whatIf-%1-2").arg(row))),
                               text(qPrintable(QStringLiteral("whatIf-%1-1").arg(row)))};
        };
        const std::string words = document().words().texts[0];
        QVERIFY(choose({QStringLiteral("“wonderful”"), QStringLiteral("Leave it out")}));
        QTRY_COMPARE(line(1)[0], QStringLiteral("without “wonderful”"));
        QTRY_VERIFY(line(1)[1] != QStringLiteral("–"));
        // the same as the word's importance says
        const auto& importance = answer()->prediction.wordImportance;
        const double without = static_cast<double>(answer()->prediction.values.front())
            - static_cast<double>(importance.at(importance.rows - 1, 0));
        QCOMPARE(line(1)[1], widgets::signedNumber(without, 2));
        QVERIFY(choose({QStringLiteral("The voice of another segment"), QStringLiteral("Segment 5")}));
        QTRY_COMPARE(line(2)[0], QStringLiteral("the voice of segment 5"));
        QTRY_VERIFY(line(2)[1] != QStringLiteral("–"));
        QVERIFY(choose({QStringLiteral("“wonderful”"), QStringLiteral("Another word instead"),
                        QStringLiteral("horrible")}));
        QTRY_COMPARE(line(3)[0], QStringLiteral("“horrible” instead of “wonderful”"));
        QTRY_VERIFY(line(3)[1] != QStringLiteral("–"));
        QVERIFY(line(3)[1].startsWith(QChar(0x2212)) || line(3)[1] != line(1)[1]);
        QVERIFY(
            choose({QStringLiteral("The voice earlier or later"), QStringLiteral("the voice 0.5 s later")}));
        QTRY_COMPARE(line(4)[0], QStringLiteral("the voice 0.5 s later"));
        QTRY_VERIFY(line(4)[1] != QStringLiteral("–"));
        // a modality off is what its switch says, a moved edge what the edit would
        QVERIFY(choose({QStringLiteral("Without"), QStringLiteral("without the voice")}));
        QTRY_COMPARE(line(5)[0], QStringLiteral("without the voice"));
        QTRY_VERIFY(line(5)[1] != QStringLiteral("–"));
        const double silent = static_cast<double>(answer()->prediction.values.front()
                                                  - answer()->prediction.occlusion[1].front());
        QCOMPARE(line(5)[1], widgets::signedNumber(silent, 2));
        QVERIFY(choose({QStringLiteral("Held at its mean"), QStringLiteral("the face held at its mean")}));
        QTRY_VERIFY(line(6)[1] != QStringLiteral("–"));
        QVERIFY(choose(
            {QStringLiteral("The voice summed up otherwise"), QStringLiteral("the voice in a word by max")}));
        QTRY_VERIFY(line(7)[1] != QStringLiteral("–"));
        QVERIFY(line(7)[1] != line(7)[2]);
        pictures("why-tried");
        QCOMPARE(document().words().texts[0], words); // no data were touched
        player().seek(8.0); // another segment has lines of its own
        QVERIFY(settle());
        QVERIFY(!find<QLabel>("whatIf-1-0")->isVisible());
        player().seek(5.0);
        QVERIFY(settle());
        QCOMPARE(line(3)[0], QStringLiteral("“horrible” instead of “wonderful”"));
        QVERIFY(choose({QStringLiteral("Remove: without “wonderful”")}));
        QTRY_COMPARE(line(1)[0], QStringLiteral("the voice of segment 5"));
        undoAll();
        QTRY_VERIFY(!find<QLabel>("whatIf-1-0")->isVisible());
    }

    /// A name is typed where the line stands; what it is stays in the tool tip.
    void aTrialIsNamed()
    {
        player().seek(5.0);
        QVERIFY(settle());
        QVERIFY(chooseTrial({QStringLiteral("Without"), QStringLiteral("without the voice")}));
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("without the voice"));
        QTRY_VERIFY(text("whatIf-1-2") != QStringLiteral("–"));
        const QString told = text("whatIf-1-2");
        auto* name = find<QLabel>("whatIf-1-0");
        find<QScrollArea>("predictArea")->ensureWidgetVisible(name);
        QTest::mouseDClick(name, Qt::LeftButton);
        QTRY_VERIFY(find<QLineEdit>("whatIfName")->hasFocus());
        QTest::keyClicks(find<QLineEdit>("whatIfName"), QStringLiteral("a mute film"));
        picture(window(), "why-naming");
        QTest::keyClick(find<QLineEdit>("whatIfName"), Qt::Key_Return);
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("a mute film"));
        QCOMPARE(text("whatIf-1-2"), told); // its answer stays
        QCOMPARE(name->toolTip(), QStringLiteral("without the voice"));
        QCOMPARE(app::triedOf(document().annotation(), document().video().id.toStdString()).front().name,
                 std::string("a mute film"));
        history().undo();
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("without the voice"));
        QVERIFY(chooseTrial({QStringLiteral("Name: without the voice…")})); // by the menu as well
        QTRY_VERIFY(find<QLineEdit>("whatIfName")->hasFocus());
        QTest::keyClick(find<QLineEdit>("whatIfName"), Qt::Key_Escape);
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("without the voice"));
        undoAll();
        QVERIFY(settle());
    }

    /// A moved edge is tried, seen, and made an edit, which says what the trial said.
    void whatWasTriedIsApplied()
    {
        player().seek(5.0);
        QVERIFY(settle());
        const auto& words = document().words();
        const auto word
            = static_cast<std::size_t>(std::ranges::find(words.texts, "wonderful") - words.texts.begin());
        const engine::Interval before = words.intervals[word];
        QVERIFY(chooseTrial({QStringLiteral("“wonderful”"), QStringLiteral("Another beginning or end"),
                             QStringLiteral("“wonderful” ends 0.2 s earlier")}));
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("“wonderful” ends 0.2 s earlier"));
        QTRY_VERIFY(text("whatIf-1-2") != QStringLiteral("–"));
        const QString told = text("whatIf-1-2");
        QCOMPARE(document().words().intervals[word], before); // nothing was touched
        QVERIFY(chooseTrial({QStringLiteral("Apply: “wonderful” ends 0.2 s earlier")}));
        QTRY_VERIFY(std::abs(document().words().intervals[word].end - (before.end - 0.2)) < 0.002);
        QVERIFY(settle());
        QTRY_COMPARE(widgets::signedNumber(static_cast<double>(answer()->prediction.values.front()), 2),
                     told);
        undoAll();
        QCOMPARE(document().words().intervals[word], before);
        QVERIFY(settle());
    }

    /// A word left out and another word become edits of the words; a shift moves the sequence.
    void otherTrialsAreAppliedAsWell()
    {
        player().seek(5.0);
        QVERIFY(settle());
        const std::size_t count = document().words().texts.size();
        const auto word = static_cast<std::size_t>(std::ranges::find(document().words().texts, "wonderful")
                                                   - document().words().texts.begin());
        QVERIFY(chooseTrial({QStringLiteral("“wonderful”"), QStringLiteral("Leave it out")}));
        QTRY_COMPARE(text("whatIf-1-0"), QStringLiteral("without “wonderful”"));
        QVERIFY(chooseTrial({QStringLiteral("Apply: without “wonderful”")}));
        QTRY_COMPARE(document().words().texts.size(), count - 1);
        undoAll();
        QTRY_COMPARE(document().words().texts.size(), count);
        QVERIFY(settle());
        QVERIFY(chooseTrial({QStringLiteral("“wonderful”"), QStringLiteral("Another word instead"),
                             QStringLiteral("horrible")}));
        QVERIFY(chooseTrial({QStringLiteral("Apply: “horrible” instead of “wonderful”")}));
        QTRY_COMPARE(document().words().texts[word], std::string("horrible"));
        undoAll();
        QVERIFY(settle());
        QVERIFY(chooseTrial(
            {QStringLiteral("The voice earlier or later"), QStringLiteral("the voice 0.5 s later")}));
        QVERIFY(chooseTrial({QStringLiteral("Apply to the whole video: the voice 0.5 s later")}));
        const auto offsets = [this] {
            return engine::sequenceOffsets(document().annotation(), document().video().id.toStdString());
        };
        QTRY_COMPARE(offsets().size(), std::size_t{1});
        QCOMPARE(offsets().begin()->second, 0.5);
        undoAll();
        QVERIFY(settle());
    }

    /// MulT has a mask of keys; LMF has none, and says so in the chooser.
    void modalitiesAreHiddenWhereTheModelCan()
    {
        auto* hidden = find<QAbstractButton>("absentKind2");
        QVERIFY(!hidden->isEnabled() && hidden->toolTip().contains(QStringLiteral("no mask")));
        const QString before = session().modelsClient().loadedPath();
        const auto use = [this](const QString& model) {
            session().modelChoice().choose(model);
            return QTest::qWaitFor(
                       [&] {
                           return session().modelsClient().loadedPath() == model
                               && session().modelsClient().state() == app::ModelsClient::State::Ready;
                       },
                       support::kPatience)
                && waitForDetail();
        };
        QVERIFY(use(QStringLiteral(DEMO "/models/mult.safetensors")));
        const double mean = scoreOf(0);
        QTRY_VERIFY(hidden->isEnabled());
        click("absentKind2");
        QVERIFY(waitForDetail());
        QCOMPARE(answer()->prediction.explanation->wish.absent, engine::AbsentKind::Mask);
        QVERIFY(std::abs(scoreOf(0) - mean) > 1e-6);
        QVERIFY(engine::mapOf(*answer()->prediction.explanation, 0).error() < 1e-5);
        QVERIFY2(text("agreement").contains(QStringLiteral("steps get their mean")),
                 qPrintable(text("agreement")));
        pictures("why-hidden");
        QVERIFY(use(before));
        QVERIFY(!hidden->isEnabled());
        QVERIFY(find<QAbstractButton>("absentKind0")->isChecked());
        QCOMPARE(answer()->detail->wish.absent, engine::AbsentKind::Mean);
    }

    void aKilledWorkerIsAskedAgain()
    {
        const qint64 process = session().modelsClient().processId();
        QVERIFY(process > 0);
        click("absentKind1");
        QCOMPARE(::kill(static_cast<pid_t>(process), SIGKILL), 0);
        QTRY_VERIFY(session().modelsClient().processId() != process
                    && session().modelsClient().state() == app::ModelsClient::State::Ready);
        QVERIFY(waitForDetail());
        QCOMPARE(answer()->detail->wish.absent, engine::AbsentKind::Zero);
        click("absentKind0");
        QVERIFY(waitForDetail());
    }
};

WINDOW_TEST_MAIN(WhyWalk)
#include "tst_why_walk.moc"
