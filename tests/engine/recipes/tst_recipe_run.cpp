#include "engine/recipes/run_folder.h"
#include "engine/sequences/csd_file.h"

#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

using Ids = std::vector<std::string>;

/// Rows of one second each, from `start` on, with these values.
Entry rows(double start, const std::vector<float>& values)
{
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i < values.size(); ++i)
        intervals.push_back({start + static_cast<double>(i), start + static_cast<double>(i) + 1});
    return {{ElementType::Float64, intervals}, test::floats(1, values)};
}

std::vector<float> values(const Entry& entry)
{
    return std::get<std::vector<float>>(entry.features.values);
}

const char* const kTwoStages = R"("steps": [
    {"op": "align", "reference": "words", "collapse": ["mean"]},
    {"op": "impute", "reference": "words"},
    {"op": "add", "load": [{"name": "labels", "file": "labels.csd"}]},
    {"op": "align", "reference": "labels"}, {"op": "hard_unify"}])";

}

class TestRecipeRun : public QObject {
    Q_OBJECT

private slots:
    void filledRowsStayMarkedThroughLaterSteps()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v", rows(0, {1, 2, 3, 4})}});
        folder.write("a", {{"v", rows(1, {7})}});
        folder.write("labels", {{"v", {{ElementType::Float64, {{0, 2}, {2, 4}}}, test::floats(1, {-1, 1})}}});
        const RunSummary summary = folder.run(folder.recipe({"words", "a"}, kTwoStages), "out");
        const CsdFile a = folder.result("out", "a");
        QCOMPARE(a.ids(), (Ids{"v[0]", "v[1]"}));
        QCOMPARE(values(a.entry("v[0]")), (std::vector<float>{0, 7}));
        const nlohmann::json expected{{"v[0]", {{"method", "zeros"}, {"rows", {0}}}},
                                      {"v[1]", {{"method", "zeros"}, {"rows", {0, 1}}}}};
        QCOMPARE(a.metadata().at("imputed").dump(), expected.dump());
        QCOMPARE(summary.sequences[1].filledRows, std::size_t(3));
        QVERIFY(!folder.result("out", "words").metadata().contains("imputed"));

        // and when the result is loaded, reverted and aligned again
        folder.run(folder.recipe({}, R"("load": "out", "steps": [{"op": "revert"}])"), "reverted");
        QCOMPARE(folder.result("reverted", "a").metadata().at("imputed").dump(),
                 std::string(R"({"v":{"method":"zeros","rows":[0,2,3]}})"));
    }

    void rowsOfAVideoAreMovedByItsOffset()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v", rows(0, {1, 2, 3, 4})}, {"w", rows(0, {1, 2})}});
        folder.write("a", {{"v[0]", rows(0, {7})}, {"w", rows(0, {8, 9})}});
        const Recipe recipe = folder.recipe({}, R"("load": [{"name": "words", "file": "words.csd"},
                            {"name": "a", "file": "a.csd", "offsets": {"v": 2.5, "nobody": 1}}],
                   "steps": [{"op": "align", "reference": "words", "collapse": ["mean"]}])");
        QVERIFY(recipe.load.items[1].offsets == (VideoOffsets{{"v", 2.5}, {"nobody", 1.0}}));
        folder.run(recipe, "out");
        const CsdFile a = folder.result("out", "a");
        QCOMPARE(a.ids(),
                 (Ids{"v[2]", "v[3]", "w[0]", "w[1]"})); // [2.5, 3.5] lies in the third and the fourth word
        QCOMPARE(values(a.entry("w[1]")), (std::vector<float>{9}));
        QVERIFY(folder.recipe({}, R"("load": [{"file": "a.csd"}])").load.items[0].offsets.empty());
    }

    void theResultDoesNotDependOnTheJobs()
    {
        const test::RecipeFolder folder;
        std::vector<std::pair<std::string, Entry>> words;
        std::vector<std::pair<std::string, Entry>> frames;
        for (int i = 0; i < 40; ++i) {
            words.emplace_back("v" + std::to_string(i), rows(0, {1, 2, 3}));
            frames.emplace_back("v" + std::to_string(i), rows(0.25, {4, 5, 6, 7}));
        }
        folder.write("words", words);
        folder.write("a", frames);
        const Recipe recipe = folder.recipe(
            {"words", "a"},
            R"("report": true, "steps": [{"op": "align", "reference": "words", "collapse": ["mean"]}])");
        folder.run(recipe, "one", 0, 1, 1);
        folder.run(recipe, "seven", 0, 1, 7);
        QCOMPARE(folder.files("one"), (Ids{"a.csd", "alignment.json", "words.csd"}));
        for (const std::string& file : folder.files("one"))
            QVERIFY2(folder.bytes("one/" + file) == folder.bytes("seven/" + file), file.c_str());
    }

    void theEarliestStepsFailureCounts()
    {
        const test::RecipeFolder folder;
        // v1 fails in the second step (text cannot be filled in), v2 in the first (text cannot be averaged).
        folder.write("words", {{"v1", rows(0, {1, 2})}, {"v2", rows(0, {1})}});
        folder.write("a",
                     {{"v1", {{ElementType::Float64, {{5, 6}}}, test::texts({"x"})}},
                      {"v2", {{ElementType::Float64, {{0, 1}}}, test::texts({"x"})}}});
        for (const unsigned jobs : {1U, 4U}) {
            const std::string failure = test::failureOf([&] {
                folder.run(folder.recipe({"words", "a"}, R"("steps": [
                    {"op": "align", "reference": "words", "collapse": ["mean"]},
                    {"op": "impute", "reference": "words"}])"),
                           "out", 0, 1, jobs);
            });
            QVERIFY2(failure.starts_with("collapse_failed: a, aligned to words, video v2"), failure.c_str());
            QVERIFY(folder.files("out").empty());
        }
    }

    void aTensorThatDoesNotFitComesAfterTheFailuresOfSteps()
    {
        const test::RecipeFolder folder;
        const Entry wide{{ElementType::Float64, {{0, 1}}}, test::floats(2, {1, 2})};
        folder.write("words", {{"v1", rows(0, {1})}, {"v2", wide}, {"v3", rows(0, {1})}});
        folder.write("a", {{"v1", rows(0, {1})}, {"v2", rows(0, {1})}});
        const std::string failure = test::failureOf([&] {
            folder.run(folder.recipe({"words", "a"}, R"("output": "tensors", "tensors": {"seq_len": 1},
                "steps": [{"op": "unify", "active": false}])"),
                       "out", 0, 1, 1);
        });
        QVERIFY2(failure.starts_with("not_unified: v3"), failure.c_str());
    }

    void aStepThatCannotBeDoneComesAfterTheFailuresBeforeIt()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v[0]", rows(0, {1})}});
        const auto failure = [&](const std::string& steps) {
            return test::failureOf(
                [&] { folder.run(folder.recipe({"words"}, "\"steps\": [" + steps + "]"), "out"); });
        };
        const std::string align = R"({"op": "align", "reference": "words"})";
        const std::string unknown = R"({"op": "align", "reference": "letters"})";
        QVERIFY(failure(align + "," + unknown).starts_with("reference_already_aligned"));
        QVERIFY(failure(unknown + "," + align).starts_with("unknown_reference: letters"));
    }

    void aCheckReportsWhatIsNotShared()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v[0]", rows(0, {1})}, {"v[1]", rows(0, {1})}});
        folder.write("b", {{"v[1]", rows(0, {1})}});
        const auto failure = [&](const char* step) {
            return test::failureOf([&] {
                folder.run(folder.recipe({"a", "b"}, std::string("\"steps\": [") + step + "]"), "out");
            });
        };
        QCOMPARE(failure(R"({"op": "unify", "active": false})"), std::string());
        const std::string hard = failure(R"({"op": "hard_unify", "active": false})");
        QVERIFY2(hard.starts_with("not_unified: v[0]: this id is missing in b"), hard.c_str());
    }

    void damageInAVideoThatIsDroppedIsStillAnError()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v", rows(0, {1})}});
        std::filesystem::copy(FIXTURES "/broken/rows_differ.csd", folder.root / "a.csd");
        const std::string failure = test::failureOf([&] {
            folder.run(folder.recipe({"words", "a"}, R"("steps": [{"op": "align", "reference": "words"}])"),
                       "out");
        });
        QVERIFY2(failure.starts_with("data_invalid"), failure.c_str());
        QVERIFY(folder.files("out").empty());
    }

    void sequencesAreAddedMergedRenamedAndRemoved()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}});
        folder.write("b", {{"w", rows(0, {2})}});
        folder.write("c", {{"v", rows(0, {3})}});
        folder.run(folder.recipe({"a", "c"}, R"("steps": [
            {"op": "merge", "into": "a", "load": [{"file": "b.csd"}]},
            {"op": "rename", "from": "a", "to": "all"}, {"op": "remove", "name": "c"}])"),
                   "out");
        QCOMPARE(folder.files("out"), (Ids{"all.csd"}));
        const CsdFile all = folder.result("out", "all");
        QCOMPARE(all.rootName(), std::string("all"));
        QCOMPARE(all.ids(), (Ids{"v", "w"}));
    }

    void whatIsThereTwiceIsRefused_data()
    {
        QTest::addColumn<std::string>("steps");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* steps, const char* expected) {
            QTest::newRow(name) << std::string(steps) << std::string(expected);
        };
        row("an id", R"({"op": "merge", "into": "a", "load": [{"file": "c.csd"}]})", "data_invalid");
        row("a sequence", R"({"op": "add", "load": [{"name": "a", "file": "c.csd"}]})", "recipe_invalid");
        row("a name",
            R"({"op": "add", "load": [{"file": "c.csd"}]}, {"op": "rename", "from": "c", "to": "a"})",
            "recipe_invalid");
    }

    void whatIsThereTwiceIsRefused()
    {
        QFETCH(const std::string, steps);
        QFETCH(const std::string, expected);
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}});
        folder.write("c", {{"v", rows(0, {3})}});
        const std::string failure
            = test::failureOf([&] { folder.run(folder.recipe({"a"}, "\"steps\": [" + steps + "]"), "out"); });
        QVERIFY2(failure.starts_with(expected), failure.c_str());
    }

    void anIdIsRemovedExactlyOrWithItsSegments()
    {
        const test::RecipeFolder folder;
        folder.write(
            "a",
            {{"v", rows(0, {1})}, {"v[1]", rows(0, {1})}, {"v2", rows(0, {1})}, {"v[1]x", rows(0, {1})}});
        folder.run(folder.recipe({"a"}, R"("steps": [{"op": "remove_id", "id": "v"}])"), "exact");
        QCOMPARE(folder.result("exact", "a").ids(), (Ids{"v2", "v[1]", "v[1]x"}));
        folder.run(folder.recipe({"a"}, R"("steps": [{"op": "remove_id", "id": "v", "purge": true}])"),
                   "purged");
        QCOMPARE(folder.result("purged", "a").ids(), (Ids{"v2"}));
    }

    void aFixedRateIsAReference()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1, 2, 3})}});
        folder.run(
            folder.recipe({"a"},
                          R"("steps": [{"op": "align", "reference": {"rate_hz": 0.5}, "collapse": ["sum"]},
            {"op": "revert"}])"),
            "out");
        const Entry entry = folder.result("out", "a").entry("v");
        QVERIFY((entry.intervals.values == std::vector<Interval>{{0, 2}, {2, 3}}));
        QCOMPARE(values(entry), (std::vector<float>{3, 3}));
    }

    void windowsMayOverlap()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1, 2, 3})}});
        folder.run(folder.recipe({"a"}, R"("steps": [{"op": "align", "reference": {"window_s": 2, "hop_s": 1},
            "collapse": ["sum"]}])"),
                   "out");
        const CsdFile a = folder.result("out", "a");
        QCOMPARE(a.ids(), (Ids{"v[0]", "v[1]", "v[2]"}));
        QCOMPARE(values(a.entry("v[1]")), (std::vector<float>{5}));
        QCOMPARE(values(a.entry("v[2]")), (std::vector<float>{3}));
    }

    void framesOfAVideoAreAReference()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1, 2})}, {"w", rows(0, {1})}});
        const Recipe recipe = folder.recipe(
            {"a"},
            R"("steps": [{"op": "align", "reference": {"frames_of": "{id}.mp4"}, "collapse": ["mean"]}])");
        RunSettings settings;
        std::vector<std::string> asked;
        settings.videos.jobs = 1;
        settings.videos.frameTimes = [&](const VideoFrames& frames) {
            asked.push_back(std::filesystem::path(frames.file).filename().string());
            return std::vector<Interval>{{0.5, 1.5}};
        };
        runRecipe(recipe, folder.root / "out", settings);
        QCOMPARE(asked, (Ids{"v.mp4", "w.mp4"}));
        QCOMPARE(values(folder.result("out", "a").entry("v[0]")), (std::vector<float>{1.5}));
    }

    void aFilledEntryIsAReferenceWithoutThoseThatWereRemoved()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v", rows(0, {1})}, {"v[1]", rows(1, {1, 2})}});
        folder.write("a", {{"w", rows(0, {1})}});
        folder.run(folder.recipe({"words", "a"}, R"("steps": [{"op": "impute", "reference": "words"},
            {"op": "remove_id", "id": "v[1]"}, {"op": "align", "reference": "a"}])"),
                   "out");
        QCOMPARE(folder.result("out", "a").ids(), (Ids{"v[0]"}));
    }

    void aVideoThatIsNotThereYetIsNotDropped()
    {
        const test::RecipeFolder folder;
        folder.write("words", {{"v", rows(0, {1})}});
        folder.write("labels", {{"later", rows(0, {1})}});
        folder.run(
            folder.recipe({"words"}, R"("report": true, "steps": [{"op": "align", "reference": "words"},
            {"op": "add", "load": [{"file": "labels.csd"}]}])"),
            "out");
        const nlohmann::json step
            = nlohmann::json::parse(folder.bytes("out/alignment.json")).at("steps").at(0);
        QVERIFY(!step.contains("dropped_videos"));
        QCOMPARE(step.at("videos").size(), std::size_t(1));
    }

    void noRowIsLostWithoutAReport()
    {
        const test::RecipeFolder folder;
        folder.write("words",
                     {{"v", {{ElementType::Float64, {{0, 1}, {3, 3}, {1, 2}}}, test::floats(1, {1, 2, 3})}},
                      {"w", rows(0, {1})}});
        const double nan = std::nan("");
        folder.write("a", {{"v", test::numbered({{0, 0.5}, {0.75, 1.25}, {1.5, 1.5}, {5, 6}, {nan, 1}})}});
        folder.run(folder.recipe({"words", "a"},
                                 R"("report": true, "steps": [{"op": "align", "reference": "words"}])"),
                   "out");
        const nlohmann::json step
            = nlohmann::json::parse(folder.bytes("out/alignment.json")).at("steps").at(0);
        QCOMPARE(step.at("dropped_videos").dump(), std::string(R"({"w":["a"]})"));
        const nlohmann::json video = step.at("videos").at("v");
        QCOMPARE(video.at("skipped_targets").dump(), std::string("[1]"));
        QCOMPARE(video.at("target_s").get<double>(), 2.0);
        const nlohmann::json a = video.at("sequences").at("a");
        QCOMPARE(a.at("rows").get<int>(), 5);
        QCOMPARE(a.at("rows_per_target").dump(), std::string("[2,0,1]"));
        QCOMPARE(a.at("coverage_s").get<double>(), 1.0);
        QCOMPARE(a.at("in_several_targets").get<int>(), 1);
        QCOMPARE(a.at("dropped_rows").dump(),
                 std::string(R"({"not_a_number":[4],"outside":[3],"too_short":[2]})"));
    }

    void theInputIsNeverWrittenOver()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}});
        const std::string before = folder.bytes("a.csd");
        const std::string failure
            = test::failureOf([&] { folder.run(folder.recipe({"a"}, R"("steps": [])"), "."); });
        QVERIFY2(failure.starts_with("same_file")
                     && failure.find("would be overwritten") != std::string::npos,
                 failure.c_str());
        QVERIFY(folder.bytes("a.csd") == before);
    }

    void whatHasNoEffectIsSaid_data()
    {
        QTest::addColumn<std::string>("rest");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* rest, const char* expected) {
            QTest::newRow(name) << std::string(rest) << std::string(expected);
        };
        row("a name of no sequence", R"("output_files": {"b": "c.csd"})",
            "output_files names b c.csd, but the result has no sequence b (it has a).");
        row("a name for tensors",
            R"("output": "tensors", "tensors": {"seq_len": 1}, "output_files": {"a": "c.csd"})",
            "output_files names a c.csd, but no sequences are written.");
        row("overlapping folds",
            R"("output": "tensors", "tensors": {"seq_len": 1, "folds": [["v"], ["w", "v"], ["v"]]})",
            "1 videos are in several folds (such as v: folds 0, 1, 2); the first of them gets the video.");
        row("nobody is removed", R"("steps": [{"op": "remove_id", "id": "x"}])",
            "Step 1 (remove_id) removes nothing: no sequence has an id x there.");
        row("a segment that is not there",
            R"("steps": [{"op": "sort"}, {"op": "remove_id", "id": "v[3]", "purge": true}])",
            "Step 2 (remove_id) removes nothing: no sequence has an id v[3] there.");
    }

    void nothingThatRemainsIsSaid()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}, {"w", rows(0, {1})}});
        const RunSummary summary = folder.run(folder.recipe({"a"}, R"("report": true,
                "steps": [{"op": "remove_id", "id": "v"}, {"op": "remove_id", "id": "w"}])"),
                                              "out");
        QCOMPARE(summary.warnings.front(), std::string("Nothing remains of a: the result has no entries."));
        const auto report = nlohmann::json::parse(folder.bytes("out/alignment.json"));
        QCOMPARE(report.at("nothing_remains_of").dump(), std::string(R"(["a"])"));
    }

    void whatHasNoEffectIsSaid()
    {
        QFETCH(const std::string, rest);
        QFETCH(const std::string, expected);
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}, {"w", rows(0, {1})}});
        const RunSummary summary = folder.run(folder.recipe({"a"}, R"("report": true, )" + rest), "out");
        QVERIFY(!summary.warnings.empty());
        QCOMPARE(summary.warnings.front(), expected);
        const auto report = nlohmann::json::parse(folder.bytes("out/alignment.json"));
        QCOMPARE(report.at("warnings").at(0).get<std::string>(), expected);
    }

    void whatHasAnEffectIsNoWarning()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}, {"w", rows(0, {1})}});
        const Recipe recipe = folder.recipe({"a"}, R"("report": true, "output_files": {"a": "b.csd"},
            "steps": [{"op": "remove_id", "id": "w"}])");
        folder.run(recipe, "out");
        QVERIFY(!nlohmann::json::parse(folder.bytes("out/alignment.json")).contains("warnings"));
        for (std::size_t shard = 0; shard < 2;
             ++shard) { // one of them has the id, the other is left with nothing
            QVERIFY(folder.run(recipe, "shard", shard, 2).warnings.size() < 2); // of its metadata
            QVERIFY(!nlohmann::json::parse(folder.bytes("shard/alignment.json")).contains("warnings"));
        }
    }

    void resultsDoNotStandBesideTheErrorOfALaterRun()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}});
        const std::filesystem::path out = folder.root / "out";
        folder.run(folder.recipe({"a"}, R"("report": true)"), "out");
        noteResults(out, {out / "a.csd", out / "alignment.json", out / "gone.csd"});
        std::ofstream(out / "notes.txt") << "of the user";
        const std::string result = folder.bytes("out/a.csd");

        QCOMPARE(writeErrorFile(out, "data_invalid", "why", {out / "alignment.json"}).size(), std::size_t(1));
        QCOMPARE(folder.files("out"),
                 (Ids{".results.json", "a.csd.earlier", "alignment.json", "error.json", "notes.txt"}));
        QVERIFY(folder.bytes("out/a.csd.earlier") == result);
        QVERIFY(folder.bytes("out/error.json").find("a.csd.earlier") != std::string::npos);

        noteResults(out, {});
        QVERIFY(!std::filesystem::exists(out / "error.json"));
    }

    void aNoteOfAStrangerNamesNothingOutside()
    {
        const test::RecipeFolder folder;
        std::ofstream(folder.root / "kept.csd") << "kept";
        std::filesystem::create_directory(folder.root / "out");
        std::ofstream(folder.root / "out/.results.json") << R"(["../kept.csd", "..", 3, {}])";
        QVERIFY(writeErrorFile(folder.root / "out", "io", "why").empty());
        QVERIFY(std::filesystem::exists(folder.root / "kept.csd"));
    }

    void aFolderWithoutSequencesIsSaid()
    {
        const test::RecipeFolder folder;
        std::filesystem::create_directory(folder.root / "in");
        std::vector<std::string> warnings;
        const auto run = [&](const char* load) {
            return test::failureOf([&] {
                folder.run(parseRecipe(nlohmann::json{{"load", load}}, folder.root, warnings), "out");
            });
        };
        QVERIFY(run("in").starts_with("empty_dataset"));
        QVERIFY(run("nowhere").starts_with("folder_not_found"));
    }

    void stoppedWorkLeavesNothing()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"v", rows(0, {1})}, {"w", rows(0, {1})}});
        std::stop_source source;
        const RunContext context{source.get_token(), [&](double) { source.request_stop(); }};
        const Recipe recipe = folder.recipe({"a"}, R"("steps": [{"op": "sort"}])");
        QVERIFY_THROWS_EXCEPTION(Cancelled, runRecipe(recipe, folder.root / "out", {}, context));
        QVERIFY(folder.files("out").empty());
    }
};

QTEST_GUILESS_MAIN(TestRecipeRun)
#include "tst_recipe_run.moc"
