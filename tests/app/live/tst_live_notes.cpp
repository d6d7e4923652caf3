#include "app/live/live_notes.h"
#include "app/live/processor_time.h"
#include "app/live/recent_rate.h"
#include "engine/core/error.h"
#include "engine/formats/praat/textgrid.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/media_matching.h"
#include "engine/sequences/timed_features.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/waiting.h"

using namespace app;
namespace fs = std::filesystem;

/// What a live session leaves beside a recording, and what its status line counts.
class LiveNotesTest : public QObject {
    Q_OBJECT

    static LiveNotes notes()
    {
        LiveNotes all;
        all.model = "FV2ES, demo set";
        all.file = "/models/fv2es.safetensors";
        all.outputs = {"happy", "sad"};
        all.answers = {{4.0, {0.5F, 0.25F}}, {4.5, {1.0F, 0.0F}}, {6.0, {0.0F, 1.0F}}, {9.0, {2.0F, 2.0F}}};
        all.marks = {1.0, 5.25, 8.0};
        return all;
    }

private slots:
    void timesCountFromTheRecordingsStart()
    {
        const LiveNotes part = notes().within({4.0, 8.0});
        QVERIFY(part.answers == (std::vector<LiveNotes::Answer>{{0.5, {1.0F, 0.0F}}, {2.0, {0.0F, 1.0F}}}));
        QVERIFY(part.marks == (std::vector{1.25, 4.0}));
        QCOMPARE(part.model, notes().model);
    }

    void answersAreASequenceThatSaysWhoAnswered()
    {
        const QTemporaryDir folder;
        const fs::path recording = fs::path(folder.path().toStdString()) / "live_1.mp4";
        writeNotes(notes().within({4.0, 8.0}), recording);
        const engine::CsdFile file(engine::answersBeside(recording));
        QCOMPARE(file.ids(), std::vector<std::string>{"live_1"});
        const engine::TimedFeatures rows = engine::readFeatures(file, "live_1");
        QCOMPARE(rows.intervals.size(), std::size_t(2));
        QVERIFY((rows.intervals[0] == engine::Interval{0.0, 0.5}));
        QVERIFY((rows.intervals[1] == engine::Interval{1.5, 2.0})); // one was left out before it
        QCOMPARE(rows.features.at(1, 1), 1.0F);
        const engine::Metadata& metadata = file.metadata();
        QCOMPARE(metadata.at("model").get<std::string>(), notes().model);
        QCOMPARE(metadata.at("dimension names").get<std::vector<std::string>>(), notes().outputs);
        QVERIFY(engine::missingFields(metadata).empty());
    }

    void marksAreATierOfPoints()
    {
        const QTemporaryDir folder;
        const fs::path recording = fs::path(folder.path().toStdString()) / "live_1.mp4";
        LiveNotes marked = notes().within({4.0, 8.0});
        marked.answers.clear();
        writeNotes(marked, recording);
        QVERIFY(!fs::exists(engine::answersBeside(recording))); // there was none
        const engine::ImportedTiers read = engine::textGridFormat().read(engine::marksBeside(recording), {});
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
        const engine::ExchangedTier& tier = read.content.tiers.front();
        QVERIFY(tier.tier.kind == engine::TierKind::Point);
        QCOMPARE(tier.segments.size(), std::size_t(2));
        QCOMPARE(tier.segments[0].start.seconds(), 1.25);
        QCOMPARE(tier.segments[1].text, std::string("mark 2"));
    }

    void aFolderThatIsAwayIsSaid()
    {
        QVERIFY_THROWS_EXCEPTION(engine::IoError, writeNotes(notes(), "/nowhere/at/all/live_1.mp4"));
    }

    void ratesAreOfTheLastSeconds()
    {
        RecentRate rate(2.0);
        QCOMPARE(rate.perSecond(0.0), 0.0);
        for (int i = 0; i <= 100; ++i)
            rate.add(0.04 * i);
        QCOMPARE(qRound(rate.perSecond(4.0)), 25);
        QCOMPARE(rate.perSecond(7.0), 0.0); // nothing came since
    }

    void theProcessorIsCountedFromTheSecondLookOn()
    {
        ProcessorTime processor;
        const std::vector<qint64> processes{QCoreApplication::applicationPid(), 0};
        QVERIFY(!processor.load(processes));
        volatile double sum = 0.0;
        std::optional<double> load;
        QTRY_VERIFY([&] {
            for (int i = 0; i < 20'000'000; ++i)
                sum = sum + 1.0;
            load = processor.load(processes);
            return load && *load > 0.0;
        }());
        QVERIFY(*load <= 1.0);
    }
};

QTEST_GUILESS_MAIN(LiveNotesTest)
#include "tst_live_notes.moc"
