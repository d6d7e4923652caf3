#include "widgets/tracks/who_speaks_track.h"

#include <QSignalSpy>
#include <QTest>

using namespace widgets;

namespace {

constexpr QSize kLanesSize(400, 60);
constexpr TimeScale kLanesScale{0.0, 40.0}; // 0…10 s

std::shared_ptr<const engine::TakenTurns> turnsOf(const std::vector<std::vector<engine::Interval>>& spoken)
{
    std::vector<engine::Speaker> speakers;
    for (const std::vector<engine::Interval>& spans : spoken)
        speakers.push_back({std::to_string(speakers.size()), spans});
    return std::make_shared<const engine::TakenTurns>(engine::takenTurns(speakers));
}

/// Ada 0.5…4, Bert 3.7…6, Ada 7…9; Bert says a backchannel in Ada's first turn.
WhoSpeaksTrack::Content twoPeople()
{
    WhoSpeaksTrack::Content content;
    content.people = {{QStringLiteral("Ada"), 7}, {QStringLiteral("Bert"), 3}};
    content.turns = turnsOf({{{0.5, 4.0}, {7.0, 9.0}}, {{1.5, 2.0}, {3.7, 6.0}}});
    return content;
}

/// So many people, each of whom speaks a second after the other, the later ones longer.
WhoSpeaksTrack::Content manyPeople(std::size_t count)
{
    WhoSpeaksTrack::Content content;
    std::vector<std::vector<engine::Interval>> spoken;
    double at = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        content.people.push_back({QStringLiteral("P%1").arg(i), usualPersonColour(i)});
        const double length = 1.2 + 0.1 * static_cast<double>(i);
        spoken.push_back({{at, at + length}});
        at += length + 0.2;
    }
    content.turns = turnsOf(spoken);
    return content;
}

QImage painted(const WhoSpeaksTrack& track, QSize size = kLanesSize, TimeScale scale = kLanesScale,
               const Theme& theme = darkTheme(), std::optional<QPointF> pointer = std::nullopt)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.background);
    QPainter painter(&image);
    TrackCanvas canvas{painter, size, scale, theme, std::nullopt};
    if (pointer) {
        canvas.pointer = scale.seconds(pointer->x());
        canvas.pointerY = pointer->y();
    }
    track.paint(canvas);
    return image;
}

int differing(const QImage& a, const QImage& b, QRect area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}

int pixelsLike(const QImage& image, const QColor& colour, QRect area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == colour;
    }
    return count;
}

}

class WhoSpeaksTrackTest : public QObject {
    Q_OBJECT

private slots:
    void everyPersonHasALane()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        QCOMPARE(track.lanes().lanes().size(), std::size_t{2});
        QCOMPARE(track.lanes().lanes()[0].turns.size(), std::size_t{2});
        QCOMPARE(track.lanes().lanes()[1].turns.size(), std::size_t{1});
        QCOMPARE(track.lanes().lanes()[1].backchannels.size(), std::size_t{1});
        QCOMPARE(track.lanes().foldedPeople(), std::size_t{0});
        QCOMPARE(track.lanes().overlaps().size(), std::size_t{1});
        QCOMPARE(track.subtitle(), QStringLiteral("3 turn(s)")); // without a translator

        const std::vector<LaneRoom> rooms = track.laneRooms(60);
        const QImage image = painted(track);
        const auto colourAt = [&](double seconds, std::size_t lane) {
            return image.pixelColor(static_cast<int>(seconds * 40), static_cast<int>(rooms[lane].top) + 3);
        };
        QVERIFY(colourAt(3.0, 0) != darkTheme().background);
        QCOMPARE(colourAt(3.0, 1), darkTheme().background);
        QVERIFY(colourAt(5.0, 1) != darkTheme().background);
        QCOMPARE(colourAt(5.0, 0), darkTheme().background);
        QVERIFY(colourAt(3.0, 0) != colourAt(5.0, 1)); // each in its colour
    }

    void tooManyPeopleShareTheLastLane()
    {
        WhoSpeaksTrack track;
        track.setContent(manyPeople(6));
        QCOMPARE(track.lanes().lanes().size(), std::size_t{6});
        QCOMPARE(track.lanes().foldedPeople(), std::size_t{0});
        track.setContent(manyPeople(9));
        QCOMPARE(track.lanes().lanes().size(), std::size_t{6});
        QCOMPARE(track.lanes().foldedPeople(), std::size_t{4});
        QCOMPARE(track.lanes().lanes()[0].people, std::vector<std::size_t>{8}); // who talks most
        QCOMPARE(track.lanes().laneOf(0), std::size_t{5});
        QCOMPARE(track.lanes().lanes()[5].people, (std::vector<std::size_t>{3, 2, 1, 0}));
        QCOMPARE(track.lanes().turnAt(5, 0.5), std::optional<std::size_t>(0));
        QCOMPARE(track.lanes().turnAt(0, 0.5), std::optional<std::size_t>());
    }

    void overlapsAreHatchedOverBothLanesAndMarkedBelow()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        WhoSpeaksTrack apart;
        WhoSpeaksTrack::Content content = twoPeople();
        content.turns = turnsOf({{{0.5, 3.6}, {7.0, 9.0}}, {{1.5, 2.0}, {3.7, 6.0}}});
        apart.setContent(content);
        const QImage with = painted(track), without = painted(apart);
        const std::vector<LaneRoom> rooms = track.laneRooms(60);
        for (const LaneRoom& room : rooms) // 3.75 … 3.95 s
            QVERIFY(
                differing(with, without,
                          QRect(150, static_cast<int>(room.top) + 3, 8, static_cast<int>(room.height) - 6))
                > 5);
        const QRect below(140, static_cast<int>(rooms.back().bottom()), 20, 5);
        QVERIFY(pixelsLike(with, darkTheme().attention, below) > 0);
        QCOMPARE(pixelsLike(without, darkTheme().attention, below), 0);
        const QRect above(140, 0, 20, 5);
        QCOMPARE(pixelsLike(with, darkTheme().muted, above), 0);
        QVERIFY(pixelsLike(without, darkTheme().muted, above) > 0);
    }

    void thePointerTellsWhatLiesBelowIt()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        track.setHeight(60);
        const std::vector<LaneRoom> rooms = track.laneRooms(60);
        const auto text = [&](double seconds, std::size_t lane) {
            return track.textAt({kLanesScale.x(seconds), rooms[lane].middle()}, 60, kLanesScale);
        };
        QCOMPARE(text(2.5, 0), QStringLiteral("Ada · turn 1 · 3.5 s"));
        QCOMPARE(text(1.7, 1), QStringLiteral("Bert · backchannel · 0.50 s"));
        QCOMPARE(text(3.85, 0), QStringLiteral("Ada → Bert −0.30 s, interruption"));
        QCOMPARE(text(6.5, 0), QStringLiteral("Bert → Ada +1.00 s"));
        QCOMPARE(text(9.5, 0), QString());
        QVERIFY(differing(painted(track),
                          painted(track, kLanesSize, kLanesScale, darkTheme(),
                                  QPointF(kLanesScale.x(2.5), rooms[0].middle())),
                          QRect(0, 0, 400, 60))
                > 100);
    }

    void aClickChoosesATurn()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        track.setHeight(60);
        const std::vector<LaneRoom> rooms = track.laneRooms(60);
        QSignalSpy chosen(&track, &WhoSpeaksTrack::turnChosen);
        QVERIFY(track.press({kLanesScale.x(5.0), rooms[1].middle()}, kLanesScale, {}));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t{1});
        QVERIFY(!track.press({kLanesScale.x(5.0), rooms[0].middle()}, kLanesScale, {}));
        QVERIFY(!track.press({kLanesScale.x(1.7), rooms[1].middle()}, kLanesScale, {})); // a backchannel
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(track.partAt({kLanesScale.x(7.5), rooms[0].middle()}, kLanesScale),
                 std::optional<std::size_t>(2));
    }

    void theTurnUnderThePlayheadStandsOut()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        const QColor accent = darkTheme().accent;
        const QRect first(10, 0, 160, 60), third(275, 0, 95, 60); // both Ada's
        QCOMPARE(pixelsLike(painted(track), accent, QRect(0, 0, 400, 60)), 0);
        track.setCurrentTurn(2);
        QVERIFY(pixelsLike(painted(track), accent, third) > 50);
        QCOMPARE(pixelsLike(painted(track), accent, first), 0);
        QSignalSpy changed(&track, &Track::changed);
        track.setCurrentTurn(2);
        QVERIFY(changed.isEmpty());
        track.setCurrentTurn(9); // there is no such turn
        QCOMPARE(changed.size(), 1);
        QCOMPARE(pixelsLike(painted(track), accent, QRect(0, 0, 400, 60)), 0);
    }

    void everyTurnIsASentence()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        track.setCurrentTurn(1);
        QCOMPARE(track.partCount(), std::size_t{3});
        QCOMPARE(track.part(0).name, QStringLiteral("Turn 1 of 3, Ada, 0.50 to 4.00 seconds"));
        QCOMPARE(track.part(1).name,
                 QStringLiteral("Turn 2 of 3, Bert, 3.70 to 6.00 seconds, overlaps Ada by 0.30 seconds"));
        QCOMPARE(track.part(2).name,
                 QStringLiteral("Turn 3 of 3, Ada, 7.00 to 9.00 seconds, 1.00 seconds after Bert"));
        QVERIFY(track.part(1).isCurrent && !track.part(0).isCurrent);
        QCOMPARE(track.part(1).span, (engine::Interval{3.7, 6.0}));
        track.setArcs({{2, 0, 1.0}, {2, 1, 3.0}});
        QVERIFY(track.part(1).name.endsWith(QStringLiteral(", counts 75 % for turn 3")));
        QVERIFY(track.part(0).name.endsWith(QStringLiteral(", counts 25 % for turn 3")));
        track.setArcs({});
        QCOMPARE(track.part(0).name, QStringLiteral("Turn 1 of 3, Ada, 0.50 to 4.00 seconds"));
    }

    void arcsTakeRoomAboveTheLanesAndGrowWithTheirWeight()
    {
        WhoSpeaksTrack track;
        track.setContent(twoPeople());
        const int before = track.minimumHeight();
        QSignalSpy heights(&track, &Track::minimumHeightChanged);
        const auto arcPixels = [&](std::vector<TurnArc> arcs) {
            track.setArcs({{2, 2, 1.0}}); // one to itself, so that the lanes lie as with any
            const QImage without = painted(track);
            arcs.push_back({2, 2, 1.0});
            track.setArcs(arcs);
            return differing(painted(track), without, QRect(0, 0, 300, 19));
        };
        const int bold = arcPixels({{2, 0, 1.0}}), fine = arcPixels({{2, 0, 0.2}});
        QVERIFY2(bold > 1.2 * fine && fine > 50, qPrintable(QStringLiteral("%1 %2").arg(bold).arg(fine)));
        QCOMPARE(arcPixels({{2, 0, 0.001}}), 0);
        QCOMPARE(arcPixels({{2, 7, 1.0}}), 0); // there is no such turn
        QCOMPARE(heights.size(), 1);
        QVERIFY(track.minimumHeight() > before);
        track.setArcs({});
        QCOMPARE(track.minimumHeight(), before);
    }

    void turnsThatAreGuessedAreDashed()
    {
        WhoSpeaksTrack track;
        WhoSpeaksTrack::Content content = twoPeople();
        track.setContent(content);
        const QImage sure = painted(track);
        content.isEstimated = true;
        track.setContent(content);
        const QImage guessed = painted(track);
        const auto edgeColours = [&](const QImage& image) { // along the upper edge of Bert's turn
            const int y = static_cast<int>(track.laneRooms(kLanesSize.height())[1].top) + 1;
            QSet<QRgb> colours;
            for (int x = 180; x < 220; ++x)
                colours.insert(image.pixel(x, y));
            return colours.size();
        };
        QCOMPARE(edgeColours(sure), 1);
        QVERIFY(edgeColours(guessed) > 1);
        QCOMPARE(track.subtitle(), QStringLiteral("3 turn(s), guessed"));
        QVERIFY(track.part(0).name.contains(QStringLiteral(", guessed")));
        QVERIFY(track.headTip().contains(QStringLiteral("dashed until")));
    }

    void withoutTurnsItSaysWhereTheyComeFrom()
    {
        WhoSpeaksTrack track;
        const QImage empty = painted(track);
        QVERIFY(pixelsLike(empty, darkTheme().background, QRect(0, 0, 400, 60)) < 400 * 60);
        QVERIFY(!track.press({10, 30}, kLanesScale, {}));
        QCOMPARE(track.textAt({10, 30}, 60, kLanesScale), QString());
        WhoSpeaksTrack::Content content;
        content.isComputing = true;
        track.setContent(content);
        const QImage computing = painted(track);
        QVERIFY(pixelsLike(computing, darkTheme().line, QRect(0, 0, 400, 60)) > 1000); // hatched
        content.turns = std::make_shared<engine::TakenTurns>();
        content.isComputing = false;
        track.setContent(content); // turns were looked for, and there are none
        QCOMPARE(painted(track), empty);
        QCOMPARE(track.partCount(), std::size_t{0});
    }

    void peopleWithoutANameAreNumbered()
    {
        WhoSpeaksTrack track;
        WhoSpeaksTrack::Content content = twoPeople();
        content.people.clear();
        track.setContent(content);
        QVERIFY(track.part(1).name.startsWith(QStringLiteral("Turn 2 of 3, 2,")));
        QCOMPARE(initialsOf({{QStringLiteral("ada"), 1}, {QStringLiteral("Bert"), 2}}),
                 (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(
            initialsOf({{QStringLiteral("Anna"), 1}, {QStringLiteral("Ada"), 2}, {QStringLiteral("Bo"), 3}}),
            (QStringList{QStringLiteral("An"), QStringLiteral("Ad"), QStringLiteral("B")}));
        QCOMPARE(initialsOf({{QStringLiteral("P10"), 1}, {QStringLiteral("P11"), 2}, {QString(), 3}}),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    }

    /// What is in sight costs alike wherever one looks: only what reaches into it is looked at.
    void onlyWhatIsInSightIsLookedAt()
    {
        std::vector<engine::Interval> spans;
        for (int i = 0; i < 1000; ++i)
            spans.push_back({i * 1.0, i * 1.0 + 0.5});
        const OverlappingSpans found(spans);
        QCOMPARE(found.placesIn({100.2, 110.2}), (std::pair<std::size_t, std::size_t>{100, 111}));
        QCOMPARE(found.placesIn({-5.0, -1.0}).first, found.placesIn({-5.0, -1.0}).second);
        QCOMPARE(found.at(7.2), std::optional<std::size_t>(7));
        QCOMPARE(found.at(7.7), std::optional<std::size_t>());
        spans[3].end = 500.0; // reaches far
        const OverlappingSpans reaching(spans);
        QCOMPARE(reaching.at(450.7), std::optional<std::size_t>(3));
        QCOMPARE(reaching.placesIn({450.7, 450.8}).first, std::size_t{3});
        QCOMPARE(OverlappingSpans().at(1.0), std::optional<std::size_t>());
    }

    /// With POLYLOGUE_PICTURES, as the drawing of a conversation has it.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
        if (folder.isEmpty())
            QSKIP("POLYLOGUE_PICTURES is not set");
        WhoSpeaksTrack track;
        WhoSpeaksTrack::Content content;
        content.people = {{QStringLiteral("Ana"), 7}, {QStringLiteral("Bo"), 3}};
        content.turns = turnsOf({{{38.0, 40.7}, {41.35, 46.85}, {50.6, 51.8}, {43.9, 44.1}},
                                 {{40.2, 40.5}, {42.3, 43.0}, {45.15, 45.5}, {46.5, 49.7}, {51.1, 53.5}}});
        for (const engine::SpeechStretch& one : content.turns->stretches)
            content.said << (one.length() > 0.5 ? QStringLiteral("oh no") : QStringLiteral("mm"));
        track.setContent(content);
        track.setCurrentTurn(1);
        WhoSpeaksTrack many;
        many.setContent(manyPeople(9));
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            const QString name = theme->isDark() ? QStringLiteral("dark") : QStringLiteral("light");
            const TimeScale scale{40.0, 94.0};
            track.setArcs({});
            painted(track, {1266, 66}, scale, *theme, QPointF(880, 40))
                .save(QStringLiteral("%1/who-speaks-%2.png").arg(folder, name));
            track.setArcs({{3, 0, 0.2}, {3, 1, 1.0}, {3, 2, 0.5}});
            painted(track, {1266, 86}, scale, *theme)
                .save(QStringLiteral("%1/who-speaks-arcs-%2.png").arg(folder, name));
            painted(many, {1266, 126}, {0.0, 70.0}, *theme)
                .save(QStringLiteral("%1/who-speaks-many-%2.png").arg(folder, name));
        }
    }
};

QTEST_MAIN(WhoSpeaksTrackTest)
#include "tst_who_speaks_track.moc"
