#include "app/document/document.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;

namespace {

VideoData video(const QString& id)
{
    VideoData data;
    data.id = id;
    data.words = {{{0.0, 1.0}, {1.0, 2.0}, {3.0, 4.0}}, {"one", "two", "three"}};
    data.labels = {{{0.0, 2.0}, {2.5, 4.5}}, engine::FeatureMatrix(2, 1)};
    engine::TimedFeatures vectors{data.words.intervals, engine::FeatureMatrix(3, 1)};
    vectors.features.values = {10, 20, 30};
    data.text = engine::WordAligner(vectors);
    engine::TimedFeatures frames; // ten a second, each holding its number
    for (int i = 0; i < 45; ++i)
        frames.intervals.push_back({i / 10.0, (i + 1) / 10.0});
    frames.features = engine::FeatureMatrix(45, 1);
    for (std::size_t i = 0; i < 45; ++i)
        frames.features.at(i, 0) = static_cast<float>(i);
    data.acoustic = engine::WordAligner(frames);
    return data;
}

}

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void editsStayWithTheirVideo()
    {
        Document document;
        document.setVideo(video(QStringLiteral("a")));
        document.replaceWordTimes(QStringLiteral("a"), {{0, {0.0, 0.7}}, {1, {0.7, 2.0}}});
        document.setVideo(video(QStringLiteral("b")));
        QCOMPARE(document.words().intervals.front(), (engine::Interval{0.0, 1.0}));
        QVERIFY(document.hasEdits());
        document.setVideo(video(QStringLiteral("a")));
        QCOMPARE(document.words().intervals.front(), (engine::Interval{0.0, 0.7}));
        QVERIFY(document.isEdited(0));
        QVERIFY(!document.isEdited(2));
    }

    void undoReachesAVideoThatIsNotInSight()
    {
        Document document;
        document.setVideo(video(QStringLiteral("a")));
        document.replaceWordTimes(QStringLiteral("a"), {{0, {0.0, 0.7}}});
        document.setVideo(video(QStringLiteral("b")));
        document.replaceWordTimes(QStringLiteral("a"), {{0, {0.0, 1.0}}});
        QVERIFY(!document.hasEdits());
        QCOMPARE(document.words(), video(QStringLiteral("b")).words);
    }

    void changeIsAnnouncedWithItsVideo()
    {
        Document document;
        document.setVideo(video(QStringLiteral("a")));
        QSignalSpy changes(&document, &Document::wordsChanged);
        document.replaceWordTimes(QStringLiteral("a"), {{2, {3.0, 3.5}}});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toString(), QStringLiteral("a"));
    }

    void placesAreFoundByTime()
    {
        Document document;
        document.setVideo(video(QStringLiteral("a")));
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
        document.setVideo(video(QStringLiteral("a")));
        const auto before = document.modelInput(0, 2, document.words().intervals);
        QCOMPARE(before.text.values, (std::vector<float>{10, 20}));
        QCOMPARE(before.acoustic.values, (std::vector<float>{4.5F, 14.5F})); // means of frames 0…9 and 10…19
        document.replaceWordTimes(QStringLiteral("a"), {{0, {0.0, 0.5}}, {1, {0.5, 2.0}}});
        const auto after = document.modelInput(0, 2, document.words().intervals);
        QCOMPARE(after.text, before.text);
        QCOMPARE(after.acoustic.values, (std::vector<float>{2.0F, 12.0F})); // frames 0…4 and 5…19
        QCOMPARE(document.modelInput(0, 2, document.recordedWords()), before);
    }

    void wordsWithoutFramesAreNotCovered()
    {
        Document document;
        VideoData data = video(QStringLiteral("a"));
        data.words.intervals.back() = {4.6, 4.9}; // after the last frame
        document.setVideo(std::move(data));
        QCOMPARE(document.alignedWords(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
