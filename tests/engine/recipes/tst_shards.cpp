#include "engine/core/error.h"
#include "engine/recipes/resumable_run.h"
#include "engine/recipes/shards.h"
#include "engine/recipes/video_shares.h"
#include "engine/sequences/csd_file.h"

#include <QTest>

#include <numeric>

#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

/// Ten videos, some words of which receive nothing, and segments numbered beyond nine.
void writeExample(const test::RecipeFolder& folder)
{
    std::vector<std::pair<std::string, Entry>> words;
    std::vector<std::pair<std::string, Entry>> frames;
    for (int video = 0; video < 10; ++video) {
        std::vector<Interval> spoken;
        std::vector<Interval> seen;
        for (int k = 0; k < 12; ++k) {
            spoken.push_back({k + 0.1 * video, k + 0.9});
            if (k % (video + 2) != 0)
                seen.push_back({k + 0.25, k + 0.75});
        }
        words.emplace_back("video " + std::to_string(video), test::numbered(spoken));
        frames.emplace_back("video " + std::to_string(video), test::numbered(seen));
    }
    folder.write("words", words);
    folder.write("a", frames);
}

const char* const kSteps = R"("report": true, "steps": [
    {"op": "align", "reference": "words", "collapse": ["mean"]}, {"op": "impute", "reference": "words", "fill": "mean"}])";

}

class TestShards : public QObject {
    Q_OBJECT

private slots:
    void joinedShardsAreTheWholeRun_data()
    {
        QTest::addColumn<std::string>("settings");
        QTest::newRow("sequences") << std::string();
        QTest::newRow("compressed") << std::string(R"(, "compression": {"filter": "gzip", "level": 4})");
        QTest::newRow("tensors") << std::string(
            R"(, "output": "tensors", "tensors": {"seq_len": 2, "npz": true, "folds": [["video 0", "video 9"], ["video 4"], []]})");
    }

    void joinedShardsAreTheWholeRun()
    {
        QFETCH(const std::string, settings);
        const test::RecipeFolder folder;
        writeExample(folder);
        const Recipe recipe = folder.recipe({"words", "a"}, kSteps + settings);
        folder.run(recipe, "whole");
        for (const std::size_t shards : {2U, 4U, 13U}) { // thirteen: some have no video at all
            std::vector<std::filesystem::path> parts;
            for (std::size_t shard = 0; shard < shards; ++shard) {
                const std::string name = std::to_string(shards) + "-" + std::to_string(shard);
                folder.run(recipe, name, shard, shards);
                parts.insert(parts.begin(), folder.root / name); // in any order
            }
            mergeShards(parts, folder.root / "joined", {});
            QCOMPARE(folder.files("joined"), folder.files("whole"));
            for (const std::string& file : folder.files("whole"))
                QVERIFY2(folder.bytes("joined/" + file) == folder.bytes("whole/" + file), file.c_str());
        }
    }

    /// One video of three hours among short ones: a share by number would have all of it and half of the
    /// rest.
    void sharesHaveAboutAsManyValues()
    {
        const test::RecipeFolder folder;
        std::vector<std::pair<std::string, Entry>> words;
        std::vector<int> lengths;
        for (int video = 0; video < 40; ++video) {
            lengths.push_back(video == 3 ? 400 : 5 + (video * 37) % 60);
            std::vector<Interval> spoken;
            for (int k = 0; k < lengths.back(); ++k)
                spoken.push_back({k + 0.0, k + 0.9});
            words.emplace_back("v" + std::to_string(100 + video), test::numbered(spoken));
        }
        folder.write("words", words);
        const Recipe recipe = folder.recipe({"words"}, R"("steps": [])");
        const RecipePlan plan
            = planRecipe(recipe, [](const auto& path) { return std::make_shared<const CsdFile>(path); });
        const double all = std::accumulate(lengths.begin(), lengths.end(), 0.0);
        for (const std::size_t parts : {1U, 2U, 5U, 8U, 60U}) {
            const std::vector<std::size_t> cuts = cutsByValues(plan, parts);
            QCOMPARE(cuts.size(), parts + 1);
            QCOMPARE(cuts.front(), std::size_t(0));
            QCOMPARE(cuts.back(), std::size_t(40));
            for (std::size_t part = 0; part < parts; ++part) {
                QVERIFY(cuts[part] <= cuts[part + 1]);
                double rows = 0.0;
                int longest = 0;
                for (std::size_t video = cuts[part]; video < cuts[part + 1]; ++video) {
                    rows += lengths[video];
                    longest = std::max(longest, lengths[video]);
                }
                QVERIFY2(rows <= all / static_cast<double>(parts) + longest + 5,
                         qPrintable(QString::number(rows)));
            }
        }
    }

    void aRunThatWasStoppedGoesOn()
    {
        const test::RecipeFolder folder;
        writeExample(folder);
        const Recipe recipe = folder.recipe({"words", "a"}, kSteps);
        folder.run(recipe, "whole");
        std::stop_source stop;
        const RunContext stopping{stop.get_token(), [&](double fraction) {
                                      if (fraction > 0.45)
                                          stop.request_stop();
                                  }};
        QVERIFY_EXCEPTION_THROWN(runResumably(recipe, folder.root / "out", 5, {}, stopping), Cancelled);
        const auto first = folder.root / "out/.pieces/0000/shard.json";
        QVERIFY(std::filesystem::exists(first));
        QVERIFY(!std::filesystem::exists(folder.root / "out/.pieces/0004/shard.json"));
        QVERIFY(!std::filesystem::exists(folder.root / "out/words.csd"));

        RunSettings once; // the finished ones are not run again: their words are not opened
        std::size_t opened = 0;
        once.open = [&](const std::filesystem::path& path) {
            opened += path.parent_path() == folder.root ? 1 : 0;
            return std::make_shared<const CsdFile>(path);
        };
        once.videos.jobs = 1;
        runResumably(recipe, folder.root / "out", 5, once);
        QVERIFY(opened > 0);
        QVERIFY2(opened <= 2 * 3, qPrintable(QString::number(opened))); // two files, at most three pieces
        QCOMPARE(folder.files("out"), folder.files("whole"));
        for (const std::string& file : folder.files("whole"))
            QVERIFY2(folder.bytes("out/" + file) == folder.bytes("whole/" + file), file.c_str());
        QVERIFY(!std::filesystem::exists(folder.root / "out/.pieces"));
    }

    void whatWasStoppedIsForgottenWhenTheInputsChanged()
    {
        const test::RecipeFolder folder;
        writeExample(folder);
        const Recipe recipe = folder.recipe({"words", "a"}, kSteps);
        std::stop_source stop;
        const RunContext stopping{stop.get_token(), [&](double fraction) {
                                      if (fraction > 0.45)
                                          stop.request_stop();
                                  }};
        QVERIFY_EXCEPTION_THROWN(runResumably(recipe, folder.root / "out", 5, {}, stopping), Cancelled);
        folder.write("a",
                     {{"video 0", test::numbered({{0.0, 9.0}})}, {"video 9", test::numbered({{0.0, 9.0}})}});
        folder.run(recipe, "whole");
        runResumably(recipe, folder.root / "out", 5, {});
        for (const std::string& file : folder.files("whole"))
            QVERIFY2(folder.bytes("out/" + file) == folder.bytes("whole/" + file), file.c_str());
    }

    void whatDoesNotBelongTogetherIsRefused()
    {
        const test::RecipeFolder folder;
        writeExample(folder);
        const Recipe recipe = folder.recipe({"words", "a"}, kSteps);
        const Recipe other = folder.recipe({"words", "a"}, R"("steps": [])");
        folder.run(recipe, "1", 0, 2);
        folder.run(recipe, "2", 1, 2);
        folder.run(other, "other", 1, 2);
        folder.run(recipe, "whole");
        const auto merge = [&](const std::vector<std::string>& names) {
            std::vector<std::filesystem::path> parts;
            for (const std::string& name : names)
                parts.push_back(folder.root / name);
            return test::failureOf([&] { mergeShards(parts, folder.root / "joined", {}); });
        };
        QVERIFY(merge({"1"}).find("shard 2 of 2 is missing") != std::string::npos);
        QVERIFY(merge({"1", "1"}).find("is shard 1 of 2, and so is") != std::string::npos);
        QVERIFY(merge({"1", "other"}).find("is no shard of the same run") != std::string::npos);
        QVERIFY(merge({"whole"}).find("shard.json: is missing") != std::string::npos);
        QVERIFY(folder.files("joined").empty());
        QCOMPARE(merge({"2", "1"}), std::string());
    }

    void onlyWhatIsDoneVideoByVideoCanBeDivided()
    {
        const test::RecipeFolder folder;
        writeExample(folder);
        const std::string failure = test::failureOf(
            [&] { folder.run(folder.recipe({"words"}, R"("output": "bib")"), "out", 0, 2); });
        QVERIFY2(failure.starts_with("recipe_invalid"), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestShards)
#include "tst_shards.moc"
