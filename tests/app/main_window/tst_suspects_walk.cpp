#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/review/review.h"
#include "app/video/video_opener.h"
#include "engine/agreement/rating_files.h"
#include "engine/core/text_file.h"
#include "engine/snapshot/label_rows.h"
#include "widgets/tracks/evidence_track.h"
#include "widgets/tracks/labels_track.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QToolButton>
#include <QUndoStack>

#include "tests/support/suspects_test.h"
#include "tests/support/waiting.h"

/// Suspicious labels in the real window, with the demo: found, opened, corrected, dismissed, reviewed.
class SuspectsWalk : public SuspectsTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        plantFlip();
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue() && queue()->isVisible());
        QVERIFY(!card()->findChild<QPushButton*>(QStringLiteral("acceptSuspect"))->isVisible());
    }

    /// The command begins the search; the button that ends it stands below the words that explain it.
    void aSearchIsStoppedAndGoesOn()
    {
        QTRY_VERIFY(search().isRunning()); // the project is read first
        const auto* note = queue()->findChild<QLabel*>(QStringLiteral("suspectsNote"));
        const int below = note->mapTo(queue(), note->rect().bottomLeft()).y();
        QVERIFY(button("findSuspects")->mapTo(queue(), QPoint()).y() - below < 100);
        auto* bar = queue()->findChild<QProgressBar*>(QStringLiteral("suspectProgress"));
        QTRY_VERIFY(bar->value() > 100);
        picture(window(), "suspects-running");
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton); // it stops now
        QTRY_VERIFY(!search().isRunning());
        picture(window(), "suspects-empty");
        QCOMPARE(count(), 0);
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0, 280000);
        QTRY_VERIFY(!search().isRunning());
    }

    /// What the project says is what is looked through, not what the files say.
    void theFlippedLabelOfTheProjectIsFound()
    {
        clickGroup(1); // of labels
        QVERIFY(count() > 0);
        int place = 0;
        while (place < count() && titleOf(place) != m_flipped)
            ++place;
        QVERIFY2(place < 2, qPrintable(m_flipped));
        QCOMPARE(valueOf(place), m_flippedValue);
    }

    void theHeadSaysByHowMuchToBelieveIt()
    {
        const auto* worth = window().findChild<QLabel*>(QStringLiteral("suspectsWorth"));
        QVERIFY(worth && worth->isVisible());
        QVERIFY2(worth->text().startsWith(QStringLiteral("Models follow the labels with r 0.")),
                 qPrintable(worth->text()));
    }

    void aSuspectIsOpenedWithWhatSpeaksAgainstIt()
    {
        const QString title = titleOf(0);
        clickRow(0);
        QTRY_COMPARE(document().video().id, videoOf(title));
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        QTRY_VERIFY(button("acceptSuspect")->isVisible());
        for (const char* track : {"suspectModelsTrack", "suspectNeighboursTrack", "suspectAloneTrack",
                                  "suspectSuggestionTrack"}) {
            auto* shown = window().findChild<widgets::Track*>(QLatin1String(track));
            QVERIFY2(shown && shown->isVisible() && shown->partCount() == 1, track);
        }
        picture(window(), "suspects-found", 1500);
        window().setThemeChoice(app::ThemeChoice::Light);
        picture(window(), "suspects-found-light");
        window().setThemeChoice(app::ThemeChoice::Dark);
        window().resize(1366, 768);
        picture(window(), "suspects-small");
        window().resize(1920, 1080);
    }

    void anExpectationIsAcceptedAsOneStep()
    {
        const QString title = titleOf(0);
        const int before = count();
        const std::vector<float> labels = labelValues();
        queue()->list().setFocus();
        QTest::keyClick(&queue()->list(), Qt::Key_A);
        QTRY_VERIFY(labelValues() != labels);
        QTRY_COMPARE(count(), before - 1);
        QVERIFY(count() == 0 || titleOf(0) != title);
        QCOMPARE(verdictOf(title), app::Verdict::Accepted);
        QCOMPARE(session().undoStack().index(), m_steps + 1); // label and verdict together
        QTRY_VERIFY(count() == 0 || document().video().id == videoOf(titleOf(0))); // the next one is opened
        undo(1);
        QTRY_COMPARE(count(), before);
        QCOMPARE(titleOf(0), title); // it is offered again
        QTRY_COMPARE(document().video().id, videoOf(title)); // undo goes back to what it changes
        QCOMPARE(labelValues(), labels);
    }

    void aLabelIsCorrectedByADigit()
    {
        clickRow(0);
        const QString title = titleOf(0);
        QTRY_COMPARE(document().video().id, videoOf(title));
        const std::vector<float> labels = labelValues();
        timeline().setFocus();
        const bool isThree = std::ranges::count(labels, 3.0F) > 0 && valueOf(0) == QStringLiteral("+3");
        QTest::keyClick(&timeline(), isThree ? Qt::Key_1 : Qt::Key_7); // the greatest value
        QTRY_COMPARE(verdictOf(title), app::Verdict::Corrected);
        QVERIFY(labelValues() != labels || document().video().id != videoOf(title));
        auto* found = queue()->findChild<QLabel*>(QStringLiteral("suspectsFound"));
        QVERIFY2(found->text().contains(QStringLiteral("1 corrected")), qPrintable(found->text()));
        const auto numbers = segmentOf(title);
        const int steps = session().undoStack().index();
        undo(1);
        QCOMPARE(session().undoStack().index(), steps - 1);
        QTRY_COMPARE(titleOf(0), title);
        QTRY_COMPARE(document().video().id, videoOf(title));
        QCOMPARE(queue()->current().value_or(99), 0U); // it is in hand again, and the playhead is at it
        QTRY_VERIFY(std::abs(player().position() - document().spans("labels").at(numbers).start) < 0.1);
        clickGroup(0);
    }

    /// The segment that was clicked in the timeline is labelled by a digit, not the one in the queue.
    void aClickedSegmentIsTheOneInHand()
    {
        clickRow(0);
        const QString title = titleOf(0);
        QTRY_COMPARE(document().video().id, videoOf(title));
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        const std::size_t own = title.section(QStringLiteral(" · "), 1).toUInt() - 1,
                          other = own == 0 ? 1 : own - 1;
        const auto& spans = document().spans("labels");
        const engine::Interval clicked = spans.at(other);
        timeline().zoomTo(
            {std::min(clicked.start, spans.at(own).start), std::max(clicked.end, spans.at(own).end)});
        const QRect area = timeline().areaOf(window().findChild<widgets::LabelsTrack*>());
        QTest::mouseClick(
            &timeline(), Qt::LeftButton, {},
            {area.left() + static_cast<int>(timeline().scale().x((clicked.start + clicked.end) / 2)),
             area.top() + area.height() / 3});
        const engine::FeatureMatrix before = document().labels().rows.features;
        QTest::keyClick(&timeline(), before.at(other, 0) == 0.0F ? Qt::Key_5 : Qt::Key_4);
        QTRY_VERIFY(document().labels().rows.features.at(other, 0) != before.at(other, 0));
        QCOMPARE(document().labels().rows.features.at(own, 0), before.at(own, 0));
        undo(1);
        QTRY_VERIFY(document().labels().rows.features.values == before.values);
        clickGroup(0);
    }

    /// What was judged is listed, and can be judged otherwise.
    void whatWasLookedAtIsJudgedOtherwise()
    {
        QVERIFY(count() > 0);
        clickRow(0);
        const QString title = titleOf(0);
        queue()->list().setFocus();
        QTest::keyClick(&queue()->list(), Qt::Key_K);
        QTRY_COMPARE(verdictOf(title), app::Verdict::Kept);
        chooseOrder(2);
        QTRY_COMPARE(count(), 1);
        QCOMPARE(titleOf(0), title);
        QCOMPARE(row(0).kind, QStringLiteral("kept"));
        picture(window(), "suspects-looked-at");
        clickRow(0);
        QTest::keyClick(&queue()->list(), Qt::Key_X);
        QTRY_COMPARE(verdictOf(title), app::Verdict::Dismissed);
        QTRY_COMPARE(row(0).kind, QStringLiteral("dismissed"));
        undo(2);
        QTRY_COMPARE(count(), 0);
        chooseOrder(0);
        QTRY_VERIFY(count() > 0);
        QCOMPARE(titleOf(0), title);
    }

    void whatIsKeptOrDismissedIsNotOfferedAgain()
    {
        clickRow(0);
        const QString first = titleOf(0), second = titleOf(1);
        queue()->list().setFocus();
        QTest::keyClick(&queue()->list(), Qt::Key_K);
        QTRY_COMPARE(titleOf(0), second);
        QTest::mouseClick(button("dismissSuspect"), Qt::LeftButton);
        QTRY_VERIFY(titleOf(0) != second);
        QCOMPARE(verdictOf(first), app::Verdict::Kept);
        QCOMPARE(verdictOf(second), app::Verdict::Dismissed);
        undo(2);
        QTRY_COMPARE(titleOf(0), first);
    }

    /// A label that is changed elsewhere than in the queue was not searched: the suspicion is of the old one.
    void aLabelThatIsChangedElsewhereLeavesTheQueue()
    {
        clickGroup(1); // of labels
        clickRow(0);
        const QString title = titleOf(0), value = valueOf(0);
        const int before = count();
        QTRY_COMPARE(document().video().id, videoOf(title));
        const auto segment = segmentOf(title);
        const double other = value == QStringLiteral("+1") ? 2.0 : 1.0;
        session().editor().setLabel(segment, QStringLiteral("sentiment"), other);
        QTRY_COMPARE(count(), before - 1);
        QVERIFY(titleOf(0) != title);
        auto* note = queue()->findChild<QLabel*>(QStringLiteral("suspectsNote"));
        QVERIFY2(note->isVisible() && note->text().contains(QStringLiteral("changed since")),
                 qPrintable(note->text()));
        auto* keep = card()->findChild<QPushButton*>(QStringLiteral("keepSuspect"));
        QVERIFY2(keep->text().contains(other == 2.0 ? QStringLiteral("+2") : QStringLiteral("+1")),
                 qPrintable(keep->text()));
        picture(window(), "suspects-changed");
        undo(1);
        QTRY_COMPARE(count(), before);
        QCOMPARE(titleOf(0), title);
        QCOMPARE(valueOf(0), value);
        QVERIFY(!note->isVisible());
        clickGroup(0);
    }

    void keysGoThroughTheQueue()
    {
        clickRow(0);
        timeline().setFocus();
        QTest::keyClick(&timeline(), Qt::Key_Return);
        QTRY_COMPARE(queue()->current().value_or(99), 1U);
        QVERIFY(search().isRunning() == false);
        QTest::keyClick(&timeline(), Qt::Key_Left); // the timeline's own keys still work
        QCOMPARE(queue()->current().value_or(99), 1U);
    }

    void inTheListEnterOpensARowThenGoesOn()
    {
        clickRow(0);
        queue()->list().setFocus();
        const QString first = card()->findChild<QLabel*>(QStringLiteral("suspectTitle"))->text();
        QTest::keyClick(&queue()->list(), Qt::Key_Down);
        QTest::keyClick(&queue()->list(), Qt::Key_Return); // opens the row that the arrow went to
        QTRY_VERIFY(card()->findChild<QLabel*>(QStringLiteral("suspectTitle"))->text() != first);
        QCOMPARE(queue()->current().value_or(99), 1U);
        QTest::keyClick(&queue()->list(), Qt::Key_Return);
        QTRY_COMPARE(queue()->current().value_or(99), 2U);
    }

    /// The queue is found again where it was left, in the mode Timeline as in that of reviews.
    void theQueueStaysInOtherModes()
    {
        auto* dock = window().findChild<QDockWidget*>(QStringLiteral("suspectsDock"));
        const auto isInSight
            = [&] { return dock->isVisible() && window().rect().intersects(dock->geometry()); };
        const auto tab = [&](const char* title) {
            for (auto* bar : window().findChildren<QTabBar*>()) {
                for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
                    if (bar->tabText(i) == QLatin1String(title)) {
                        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                        return true;
                    }
                }
            }
            return false;
        };
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        picture(window(), "suspects-timeline", 300);
        QTRY_VERIFY(isInSight());
        QVERIFY(tab("Library"));
        QTRY_VERIFY(!isInSight());
        QVERIFY(find<QWidget>("libraryDock")->isVisible());
        QVERIFY(tab("Suspicious labels"));
        QTRY_VERIFY(isInSight() && count() > 0);
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(!isInSight());
        QVERIFY(tab("Suspicious labels"));
        QTRY_VERIFY(isInSight() && count() > 0);
        picture(window(), "suspects-review-tab", 300);
    }

    void aBlindReviewHidesAll()
    {
        QTest::mouseClick(queue()->findChild<QToolButton*>(QStringLiteral("closeSuspects")), Qt::LeftButton);
        QTRY_VERIFY(!queue()->isVisible());
        window().findChild<app::Review*>()->startFirst("mira");
        QTRY_VERIFY(window().findChild<app::Review*>()->isActive());
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue()->isVisible());
        QCOMPARE(count(), 0);
        QVERIFY(!button("acceptSuspect")->isVisible());
        window().findChild<app::Review*>()->leave();
        QTRY_VERIFY(count() > 0);
    }

    void allInSightBecomeAReview()
    {
        const int shown = count();
        QTest::mouseClick(button("reviewSuspects"), Qt::LeftButton);
        QTRY_VERIFY(window().findChild<app::Review*>()->pass().has_value());
        QCOMPARE(static_cast<int>(window().findChild<app::Review*>()->pass()->places.size()), shown);
        QTRY_VERIFY(!queue()->isVisible());
        picture(window(), "suspects-review");
    }

    /// What people said in the project is what is looked through: a planted vote of one of three is found.
    void votesAndEditsOfTheProjectCount()
    {
        window().findChild<app::Review*>()->leave();
        std::vector<engine::LabelRow> rows;
        for (const auto& entry : session().videos().dataset()->entries) {
            const std::string video = entry->id.toStdString();
            for (int k = 0; k < 5; ++k) {
                engine::LabelRow row{video, {k * 3.0, k * 3.0 + 2.5}, k - 2.0};
                row.votes = {{"annotator", k - 2.0}, {"text", k - 2.0}}; // called as columns of tables are
                rows.push_back(row);
            }
        }
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("labels.csd")).toStdString();
        const engine::DatasetList list
            = engine::withLabel(document().dataset(), {"sentiment", {}, rows}, file);
        QCOMPARE(list.sequence("labels")->file, file);
        QCOMPARE(list.sequences.size(), document().dataset().sequences.size());
        const std::filesystem::path votes = folder.filePath(QStringLiteral("votes.csv")).toStdString();
        engine::writeTextFile(votes, engine::votesTable(rows)).commit();
        const engine::RatingTable read = engine::readRatings({votes}).tables.at(0);
        QCOMPARE(read.raters(), (std::vector<std::string>{"annotator", "text"}));
        QCOMPARE(read.units().size(), rows.size());
    }

    /// A click leads to the word, and the timeline shows where its boundary seems to belong.
    void aMovedBoundaryIsShown()
    {
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue()->isVisible());
        const engine::Interval span = document().spans("labels").at(1);
        const QString video = document().video().id;
        const auto isInside = [&](const engine::Interval& word) { return word.start > span.start + 1.0; };
        const auto& words = document().spans("words");
        const auto at = static_cast<std::size_t>(std::ranges::find_if(words, isInside) - words.begin());
        const double written = words.at(at).end;
        engine::Suspects suspects;
        suspects.labelName = "sentiment";
        suspects.seesTime = true;
        engine::Suspect& suspect = suspects.segments.emplace_back();
        suspect.id = QStringLiteral("%1[1]").arg(video).toStdString();
        suspect.score = 0.8;
        suspect.kind = engine::SuspectKind::WordEdge;
        const std::string word = document().words().texts.at(at);
        suspect.reason = "the end of a word";
        suspect.span = span;
        suspect.edge = engine::WordEdge{word, true, written, written - 0.1};
        emit search().found(suspects);
        clickGroup(0);
        QTRY_COMPARE(count(), 1);
        QCOMPARE(row(0).reason,
                 QStringLiteral("The end of “%1” seems 0.10 s too late.").arg(QString::fromStdString(word)));
        clickRow(0);
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        QVERIFY2(std::abs(player().position() - written) < 1.5,
                 qPrintable(QString::number(player().position() - written)));
        auto* shown = window().findChild<widgets::EvidenceTrack*>(QStringLiteral("suspectSuggestionTrack"));
        QTRY_VERIFY(shown && shown->isVisible());
        picture(window(), "suspects-word-edge", 800);
        window().setThemeChoice(app::ThemeChoice::Light);
        window().resize(1366, 768);
        picture(window(), "suspects-word-edge-small");
        window().setThemeChoice(app::ThemeChoice::Dark);
        window().resize(1920, 1080);
        auto* accept = card()->findChild<QPushButton*>(QStringLiteral("acceptSuspect"));
        QVERIFY(accept && accept->isVisible());
        QCOMPARE(accept->text(), QStringLiteral("Move it by −0.10 s  A"));
        QTest::keyClick(&queue()->list(), Qt::Key_A);
        QTRY_VERIFY(std::abs(document().spans("words").at(at).end - (written - 0.1)) < 0.001);
        QTRY_COMPARE(count(), 0); // it was looked at
        undo(1);
        QTRY_VERIFY(std::abs(document().spans("words").at(at).end - written) < 0.001);
        QTRY_COMPARE(count(), 1);
    }

    /// A program that ends without a word, and one that says why.
    void aSearchThatFailsIsSaid()
    {
        const QTemporaryDir programs;
        QFile program(programs.filePath(QStringLiteral("polylogue-models")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QTextStream(&program) << QLatin1String(
            "#!/bin/sh\necho 'polylogue-models: out of luck' >&2\nexit 1\n");
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        app::SuspectSearch failing(session().tasks(), programs.path(), session().moments(), nullptr);
        QString problem;
        connect(&failing, &app::SuspectSearch::failed, this, [&](const QString& why) { problem = why; });
        failing.setSubject({}, document().dataset(), false);
        failing.start();
        QTRY_COMPARE(problem, QStringLiteral("out of luck"));
        QVERIFY(!failing.isRunning());
    }

private:
    QString valueOf(int place) { return row(place).value; }
    std::vector<float> labelValues() { return document().labels().rows.features.values; }

    std::optional<app::Verdict> verdictOf(const QString& title)
    {
        const auto verdicts = app::suspectVerdicts(document().annotation());
        const auto found
            = verdicts.find(QStringLiteral("%1[%2]").arg(videoOf(title)).arg(segmentOf(title)).toStdString());
        return found == verdicts.end() ? std::nullopt : std::optional(found->second.verdict);
    }

    /// Turns the sign of the first clear label of the video in sight.
    void plantFlip()
    {
        const std::vector<engine::Interval>& spans = document().spans("labels");
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const float value = document().labels().rows.features.at(i, 0);
            if (std::abs(value) < 2.0F)
                continue;
            session().editor().setLabel(i, QStringLiteral("sentiment"), -value);
            m_flipped = QStringLiteral("%1 · %2").arg(document().video().id).arg(i + 1);
            m_flippedValue = value < 0 ? QStringLiteral("+%1").arg(-value) : QStringLiteral("−%1").arg(value);
            break;
        }
        m_steps = session().undoStack().index();
        QCOMPARE(m_steps, 1);
    }

    void undo(int steps)
    {
        for (int step = 0; step < steps; ++step)
            QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    }

    void chooseOrder(int order)
    {
        auto* orders = queue()->findChild<QComboBox*>(QStringLiteral("suspectOrder"));
        orders->setFocus();
        for (int i = orders->currentIndex(); i < order; ++i)
            QTest::keyClick(orders, Qt::Key_Down);
        for (int i = orders->currentIndex(); i > order; --i)
            QTest::keyClick(orders, Qt::Key_Up);
        queue()->list().setFocus();
    }

    QString m_flipped, m_flippedValue; ///< what was planted
    int m_steps = 0; ///< of the history, before anything is said
};

WINDOW_TEST_MAIN(SuspectsWalk)
#include "tst_suspects_walk.moc"
