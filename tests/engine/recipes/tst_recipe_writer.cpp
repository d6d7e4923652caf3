#include "engine/core/error.h"
#include "engine/recipes/recipe_text.h"
#include "engine/recipes/recipe_writer.h"

#include <QProcess>
#include <QTest>

#include "tests/support/recipe_folder.h"
#include "tests/support/recipe_generator.h"
#include "tests/support/waiting.h"

using namespace engine;

/// What is written is read again as it was.
class TestRecipeWriter : public QObject {
    Q_OBJECT

    /// The recipe without the hash of its text.
    static Recipe parsed(const nlohmann::json& json, const std::filesystem::path& folder)
    {
        std::vector<std::string> warnings;
        Recipe recipe = parseRecipe(json, folder, warnings);
        recipe.hash.clear();
        return recipe;
    }

private slots:
    void randomRecipesComeBack()
    {
        int compared = 0;
        for (unsigned seed = 0; seed < 150; ++seed) {
            const QTemporaryDir folder;
            const std::filesystem::path root = folder.path().toStdString();
            const test::RandomCase drawn = test::RecipeGenerator(seed, root).draw();
            Recipe recipe;
            try {
                recipe = parsed(drawn.recipe, root);
            } catch (const Error&) { // some are wrong on purpose
                continue;
            }
            const auto json = recipeJson(recipe, root);
            QVERIFY2(parsed(json, root) == recipe,
                     (drawn.recipe.dump() + "\nbecame\n" + json.dump()).c_str());
            ++compared;
        }
        QVERIFY(compared > 80);
    }

    void everyReferenceAndFieldComesBack()
    {
        const std::filesystem::path root = "/data/set";
        const auto json = nlohmann::json::parse(R"({"load": "folder", "steps": [
            {"op": "align", "reference": {"rate_hz": 12.5}, "collapse": {"a": ["quantile:0.25", "std"], "*": ["mean"]}},
            {"op": "align", "reference": {"window_s": 1.5, "hop_s": 0.25}},
            {"op": "align", "reference": {"frames_of": "media/{id}.mp4"}, "collapse": ["max"]},
            {"op": "align", "reference": {"frames_of": "media/{id}.mp4", "zero": "first_picture"}, "collapse": ["max"]},
            {"op": "impute", "reference": "w", "fill": {"a": "linear", "*": "hold"}},
            {"op": "remove_id", "id": "v[3]", "purge": true}, {"op": "unify", "active": false},
            {"op": "functionals", "of": "e", "level": "s", "per": {"window_s": 1.0, "hop_s": 0.5}, "into": "f"}],
            "output": "tensors", "tensors": {"seq_len": 7, "direction": true, "non_sequences": ["l"], "npz": true,
            "folds": [["a"], ["b", "c"]]}, "report": true, "compression": {"filter": "gzip", "level": 3},
            "output_files": {"w": "words.csd"}})");
        const Recipe recipe = parsed(json, root);
        QVERIFY(parsed(recipeJson(recipe, root), root) == recipe);
        const auto moved = recipeJson(recipe, root / "recipes");
        QCOMPARE(moved["load"].get<std::string>(), std::string("../folder"));
        QVERIFY(parsed(moved, root / "recipes").steps == recipe.steps);
    }

    void asShellCommand()
    {
        QCOMPARE(asCommand("/a/recipe.json", "/a/out"),
                 std::string("polylogue-cli run /a/recipe.json --out /a/out"));
        QCOMPARE(asCommand("/my data/it's.json", "o"),
                 std::string("polylogue-cli run '/my data/it'\\''s.json' --out o"));
    }

    void asPythonMovesRowsAsTheRecipeDoes()
    {
        const Recipe recipe
            = parsed(nlohmann::json::parse(R"({"load": [{"name": "words", "file": "words.csd"},
            {"name": "acoustic", "file": "a.csd", "offsets": {"v": 0.4, "w": -1}}], "steps": []})"),
                     "/d");
        const std::string text = asPython(recipe);
        QVERIFY2(text.find("moved(dataset.computational_sequences[\"acoustic\"], {\"v\": 0.4, \"w\": -1})\n")
                     != std::string::npos,
                 text.c_str());
        QVERIFY(text.find("NOT IN THE SDK") == std::string::npos);
        // What the function does to stored entries, in Python itself.
        const std::size_t begin = text.find("def moved");
        QVERIFY(begin != std::string::npos);
        const std::string program = "import numpy\nclass Sequence: pass\n"
            + text.substr(begin, text.find("dataset =") - begin) + R"(
s = Sequence()
s.data = {k: {"intervals": numpy.array([[0.0, 1.0]]), "features": numpy.array([[7.0]])} for k in ("v", "v[3]", "x")}
moved(s, {"v": 0.5})
print(s.data["v"]["intervals"][0][1], s.data["v[3]"]["intervals"][0][0], s.data["x"]["intervals"][0][0], s.data["v"]["features"][0][0]))";
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"), QString::fromStdString(program)});
        QVERIFY(python.waitForFinished(support::kPatience));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("1.5 0.5 0.0 7.0"));
    }

    void asPythonTextIsLeftAsItIs()
    {
        const Recipe recipe
            = parsed(nlohmann::json::parse(R"({"load": [{"name": "words", "file": "words.csd"}], "steps": [
            {"op": "align", "reference": "words", "collapse": {"words": ["mean_or_passthrough"], "*": ["mean"]}}]})"),
                     "/d");
        const std::string text = asPython(recipe);
        QVERIFY2(text.find("collapse_functions=[collapse_mean_or_passthrough])") != std::string::npos,
                 text.c_str());
        QVERIFY(text.find("NOT IN THE SDK") == std::string::npos);
    }

    void asPythonSaysWhatTheSdkCannot()
    {
        const std::filesystem::path root = "/d";
        const Recipe recipe
            = parsed(nlohmann::json::parse(R"({"load": [{"name": "words", "file": "words.csd"}], "steps": [
            {"op": "align", "reference": "words", "collapse": {"acoustic": ["std"], "*": ["mean", "quantile:0.25"]}},
            {"op": "impute", "reference": "words", "fill": "linear"}, {"op": "align", "reference": {"rate_hz": 2}},
            {"op": "add", "load": [{"name": "labels", "file": "l.csd"}]}, {"op": "hard_unify"}]})"),
                     root);
        const std::string text = asPython(recipe);
        for (const char* part :
             {"def collapse_mean(intervals, features):\n    return numpy.mean(features, axis=0)\n",
              "numpy.quantile(features, 0.25, axis=0)", "\"words\": \"/d/words.csd\",",
              "dataset.align(\"words\", collapse_functions=[collapse_mean, collapse_quantile_0_25])\n",
              "# NOT IN THE SDK: acoustic has functions of its own (std)", "dataset.impute(\"words\")\n",
              "# NOT IN THE SDK: fills other", "# NOT IN THE SDK: aligning to a fixed rate",
              "\"labels\": \"/d/l.csd\"", "dataset.hard_unify()\n"})
            QVERIFY2(text.find(part) != std::string::npos,
                     (std::string(part) + " is not in\n" + text).c_str());
    }
};

QTEST_GUILESS_MAIN(TestRecipeWriter)
#include "tst_recipe_writer.moc"
