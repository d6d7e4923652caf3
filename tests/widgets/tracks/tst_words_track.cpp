#include "widgets/tracks/words_track.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace widgets;

class WordsTrackTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_track = std::make_unique<WordsTrack>();
        m_track->setWords({{{1.0, 2.0}, {2.0, 3.0}, {4.0, 5.0}}, {"one", "two", "three"}});
    }

    void edgeWithinReachOfTheMouse_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("word");
        QTest::addColumn<bool>("atEnd");
        QTest::newRow("start of the first") << 98.0 << 0 << false;
        QTest::newRow("shared edge: the left word's end") << 200.0 << 0 << true;
        QTest::newRow("end before a pause") << 303.0 << 1 << true;
        QTest::newRow("start after a pause") << 397.0 << 2 << false;
    }
    void edgeWithinReachOfTheMouse()
    {
        QFETCH(double, x);
        QFETCH(int, word);
        QFETCH(bool, atEnd);
        const auto edge = edgeAt(m_words, x, m_scale);
        QVERIFY(edge.has_value());
        QCOMPARE(*edge, (IntervalEdge{static_cast<std::size_t>(word), atEnd}));
        QCOMPARE(m_track->cursor({x, 10}, m_scale), std::optional(Qt::SplitHCursor));
    }

    void noEdgeInsideAWordOrAPause()
    {
        QVERIFY(!edgeAt(m_words, 150.0, m_scale));
        QVERIFY(!edgeAt(m_words, 350.0, m_scale));
        QVERIFY(!m_track->press({150, 10}, m_scale, {}));
        QVERIFY(!m_track->cursor({150, 10}, m_scale));
    }

    void dragKeepsTheDistanceToTheGrip()
    {
        QSignalSpy drags(m_track.get(), &WordsTrack::edgeDragged);
        QSignalSpy releases(m_track.get(), &WordsTrack::edgeReleased);
        QVERIFY(m_track->press({302, 10}, m_scale, {})); // two pixels right of the edge at 3 s
        m_track->move({252, 10}, m_scale, {});
        QCOMPARE(drags.count(), 1);
        QCOMPARE(drags.first().at(0).value<IntervalEdge>(), (IntervalEdge{1, true}));
        QVERIFY(std::abs(drags.first().at(1).toDouble() - 2.5) < 1e-9);
        m_track->release();
        QCOMPARE(releases.count(), 1);
        m_track->move({200, 10}, m_scale, {});
        QCOMPARE(drags.count(), 1);
    }

    void cancelledDragGoesBackToWhereItBegan()
    {
        QSignalSpy drags(m_track.get(), &WordsTrack::edgeDragged);
        QVERIFY(m_track->press({300, 10}, m_scale, {}));
        m_track->move({250, 10}, m_scale, {});
        m_track->cancel();
        QCOMPARE(drags.last().at(1).toDouble(), 3.0);
    }

    void edgesOfOverlappingWordsAreTakenInTheirLanes()
    {
        m_track->setWords({{{1.0, 4.0}, {2.0, 3.0}}, {"over", "lapping"}});
        m_track->setHeight(80);
        QSignalSpy drags(m_track.get(), &WordsTrack::edgeDragged);
        QVERIFY(!m_track->press({200, 10}, m_scale, {})); // the lower word's edge, in the upper lane
        QVERIFY(m_track->press({200, 45}, m_scale, {}));
        m_track->move({210, 45}, m_scale, {});
        QCOMPARE(drags.first().at(0).value<IntervalEdge>(), (IntervalEdge{1, false}));
    }

    void wordsWithoutTimesLieInDashedBoxes()
    {
        m_track->setWords({m_words, {"one", "two", "three"}}, {true, false, true});
        QVERIFY(m_track->subtitle().contains(QStringLiteral("without times")));
        QVERIFY(m_track->part(1).name.contains(QStringLiteral("without times")));
        QImage image(600, 44, QImage::Format_RGB32);
        image.fill(widgets::darkTheme().background);
        QPainter painter(&image);
        widgets::TrackCanvas canvas{painter, image.size(), m_scale, widgets::darkTheme(), {}};
        m_track->paint(canvas);
        painter.end();
        const auto isGround
            = [&](int x) { return image.pixelColor(x, 8) == widgets::darkTheme().background; };
        QVERIFY(!isGround(106)); // in the box of one
        QVERIFY(isGround(206)); // in that of two, which is not filled
        QVERIFY(!isGround(406));
    }

    void ctrlAndShiftChooseInsteadOfSeeking()
    {
        QSignalSpy clicks(m_track.get(), &WordsTrack::segmentClicked);
        QSignalSpy drags(m_track.get(), &WordsTrack::edgeDragged);
        QVERIFY(m_track->press({150, 10}, m_scale, Qt::ControlModifier));
        m_track->release();
        QVERIFY(m_track->press({203, 10}, m_scale, Qt::ShiftModifier)); // at an edge, but not dragged
        m_track->release();
        QCOMPARE(clicks.count(), 2);
        QCOMPARE(clicks.at(0).at(0).value<std::size_t>(), std::size_t{0});
        QCOMPARE(clicks.at(1).at(0).value<std::size_t>(), std::size_t{1});
        QVERIFY(m_track->press({203, 10}, m_scale, Qt::ShiftModifier));
        m_track->move({223, 10}, m_scale, Qt::ShiftModifier);
        m_track->release();
        QCOMPARE(clicks.count(), 2);
        QCOMPARE(drags.count(), 1);
    }

    void settersNeverAnnounceADrag()
    {
        QSignalSpy drags(m_track.get(), &WordsTrack::edgeDragged);
        m_track->setCurrentWord(1);
        m_track->setImportance({0.1F, 0.2F, 0.3F});
        m_track->setWords({});
        QCOMPARE(drags.count(), 0);
    }

private:
    const std::vector<engine::Interval> m_words{{1.0, 2.0}, {2.0, 3.0}, {4.0, 5.0}};
    std::unique_ptr<WordsTrack> m_track;
    TimeScale m_scale{0.0, 100.0};
};

QTEST_MAIN(WordsTrackTest)
#include "tst_words_track.moc"
