#include "app/agreement/first_passes.h"
#include "app/conversation/conversation_clips.h"
#include "app/conversation/conversation_data.h"
#include "app/conversation/turn_segments.h"
#include "app/extraction/extract_dialog.h"
#include "app/extraction/recordings_table.h"
#include "app/review/review.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/tier_edits.h"
#include "engine/annotation/tier_roles.h"
#include "engine/project_items/conversation_items.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"
#include "widgets/conversation/conversation_panel.h"
#include "widgets/conversation/offset_view.h"
#include "widgets/player/video_surface.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/person_head_track.h"
#include "widgets/tracks/synchrony_track.h"
#include "widgets/tracks/who_speaks_track.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cmath>

#include "tests/support/cli.h"
#include "tests/support/dialogs.h"
#include "tests/support/review_steps.h"
#include "tests/support/two_faces.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The demo's conversation in the real window: who speaks, both recordings in step, from turn to turn, from
/// participant to participant, synchrony with its chance, segments about who listens, and what a pass hides.
class ConversationWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        auto* tabs = find<QTabWidget>("sidePanels");
        tabs->setFixedWidth(300); // as in small windows
        tabs->setCurrentIndex(tabs->count() - 1); // chosen while it is not there, as by --preset
        session().project().open({std::filesystem::path(DEMO "_conversation")});
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("saturday@mira"));
    }

    /// The keyboard is where the keys of a conversation work, without a click.
    void keysWorkAtOnce()
    {
        player().seek(0.0);
        pressKey(Qt::Key_J);
        QTRY_VERIFY(player().position() > 0.01);
        player().seek(0.0);
    }

    /// The mode *Conversation* came into the bar with the dataset, and the window kept its size.
    void allModesHaveRoom()
    {
        int shown = 0;
        for (const QToolButton* button : window().menuBar()->cornerWidget()->findChildren<QToolButton*>()) {
            if (!button->isVisible())
                continue;
            ++shown;
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        QVERIFY(shown > 0);
    }

    void theModeIsThere()
    {
        QVERIFY(action("preset-conversation")->isVisible());
        pressKey(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(panel()->isVisible());
        auto* tabs = find<QTabWidget>("sidePanels");
        const auto left = [&] { return tabs->tabBar()->tabRect(tabs->currentIndex()).left(); };
        const auto right = [&] { return tabs->tabBar()->tabRect(tabs->currentIndex()).right(); };
        QTRY_VERIFY2(left() >= 0 && right() < tabs->tabBar()->width(),
                     qPrintable(QStringLiteral("%1 %2").arg(left()).arg(right())));
        tabs->setMinimumWidth(0);
        tabs->setMaximumWidth(QWIDGETSIZE_MAX);
        QVERIFY(settle());
        QVERIFY(settle()); // what the tab asked for when it was shown
        const widgets::ConversationContent& content = panel()->content();
        QCOMPARE(content.state, widgets::ConversationContent::State::Known);
        QCOMPARE(content.people.size(), std::size_t{2});
        QCOMPARE(content.turns->turns.size(), whoSpeaks()->content().turns->turns.size());
        const auto smile = std::ranges::find_if(content.synchrony, [](const widgets::PairSynchrony& pair) {
            return pair.signal == QLatin1String("smile");
        });
        QVERIFY(smile != content.synchrony.end() && smile->p && smile->q);
        QVERIFY(*smile->p <= 0.01 && std::abs(smile->lag - 0.8) <= 0.15); // as it was planted
        pictures("conversation-window");
    }

    void whoSpeaksIsShown()
    {
        QVERIFY(whoSpeaks() && whoSpeaks()->isVisible());
        QCOMPARE(whoSpeaks()->content().people[1].name, QStringLiteral("Tom"));
        QVERIFY(whoSpeaks()->partCount() > 20);
        QCOMPARE(track("conversation:saturday@tom:words")->isVisible(), true);
        pressKey(Qt::Key_W);
        QVERIFY(!whoSpeaks()->isVisible());
        pressKey(Qt::Key_W);
        QVERIFY(whoSpeaks()->isVisible());
    }

    void keysGoFromTurnToTurn()
    {
        player().seek(0.0);
        QTRY_VERIFY(player().position() < 0.05);
        const auto& turns = whoSpeaks()->content().turns->turns;
        pressKey(Qt::Key_J);
        const double first = turns[0].start > 0.01 ? turns[0].start : turns[1].start;
        QTRY_VERIFY(std::abs(player().position() - first) < 0.05);
        pressKey(Qt::Key_J);
        pressKey(Qt::Key_J);
        const double third = player().position();
        pressKey(Qt::Key_J, Qt::ShiftModifier);
        QVERIFY(player().position() < third);
    }

    void bothRecordingsAreInStep()
    {
        const double moment = 30.0;
        player().seek(moment);
        QVERIFY(settle());
        const auto& content = find<widgets::VideoSurface>("video")->content();
        QCOMPARE(content.others.size(), std::size_t{1});
        QTRY_VERIFY(!find<widgets::VideoSurface>("video")->content().others.front().frame.isNull());
        QVERIFY(find<widgets::VideoSurface>("video")->content().others.front().caption.startsWith(
            QStringLiteral("Tom")));
        const app::Camera& other = session().cameras().others().front();
        QVERIFY(std::abs(other.offset - 1.3) < 1e-9); // Mira's recording is the clock
        QVERIFY(other.rate < 1.0 && other.rate > 0.9999);
        const auto speaks = [&] {
            const auto& shown = find<widgets::VideoSurface>("video")->content();
            return std::pair(shown.hasThickFrame, shown.others.front().hasThickFrame);
        };
        const auto& turns = whoSpeaks()->content().turns->turns;
        const auto toms = std::ranges::find(turns, std::size_t{1}, &engine::SpeakingTurn::speaker);
        player().seek(toms->end - 0.1);
        QTRY_VERIFY(speaks().second);
    }

    /// Both recordings are heard, each as loud as a person sets, or one alone.
    void everybodyIsHeard()
    {
        const auto& voices = player().voices();
        QCOMPARE(voices.size(), 2);
        QVERIFY(voices[0].path.isEmpty() && voices[0].gain == 1.0);
        QVERIFY(voices[1].path.endsWith(QStringLiteral("tom.mp4")) && voices[1].gain == 1.0);
        const app::Camera& other = session().cameras().others().front();
        QCOMPARE(voices[1].begins, other.offset); // the sound belongs to the picture
        QCOMPARE(voices[1].rate, other.rate);
        const auto gains = [&] {
            return QList<double>{player().voices()[0].gain, player().voices()[1].gain};
        };
        pressKey(Qt::Key_U);
        QCOMPARE(gains(), (QList<double>{1.0, 0.0}));
        pressKey(Qt::Key_U);
        QCOMPARE(gains(), (QList<double>{1.0, 1.0}));
        auto* head = qobject_cast<widgets::PersonHeadTrack*>(track("conversation:saturday@tom:head"));
        clickOn(*head, {30, 12}); // mute
        QCOMPARE(gains(), (QList<double>{1.0, 0.0}));
        QVERIFY(head->part(0).name.contains(QStringLiteral("muted")));
        clickOn(*head, {30, 12});
        clickOn(*head, {80, 12}); // only
        QCOMPARE(gains(), (QList<double>{0.0, 1.0}));
        QVERIFY(!head->content().isFolded);
        pictures("conversation-sound");
        clickOn(*head, {80, 12});
        QSlider* fader = nullptr;
        for (QSlider* each : window().findChildren<QSlider*>(QStringLiteral("cardFader"))) {
            if (each->accessibleName().contains(QStringLiteral("Tom")))
                fader = each;
        }
        QVERIFY(fader);
        fader->setFocus();
        QTest::keyClick(fader, Qt::Key_Left);
        QCOMPARE(gains(), (QList<double>{1.0, 0.95}));
        QTest::keyClick(fader, Qt::Key_Right);
        QCOMPARE(gains(), (QList<double>{1.0, 1.0}));
        timeline().setFocus();
    }

    /// The project keeps how loud each is; it is no step of undo.
    void howLoudEachIsIsKept()
    {
        const int steps = history().index();
        auto* head = qobject_cast<widgets::PersonHeadTrack*>(track("conversation:saturday@tom:head"));
        clickOn(*head, {30, 12}); // mute
        for (QSlider* each : window().findChildren<QSlider*>(QStringLiteral("cardFader"))) {
            if (each->accessibleName().contains(QStringLiteral("Mira"))) {
                each->setFocus();
                QTest::keyClick(each, Qt::Key_Left);
                QTest::keyClick(each, Qt::Key_Left);
            }
        }
        const auto levels = [&] {
            return QList<double>{player().voices()[0].gain, player().voices()[1].gain};
        };
        QCOMPARE(levels(), (QList<double>{0.9, 0.0}));
        QCOMPARE(history().index(), steps);
        QVERIFY(!document().annotation().item(engine::kConversationItems, "saturday"));
        const std::filesystem::path copy = m_folder.filePath(QStringLiteral("copy.polylogue")).toStdString();
        QVERIFY(m_real->saveCopy(copy));
        const auto open = [&](const std::filesystem::path& path) {
            m_real.reset(); // what only the window knew is gone
            m_real = std::make_unique<RealWindow>();
            QVERIFY(activate());
            session().project().open({path});
            QTRY_VERIFY(document().hasVideo());
            QVERIFY(settle());
            QTRY_COMPARE(player().voices().size(), 2);
        };
        open(copy);
        QCOMPARE(document().video().id, QStringLiteral("saturday@mira"));
        QCOMPARE(levels(), (QList<double>{0.9, 0.0}));
        head = qobject_cast<widgets::PersonHeadTrack*>(track("conversation:saturday@tom:head"));
        QVERIFY(head->content().sound && head->content().sound->isMuted);
        pressKey(Qt::Key_O); // with Tom in hand, too
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        QTRY_COMPARE(levels(), (QList<double>{0.9, 0.0}));
        open(std::filesystem::path(DEMO "_conversation"));
        pressKey(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(panel()->isVisible());
        QVERIFY(settle());
        QVERIFY(settle()); // what the tab asked for when it was shown
        head = qobject_cast<widgets::PersonHeadTrack*>(track("conversation:saturday@tom:head"));
        const auto isHeard = [&] { // a project of the dataset was there already
            if (head->content().sound->isMuted)
                clickOn(*head, {30, 12}); // beside it while docks of the mode still move
            return !head->content().sound->isMuted;
        };
        QTRY_VERIFY(isHeard());
        for (QSlider* each : window().findChildren<QSlider*>(QStringLiteral("cardFader")))
            each->setValue(each->maximum());
        QTRY_COMPARE(levels(), (QList<double>{1.0, 1.0}));
        timeline().setFocus();
    }

    /// A head takes the tracks of its participant along, and stays where it is whoever is in hand.
    void aHeadMovesWithItsTracks()
    {
        session().videos().open(QStringLiteral("saturday@mira"));
        QVERIFY(settle());
        const auto places = [&] {
            QStringList names;
            for (const widgets::Track* each : timeline().shownTracks())
                names << each->objectName();
            return names;
        };
        const QStringList before = places();
        const auto isOfTom = [](const QString& name) {
            return name.startsWith(QStringLiteral("conversation:saturday@tom"));
        };
        QVERIFY(isOfTom(before.last()) && !isOfTom(before[2]));
        timeline().ensureVisible(track("conversation:saturday@tom:head"));
        const auto headOf
            = [&](const char* name) { return QPoint(60, timeline().areaOf(track(name)).center().y()); };
        const QPoint from = headOf("conversation:saturday@tom:head");
        QTest::mousePress(&timeline(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 30; ++step)
            QTest::mouseMove(&timeline(), from - QPoint(0, 3 * step));
        QTest::mouseRelease(&timeline(), Qt::LeftButton, {}, from - QPoint(0, 90));
        const QStringList after = places();
        QVERIFY2(after != before, qPrintable(after.join(QLatin1Char(' '))));
        const auto firstOfTom = std::ranges::find_if(after, isOfTom);
        const auto miras = after.indexOf(QStringLiteral("conversation:saturday@mira:head"));
        const auto toms = std::ranges::count_if(before, isOfTom);
        QCOMPARE(std::distance(after.begin(), firstOfTom) + toms, miras); // all of Tom's, then Mira's
        QVERIFY(toms > 2);
        QVERIFY(std::all_of(firstOfTom, firstOfTom + toms, isOfTom));
        QCOMPARE(after.mid(0, 2), before.mid(0, 2)); // who speaks and synchrony stay on top
        QVERIFY(!timeline().areaOf(track("conversation:saturday@tom:head")).isEmpty());
        pictures("conversation-moved");
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        const QStringList ofTom = places(); // Tom's are the tracks that keys edit, and stand above Mira's
        QCOMPARE(ofTom[static_cast<int>(std::distance(after.begin(), firstOfTom))],
                 QStringLiteral("conversation:saturday@tom:head"));
        QVERIFY(ofTom.last().startsWith(QStringLiteral("conversation:saturday@mira")));
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@mira"));
        QVERIFY(settle());
        QCOMPARE(places(), after);
        undoAll();
        QCOMPARE(places(), before);
    }

    void theOtherParticipantIsAtTheSameMoment()
    {
        player().seek(40.0);
        QTRY_VERIFY(std::abs(player().position() - 40.0) < 0.05);
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        QTRY_VERIFY(std::abs(player().position() - (40.0 - 1.3) / (1.0 + 40e-6)) < 0.05);
        QVERIFY(track("conversation:saturday@mira:words"));
        QVERIFY(!track("conversation:saturday@tom:words"));
        // Of the transitions the time of the conversation is told, and a click goes to its moment here.
        const engine::TurnTransition& one = panel()->content().turns->transitions[3];
        const double here = (one.at - 1.3) / (1.0 + 40e-6);
        QVERIFY(std::abs(one.at - whoSpeaks()->content().turns->transitions[3].at - 1.3) < 0.01);
        emit panel()->timeChosen(one.at);
        QTRY_VERIFY(std::abs(player().position() - here) < 0.05);
        player().seek((40.0 - 1.3) / (1.0 + 40e-6));
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@mira"));
        QVERIFY(settle());
        QTRY_VERIFY(std::abs(player().position() - 40.0) < 0.1);
    }

    void synchronyHasItsChance()
    {
        auto* lane = qobject_cast<widgets::SynchronyTrack*>(track("synchronyTrack"));
        QVERIFY(lane && lane->isVisible());
        QTRY_VERIFY(lane->content().synchrony && lane->content().synchrony->chance);
        QVERIFY(lane->content().synchrony->chance->pStrength <= 0.01);
        QVERIFY2(lane->subtitle().contains(QStringLiteral("Mira")), qPrintable(lane->subtitle()));
        emit lane->windowWished(4.0);
        QTRY_VERIFY(lane->content().window == 4.0 && lane->content().synchrony->chance
                    && !lane->content().isComputing);
        pressKey(Qt::Key_Y);
        QVERIFY(!lane->isVisible());
        pressKey(Qt::Key_Y);
        QVERIFY(lane->isVisible());
    }

    void groupsFold()
    {
        auto* head = qobject_cast<widgets::PersonHeadTrack*>(track("conversation:saturday@tom:head"));
        QVERIFY(head);
        emit head->foldWished(true);
        QVERIFY(!track("conversation:saturday@tom:words")->isVisible());
        emit head->foldWished(false);
        QVERIFY(track("conversation:saturday@tom:words")->isVisible());
    }

    /// What is typed changes who speaks, and nothing else is made anew.
    void anEditOfWordsKeepsTheTracks()
    {
        const widgets::Track* words = track("conversation:saturday@tom:words");
        const std::size_t turns = whoSpeaks()->content().turns->turns.size();
        const engine::SegmentId last
            = document().segmentId(engine::kWordsTier, document().words().texts.size() - 1);
        QVERIFY(session().editor().edit(QStringLiteral("delete"), [&](const engine::Annotation& annotation) {
            return engine::removeSegments(annotation, std::vector{last});
        }));
        QVERIFY(settle());
        QTest::qWait(400); // edits are read in bursts
        QVERIFY(settle());
        QCOMPARE(track("conversation:saturday@tom:words"), words);
        QVERIFY(whoSpeaks()->content().turns->turns.size() <= turns);
        history().undo();
        QVERIFY(settle());
    }

    void segmentsAreMadeOfWhoListens()
    {
        const std::size_t toms = turnsOf(1), miras = turnsOf(0);
        inDialog("turnSegmentsDialog", [&](QDialog& dialog) {
            dialog.findChild<QRadioButton*>(QStringLiteral("aboutListening"))->click();
            picture(dialog, "turn-segments");
            dialog.accept();
        });
        action("turn-segments")->trigger();
        const auto made = [&](const char* entry) {
            const engine::Tier* tier = engine::tierCalled(document().annotation(), entry, "labels_listening");
            return tier ? document().annotation().byTime(tier->id).all().size() : std::size_t{0};
        };
        QTRY_COMPARE(made("saturday@mira"), toms); // while Tom speaks Mira listens
        QCOMPARE(made("saturday@tom"), miras);
        const engine::Tier* tier
            = engine::tierCalled(document().annotation(), "saturday@tom", "labels_listening");
        QCOMPARE(tier->participant, std::string("tom"));
        QVERIFY(!tier->labels.empty());
        history().undo();
        QCOMPARE(made("saturday@mira"), std::size_t{0}); // one step for both
    }

    /// Segments that nobody labelled, such as a recording gets with its words, give way to those of turns.
    void blankSegmentsGiveWayToTurns()
    {
        const auto segments = [&] {
            const engine::Tier* tier
                = engine::tierCalled(document().annotation(), "saturday@tom", "labels_listening");
            return tier ? document().annotation().byTime(tier->id).all()
                        : std::vector<engine::IntervalIndex::Entry>();
        };
        const auto listeners = [&] { return segments().size(); };
        const auto make = [&] {
            inDialog("turnSegmentsDialog", [&](QDialog& dialog) {
                dialog.findChild<QRadioButton*>(QStringLiteral("aboutListening"))->click();
                dialog.accept();
            });
            action("turn-segments")->trigger();
        };
        make();
        QTRY_VERIFY(listeners() > 4);
        const std::size_t turns = listeners();
        const std::vector first{segments().front().id};
        QVERIFY(
            session().editor().edit(QStringLiteral("one less"), [&](const engine::Annotation& annotation) {
                return engine::removeSegments(annotation, first);
            }));
        QCOMPARE(listeners(), turns - 1);
        make();
        QTRY_COMPARE(listeners(), turns);
        const engine::SegmentId second = segments().front().id;
        QVERIFY(session().editor().edit(QStringLiteral("a label"), [&](const engine::Annotation& annotation) {
            return engine::setValue(annotation, second, "sentiment", engine::LabelValue{2.0, {}});
        }));
        make();
        QVERIFY(settle());
        QTest::qWait(300);
        QVERIFY(document().annotation().segment(second)); // what was labelled stays
        QVERIFY(document().annotation().segment(second)->values.contains("sentiment"));
        QCOMPARE(listeners(), turns);
        undoAll();
        QVERIFY(settle());
    }

    /// The turns before a segment play, and are no part of it; the question has the participant's name.
    void aPassPlaysTheTurnsBefore()
    {
        inDialog("turnSegmentsDialog", [&](QDialog& dialog) {
            dialog.findChild<QRadioButton*>(QStringLiteral("aboutListening"))->click();
            dialog.accept();
        });
        action("turn-segments")->trigger();
        const auto places = [&] { return toms("labels_listening"); };
        QTRY_VERIFY(places().size() > 4);
        auto* review = window().findChild<app::Review*>();
        QVERIFY(review);
        engine::ReviewPass pass
            = engine::passOver(document().annotation(), "anna", {places()[3]}, "labels_listening");
        pass.turnsBefore = 2;
        review->startAt(pass);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        QTRY_VERIFY(player().isPlaying() || player().position() > 0.0);
        const engine::Interval span = review->pass()->places[0].span;
        const double start = review->conversation().startOf(*review->pass(), span, {});
        const auto& turns = whoSpeaks()->content().turns->turns;
        const auto own = std::ranges::find_if(
            turns, [&](const auto& turn) { return std::abs(turn.start - span.start) < 0.02; });
        QVERIFY(own != turns.end() && own - turns.begin() >= 2);
        QVERIFY(std::abs(start - (own - 2)->start) < 1e-6);
        QCOMPARE(review->span(), std::optional(span)); // what is judged
        QVERIFY(player().position() >= start - 0.05 && player().position() < span.end + 0.1);
        app::Sight hiding;
        hiding.words = false;
        QCOMPARE(review->conversation().startOf(*review->pass(), span, hiding),
                 std::max(0.0, span.start - review->pass()->leadIn));
        const auto asks = [&] {
            for (const QLabel* label : window().findChildren<QLabel*>()) {
                if (label->text().contains(QStringLiteral("What does Tom feel while Mira speaks?")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(asks());
        const widgets::VideoSurface& surface = *window().findChild<widgets::VideoSurface*>();
        QVERIFY(!surface.content().others.empty() && surface.content().others.front().isSmall);
        QVERIFY(surface.content().hasThickFrame); // around who is judged, while Mira speaks
        pictures("conversation-pass");
        player().pause();
        review->leave();
        QVERIFY(!surface.content().others.front().isSmall);
        undoAll();
        session().videos().open(QStringLiteral("saturday@mira"));
        QVERIFY(settle());
    }

    /// Two annotators say what Tom shows while Mira speaks, and he says what he felt: the two perspectives
    /// stand beside each other, and are never pooled.
    void perspectivesStandBesideEachOther()
    {
        for (const char* perspective : {"asSeen", "asFelt"}) {
            inDialog("turnSegmentsDialog", [&](QDialog& dialog) {
                dialog.findChild<QRadioButton*>(QStringLiteral("aboutListening"))->click();
                dialog.findChild<QRadioButton*>(QLatin1String(perspective))->click();
                dialog.accept();
            });
            action("turn-segments")->trigger();
        }
        QTRY_VERIFY(toms("labels_listening").size() > 6);
        QTRY_COMPARE(toms("labels_listening_self").size(), toms("labels_listening").size());
        auto* review = window().findChild<app::Review*>();
        const auto judge = [&](const char* who, const char* tier, const std::vector<int>& answers) {
            std::vector<engine::ReviewPass::Place> places = toms(tier);
            places.resize(answers.size());
            engine::ReviewPass pass = engine::passOver(document().annotation(), who, places, tier);
            pass.leadIn = 0.0;
            review->startAt(pass);
            QTRY_VERIFY(review->isActive());
            QTRY_COMPARE(document().video().id, QStringLiteral("saturday@tom"));
            QVERIFY(settle());
            QVERIFY(activate());
            for (const int answer : answers)
                support::rate(*review, timeline(), answer);
            player().pause();
            review->leave();
        };
        judge("cleo", "labels_listening", {2, 3, 4, 5, 6, 7});
        judge("bea", "labels_listening", {3, 3, 4, 6, 6, 7});
        judge("tom", "labels_listening_self", {2, 4, 4, 5, 7, 7});
        const app::FirstPasses passes = app::firstPasses(document().annotation());
        QCOMPARE(passes.tiers, std::vector<std::string>{"labels_listening"}); // one alone agrees with nobody
        QCOMPARE(passes.ratings.front().tables.front().raters().size(), std::size_t{2});
        QCOMPARE(passes.perspectives.size(), std::size_t{1});
        QCOMPARE(passes.perspectives[0].beside.units().size(), std::size_t{6});
        pressKey(Qt::Key_3, Qt::ControlModifier);
        const auto told = [&] {
            QStringList texts;
            for (const QLabel* label : find<QWidget>("agreementList")->findChildren<QLabel*>())
                texts << label->text();
            return texts.join(QLatin1Char('|'));
        };
        QTRY_VERIFY(told().contains(QStringLiteral("2 rater(s)"))); // α of the observers
        auto* figures = find<QComboBox>("agreementFigure");
        const int icc = figures->findData(QStringLiteral("icc_2_1"));
        QVERIFY(icc >= 0);
        figures->setCurrentIndex(icc);
        emit figures->activated(icc);
        QTRY_VERIFY2(told().contains(QStringLiteral("sentiment while listening, as felt beside as seen")),
                     qPrintable(told()));
        pictures("conversation-perspectives");
        pressKey(Qt::Key_6, Qt::ControlModifier);
        undoAll();
        session().videos().open(QStringLiteral("saturday@mira"));
        QVERIFY(settle());
    }

    void theOffsetIsFoundByTheSound()
    {
        action("recording-time")->trigger();
        QTRY_VERIFY(find<QDialog>("recordingTimeDialog"));
        QDialog& dialog = *find<QDialog>("recordingTimeDialog");
        dialog.activateWindow(); // so that its keys are no commands of the window
        QVERIFY(QTest::qWaitForWindowActive(&dialog, support::kPatience));
        auto* offset = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("recordingOffset"));
        QCOMPARE(offset->value(), 1.3);
        offset->setValue(0.5); // wrong, by hand
        QTRY_COMPARE(document().annotation().item(engine::kConversationItems, "saturday") != nullptr, true);
        auto* find = dialog.findChild<QAbstractButton*>(QStringLiteral("findBySound"));
        QTRY_VERIFY(find->isEnabled());
        picture(dialog, "offset-and-drift");
        QTest::mouseClick(find, Qt::LeftButton);
        QTRY_VERIFY2(std::abs(offset->value() - 1.3) < 0.02, qPrintable(QString::number(offset->value())));
        auto* view = dialog.findChild<widgets::OffsetView*>(QStringLiteral("offsetView"));
        view->setFocus();
        const double before = offset->value();
        QTest::keyClick(view, Qt::Key_Right);
        QTRY_VERIFY(std::abs(offset->value() - before - 0.01) < 2e-3);
        picture(dialog, "offset-and-drift-found");
        dialog.close();
        QVERIFY(settle());
        undoAll();
        QTRY_VERIFY(std::abs(session().cameras().others().front().offset - 1.3) < 1e-9);
    }

    void aPassThatHidesHidesAll()
    {
        QVERIFY(settle());
        app::Sight sight;
        sight.labels = sight.others = sight.predictions = sight.dataset = sight.words = false;
        document().sight().set(sight);
        QVERIFY(!whoSpeaks()->isVisible());
        QVERIFY(!track("synchronyTrack")->isVisible());
        QVERIFY(!track("conversation:saturday@tom:words")->isVisible());
        QVERIFY(!track("conversation:saturday@tom:labels")->isVisible());
        QVERIFY(!panel()->content().turns);
        QCOMPARE(player().voices()[1].gain, 0.0); // the others are not heard, either
        const double before = player().position();
        action("next-turn")->trigger();
        QCOMPARE(player().position(), before); // where turns begin is hidden, too
        document().sight().set({});
        QVERIFY(whoSpeaks()->isVisible());
    }

    void aCorpusIsSeenInItsFolder()
    {
        const std::filesystem::path corpus = meld();
        std::filesystem::copy(std::filesystem::path(FIXTURES) / "conversations/meld", corpus,
                              std::filesystem::copy_options::recursive);
        const NextDialog asked(folderAnswer(corpus));
        find<QLineEdit>("librarySearch")->setFocus(); // as after a search
        action("open-folder")->trigger();
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("corpusOffer")));
        auto* offer = window().findChild<QMessageBox*>(QStringLiteral("corpusOffer"));
        QVERIFY2(offer->text().contains(QStringLiteral("MELD")), qPrintable(offer->text()));
        picture(*offer, "corpus-offer", 100);
        QTest::mouseClick(offer->defaultButton(), Qt::LeftButton);
        QTRY_VERIFY(document().hasVideo() && document().video().id.contains(QStringLiteral("_dia")));
        QVERIFY(std::filesystem::exists(corpus / "dataset.json"));
        QVERIFY(settle());
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().turns);
        QVERIFY(!whoSpeaks()->content().turns->turns.empty());
        QCOMPARE(window().focusWidget(), &timeline()); // J and O work at once
        pictures("conversation-clips");
        session().videos().open(QStringLiteral("train_dia0@ada"));
        QVERIFY(settle());
        QTRY_COMPARE(document().video().id, QStringLiteral("train_dia0@ada"));
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().turns);
    }

    /// The picture is the clip of the time; between clips stands the time, and the sound is theirs, too.
    void eachTurnHasItsClip()
    {
        const auto& shown = [this]() -> const widgets::VideoSurface::Content& {
            return find<widgets::VideoSurface>("video")->content();
        };
        QVERIFY(activate()); // the dialogs are gone
        player().seek(0.5); // ada's first, 0 to 0.94 s
        QVERIFY(settle());
        QTRY_VERIFY(!shown().frame.isNull() && shown().clock.isEmpty());
        const auto* clips = window().findChild<app::ConversationClips*>();
        QCOMPARE(clips->current(), std::optional<std::size_t>(0));
        player().seek(1.05); // between 0.94 and 1.14 s
        QVERIFY(settle());
        QTRY_COMPARE(shown().clock, QStringLiteral("00:00:01.050"));
        pictures("conversation-clips-gap");
        player().seek(1.8); // bert's
        QVERIFY(settle());
        QTRY_VERIFY(shown().clock.isEmpty() && !shown().frame.isNull());
        QCOMPARE(clips->current(), std::optional<std::size_t>(1));
        QVERIFY(player().duration() > 2.9); // others speak on where ada has ended
        const auto& voices = player().voices();
        QVERIFY(voices.size() > 2);
        QCOMPARE(voices[0].begins, 0.0);
        QVERIFY(std::abs(*voices[0].length - 0.941) < 1e-6);
        QVERIFY(std::abs(voices[1].begins - 1.141) < 1e-6);
        QCOMPARE(voices[1].gain, 1.0);
        pressKey(Qt::Key_U);
        QCOMPARE(player().voices()[0].gain, 1.0);
        QCOMPARE(player().voices()[1].gain, 0.0);
        pressKey(Qt::Key_U);
        app::Sight sight;
        sight.words = false; // then only the clips of the one in hand are shown
        document().sight().set(sight);
        QTRY_VERIFY(!shown().clock.isEmpty());
        document().sight().set({});
        QTRY_VERIFY(shown().clock.isEmpty());
    }

    /// Of the clips of a participant as of a recording; the rows come under the participant.
    void sequencesAreMadeOfClips()
    {
        action("sequences")->trigger();
        auto* dialog = window().findChild<app::ExtractDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* table = dialog->findChild<app::RecordingsTable*>();
        QTRY_VERIFY(table->rowCount() > 2);
        int adas = -1;
        for (int row = 0; row < table->rowCount(); ++row) {
            QVERIFY2(table->item(row, 0)->text().contains(QStringLiteral(" clip")),
                     qPrintable(table->item(row, 0)->text()));
            if (table->item(row, 0)->text().startsWith(QStringLiteral("train_dia0@ada,")))
                adas = row;
        }
        QVERIFY(adas >= 0);
        picture(*dialog, "sequences-of-clips");
        const auto command = [&] {
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copyExtraction")),
                              Qt::LeftButton);
            return QGuiApplication::clipboard()->text();
        };
        QVERIFY2(command().contains(QStringLiteral("dataset.json"))
                     && !command().contains(QStringLiteral("--only")),
                 qPrintable(command())); // all
        for (int row = 0; row < table->rowCount(); ++row)
            table->item(row, 0)->setCheckState(row == adas ? Qt::Checked : Qt::Unchecked);
        for (QCheckBox* box :
             dialog->findChild<QWidget*>(QStringLiteral("featureChoice"))->findChildren<QCheckBox*>())
            box->setChecked(box->objectName() == QLatin1String("spectral"));
        QVERIFY2(command().contains(QStringLiteral("--only 'train_dia0@ada'")), qPrintable(command()));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("startExtraction")), Qt::LeftButton);
        auto* open = dialog->findChild<QPushButton*>(QStringLiteral("openDataset"));
        QTRY_VERIFY(open->isEnabled());
        const auto* steps = dialog->findChild<QTableWidget*>(QStringLiteral("extractSteps"));
        QCOMPARE(steps->rowCount(), 1);
        QCOMPARE(steps->item(0, 0)->text(), QStringLiteral("train_dia0@ada"));
        picture(*dialog, "sequences-of-clips-made");
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(settle());
        const engine::CsdFile made(meld() / "spectral.csd");
        QVERIFY(!made.ids().empty());
        for (const std::string& id : made.ids())
            QVERIFY2(id.starts_with("train_dia0@ada["), id.c_str());
        const auto rows = [&]() -> const app::FeatureSeries* {
            for (const app::FeatureSeries& each : document().video().features) {
                if (each.key == QLatin1String("spectral"))
                    return &each;
            }
            return nullptr;
        };
        QTRY_VERIFY(rows());
        const auto starts = engine::readIntervals(made, "train_dia0@ada");
        QVERIFY(starts.front().start < 0.1 && starts.back().end > 5.0); // in the time of the conversation
        QVERIFY(std::abs(made.intervals("train_dia0@ada[1]").values.front().start - 4.941) < 0.05);
        QVERIFY(activate());
    }

    /// Nobody says when the two recordings began: a hint has the command that finds it.
    void recordingsThatNobodyAlignedAreSaid()
    {
        const QTemporaryDir home;
        const std::filesystem::path folder = std::filesystem::path(home.path().toStdString()) / "talk";
        std::filesystem::copy(std::filesystem::path(DEMO "_conversation"), folder,
                              std::filesystem::copy_options::recursive);
        QFile list(QString::fromStdString((folder / "dataset.json").string()));
        QVERIFY(list.open(QIODevice::ReadOnly));
        QByteArray text = list.readAll();
        list.close();
        text.replace("\"offset_s\": 1.3,", "").replace("\"drift_ppm\": 40.0", "\"role\": \"guest\"");
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(text);
        list.close();
        QStringList hints;
        const auto listening = hearHints(hints);
        session().project().open({folder});
        QTRY_COMPARE(hints.size(), 1);
        QVERIFY(hints.front().contains(QStringLiteral("saturday")));
        QVERIFY(settle());
        QVERIFY(activate());
        pressKey(Qt::Key_O);
        QTRY_COMPARE(session().videos().current(), QStringLiteral("saturday@tom"));
        QVERIFY(settle());
        QCOMPARE(hints.size(), 1); // once
        disconnect(listening);
        pressKey(Qt::Key_6, Qt::ControlModifier);
        auto* panel = window().findChild<widgets::ConversationPanel*>();
        QTRY_VERIFY(panel->isVisible());
        const auto* message = panel->findChild<QLabel*>(QStringLiteral("conversationMessage"));
        auto* remedy = panel->findChild<QPushButton*>(QStringLiteral("conversationRemedy"));
        QTRY_VERIFY(message->isVisible() && message->text().contains(QStringLiteral("began")));
        pictures("conversation-unaligned");
        QTest::mouseClick(remedy, Qt::LeftButton);
        QTRY_VERIFY(find<QDialog>("recordingTimeDialog"));
        auto* times = find<QDialog>("recordingTimeDialog");
        auto* bySound = times->findChild<QPushButton*>(QStringLiteral("findBySound"));
        QTRY_VERIFY(bySound->isEnabled());
        QTest::mouseClick(bySound, Qt::LeftButton);
        QTRY_VERIFY(times->findChild<QLabel*>(QStringLiteral("foundBySound"))
                        ->text()
                        .contains(QStringLiteral("six minutes"))); // of which the talk has not two
        QTRY_VERIFY(!message->isVisible() && !remedy->isVisible());
        QTest::keyClick(times, Qt::Key_Escape);
        QVERIFY(settle());
        session().project().open({std::filesystem::path(DEMO)}); // before the folder goes
        QVERIFY(settle());
    }

    /// The description of a corpus does not say whether recordings begin together.
    void recordingsOfACorpusAreNotAlignedEither()
    {
        const QTemporaryDir home;
        const std::filesystem::path folder = std::filesystem::path(home.path().toStdString()) / "corpus";
        std::filesystem::copy(engine::test::fixture("conversations").toStdString() + "/seamless", folder,
                              std::filesystem::copy_options::recursive);
        const auto made
            = engine::test::runCli({QStringLiteral("make-dataset"), QString::fromStdString(folder.string()),
                                    QStringLiteral("--layout"), QStringLiteral("seamless")});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        QStringList hints;
        const auto listening = hearHints(hints);
        session().project().open({folder});
        QTRY_COMPARE(hints.size(), 1);
        QVERIFY(hints.front().contains(QStringLiteral("V00_S9001_I00000001")));
        disconnect(listening);
        session().project().open({std::filesystem::path(DEMO)}); // before the folder goes
        QVERIFY(settle());
    }

    /// Turns that only faces tell have dashed edges until somebody keeps them.
    void turnsOfFacesAreGuessesUntilTheyAreKept()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        engine::DatasetList list;
        list.name = "tea";
        list.root = root;
        const auto put
            = [&](const char* name, const std::vector<std::pair<std::string, engine::Entry>>& entries) {
                  writeCsd(engine::test::sequence(name, entries), root / (std::string(name) + ".csd"));
                  list.sequences.push_back({"visual", name, root / (std::string(name) + ".csd")});
              };
        put("face_landmarks", {{"tea", engine::test::entryOf(landmarkRows(engine::test::twoFaces()))}});
        const engine::Entry rows = engine::test::numbered({{0.0, 4.0}, {4.0, 8.0}});
        put("visual", {{"tea@ada", rows}, {"tea@cleo", rows}});
        list.media.push_back({"tea", std::filesystem::path(DEMO "_conversation/media/mira.mp4"), "", ""});
        list.more["conversations"] = nlohmann::ordered_json::parse(
            R"([{"id": "tea", "media": "picture", "participants": [{"id": "ada", "face": 0}, {"id": "cleo", "face": 1}]}])");
        writeDatasetList(list, root / "dataset.json");
        session().project().open({root});
        QTRY_VERIFY(document().hasVideo() && document().video().id.startsWith(QStringLiteral("tea")));
        QVERIFY(settle());
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().turns);
        QVERIFY(whoSpeaks()->content().isEstimated);
        QCOMPARE(whoSpeaks()->partCount(), std::size_t{2});
        pictures("guessed-turns");
        action("keep-turns")->trigger();
        QTRY_VERIFY(whoSpeaks() && !whoSpeaks()->content().isEstimated);
        QCOMPARE(whoSpeaks()->partCount(), std::size_t{2});
        const engine::Tier* tier = engine::tierCalled(document().annotation(), "tea@cleo", "turns");
        QVERIFY(tier && tier->participant == "cleo");
        history().undo();
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().isEstimated);
    }

    void aTalkOfOneHasNothingOfIt()
    {
        QVERIFY(settle());
        session().project().open({std::filesystem::path(DEMO)});
        QVERIFY(settle());
        QTRY_VERIFY(!whoSpeaks());
        QVERIFY(!track("synchronyTrack"));
        QVERIFY(!action("preset-conversation")->isVisible());
        QVERIFY(!panel()->isVisible());
    }

private:
    QTemporaryDir m_folder;

    /// Segments of a tier of Tom, to be judged.
    std::vector<engine::ReviewPass::Place> toms(const char* name)
    {
        std::vector<engine::ReviewPass::Place> made;
        const engine::Tier* tier = engine::tierCalled(document().annotation(), "saturday@tom", name);
        for (const auto& entry : tier ? document().annotation().byTime(tier->id).all()
                                      : std::vector<engine::IntervalIndex::Entry>()) {
            const engine::Segment& one = *document().annotation().segment(entry.id);
            made.push_back({"saturday@tom", {one.start.seconds(), one.end.seconds()}});
        }
        return made;
    }

    std::filesystem::path meld() const { return m_folder.filePath(QStringLiteral("corpus")).toStdString(); }
    widgets::Track* track(const char* name)
    {
        for (widgets::Track* each : timeline().tracks()) {
            if (each->objectName() == QLatin1String(name))
                return each;
        }
        return nullptr;
    }
    widgets::TimelineView& timeline() { return *window().findChild<widgets::TimelineView*>(); }
    /// A real click into a track. @param place  from its upper left corner, beside the heads
    /// What is said of recordings that nobody aligned.
    QMetaObject::Connection hearHints(QStringList& hints)
    {
        return connect(&document().notices(), &app::Notices::said, this, [&](const app::Notice& notice) {
            if (notice.command == QLatin1String("recording-time"))
                hints << notice.text;
        });
    }
    void clickOn(const widgets::Track& track, QPoint place)
    {
        timeline().ensureVisible(&track);
        QTest::mouseClick(&timeline(), Qt::LeftButton, {}, timeline().areaOf(&track).topLeft() + place);
    }
    widgets::WhoSpeaksTrack* whoSpeaks()
    {
        return qobject_cast<widgets::WhoSpeaksTrack*>(track("whoSpeaksTrack"));
    }
    widgets::ConversationPanel* panel() { return window().findChild<widgets::ConversationPanel*>(); }
    std::size_t turnsOf(std::size_t person)
    {
        const auto& turns = whoSpeaks()->content().turns->turns;
        return static_cast<std::size_t>(std::ranges::count(turns, person, &engine::SpeakingTurn::speaker));
    }
    /// Does this as soon as the modal dialog is there.
    void inDialog(const char* name, const std::function<void(QDialog&)>& work)
    {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this, timer, name, work] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog || dialog->objectName() != QLatin1String(name))
                return;
            timer->stop();
            timer->deleteLater();
            work(*dialog);
        });
        timer->start(20);
    }
};

WINDOW_TEST_MAIN(ConversationWalk)
#include "tst_conversation_walk.moc"
