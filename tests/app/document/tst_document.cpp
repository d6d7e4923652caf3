#include "app/document/document.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include "tests/support/small_video.h"

using namespace app;
using test::moveEnd;
using test::smallVideo;

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void editsStayWithTheirVideo()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        moveEnd(document, 0, 0.7);
        document.setVideo(smallVideo("b"));
        QCOMPARE(document.words().intervals.front(), (engine::Interval{0.0, 1.0}));
        QCOMPARE(document.videosWithOwnWords(), std::vector<std::string>{"a"});
        document.setVideo(smallVideo("a"));
        QCOMPARE(document.words().intervals.front(), (engine::Interval{0.0, 0.7}));
        QVERIFY(document.isEdited(0));
        QVERIFY(!document.isEdited(2));
    }

    void whatNobodyEditedIsNotStored()
    {
        Document document;
        std::vector<engine::Change> stored;
        document.setProject({}, [&](const engine::Change& change, bool) { stored.push_back(change); }, {});
        document.setVideo(smallVideo("a"));
        document.setVideo(smallVideo("b"));
        QVERIFY(stored.empty());
        QCOMPARE(document.annotation().tiers().size(),
                 std::size_t{2}); // words and labels of the video in sight
        QVERIFY(document.storedAnnotation() == engine::Annotation());

        moveEnd(document, 0, 0.7);
        QCOMPARE(stored.size(), std::size_t{1});
        engine::Annotation onDisk; // the first edit brings the whole tier along
        onDisk.apply(stored.front());
        QVERIFY(onDisk == document.storedAnnotation());
        QVERIFY(onDisk == document.storedForTasks()->whole()); // what is in files alone is not part of it
        QCOMPARE(onDisk.segments().size(), std::size_t{3});
        moveEnd(document, 0, 0.6);
        onDisk.apply(stored.back());
        QVERIFY(onDisk == document.storedAnnotation());
        QVERIFY(onDisk == document.storedForTasks()->whole());
    }

    void whatIsStoredHidesWhatTheFileHas()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        moveEnd(document, 0, 0.7);
        Document again;
        again.setProject(document.storedAnnotation(), {}, {});
        again.setVideo(smallVideo("a"));
        QCOMPARE(again.words(), document.words());
        QVERIFY(again.annotation().checkConsistency().empty());
    }

    void aVideoWithoutLabelsHasItsUtterances()
    {
        Document document;
        VideoData data = smallVideo("a");
        data.labels = {};
        document.setVideo(std::move(data));
        QCOMPARE(document.labels().rows.intervals, engine::utterances(document.recordedWords()));
        QVERIFY(std::isnan(document.labels().rows.features.at(0, 0)));
        QCOMPARE(document.labels().names.front(), QStringLiteral("sentiment"));
    }

    void aReadOnlyProjectRefusesEverything()
    {
        Document document;
        document.setProject({}, {}, QStringLiteral("It is looked at only."));
        document.setVideo(smallVideo("a"));
        const engine::TimedText before = document.words();
        try {
            moveEnd(document, 0, 0.7);
            QFAIL("not refused");
        } catch (const engine::Refused& refused) {
            QCOMPARE(refused.what(), "It is looked at only.");
        }
        QCOMPARE(document.words(), before);
    }

    void changeIsAnnouncedWithItsVideo()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        QSignalSpy changes(&document, &Document::wordsChanged);
        QSignalSpy stored(&document, &Document::tiersStored);
        moveEnd(document, 2, 3.5);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toString(), QStringLiteral("a"));
        QCOMPARE(stored.count(), 1);
        moveEnd(document, 2, 3.6);
        QCOMPARE(stored.count(), 1);
    }

    void tiersThatGoAreReadFromTheirFilesAgain()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        moveEnd(document, 0, 0.7);
        document.applyToStored([](const engine::Annotation& stored) {
            engine::Change removal;
            for (const auto& [id, tier] : stored.tiers())
                removal.tiers.push_back({tier, std::nullopt});
            for (const auto& [id, segment] : stored.segments())
                removal.segments.push_back({segment, std::nullopt});
            return removal;
        });
        QCOMPARE(document.words().intervals.front(), (engine::Interval{0.0, 1.0}));
        QVERIFY(document.storedAnnotation().tiers().empty());
    }

    void placesAreFoundByTime()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        QCOMPARE(document.wordAt(1.5), std::optional<std::size_t>(1));
        QCOMPARE(document.wordAt(2.5), std::nullopt);
        QCOMPARE(document.lastWordBefore(2.5), std::optional<std::size_t>(1));
        QCOMPARE(document.segmentAt(2.6), std::optional<std::size_t>(1));
        QCOMPARE(document.segmentAt(2.2), std::nullopt);
        QCOMPARE(document.wordsOfSegment(0), (std::pair<std::size_t, std::size_t>{0, 2}));
    }

    void modelSeesTheEditedTimesAndTheWordsKeepTheirVectors()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        const auto before = document.wordAlignment().input(0, 2);
        QCOMPARE(before.text.values, (std::vector<float>{10, 20}));
        QCOMPARE(before.acoustic.values, (std::vector<float>{4.5F, 14.5F})); // means of frames 0…9 and 10…19
        moveEnd(document, 0, 0.5); // the next word, which touches it, follows
        const auto after = document.wordAlignment().input(0, 2);
        QCOMPARE(after.text, before.text);
        QCOMPARE(after.acoustic.values, (std::vector<float>{2.0F, 12.0F})); // frames 0…4 and 5…19
        WordAlignment recorded = document.wordAlignment();
        recorded.words = document.recordedTimes();
        QCOMPARE(recorded.input(0, 2), before);
    }

    void whatFailsForAnyReasonLeavesTheAnnotationAsItWas()
    {
        Document document;
        document.setVideo(smallVideo("a"));
        const engine::Annotation before = document.annotation();
        const auto broken
            = [](const engine::Annotation&) -> engine::Change { throw std::runtime_error("no room"); };
        const engine::Change done
            = engine::moveEdge(before, document.segmentId(kWordsTier, 0), true,
                               engine::TimePoint::ofSeconds(0.7), engine::EdgeMode::Follow);
        document.apply(done);
        const engine::Annotation after = document.annotation();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, document.applyInstead(done, broken));
        QVERIFY(document.annotation() == after);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, document.applyToStored(broken));
        QCOMPARE(document.annotation().tiers().size(), after.tiers().size());
        QVERIFY(document.annotation().checkConsistency().empty());
    }

    void wordsWithoutFramesAreNotCovered()
    {
        Document document;
        VideoData data = smallVideo("a");
        data.words.intervals.back() = {4.6, 4.9}; // after the last frame
        document.setVideo(std::move(data));
        QCOMPARE(document.video().wordFeatures->coveredWords(document.words().intervals), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
