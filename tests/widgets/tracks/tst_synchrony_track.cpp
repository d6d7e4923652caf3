#include "engine/synchrony/planted.h"
#include "widgets/base/scale_number.h"
#include "widgets/tracks/synchrony_track.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace widgets;

namespace {

constexpr QSize kMapSize(900, 100);
constexpr TimeScale kMapScale{0.0, 45.0}; // 0…20 s
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// Windows of 4 s from 2 s on, 12 rows a second apart, lags −1, 0, 1 s. Row 3 is high at +1 s and found, row
/// 6 low, row 9 missing; all others are 0.
SynchronyContent threeLags()
{
    auto synchrony = std::make_shared<engine::Synchrony>();
    synchrony->matrix = {12, 3, std::vector<double>(36, 0.0)};
    synchrony->lags = {-1.0, 0.0, 1.0};
    synchrony->lag = 1.0;
    synchrony->strengthR = 0.31;
    synchrony->peaks.resize(12);
    synchrony->strip.assign(12, 0.0);
    engine::SynchronyChance chance;
    chance.pStrength = 0.005;
    chance.strip95 = 0.4;
    chance.qRows.assign(12, 0.8);
    const auto fill = [&](std::size_t row, double below, double middle, double above) {
        synchrony->matrix.cells[row * 3] = below;
        synchrony->matrix.cells[row * 3 + 1] = middle;
        synchrony->matrix.cells[row * 3 + 2] = above;
    };
    fill(3, 0.0, 0.2, 0.9);
    synchrony->strip[3] = 0.9;
    chance.qRows[3] = 0.01;
    fill(6, -0.9, -0.9, -0.9);
    synchrony->strip[6] = -0.9;
    fill(9, kNoNumber, kNoNumber, kNoNumber);
    synchrony->strip[9] = chance.qRows[9] = kNoNumber;
    synchrony->chance = chance;
    SynchronyContent content;
    content.first = QStringLiteral("Ada");
    content.second = QStringLiteral("Bert");
    content.signal = QStringLiteral("smile");
    content.synchrony = synchrony;
    content.start = 2.0;
    content.hop = 1.0;
    content.window = 4.0;
    return content;
}

/// The same without chance.
SynchronyContent withoutChance()
{
    SynchronyContent content = threeLags();
    auto synchrony = std::make_shared<engine::Synchrony>(*content.synchrony);
    synchrony->chance.reset();
    content.synchrony = synchrony;
    return content;
}

QImage mapOf(const SynchronyTrack& track, const Theme& theme = darkTheme(), QSize size = kMapSize,
             TimeScale scale = kMapScale, std::optional<QPointF> pointer = std::nullopt)
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

/// The place of the middle of a row, at a lag.
QPoint placeOf(const SynchronyTrack& track, std::size_t row, double lag)
{
    return {static_cast<int>(std::lround(kMapScale.x(track.content().middleOf(row)))),
            static_cast<int>(std::lround(
                SynchronyMap::yOf(lag, track.content().synchrony->lags, track.mapRoom(kMapSize)) - 0.5))};
}

bool isWarm(const QColor& colour)
{
    return colour.red() > colour.blue() + 20;
}

}

class SynchronyTrackTest : public QObject {
    Q_OBJECT

private slots:
    void theHeadTellsStrengthLagLeaderAndChance()
    {
        SynchronyTrack track;
        QCOMPARE(track.title(), QStringLiteral("Synchrony"));
        QCOMPARE(track.subtitle(), QString());
        track.setContent(threeLags());
        QCOMPARE(track.subtitle(),
                 QStringLiteral("smile · Ada, Bert  r .31 at +1.0 s (Ada comes first), p .005"));
        SynchronyContent waiting = withoutChance();
        waiting.isChanceComing = true;
        track.setContent(waiting);
        QCOMPARE(track.subtitle(),
                 QStringLiteral(
                     "smile · Ada, Bert  r .31 at +1.0 s (Ada comes first), chance is being computed…"));
        waiting.isChanceComing = false;
        waiting.chance = engine::SurrogateKind::Pseudo;
        QVERIFY(
            waiting.summary().endsWith(QStringLiteral("no chance: too few people in other conversations")));
        SynchronyContent undefined = threeLags();
        undefined.synchrony = nullptr;
        undefined.reason = QStringLiteral("9 s of both");
        track.setContent(undefined);
        QCOMPARE(track.subtitle(), QStringLiteral("smile · Ada, Bert  cannot be told: 9 s of both"));
        undefined.reason.clear();
        track.setContent(undefined);
        QCOMPARE(track.subtitle(), QStringLiteral("smile · Ada, Bert  too short to tell"));
        undefined.isComputing = true;
        track.setContent(undefined);
        QCOMPARE(track.subtitle(), QStringLiteral("smile · Ada, Bert  is being computed…"));
        QCOMPARE(threeLags().leaderAt(-0.7), QStringLiteral("Bert comes first"));
        QCOMPARE(threeLags().leaderAt(0.4), QStringLiteral("together"));
    }

    void figuresHaveNoNoughtBeforeTheirDecimals()
    {
        QCOMPARE(boundedNumber(0.314, 2), QStringLiteral(".31"));
        QCOMPARE(boundedNumber(-0.05, 2), QStringLiteral("−.05"));
        QCOMPARE(boundedNumber(1.0, 2), QStringLiteral("1.00"));
        QCOMPARE(boundedNumber(0.0, 0), QStringLiteral("0"));
        QCOMPARE(chanceNumber(0.005), QStringLiteral(".005"));
        QCOMPARE(chanceNumber(0.21), QStringLiteral(".21"));
    }

    void warmWhereBothGoTogetherWithTheFirstAbove()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            const QImage image = mapOf(track, *theme);
            const auto colourAt = [&](std::size_t row, double lag) {
                return image.pixelColor(placeOf(track, row, lag) + QPoint(4, 0));
            };
            QVERIFY(isWarm(colourAt(3, 1.0)));
            QVERIFY(!isWarm(colourAt(3, -1.0)));
            QVERIFY(colourAt(6, -1.0).blue() > colourAt(6, -1.0).red() + 20);
        }
        QVERIFY(placeOf(track, 3, 1.0).y() < placeOf(track, 3, -1.0).y());
    }

    /// Row 3 as it is found, as it is not, and with nothing known of chance.
    void whatIsNotMoreThanChanceIsPale()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        const QPoint place = placeOf(track, 3, 1.0) + QPoint(4, 0);
        const int found = mapOf(track).pixelColor(place).red();
        SynchronyContent content = threeLags();
        auto other = std::make_shared<engine::Synchrony>(*content.synchrony);
        other->chance->qRows[3] = 0.06;
        content.synchrony = other;
        track.setContent(content);
        const int notFound = mapOf(track).pixelColor(place).red();
        track.setContent(withoutChance());
        const int unknown = mapOf(track).pixelColor(place).red();
        QVERIFY2(found > notFound + 40, qPrintable(QStringLiteral("%1 %2").arg(found).arg(notFound)));
        QCOMPARE(unknown, notFound);
    }

    void missingCellsAreHatched()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        const QImage image = mapOf(track);
        const QPoint missing = placeOf(track, 9, 0.0), there = placeOf(track, 11, 0.0);
        const auto coloursIn = [&](QPoint middle) {
            std::set<QRgb> colours;
            for (int y = -8; y <= -2; ++y) {
                for (int x = -5; x <= 5; ++x)
                    colours.insert(image.pixel(middle + QPoint(x, y)));
            }
            return colours.size();
        };
        QVERIFY(coloursIn(missing) > 1);
        QCOMPARE(coloursIn(there), std::size_t{1});
    }

    void dotsMarkBestLagsOfFoundRowsOnly()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        const QImage image = mapOf(track);
        QCOMPARE(image.pixelColor(placeOf(track, 3, 1.0)), darkTheme().text);
        for (const double lag : {-1.0, 1.0})
            QVERIFY(image.pixelColor(placeOf(track, 5, lag)) != darkTheme().text);
    }

    void theStripShowsTheLargestAboveChance()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        const QRectF strip = track.stripRoom(kMapSize);
        QVERIFY(strip.top() > track.mapRoom(kMapSize).bottom());
        const QImage with = mapOf(track);
        const QColor band = mixed(darkTheme().background, darkTheme().muted, 0.3);
        const QPoint below(static_cast<int>(kMapScale.x(14.5)), static_cast<int>(strip.bottom()) - 3);
        QCOMPARE(with.pixelColor(below), band);
        track.setContent(withoutChance());
        QVERIFY(mapOf(track).pixelColor(below) != band);
    }

    void thePointerTellsTimeLagAndFigures()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        QCOMPARE(track.textAt(placeOf(track, 3, 1.0), 100, kMapScale),
                 QStringLiteral("7.0 s · lag +1.0 s · r .90 · q .010"));
        QCOMPARE(track.textAt(placeOf(track, 9, 0.0), 100, kMapScale),
                 QStringLiteral("13.0 s · lag 0.0 s · no value"));
        QCOMPARE(track.textAt({kMapScale.x(7.0), track.stripRoom(kMapSize).center().y()}, 100, kMapScale),
                 QStringLiteral("7.0 s · lag +1.0 s · r .90 · q .010"));
        QCOMPARE(track.textAt({kMapScale.x(1.0), 20.0}, 100, kMapScale), QString());
        QVERIFY(mapOf(track)
                != mapOf(track, darkTheme(), kMapSize, kMapScale, QPointF(placeOf(track, 3, 1.0))));
    }

    void aClickNamesTheWindowAndTheLag()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        track.setHeight(100);
        QSignalSpy chosen(&track, &SynchronyTrack::rowChosen);
        QVERIFY(track.press(placeOf(track, 3, -1.0), kMapScale, {}));
        QCOMPARE(chosen.takeFirst(), (QVariantList{5.0, 9.0, -1.0}));
        QVERIFY(track.press({kMapScale.x(7.0), track.stripRoom(kMapSize).center().y()}, kMapScale, {}));
        QCOMPARE(chosen.takeFirst(), (QVariantList{5.0, 9.0, 1.0})); // the best one
        QVERIFY(!track.press({kMapScale.x(1.0), 20.0}, kMapScale, {}));
        QVERIFY(chosen.isEmpty());
    }

    void everyRowIsASentence()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        QCOMPARE(track.partCount(), std::size_t{12});
        QCOMPARE(
            track.part(3).name,
            QStringLiteral("5.0 to 9.0 seconds: r .90 at +1.0 seconds, Ada comes first, more than chance"));
        QVERIFY(track.part(6).name.endsWith(QStringLiteral("not more than chance")));
        QCOMPARE(track.part(9).name, QStringLiteral("11.0 to 15.0 seconds: no value"));
        QCOMPARE(track.part(3).span, (engine::Interval{6.5, 7.5}));
    }

    void theMenuWishes()
    {
        SynchronyTrack track;
        track.setContent(threeLags());
        track.setSignals({QStringLiteral("visual:smile"), QStringLiteral("loudness")});
        QMenu menu;
        track.fillDisplayMenu(menu);
        const auto entry = [&](const QString& submenu, int place) {
            for (QAction* action : menu.actions()) {
                if (action->text().remove(QLatin1Char('&')) == submenu)
                    return action->menu()->actions().value(place);
            }
            return static_cast<QAction*>(nullptr);
        };
        QSignalSpy signalSpy(&track, &SynchronyTrack::signalWished);
        QSignalSpy windowSpy(&track, &SynchronyTrack::windowWished);
        QSignalSpy chanceSpy(&track, &SynchronyTrack::chanceWished);
        QVERIFY(entry(QStringLiteral("Signal"), 0)->isChecked());
        entry(QStringLiteral("Signal"), 1)->trigger();
        QCOMPARE(signalSpy.takeFirst(), QVariantList{QStringLiteral("loudness")});
        QVERIFY(entry(QStringLiteral("Window"), 0)->isChecked());
        entry(QStringLiteral("Window"), 3)->trigger();
        QCOMPARE(windowSpy.takeFirst(), QVariantList{30.0});
        QVERIFY(entry(QStringLiteral("Chance"), 0)->isChecked());
        entry(QStringLiteral("Chance"), 2)->trigger();
        QCOMPARE(chanceSpy.takeFirst().first().value<engine::SurrogateKind>(), engine::SurrogateKind::Pseudo);
    }

    void withoutAMapItIsHatched()
    {
        SynchronyTrack track;
        SynchronyContent content = threeLags();
        content.synchrony = nullptr;
        track.setContent(content);
        track.setHeight(100);
        const QImage image = mapOf(track);
        int hatched = 0;
        for (int x = 0; x < 900; ++x)
            hatched += image.pixelColor(x, 10) == darkTheme().line;
        QVERIFY(hatched > 20);
        QVERIFY(!track.press({100, 20}, kMapScale, {}));
        QCOMPARE(track.textAt({100, 20}, 100, kMapScale), QString());
        QCOMPARE(track.partCount(), std::size_t{0});
    }

    /// With POLYLOGUE_PICTURES: two people who go together at +0.8 s, and what the states look like.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
        if (folder.isEmpty())
            QSKIP("POLYLOGUE_PICTURES is not set");
        engine::planted::DyadOptions planted;
        planted.coupling = 0.8;
        planted.lag = 0.8;
        const engine::planted::Dyad dyad = engine::planted::dyad(3, planted);
        engine::SynchronyOptions options;
        options.windows.window = 4.0;
        options.windows.hop = 0.5;
        options.windows.longest = 2.0;
        SynchronyContent content;
        content.first = QStringLiteral("Ana");
        content.second = QStringLiteral("Bo");
        content.signal = QStringLiteral("smile");
        content.start = 2.0;
        content.hop = 0.5;
        content.window = 4.0;
        content.synchrony = std::make_shared<const engine::Synchrony>(
            *engine::synchronyOf(dyad.first, dyad.second, options));
        SynchronyContent waiting = content;
        auto bare = std::make_shared<engine::Synchrony>(*content.synchrony);
        bare->chance.reset();
        waiting.synchrony = bare;
        waiting.isChanceComing = true;
        SynchronyContent undefined = content;
        undefined.synchrony = nullptr;
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            const QString name = theme->isDark() ? QStringLiteral("dark") : QStringLiteral("light");
            const auto save = [&](const SynchronyContent& shown, const char* what, TimeScale scale) {
                SynchronyTrack track;
                track.setContent(shown);
                mapOf(track, *theme, {1266, 140}, scale)
                    .save(QStringLiteral("%1/synchrony-%2-%3.png").arg(folder, QLatin1String(what), name));
            };
            save(content, "near", {40.0, 94.0});
            save(content, "whole", {-4.0, 6.6});
            save(waiting, "waiting", {40.0, 40.0});
            save(undefined, "undefined", {40.0, 94.0});
        }
    }
};

QTEST_MAIN(SynchronyTrackTest)
#include "tst_synchrony_track.moc"
