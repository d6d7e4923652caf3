#include "engine/recipes/recipe_reader.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

Recipe parse(const std::string& text)
{
    std::vector<std::string> warnings;
    return parseRecipe(json::parse(text), "/data", warnings);
}

/// A recipe with these steps.
Recipe withSteps(const std::string& steps)
{
    return parse(R"({"load": [{"name": "w", "file": "w.csd"}], "steps": [)" + steps + "]}");
}

}

class TestRecipeReader : public QObject {
    Q_OBJECT

private slots:
    void filesAreRelativeToTheRecipe()
    {
        const Recipe recipe = parse(R"({"load": [{"name": "w", "file": "in/w.csd"}, {"file": "../a.csd"}]})");
        QVERIFY((recipe.load == Load{{{"w", "/data/in/w.csd"}, {"", "/a.csd"}}, {}}));
        QCOMPARE(parse(R"({"load": "in"})").load.folder, std::filesystem::path("/data/in"));
    }

    void everyStepIsUnderstood()
    {
        const Recipe recipe = withSteps(R"(
            {"op": "align", "reference": "w", "collapse": {"a": ["mean", "std"], "*": ["quantile:0.25"]}},
            {"op": "impute", "reference": "w", "fill": {"a": "linear"}},
            {"op": "unify"}, {"op": "hard_unify", "active": false}, {"op": "revert"}, {"op": "sort"},
            {"op": "add", "load": "more"}, {"op": "merge", "into": "w", "load": [{"file": "x.csd"}]},
            {"op": "rename", "from": "a", "to": "b"}, {"op": "remove", "name": "b"},
            {"op": "remove_id", "id": "v[1]", "purge": true},
            {"op": "functionals", "per": "w"},
            {"op": "functionals", "of": "a", "level": "b", "per": {"window_s": 2, "hop_s": 1}, "into": "c"})");
        const auto function = [](const char* name) { return CollapseFunction::parse(name); };
        const std::vector<RecipeStep> expected{
            AlignStep{"w", {{"a", {function("mean"), function("std")}}, {"*", {function("quantile:0.25")}}}},
            ImputeStep{"w", {{"a", Fill::Linear}}},
            UnifyStep{true},
            HardUnifyStep{false},
            RevertStep{},
            SortStep{},
            AddStep{{{}, "/data/more"}},
            MergeStep{"w", {{{"", "/data/x.csd"}}, {}}},
            RenameStep{"a", "b"},
            RemoveStep{"b"},
            RemoveIdStep{"v[1]", true},
            FunctionalsStep{"egemaps25", "spectral", "w", "egemaps88"},
            FunctionalsStep{"a", "b", SlidingWindow{2, 1}, "c"}};
        QVERIFY(recipe.steps == expected);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(name(recipe.steps[i]) == name(expected[i]));
    }

    void aReferenceMayBeMade()
    {
        const auto reference = [](const std::string& value) {
            return std::get<AlignStep>(
                       withSteps(R"({"op": "align", "reference": )" + value + "}").steps.front())
                .reference;
        };
        QVERIFY(reference(R"({"rate_hz": 10})") == AlignReference(FixedRate{10}));
        QVERIFY(reference(R"({"window_s": 1, "hop_s": 0.5})") == AlignReference(SlidingWindow{1, 0.5}));
        QVERIFY(reference(R"({"frames_of": "{id}.mp4"})") == AlignReference(VideoFrames{"/data/{id}.mp4"}));
        QVERIFY(reference(R"({"frames_of": "{id}.mp4", "zero": "earliest_stream"})")
                == AlignReference(VideoFrames{"/data/{id}.mp4"}));
        QVERIFY(reference(R"({"frames_of": "{id}.mp4", "zero": "first_picture"})")
                == AlignReference(VideoFrames{"/data/{id}.mp4", true}));
    }

    void fillIsZerosUnlessSaid()
    {
        const Recipe recipe = withSteps(
            R"({"op": "impute", "reference": "w"}, {"op": "impute", "reference": "w", "fill": "hold"})");
        QVERIFY(std::get<ImputeStep>(recipe.steps[0]).fillFor("a") == Fill::Zeros);
        QVERIFY(std::get<ImputeStep>(recipe.steps[1]).fillFor("a") == Fill::Hold);
    }

    void whatIsWrittenIsUnderstood()
    {
        const Recipe recipe = parse(R"({"load": "in", "output": "tensors", "report": true,
            "compression": {"filter": "gzip", "level": 9}, "output_files": {"a": "x.csd"},
            "tensors": {"seq_len": 5, "direction": true, "non_sequences": ["labels"], "folds": [["a"], []], "npz": true}})");
        QVERIFY(recipe.output == RecipeOutput::Tensors);
        QVERIFY(recipe.report);
        QCOMPARE(recipe.compression.gzipLevel, 9);
        QCOMPARE(recipe.outputFiles.at("a"), std::string("x.csd"));
        QVERIFY(
            (recipe.tensors
             == TensorSettings{5, true, {"labels"}, std::vector<std::vector<std::string>>{{"a"}, {}}, true}));
    }

    void whatFailsIsWhatItsFieldsSay()
    {
        QVERIFY(parse(R"({"load": "in", "output": "error"})").output == RecipeOutput::Sequences);
        QVERIFY(parse(R"({"load": "in", "output": "error", "tensors": {"seq_len": 1}})").output
                == RecipeOutput::Tensors);
    }

    void anUnknownTopLevelFieldIsAWarning()
    {
        std::vector<std::string> warnings;
        parseRecipe(json::parse(R"({"load": "in", "title": "free", "lod": 1})"), "/", warnings);
        QCOMPARE(warnings.size(), std::size_t(1));
        QVERIFY(warnings.front().find("'lod'") != std::string::npos);
    }

    void whatIsWrongIsNamedWithItsPlace_data()
    {
        QTest::addColumn<std::string>("recipe");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* recipe, const char* expected) {
            QTest::newRow(name) << std::string(recipe) << std::string(expected);
        };
        row("no object", "[]", "recipe: it is [], expected an object");
        row("nothing to load", "{}", "recipe: load is missing");
        row("load is a number", R"({"load": 3})", "load is 3, expected a list of files, or a folder");
        row("no file", R"({"load": [{"name": "w"}]})", "load[0].file is missing");
        row("unknown field of a load", R"({"load": [{"file": "w.csd", "nam": "w"}]})",
            "load[0].nam is unknown");
        row("no operation", R"({"load": "in", "steps": [{}]})", "steps[0].op is missing");
        row("unknown operation", R"({"load": "in", "steps": [{"op": "dance"}]})",
            "steps[0].op is \"dance\", expected align,");
        row("unknown field of a step",
            R"({"load": "in", "steps": [{"op": "sort"}, {"op": "unify", "hard": true}]})",
            "steps[1].hard is unknown");
        row("wrong type", R"({"load": "in", "steps": [{"op": "unify", "active": 1}]})",
            "steps[0].active is 1, expected true or false");
        row("no reference", R"({"load": "in", "steps": [{"op": "align"}]})", "steps[0].reference is missing");
        row("rate of zero", R"({"load": "in", "steps": [{"op": "align", "reference": {"rate_hz": 0}}]})",
            "steps[0].reference.rate_hz is 0, expected a number above 0");
        row("half a window", R"({"load": "in", "steps": [{"op": "align", "reference": {"window_s": 1}}]})",
            "steps[0].reference.hop_s is missing");
        row("unknown function",
            R"({"load": "in", "steps": [{"op": "align", "reference": "w", "collapse": ["meen"]}]})",
            "'meen' is not a collapse function");
        row("unknown fill",
            R"({"load": "in", "steps": [{"op": "impute", "reference": "w", "fill": "twos"}]})",
            "'twos' is no fill");
        row("unknown output", R"({"load": "in", "output": "video"})",
            "output is \"video\", expected one of sequences, tensors, integrity, bib, error");
        row("tensors without length", R"({"load": "in", "output": "tensors"})", "tensors is missing");
        row("length of zero", R"({"load": "in", "output": "tensors", "tensors": {"seq_len": 0}})",
            "tensors.seq_len is 0, expected a whole number from 1");
        row("folds of numbers",
            R"({"load": "in", "output": "tensors", "tensors": {"seq_len": 1, "folds": [1]}})",
            "tensors.folds[0] is 1, expected a list of texts");
        row("unknown filter", R"({"load": "in", "compression": {"filter": "lzf"}})",
            "compression.filter is \"lzf\", expected one of gzip");
        row("level", R"({"load": "in", "compression": {"filter": "gzip", "level": 10}})",
            "compression.level is 10, expected a whole number from 1 to 9");
        row("a file elsewhere", R"({"load": "in", "output_files": {"a": "../a.csd"}})",
            "expected a file name without a folder");
        row("the folder above", R"({"load": "in", "output_files": {"a": ".."}})",
            "output_files.a is \"..\", expected a file name without a folder");
        row("the folder itself", R"({"load": "in", "output_files": {"a": "."}})", "expected a file name");
        row("a name that ends early", R"({"load": "in", "output_files": {"a": "b\u0000.csd"}})",
            "expected a file name");
        row("the report", R"({"load": "in", "output_files": {"a": "alignment.json"}})",
            "which is the name of a run's own file");
        row("one name twice", R"({"load": "in", "output_files": {"a": "x.csd", "b": "x.csd"}})",
            "output_files.b is \"x.csd\", as that of a");
        row("nothing to check", R"({"output": "integrity"})", "files is missing");
    }

    void whatIsWrongIsNamedWithItsPlace()
    {
        QFETCH(const std::string, recipe);
        QFETCH(const std::string, expected);
        const std::string failure = test::failureOf([&] { parse(recipe); });
        QVERIFY2(failure.starts_with("recipe_invalid: "), failure.c_str());
        QVERIFY2(failure.find(expected) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestRecipeReader)
#include "tst_recipe_reader.moc"
