#include "app/completion/completion_actions.h"
#include "app/completion/completion_input.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/tier_edits.h"
#include "engine/annotation/tier_traces.h"
#include "engine/tier_completion/draft_edits.h"
#include "widgets/queue/work_list.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/draft_track.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/cli.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Completing tiers in the real window, with the demo: values, new segments, a rating; walked through,
/// corrected, accepted, taken back, opened again.
class CompletionWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        const app::VideoData& video = document().video();
        m_frames = engine::framesOf(app::recordedSequences(video), columns(), player().duration(), {});
        QVERIFY(m_frames.rows.rows > 100);
        makeTiers();
        QVERIFY(settle());
    }

    void tooLittleIsSaid()
    {
        ask("few");
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(note().contains(QStringLiteral("at least 8 segment")));
        QVERIFY(!button("acceptSure")->isEnabled());
        picture(*dialog(), "completion-too-little");
    }

    void halfIsCompleted()
    {
        ask("voice");
        picture(*dialog(), "completion-before");
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(draft("voice").has_value());
        QCOMPARE(open("voice").size(), std::size_t{20});
        QVERIFY(draftTrack("voice"));
        QCOMPARE(draftTrack("voice")->partCount(), std::size_t{20});
        QCOMPARE(valuesIn("voice"), std::size_t{20}); // nothing is part of the tier yet
        QVERIFY2(note().contains(QStringLiteral("would have been right")), qPrintable(note()));
        std::size_t right = 0;
        const engine::CompletionDraft shown = *draft("voice");
        for (const engine::DraftRow& row : shown.rows)
            right += std::get<std::string>(row.value) == truth(row.span) ? 1 : 0;
        QVERIFY2(right >= 14, qPrintable(QString::number(right)));
        threshold()->setValue(70);
        picture(*dialog(), "completion-draft");
        pictures("completion-window");
    }

    void theDoubtfulAreWalkedThrough()
    {
        threshold()->setValue(99); // all are doubtful
        QCOMPARE(rows()->rowCount(), 20);
        rows()->setFocus();
        QTest::keyClick(rows(), Qt::Key_Return); // the next one, played
        QCOMPARE(rows()->currentRow(), 1);
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        QTest::keyClick(rows(), Qt::Key_Up);
        QTest::keyClick(rows(), Qt::Key_A);
        QTRY_COMPARE(valuesIn("voice"), std::size_t{21});
        QCOMPARE(rows()->rowCount(), 19);
        QTRY_VERIFY(player().isPlaying()); // what comes behind it is played
        QVERIFY(std::abs(player().position() - currentRow().span.start) < 1.0);
        player().pause();
        const std::string before = std::get<std::string>(currentRow().value);
        const engine::Interval span = currentRow().span;
        QTest::keyClick(rows(), before == "loud" ? Qt::Key_2 : Qt::Key_1); // the other term
        QTRY_COMPARE(valuesIn("voice"), std::size_t{22});
        const engine::LabelValue given = valueAt("voice", span);
        QVERIFY(std::get<std::string>(given.value) != before);
        QVERIFY(QString::fromStdString(given.by.visible).startsWith(QStringLiteral("suggested by logistic")));
        QTest::keyClick(rows(), Qt::Key_X);
        QTRY_COMPARE(rows()->rowCount(), 17);
        QCOMPARE(valuesIn("voice"), std::size_t{22});
    }

    void allSureOnesAreOneStep()
    {
        threshold()->setValue(1);
        const engine::Annotation before = document().annotation();
        QTRY_VERIFY(button("acceptSure")->isEnabled());
        QTest::mouseClick(button("acceptSure"), Qt::LeftButton);
        QTRY_COMPARE(valuesIn("voice"), std::size_t{39}); // one was rejected
        const engine::Annotation after = document().annotation();
        QTRY_VERIFY(!draftTrack("voice")); // nothing is open
        bool isTold = false;
        for (const auto& [id, segment] : after.segments()) {
            const auto given = segment.values.find("voice");
            isTold = isTold
                || (given != segment.values.end()
                    && given->second.by.visible.starts_with("completed by logistic regression of ")
                    && given->second.by.visible.find("confidence 0.") != std::string::npos
                    && given->second.by.when > 0);
        }
        QVERIFY(isTold);
        history().undo();
        QVERIFY(isAsIn(before));
        QVERIFY(draftTrack("voice"));
        history().redo();
        QVERIFY(isAsIn(after));
        history().undo();
    }

    /// What a person gives by hand meanwhile is no suggestion's any more.
    void whatAPersonLabelsStays()
    {
        const std::size_t count = open("voice").size();
        const engine::DraftRow row = draft("voice")->rows[open("voice").front()];
        const auto index = document().indexAt("voice", (row.span.start + row.span.end) / 2);
        QVERIFY(index);
        session().editor().setLabel("voice", *index, QStringLiteral("voice"),
                                    app::Editor::Value(std::string("quiet")));
        QCOMPARE(open("voice").size(), count - 1);
        QTest::mouseClick(button("acceptSure"), Qt::LeftButton);
        const engine::LabelValue given = valueAt("voice", row.span);
        QCOMPARE(std::get<std::string>(given.value), std::string("quiet"));
        QVERIFY(!given.by.visible.starts_with("completed"));
        history().undo();
        history().undo();
    }

    void completingAgainLearnsFromCorrections()
    {
        const std::size_t before = draft("voice")->checks.size();
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(draft("voice")->checks.size() > before);
        QCOMPARE(open("voice").size(), std::size_t{17}); // the rejected one is not offered again
        compareWithCommand("voice", "values");
    }

    void labelsLearnFromOtherRecordings()
    {
        const std::size_t count = document().labels().rows.intervals.size();
        std::vector<double> truths;
        for (std::size_t i = 0; i < count; ++i)
            truths.push_back(static_cast<double>(document().labels().rows.features.at(i, 0)));
        for (std::size_t i = 0; i < count; ++i)
            session().editor().setLabel(app::kLabelsTier, i, QStringLiteral("sentiment"), std::nullopt);
        ask(app::kLabelsTier);
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(draft(app::kLabelsTier).has_value());
        QCOMPARE(open(app::kLabelsTier).size(), count);
        QVERIFY(draft(app::kLabelsTier)->checks.size() > 100);
        compareWithCommand(app::kLabelsTier, "values",
                           {QStringLiteral("--label"), QStringLiteral("sentiment")});
        threshold()->setValue(99);
        picture(*dialog(), "completion-labels");
        const engine::CompletionDraft suggested = *draft(app::kLabelsTier);
        std::size_t rightSigns = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double value = std::get<double>(suggested.rows[i].value);
            rightSigns += (value > 0.0) == (truths[i] > 0.0) ? 1 : 0;
        }
        QVERIFY(rightSigns + 1 >= count);
        QTest::mouseClick(button("discardDraft"), Qt::LeftButton);
        QTRY_VERIFY(!draft(app::kLabelsTier));
    }

    void newSegmentsAreSuggested()
    {
        ask("drawn");
        QVERIFY(dialog()->findChild<QComboBox*>(QStringLiteral("completionOffers"))->count() > 0);
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(!dialogIsBusy());
        QVERIFY2(draft("drawn").has_value(), qPrintable(note()));
        QCOMPARE(draft("drawn")->kind, engine::CompletionKind::Segments);
        compareWithCommand("drawn", "segments");
        if (open("drawn").empty())
            return;
        const std::size_t before = document().spans("drawn").size();
        threshold()->setValue(0);
        picture(*dialog(), "completion-segments");
        QTest::mouseClick(button("acceptSure"), Qt::LeftButton);
        QTRY_VERIFY(document().spans("drawn").size() > before);
        history().undo();
        QCOMPARE(document().spans("drawn").size(), before);
    }

    void aRatingIsSuggested()
    {
        ask("effort");
        QTest::mouseClick(button("runCompletion"), Qt::LeftButton);
        QTRY_VERIFY(!dialogIsBusy());
        if (!draft("effort")) { // the demo's videos may be too short for it, which is said
            QVERIFY2(note().contains(QStringLiteral("20 second")), qPrintable(note()));
            return;
        }
        compareWithCommand("effort", "rating");
        const engine::TraceFrames before = frames("effort");
        threshold()->setValue(0);
        QTest::mouseClick(button("acceptSure"), Qt::LeftButton);
        QTRY_VERIFY(frames("effort") != before);
        const engine::TraceFrames after = frames("effort");
        for (std::size_t t = 0; t < before.size(); ++t)
            QVERIFY(!before[t] || before[t] == after[t]);
        history().undo();
        QCOMPARE(frames("effort"), before);
    }

    void theDraftIsThereAgain()
    {
        const auto before = open("voice");
        QVERIFY(!before.empty());
        dialog()->close();
        const std::filesystem::path path = session().project().path();
        const QString video = document().video().id;
        session().project().open({std::filesystem::path(DEMO)});
        QTRY_VERIFY(!session().project().isOpening());
        QVERIFY(settle());
        QCOMPARE(session().project().path(), path);
        if (document().video().id != video)
            session().videos().open(video);
        QTRY_COMPARE(document().video().id, video);
        QCOMPARE(open("voice"), before);
        QTRY_VERIFY(draftTrack("voice"));
        pictures("completion-reopened");
    }

private:
    std::vector<std::pair<std::string, std::size_t>> columns()
    {
        std::vector<std::pair<std::string, std::size_t>> wanted;
        for (const engine::RecordedSequence& sequence : app::recordedSequences(document().video()))
            wanted.emplace_back(sequence.key, sequence.columns);
        return wanted;
    }

    /// Whether tiers, segments and drafts are these; what is selected is noted a while later.
    bool isAsIn(const engine::Annotation& other)
    {
        const engine::Annotation& now = document().annotation();
        const auto drafts = [](const engine::Annotation& annotation) {
            auto items = annotation.items();
            std::erase_if(items, [](const auto& item) { return item.second.kind != engine::kDraftItems; });
            return items;
        };
        return now.tiers() == other.tiers() && now.segments() == other.segments()
            && drafts(now) == drafts(other);
    }

    /// `polylogue-cli complete` keeps the same draft in a copy of the project, byte for byte.
    void compareWithCommand(const engine::TierName& tier, const char* kind, const QStringList& more = {})
    {
        app::ProjectWriter& writer = *session().project().writer();
        writer.flush();
        QTRY_COMPARE(writer.state(), app::ProjectWriter::State::Saved);
        std::filesystem::path out = session().project().path();
        out.replace_filename("completed.polylogue");
        const engine::test::ProgramResult result = engine::test::runCli(
            QStringList{QStringLiteral("complete"),
                        QString::fromStdString(session().project().path().string()), QStringLiteral("--tier"),
                        QString::fromStdString(tier), QStringLiteral("--kind"), QLatin1String(kind),
                        QStringLiteral("--video"), QString::fromStdString(video()), QStringLiteral("--out"),
                        QString::fromStdString(out.string()), QStringLiteral("--overwrite")}
            + more);
        QVERIFY2(result.exitCode == 0, result.errors);
        std::vector<std::string> problems;
        const engine::Annotation made
            = engine::ProjectFile::open(out, engine::ProjectFile::Access::ReadOnly).load(problems);
        const std::string name = video() + '/' + tier;
        const engine::Item* expected = document().annotation().item(engine::kDraftItems, name);
        const engine::Item* item = made.item(engine::kDraftItems, name);
        QVERIFY(expected && item);
        QCOMPARE(item->json, expected->json);
        std::filesystem::remove(out);
    }

    /// Forty segments, the first twenty labelled by what the first column of sound that differs says; a tier
    /// with one label; drawn segments; a rating.
    void makeTiers()
    {
        const double end = static_cast<double>(m_frames.rows.rows) / engine::kCompletionRate;
        const double length = end / 40.0;
        std::vector<engine::PlacedSpan> spans;
        for (int i = 0; i < 40; ++i)
            spans.push_back({0, {i * length, (i + 1) * length}});
        const engine::FeatureMatrix rows = engine::segmentRows(std::vector{m_frames}, spans);
        const engine::FeatureMatrix main = engine::reducedRows(rows, 1);
        std::vector<float> middle;
        for (std::size_t i = 0; i < 40; ++i)
            middle.push_back(main.at(i, 0));
        std::ranges::nth_element(middle, middle.begin() + 20);
        for (std::size_t i = 0; i < 40; ++i)
            m_truths.push_back(
                {engine::Interval{spans[i].span}, main.at(i, 0) > middle[20] ? "loud" : "quiet"});
        const engine::LabelScheme voice{"voice", engine::Vocabulary{{{"loud", "", "1"}, {"quiet", "", "2"}}}};
        addTier("voice", voice, 40, 20);
        addTier("few", voice, 40, 2);
        addTier("drawn", voice, 16, 16);
        QVERIFY(session().editor().edit(QStringLiteral("rating"), [&](const engine::Annotation& annotation) {
            engine::Tier tier;
            tier.video = document().video().id.toStdString();
            tier.name = "effort";
            tier.kind = engine::TierKind::Continuous;
            tier.rate = 10.0;
            tier.labels = {{"effort", engine::NumberScale{-1.0, 1.0, 0.0}}};
            engine::TraceFrames given;
            for (int t = 0; t < static_cast<int>(end * 7.5); ++t)
                given.push_back(std::sin(t / 20.0));
            return engine::addTrace(annotation, tier, given);
        }));
    }

    void addTier(const char* name, const engine::LabelScheme& label, std::size_t segments,
                 std::size_t labelled)
    {
        engine::Tier tier;
        tier.video = document().video().id.toStdString();
        tier.name = name;
        tier.labels = {label};
        QVERIFY(session().editor().edit(QStringLiteral("tier"), [&](const engine::Annotation& annotation) {
            return engine::addTier(annotation, tier);
        }));
        QVERIFY(
            session().editor().edit(QStringLiteral("segments"), [&](const engine::Annotation& annotation) {
                std::vector<engine::Segment> made;
                for (std::size_t i = 0; i < segments; ++i) {
                    engine::Segment segment;
                    segment.tier = document().tier(name)->id;
                    segment.start = engine::TimePoint::ofSeconds(m_truths[i].first.start);
                    segment.end = engine::TimePoint::ofSeconds(m_truths[i].first.end);
                    if (i < labelled)
                        segment.values["voice"] = {m_truths[i].second, {"anna", 1, 1, "video+sound"}};
                    made.push_back(segment);
                }
                return engine::insertSegments(annotation, made);
            }));
    }

    void ask(const app::TierName& tier)
    {
        find<app::TimelinePanel>("timelinePanel")->hand().setTier(tier);
        action("complete-tier")->trigger();
        QVERIFY(dialog() && dialog()->isVisible());
    }

    app::CompletionDialog* dialog() { return window().findChild<app::CompletionDialog*>(); }
    bool dialogIsBusy() { return window().findChild<app::CompletionActions*>()->isRunning(); }
    QPushButton* button(const char* name) { return dialog()->findChild<QPushButton*>(QLatin1String(name)); }
    widgets::WorkList* rows()
    {
        return dialog()->findChild<widgets::WorkList*>(QStringLiteral("completionRows"));
    }
    QSlider* threshold() { return dialog()->findChild<QSlider*>(QStringLiteral("completionThreshold")); }
    QString note() { return dialog()->findChild<QLabel*>(QStringLiteral("completionNote"))->text(); }
    std::string video() { return document().video().id.toStdString(); }

    std::optional<engine::CompletionDraft> draft(const app::TierName& tier)
    {
        const auto drafts = engine::completionDrafts(document().annotation(), video());
        const auto found = drafts.find(tier);
        return found == drafts.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<std::size_t> open(const app::TierName& tier)
    {
        const auto shown = draft(tier);
        return shown ? engine::openRows(document().annotation(), video(), *shown)
                     : std::vector<std::size_t>();
    }
    /// The row of the least sure suggestion, which is listed first.
    engine::DraftRow currentRow()
    {
        const auto shown = draft("voice");
        const auto rows = open("voice");
        return shown->rows[*std::ranges::min_element(
            rows, {}, [&](std::size_t row) { return shown->rows[row].confidence; })];
    }
    widgets::DraftTrack* draftTrack(const app::TierName& tier)
    {
        return window().findChild<widgets::DraftTrack*>(
            QStringLiteral("draft/%1").arg(QString::fromStdString(tier)));
    }
    std::string truth(const engine::Interval& span)
    {
        for (const auto& [known, term] : m_truths) {
            if (known.contains((span.start + span.end) / 2))
                return term;
        }
        return {};
    }
    std::size_t valuesIn(const char* name)
    {
        std::size_t count = 0;
        for (const auto& entry : document().annotation().byTime(document().tier(name)->id).all())
            count += document().annotation().segment(entry.id)->values.size();
        return count;
    }
    engine::LabelValue valueAt(const char* name, const engine::Interval& span)
    {
        const auto index = document().indexAt(name, (span.start + span.end) / 2);
        return document().annotation().segment(document().segmentId(name, *index))->values.at("voice");
    }
    engine::TraceFrames frames(const char* name)
    {
        return engine::tierFrames(document().annotation(), document().tier(name)->id, player().duration(),
                                  10.0);
    }

    engine::FrameFeatures m_frames;
    std::vector<std::pair<engine::Interval, std::string>> m_truths;
};

WINDOW_TEST_MAIN(CompletionWalk)
#include "tst_completion_walk.moc"
