#include "engine/recipes/recipe_text.h"
#include "engine/recipes/recipe_writer.h"
#include "engine/sequences/csd_file.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

const std::filesystem::path kList = std::filesystem::path(FIXTURES) / "conversations/dataset/dataset.json";

/// Three people; bert's file begins 10 s later, cleo's clock is fast.
constexpr auto kThree = R"([{"id": "c", "participants": [
    {"id": "ada"}, {"id": "bert", "offset_s": 10.0}, {"id": "cleo", "drift_ppm": 1000.0}]}])";

Recipe ofList(const std::filesystem::path& list, const std::string& rest)
{
    std::vector<std::string> warnings;
    const nlohmann::json load = list.string();
    return parseRecipe(nlohmann::json::parse(R"({"load": )" + load.dump() + ", " + rest + "}"),
                       list.parent_path(), warnings);
}

Entry rows(double start, std::vector<float> values, double length = 1.0)
{
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double begin = start + static_cast<double>(i) * length;
        intervals.push_back({begin, begin + length});
    }
    return {{ElementType::Float64, intervals}, test::floats(1, std::move(values))};
}

Entry words(std::vector<Interval> spans)
{
    std::vector<std::string> texts(spans.size(), "word");
    return {{ElementType::Float64, std::move(spans)}, test::texts(std::move(texts))};
}

std::vector<float> values(const Entry& entry)
{
    return std::get<std::vector<float>>(entry.features.values);
}

/// Starts and ends, rounded to milliseconds.
std::vector<long> milliseconds(const Entry& entry)
{
    std::vector<long> times;
    for (const Interval& row : entry.intervals.values) {
        times.push_back(std::lround(row.start * 1000));
        times.push_back(std::lround(row.end * 1000));
    }
    return times;
}

}

class ConversationStepsTest : public QObject {
    Q_OBJECT

    /// ada speaks from 0 to 4 s and from 8 to 9, bert from 4 to 6, cleo from 6 to 7.
    test::RecipeFolder three() const
    {
        test::RecipeFolder folder;
        folder.write("visual",
                     {{"c@ada", rows(0, {1, 2, 3, 4, 5, 6, 7, 8})},
                      {"c@bert", rows(-10, {10, 20, 30, 40, 50, 60, 70, 80, 90, 100})},
                      {"c@cleo", rows(0, {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F}, 1 / 1.001)},
                      {"other", rows(0, {7})}});
        folder.write("words",
                     {{"c@ada", words({{0, 4}, {8, 9}})},
                      {"c@bert", words({{-6, -4}})},
                      {"c@cleo", words({{6 / 1.001, 7 / 1.001}})},
                      {"other", words({{0, 1}})}});
        return folder;
    }

    static Recipe partnerOf(const test::RecipeFolder& folder, const std::string& who)
    {
        return folder.recipe({"visual", "words"},
                             R"("steps": [{"op": "partner", "of": ["visual"], "who": ")" + who
                                 + R"(", "conversations": )" + kThree + "}]");
    }

private slots:
    void rowsComeToConversationTime()
    {
        const test::RecipeFolder folder;
        folder.run(ofList(kList, R"("steps": [{"op": "conversation_time"}])"), "out");
        const CsdFile words = folder.result("out", "words");
        QVERIFY(words.metadata().at("time_axis") == nlohmann::json("conversation"));
        QCOMPARE(milliseconds(words.entry("morning@bert")),
                 (std::vector<long>{1400, 1900, 2000, 2200, 2200, 2500}));
        QCOMPARE(words.entry("morning@bert").intervals.values[1].end, 1.0 + 1.2 * 1.00005);
        QCOMPARE(milliseconds(words.entry("morning@ada")),
                 (std::vector<long>{500, 900, 900, 1500, 3900, 4300}));
        const CsdFile listening = folder.result("out", "labels_listening");
        QCOMPARE(milliseconds(listening.entry("morning@bert")), (std::vector<long>{3900, 4300}));
    }

    void aSecondMappingIsRefused()
    {
        const test::RecipeFolder folder;
        const std::string twice = test::failureOf([&] {
            folder.run(
                ofList(kList, R"("steps": [{"op": "conversation_time"}, {"op": "conversation_time"}])"),
                "out");
        });
        QVERIFY2(twice.starts_with("time_axis"), twice.c_str());
        folder.run(ofList(kList, R"("steps": [{"op": "conversation_time"}])"), "mapped");
        std::filesystem::copy_file(kList, folder.root / "mapped/dataset.json");
        const std::string again = test::failureOf([&] {
            folder.run(
                ofList(folder.root / "mapped/dataset.json", R"("steps": [{"op": "conversation_time"}])"),
                "again");
        });
        QVERIFY2(again.starts_with("time_axis"), again.c_str());
    }

    void twoTimeAxesAreNotAligned()
    {
        const test::RecipeFolder folder;
        const nlohmann::json added = (kList.parent_path() / "labels.csd").string();
        const std::string failure = test::failureOf([&] {
            folder.run(
                ofList(kList,
                       R"("steps": [{"op": "conversation_time"}, {"op": "add", "load": [{"name": "late",
                              "file": )"
                           + added.dump() + R"(}]}, {"op": "align", "reference": "late"}])"),
                "out");
        });
        QVERIFY2(failure.starts_with("time_axis"), failure.c_str());
        QVERIFY2(failure.find("late") != std::string::npos, failure.c_str());
    }

    void theOthersRowsComeToOnesOwnTime()
    {
        const test::RecipeFolder folder;
        folder.run(ofList(kList, R"("steps": [{"op": "partner", "of": ["words", "visual"]}])"), "out");
        const CsdFile partner = folder.result("out", "partner_words");
        QCOMPARE(partner.ids(),
                 (std::vector<std::string>{"morning@ada", "morning@bert", "tea@ada", "tea@cleo"}));
        const Entry ofAda = partner.entry("morning@ada"); // bert's words in ada's time
        QCOMPARE(milliseconds(ofAda), (std::vector<long>{1400, 1900, 2000, 2200, 2200, 2500}));
        QCOMPARE(std::get<std::vector<std::string>>(ofAda.features.values).front(), std::string("morning"));
        const Entry ofBert = partner.entry("morning@bert");
        QCOMPARE(ofBert.intervals.values[0].start, (0.5 - 1.0) / 1.00005); // before bert's file begins
        const CsdFile visual(kList.parent_path() / "visual.csd");
        QVERIFY(folder.result("out", "partner_visual").entry("tea@ada").features
                == visual.entry("tea@cleo").features);
        QVERIFY(!folder.result("out", "partner_visual").metadata().contains("time_axis"));
    }

    void afterConversationTimeNothingMovesAgain()
    {
        const test::RecipeFolder folder;
        folder.run(
            ofList(kList, R"("steps": [{"op": "conversation_time"}, {"op": "partner", "of": ["words"]}])"),
            "out");
        const CsdFile partner = folder.result("out", "partner_words");
        QCOMPARE(milliseconds(partner.entry("morning@bert")),
                 (std::vector<long>{500, 900, 900, 1500, 3900, 4300}));
        QVERIFY(partner.metadata().at("time_axis") == nlohmann::json("conversation"));
    }

    void theMeanOfSeveralOthers()
    {
        const test::RecipeFolder folder = three();
        folder.run(partnerOf(folder, "mean"), "out");
        const CsdFile partner = folder.result("out", "partner_visual");
        QCOMPARE(partner.ids(), (std::vector<std::string>{"c@ada", "c@bert", "c@cleo"}));
        const Entry ofAda = partner.entry("c@ada");
        QCOMPARE(milliseconds(ofAda).front(), 0L);
        QCOMPARE(ofAda.intervals.values.size(), std::size_t(10));
        QCOMPARE(values(ofAda)[0], (10 + 0.1F) / 2);
        QCOMPARE(values(ofAda)[9], 100.0F); // where cleo has no rows
        const Entry ofBert = partner.entry("c@bert"); // ada's rows, and nothing of cleo's behind them
        QCOMPARE(milliseconds(ofBert).front(), -10000L);
        QCOMPARE(values(ofBert).size(), std::size_t(8));
        QCOMPARE(values(ofBert)[2], (3 + 0.3F) / 2);
        const Entry ofCleo = partner.entry("c@cleo"); // bert's last two rows come where ada has none
        QCOMPARE(values(ofCleo), (std::vector<float>{5.5F, 11, 16.5F, 22, 27.5F, 33, 38.5F, 44, 90, 100}));
        QCOMPARE(ofCleo.intervals.values[9].end, 10 / 1.001);
    }

    void whatIsNoNumberDoesNotCount()
    {
        const test::RecipeFolder folder = three();
        folder.write("visual",
                     {{"c@ada", rows(0, {1, std::nanf("")})},
                      {"c@bert", rows(-10, {10, std::nanf("")})},
                      {"c@cleo", rows(0, {0, 5}, 1 / 1.001)}});
        folder.run(partnerOf(folder, "mean"), "out");
        const Entry ofCleo = folder.result("out", "partner_visual").entry("c@cleo");
        QCOMPARE(values(ofCleo)[0], 5.5F);
        QVERIFY(std::isnan(values(ofCleo)[1]));
        QCOMPARE(values(folder.result("out", "partner_visual").entry("c@ada"))[1], 5.0F);
    }

    void whoHasTheFloor()
    {
        const test::RecipeFolder folder = three();
        folder.run(partnerOf(folder, "speaker"), "out");
        const CsdFile partner = folder.result("out", "partner_visual");
        const Entry ofAda = partner.entry("c@ada"); // bert from 4 to 6 s, cleo from 6 to 7 s
        QCOMPARE(values(ofAda), (std::vector<float>{50, 60, 0.7F}));
        QCOMPARE(milliseconds(ofAda), (std::vector<long>{4000, 5000, 5000, 6000, 6000, 7000}));
        QCOMPARE(values(partner.entry("c@bert")), (std::vector<float>{1, 2, 3, 4, 0.7F}));
        QCOMPARE(values(partner.entry("c@cleo")), (std::vector<float>{1, 2, 3, 4, 50, 60}));
    }

    void whoTalksMost_data()
    {
        QTest::addColumn<std::string>("who");
        QTest::addColumn<float>("ofAda");
        QTest::addColumn<float>("ofCleo");
        QTest::newRow("first") << std::string("first") << 10.0F << 1.0F;
        QTest::newRow("second") << std::string("second") << 0.1F << 10.0F;
    }

    void whoTalksMost()
    {
        QFETCH(std::string, who);
        QFETCH(float, ofAda);
        QFETCH(float, ofCleo);
        const test::RecipeFolder folder = three();
        folder.run(partnerOf(folder, who), "out");
        const CsdFile partner = folder.result("out", "partner_visual");
        QCOMPARE(values(partner.entry("c@ada")).front(), ofAda);
        QCOMPARE(values(partner.entry("c@cleo")).front(), ofCleo);
        folder.run(partnerOf(folder, "third"), "third"); // there are only two others
        QVERIFY(folder.result("third", "partner_visual").ids().empty());
    }

    void segmentsHaveTheRowsOfTheirTime()
    {
        const test::RecipeFolder folder = three();
        folder.write("visual",
                     {{"c@ada[0]", rows(0, {1, 2})},
                      {"c@ada[1]", rows(4, {5, 6})},
                      {"c@bert", rows(-10, {10, 20, 30, 40, 50})}});
        const Recipe recipe = folder.recipe(
            {"visual"},
            R"("steps": [{"op": "partner", "of": ["visual"], "into": "their_", "conversations": )"
                + std::string(kThree) + "}]");
        folder.run(recipe, "out");
        const CsdFile partner = folder.result("out", "their_visual");
        QCOMPARE(partner.ids(), (std::vector<std::string>{"c@ada[0]", "c@ada[1]", "c@bert"}));
        QCOMPARE(values(partner.entry("c@ada[0]")), (std::vector<float>{10, 20}));
        QCOMPARE(values(partner.entry("c@ada[1]")), (std::vector<float>{50}));
        QCOMPARE(values(partner.entry("c@bert")), (std::vector<float>{1, 2, 5, 6}));
    }

    /// Align and tensors take the new sequence as any other; shards and threads change nothing.
    void partnersAreOneMoreInput()
    {
        const test::RecipeFolder folder;
        const std::string steps = R"("steps": [{"op": "partner", "of": ["visual"]},
            {"op": "remove", "name": "labels_listening"},
            {"op": "align", "reference": "labels", "collapse": {"visual": ["mean"], "partner_visual": ["mean"],
             "acoustic": ["mean"], "words": ["first"]}}, {"op": "hard_unify"}])";
        folder.run(ofList(kList, steps), "whole", 0, 1, 1);
        const CsdFile aligned = folder.result("whole", "partner_visual");
        QCOMPARE(aligned.ids().size(), std::size_t(5));
        folder.run(ofList(kList, steps), "again", 0, 1, 3);
        QVERIFY(folder.bytes("whole/partner_visual.csd") == folder.bytes("again/partner_visual.csd"));
        for (std::size_t shard = 0; shard < 4; ++shard) {
            const std::string out = "shard" + std::to_string(shard);
            folder.run(ofList(kList, steps), out, shard, 4);
            const CsdFile part = folder.result(out, "partner_visual");
            for (const std::string& id : part.ids())
                QVERIFY(part.entry(id) == aligned.entry(id));
        }
        folder.run(
            ofList(kList,
                   steps + R"(, "output": "tensors", "tensors": {"seq_len": 1, "folds": [["tea@cleo"]]})"),
            "tensors");
        QVERIFY(std::filesystem::exists(folder.root / "tensors/tensors.h5"));
    }

    /// A fold lists C for all that belongs to the conversation, and may not cut the conversation.
    void foldsNameConversations()
    {
        const test::RecipeFolder folder;
        const std::string steps = R"("steps": [{"op": "remove", "name": "labels_listening"},
            {"op": "align", "reference": "labels", "collapse": {"*": ["mean"], "words": ["first"]}}],
            "output": "tensors", "tensors": {"seq_len": 1, "folds": )";
        folder.run(ofList(kList, steps + R"([["morning"], ["tea"]]})"), "short");
        folder.run(ofList(kList, steps + R"([["morning@ada", "morning@bert"], ["tea@ada", "tea@cleo"]]})"),
                   "long");
        QVERIFY(folder.bytes("short/tensors.h5") == folder.bytes("long/tensors.h5"));
        folder.run(ofList(kList, steps + R"("dataset.json"})"), "list");
        QVERIFY(!folder.bytes("list/tensors.h5").empty());
        const RunSummary summary = folder.run(ofList(kList, steps + R"([["morning"], ["tea"]]})"), "again");
        QVERIFY(std::ranges::any_of(summary.warnings, [](const std::string& warning) {
            return warning.starts_with("person_in_several_folds") && warning.find("Ada") != std::string::npos;
        }));
        const std::string failure = test::failureOf(
            [&] { folder.run(ofList(kList, steps + R"([["tea@ada"], ["tea@cleo"]]})"), "cut"); });
        QVERIFY2(failure.starts_with("conversation_split"), failure.c_str());
    }

    void wholeConversationsOrNone()
    {
        const test::RecipeFolder folder = three();
        folder.write("words",
                     {{"c@ada", words({{0, 4}})}, {"c@cleo", words({{6, 7}})}, {"other", words({{0, 1}})}});
        const std::string step = R"("steps": [{"op": "unify", "conversations": "whole", "list": )"
            + std::string(kThree) + "}], \"report\": true";
        const RunSummary summary = folder.run(folder.recipe({"visual", "words"}, step), "out");
        QCOMPARE(folder.result("out", "visual").ids(), std::vector<std::string>{"other"});
        QVERIFY(std::ranges::any_of(summary.warnings, [](const std::string& warning) {
            return warning.find("drops 2 videos of conversations") != std::string::npos;
        }));
        const auto report = nlohmann::json::parse(folder.bytes("out/alignment.json"))["steps"][0];
        QVERIFY(report["lacking_participants"]["c@ada"] == nlohmann::json({"bert"}));
        QVERIFY(report["dropped_videos"]["c@bert"] == nlohmann::json({"words"}));

        folder.run(folder.recipe({"visual", "words"}, R"("steps": [{"op": "unify"}])"), "each");
        QCOMPARE(folder.result("each", "visual").ids(),
                 (std::vector<std::string>{"c@ada", "c@cleo", "other"}));
        const std::string failure = test::failureOf([&] {
            folder.run(folder.recipe({"visual", "words"},
                                     R"("steps": [{"op": "remove_id", "id": "c@bert", "purge": true},
                {"op": "unify", "active": false, "conversations": "whole", "list": )"
                                         + std::string(kThree) + "}]"),
                       "strict");
        });
        QVERIFY2(failure.starts_with("not_unified") && failure.find("bert") != std::string::npos,
                 failure.c_str());
    }

    void stepsAreWrittenAsTheyWereRead()
    {
        const std::string steps = R"("steps": [{"op": "conversation_time", "conversations": "list.json"},
            {"op": "partner", "of": ["visual", "words"], "into": "p_", "who": "second", "turns": "said",
             "conversations": )"
            + std::string(kThree) + R"(}, {"op": "unify", "conversations": "whole", "list": "list.json"}])";
        const Recipe recipe = ofList(kList, steps);
        std::vector<std::string> warnings;
        const std::filesystem::path folder = kList.parent_path();
        const nlohmann::json written = nlohmann::json::parse(recipeJson(recipe, folder).dump());
        QVERIFY(parseRecipe(written, folder, warnings).steps == recipe.steps);
        QVERIFY(asPython(recipe).find("NOT IN THE SDK: what the others") != std::string::npos);
    }

    void whatCannotBeDoneIsNamed_data()
    {
        QTest::addColumn<std::string>("step");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const std::string& step, const char* expected) {
            QTest::newRow(name) << step << std::string(expected);
        };
        const std::string list = R"("conversations": )" + std::string(kThree);
        row("no list", R"({"op": "partner", "of": ["visual"]})", "knows no conversations");
        row("no list for the time", R"({"op": "conversation_time"})", "knows no conversations");
        row("no list for whole ones", R"({"op": "unify", "conversations": "whole"})",
            "knows no conversations");
        row("another word for whole", R"({"op": "unify", "conversations": "all"})", "whole");
        row("nothing to make it of", R"({"op": "partner", "of": [], )" + list + "}", "of");
        row("an unknown sequence", R"({"op": "partner", "of": ["x"], )" + list + "}", "x");
        row("unknown turns",
            R"({"op": "partner", "of": ["visual"], "who": "first", "turns": "x", )" + list + "}",
            "unknown_reference: x");
        row("unknown choice", R"({"op": "partner", "of": ["visual"], "who": "last", )" + list + "}", "last");
        row("a mean of texts", R"({"op": "partner", "of": ["words"], )" + list + "}", "no mean of several");
        row("the name is taken",
            R"({"op": "partner", "of": ["visual"], )" + list + R"(}, {"op": "partner", "of": ["visual"]})",
            "already");
        row("other conversations",
            R"({"op": "conversation_time", )" + list
                + R"(}, {"op": "partner", "of": ["visual"], "conversations": [{"id": "d", "participants": [{"id": "x"}]}]})",
            "other conversations");
        row("conversations that cannot be",
            R"({"op": "conversation_time", "conversations": [{"id": "a@b", "participants": []}]})",
            "conversation_invalid");
        row("no list at all", R"({"op": "conversation_time", "conversations": 3})", "a dataset list");
        row("a list that is not there", R"({"op": "conversation_time", "conversations": "x.json"})",
            "file_not_found");
    }

    void whatCannotBeDoneIsNamed()
    {
        QFETCH(std::string, step);
        QFETCH(std::string, expected);
        const test::RecipeFolder folder = three();
        const std::string failure = test::failureOf([&] {
            folder.run(folder.recipe({"visual", "words"}, R"("steps": [)" + step + "]"), "out");
        });
        QVERIFY2(failure.find(expected) != std::string::npos, failure.c_str());
    }

    void aFailureNamesTheFirstStep()
    {
        const test::RecipeFolder folder = three();
        folder.write("visual", {{"c@bert", rows(0, {1})}, {"c@cleo", rows(0, {1})}, {"other", rows(0, {1})}});
        Entry wide = rows(0, {1, 2});
        wide.features.shape = {1, 2};
        wide.intervals.values.resize(1);
        folder.write(
            "visual",
            {{"c@ada", rows(0, {1})}, {"c@bert", wide}, {"c@cleo", rows(0, {1})}, {"other", rows(0, {1})}});
        const std::string failure
            = test::failureOf([&] { folder.run(partnerOf(folder, "mean"), "out", 0, 1, 3); });
        QVERIFY2(failure.starts_with("data_invalid") && failure.find("visual") != std::string::npos,
                 failure.c_str());
    }
};

QTEST_APPLESS_MAIN(ConversationStepsTest)
#include "tst_conversation_steps.moc"
