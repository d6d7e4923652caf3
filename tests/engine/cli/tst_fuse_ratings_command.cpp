#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/rating_fusion.h"
#include "engine/formats/format_registry.h"

#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/annotations.h"
#include "tests/support/cli.h"

using namespace engine;

/// The command fuses as the window does: by fuseRatings().
class TestFuseRatingsCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Annotation m_ratings;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// 40 s of a slow wave, seen so much later, and a little noise of its own.
    void addRater(const char* name, double lag, double noise)
    {
        Tier tier = test::tier(m_ratings.unusedTier(), name);
        tier.video = "talk";
        tier.annotator = name;
        tier.kind = TierKind::Continuous;
        tier.rate = kFusionRate;
        TraceFrames frames;
        for (int t = 0; t < 400; ++t) {
            const double seconds = t / kFusionRate - lag;
            frames.push_back(std::sin(seconds) + std::cos(seconds / 2.7) + noise * std::sin(t * 12.9));
        }
        m_ratings.apply(addTrace(m_ratings, tier, frames));
    }

private slots:
    void initTestCase()
    {
        addRater("ann", 0.0, 0.05);
        addRater("bob", 1.5, 0.1);
        addRater("cem", 0.6, 0.4);
        ProjectFile::create(path("ratings.polylogue").toStdString())
            .write(difference(Annotation(), m_ratings));
    }

    void theResultIsThatOfTheWindow_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<TraceFusion>("fusion");
        QTest::newRow("mean") << "mean" << TraceFusion::Mean;
        QTest::newRow("ewe") << "ewe" << TraceFusion::Ewe;
        QTest::newRow("warped") << "warped" << TraceFusion::Warped;
    }

    void theResultIsThatOfTheWindow()
    {
        QFETCH(const QString, method);
        QFETCH(const TraceFusion, fusion);
        const QString out = path("fused.csd");
        const test::ProgramResult result = test::runCli(
            {QStringLiteral("fuse-ratings"), path("ratings.polylogue"), QStringLiteral("--out"), out,
             QStringLiteral("--method"), method, QStringLiteral("--json"), QStringLiteral("--overwrite")});
        QVERIFY2(result.exitCode == 0, result.errors);
        const std::vector<ContinuousRating> raters = continuousRatings(m_ratings, "talk");
        const RatingFusion expected = fuseRatings({raters, fusion, {}, {}});
        Annotation with = m_ratings;
        with.apply(addFusion(with, "talk", "fused", raters, expected, false));
        const Tier& tier = *with.tiersOf("talk").back();
        const std::vector<float>& samples = with.segment(with.byTime(tier.id).all().front().id)->samples;

        const ImportedTiers read = formatById("csd")->read(out.toStdString(), {});
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
        QCOMPARE(read.content.tiers[0].tier.video, std::string("talk"));
        std::vector<float> written;
        for (const Segment& segment : read.content.tiers[0].segments) {
            for (const float sample : segment.samples)
                written.push_back(sample);
            if (!segment.samples.empty())
                continue;
            for (const auto& [label, value] : segment.values)
                written.push_back(static_cast<float>(std::get<double>(value.value)));
        }
        QCOMPARE(written, samples);
        const nlohmann::json json = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(json.at(0).at("raters").size(), std::size_t(3));
        QCOMPARE(json.at(0).at("raters")[1].at("lag").get<double>(), *expected.lags.seconds[1]);
        QCOMPARE(json.at(0).at("raters")[1].at("weight").get<double>(), expected.fused.weights[1]);
    }

    void lagsCanBeLeft()
    {
        const test::ProgramResult result = test::runCli(
            {QStringLiteral("fuse-ratings"), path("ratings.polylogue"), QStringLiteral("--out"),
             path("left.csd"), QStringLiteral("--as-they-are"), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QCOMPARE(
            nlohmann::json::parse(result.output.toStdString()).at(0).at("raters")[1].at("lag").get<double>(),
            0.0);
    }

    /// Annotators who rated with one scheme have files of their own, with tiers of one name.
    void tiersOfOneNameFromSeveralFilesAreSeveral()
    {
        QStringList arguments{QStringLiteral("fuse-ratings")};
        for (const char* rater : {"ann", "bob"}) {
            Annotation one;
            for (const auto& [id, tier] : m_ratings.tiers()) {
                if (tier.name != rater)
                    continue;
                Tier own = tier;
                own.name = "valence";
                own.annotator.clear();
                Change change;
                change.tiers.push_back({std::nullopt, own});
                for (const auto& [number, segment] : m_ratings.segments()) {
                    if (segment.tier == id)
                        change.segments.push_back({std::nullopt, segment});
                }
                one.apply(change);
            }
            const QString file = path(rater) + QStringLiteral(".polylogue");
            ProjectFile::create(file.toStdString()).write(difference(Annotation(), one));
            arguments << file;
        }
        const test::ProgramResult result = test::runCli(
            arguments + QStringList{QStringLiteral("--out"), path("both.csd"), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors);
        const nlohmann::json raters = nlohmann::json::parse(result.output.toStdString()).at(0).at("raters");
        QCOMPARE(raters.size(), std::size_t(2));
        QCOMPARE(raters[0].at("annotator").get<std::string>(), std::string("ann"));
        QCOMPARE(raters[1].at("tier").get<std::string>(), std::string("valence bob"));
    }

    void whatHoldsNoRatingsIsRefused()
    {
        const test::ProgramResult result = test::runCli(
            {QStringLiteral("fuse-ratings"), path("ratings.polylogue"), QStringLiteral("--tier"),
             QStringLiteral("nobody"), QStringLiteral("--out"), path("none.csd")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("no continuous ratings"), result.errors);
        QVERIFY(!QFile::exists(path("none.csd")));
    }
};

QTEST_GUILESS_MAIN(TestFuseRatingsCommand)
#include "tst_fuse_ratings_command.moc"
