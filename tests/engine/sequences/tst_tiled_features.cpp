#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/tiled_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "tests/support/sparse_csd.h"

using namespace engine;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRows = 70'000; // nine tiles of rows, and levels up to 17
constexpr std::size_t kDimensions = 5;

/// A slow wave with a number missing here and there; every dimension of another size.
Entry waves()
{
    Entry entry{{ElementType::Float64, {}},
                {ElementType::Float32, {kRows, kDimensions}, std::vector<float>()}};
    auto& values = std::get<std::vector<float>>(entry.features.values);
    for (std::size_t row = 0; row < kRows; ++row) {
        entry.intervals.values.push_back(
            {static_cast<double>(row) / 100, static_cast<double>(row + 1) / 100});
        for (std::size_t d = 0; d < kDimensions; ++d)
            values.push_back(row % 97 == 5 ? std::nanf("")
                                           : std::pow(10.0F, static_cast<float>(d))
                                     * std::sin(static_cast<float>(row) / 4000.0F));
    }
    return entry;
}

}

class TestTiledFeatures : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = path("cache");
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "acoustic"}});
        sequence.put("talk", waves());
        writeCsd(sequence, path("acoustic.csd"));
    }

    void piecesShowWhatAPyramidOfAllRowsShows_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::newRow("everything") << 700.0;
        QTest::newRow("a group of rows on a pixel") << 60.0;
        QTest::newRow("rows") << 3.0;
    }

    void piecesShowWhatAPyramidOfAllRowsShows()
    {
        QFETCH(double, seconds);
        const auto stored = openRows();
        const auto pyramid = FeaturePyramid::build(
            std::make_shared<const TimedFeatures>(readFeatures(CsdFile(path("acoustic.csd")), "talk")));
        TileSource source = TileSource::open(stored, m_cache);
        source.coarse = buildTiles(*stored, source.ranges, m_cache);
        TiledFeatures tiled(source);
        const auto columns = pyramid->columns(40.0, seconds / 300, 300);
        QCOMPARE(tiled.columns(40.0, seconds / 300, 300).groups, columns.groups);
        bringAll(tiled, columns);
        std::vector<float> expected(300);
        std::vector<float> read(300);
        std::vector<float> unused(300);
        for (std::size_t number = 0; number < 3 * kDimensions; ++number) {
            const std::size_t d = number / 3;
            const float size = std::pow(10.0F, static_cast<float>(d));
            if (number % 3 == 0) {
                pyramid->read(d, columns, expected);
                tiled.read(d, columns, read);
            } else {
                const bool low = number % 3 == 1;
                pyramid->readExtremes(d, columns, low ? expected : unused, low ? unused : expected);
                tiled.readExtremes(d, columns, low ? read : unused, low ? unused : read);
            }
            for (std::size_t x = 0; x < read.size(); ++x) {
                const bool same = std::isfinite(expected[x]) ? std::abs(read[x] - expected[x]) < 0.02F * size
                                                             : std::isfinite(read[x]) == false;
                QVERIFY2(same,
                         qPrintable(QStringLiteral("dimension %1, column %2: %3 for %4")
                                        .arg(d)
                                        .arg(x)
                                        .arg(static_cast<double>(read[x]))
                                        .arg(static_cast<double>(expected[x]))));
            }
        }
    }

    void aSingleRowStandsOutHoweverFarItIs()
    {
        Entry entry = waves();
        std::get<std::vector<float>>(entry.features.values)[41'234 * kDimensions] = 50.0F;
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "acoustic"}});
        sequence.put("talk", std::move(entry));
        writeCsd(sequence, path("acoustic.csd"));
        const auto stored = openRows();
        TileSource source = TileSource::open(stored, m_cache);
        source.coarse = buildTiles(*stored, source.ranges, m_cache);
        TiledFeatures tiled(source);
        for (const std::size_t count : {7, 70, 700, 7000}) {
            const auto columns = tiled.columns(0.0, 700.0 / static_cast<double>(count), count);
            bringAll(tiled, columns);
            std::vector<float> low(count);
            std::vector<float> high(count);
            tiled.readExtremes(0, columns, low, high);
            const auto peak = std::ranges::max_element(high);
            QVERIFY(std::abs(*peak - 50.0F) < 0.1F);
            const double place
                = static_cast<double>(peak - high.begin()) * 700.0 / static_cast<double>(count);
            QVERIFY(std::abs(place - 412.34) <= 1400.0 / static_cast<double>(count));
            QVERIFY(*std::ranges::min_element(low) > -1.01F);
        }
    }

    void whereAPieceIsMissingACoarserOneShows()
    {
        TiledFeatures tiled(TileSource::open(openRows(), m_cache));
        const auto near = tiled.columns(100.0, 0.01, 4);
        std::vector<float> read(4);
        tiled.read(0, near, read);
        QCOMPARE(read, std::vector<float>(4, FeatureLevels::kNotRead));
        QVERIFY(!tiled.valueAt(10'000, 0));

        const auto far = tiled.columns(0.0, 70.0, 10);
        QVERIFY(far.level >= TileFile::kFirstLevel);
        bringAll(tiled, far); // of single rows: nothing was made yet
        tiled.read(0, near, read);
        QVERIFY(std::isfinite(read.front()));
        QVERIFY(!tiled.missing(near).empty()); // it still wants its own
        bringAll(tiled, near);
        tiled.read(0, near, read);
        QVERIFY(std::abs(read.front() - std::sin(2.5F)) < 0.01F);
    }

    void overviewsAreThereAtOnceTheSecondTime()
    {
        const auto stored = openRows();
        TileSource source = TileSource::open(stored, m_cache);
        QVERIFY(!source.coarse);
        double reached = 0.0;
        RunContext run;
        run.progress = [&](double fraction) { reached = std::max(reached, fraction); };
        QVERIFY(buildTiles(*stored, source.ranges, m_cache, run));
        QVERIFY(reached > 0.5 && reached <= 1.0);
        source = TileSource::open(openRows(), m_cache);
        QVERIFY(source.coarse);
        QVERIFY(source.ranges[0].full.high > 0.999F); // of all rows, not of a sample
    }

    void theyAreThoseOfTheFileAsItIs()
    {
        const auto stored = openRows();
        buildTiles(*stored, sampledRanges(*stored), m_cache);
        fs::last_write_time(path("acoustic.csd"),
                            fs::last_write_time(path("acoustic.csd")) + std::chrono::seconds(1));
        QVERIFY(!cachedTiles(*openRows(), m_cache));
    }

    void aDamagedCacheIsMadeAnew()
    {
        const auto stored = openRows();
        buildTiles(*stored, sampledRanges(*stored), m_cache);
        for (const auto& file : fs::directory_iterator(m_cache / "features"))
            fs::resize_file(file.path(), file.file_size() - 1);
        QVERIFY(!cachedTiles(*stored, m_cache));
        QVERIFY(buildTiles(*stored, sampledRanges(*stored), m_cache));
    }

    void makingThemCanBeStopped()
    {
        const auto stored = openRows();
        std::stop_source stop;
        RunContext run{stop.get_token(), [&](double) { stop.request_stop(); }};
        QVERIFY_EXCEPTION_THROWN(buildTiles(*stored, sampledRanges(*stored), m_cache, run), Cancelled);
        QVERIFY(fs::is_empty(m_cache / "features"));
    }

    void roughPiecesGoWhenTheOverviewIsThere()
    {
        const auto stored = openRows();
        TiledFeatures tiled(TileSource::open(stored, m_cache));
        const auto far = tiled.columns(0.0, 70.0, 10);
        bringAll(tiled, far);
        QVERIFY(tiled.missing(far).empty());
        tiled.setCoarse(buildTiles(*stored, tiled.source().ranges, m_cache));
        QVERIFY(!tiled.missing(far).empty());
    }

    void memoryIsBounded()
    {
        const auto file = path("sparse.csd");
        test::writeSparseCsd(file, "acoustic", "talk", 200'000, 500, {});
        auto stored = std::make_shared<const StoredFeatures>(std::make_shared<CsdFile>(file), "talk");
        TiledFeatures tiled(TileSource::open(stored, m_cache));
        for (double start = 0.0; start < 2000.0; start += 10.0)
            bringAll(tiled, tiled.columns(start, 0.01, 1000));
        QVERIFY(tiled.bytes() <= std::size_t{96} << 20);
        const auto last = tiled.columns(1990.0, 0.01, 1000);
        QVERIFY(tiled.missing(last).empty());
    }

    void rowsThatAreNotInOrderAreRefused()
    {
        Entry entry = waves();
        std::swap(entry.intervals.values[3], entry.intervals.values[4]);
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "acoustic"}});
        sequence.put("talk", std::move(entry));
        writeCsd(sequence, path("acoustic.csd"));
        QVERIFY_EXCEPTION_THROWN(openRows(), FormatError);
    }

private:
    fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::shared_ptr<const StoredFeatures> openRows() const
    {
        return std::make_shared<const StoredFeatures>(std::make_shared<CsdFile>(path("acoustic.csd")),
                                                      "talk");
    }
    static void bringAll(TiledFeatures& tiled, const FeatureLevels::Columns& columns)
    {
        for (const TileKey& key : tiled.missing(columns))
            tiled.insert(key, tiled.source().read(key));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_cache;
};

QTEST_GUILESS_MAIN(TestTiledFeatures)
#include "tst_tiled_features.moc"
