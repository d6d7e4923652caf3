#include "engine/open_words/answer_files.h"
#include "engine/open_words/comparison_figures.h"
#include "engine/project_items/compared_texts.h"
#include "engine/project_items/comparison_pass.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/annotations.h"

using namespace engine;

/// Passes that compare clips, as items of a project.
class TestComparisonPass : public QObject {
    Q_OBJECT

    static ComparisonPass ofTwo()
    {
        ComparisonPass pass;
        pass.annotator = "anna";
        pass.of = "labels";
        pass.seed = 7;
        pass.clips = {{"a;b", {0, 1.5}, 1}, {"c", {2, 4}, 1}, {"c", {5, 6}, 2}};
        pass.answers = {{{0, 1}, 0, {}, 10}, {{2, 1}, {}, {}, 20}, {{0, 2}, 1, {}, 30}};
        return pass;
    }
    static ComparisonPass bestWorst()
    {
        ComparisonPass pass = ofTwo();
        pass.kind = ComparisonKind::BestWorst;
        pass.clips.push_back({"d", {0, 1}, 1});
        pass.sets = {{0, 1, 2, 3}, {3, 2, 1, 0}};
        pass.answers = {{{0, 1, 2, 3}, 1, 3, 10}};
        return pass;
    }
    /// What three programs say of three clips; of the last one two say the same, and the third nothing.
    static ComparisonPass ofTexts()
    {
        ComparisonPass pass;
        pass.kind = ComparisonKind::Texts;
        pass.annotator = "anna";
        pass.of = "labels";
        pass.sources = {"people", "small", "large"};
        pass.clips = {{"a", {0, 1.5}, 1, {"She is happy.", "Somebody.", "She smiles, and is glad."}},
                      {"c", {2, 4}, 1, {"He waits.", "", "He is waiting."}},
                      {"c", {5, 6}, 2, {"Nothing.", "Nothing.", ""}}};
        return pass;
    }
    static Annotation with(const ComparisonPass& pass)
    {
        Annotation annotation;
        annotation.apply({{}, {}, {{std::nullopt, itemOf(pass)}}});
        return annotation;
    }
    std::filesystem::path write(const std::string& text) const
    {
        const std::filesystem::path path
            = std::filesystem::path(m_folder.path().toStdString()) / "answers.csv";
        std::ofstream(path) << text;
        return path;
    }
    QTemporaryDir m_folder;

private slots:
    void aPassIsReadAsItWasNoted()
    {
        for (const ComparisonPass& pass : {ofTwo(), bestWorst()}) {
            const Annotation annotation = with(pass);
            QCOMPARE(comparisonPasses(annotation), std::vector{pass});
            QCOMPARE(comparisonPass(annotation, pass.name()), std::optional(pass));
        }
        QCOMPARE(ofTwo().name(), std::string("labels/anna/preference/1"));
        QVERIFY(!ofTwo().isDone() && !bestWorst().isDone());
    }

    void textsOfAClipAreCompared()
    {
        ComparisonPass pass = ofTexts();
        std::vector<std::pair<std::size_t, std::size_t>> asked; // clip, and the two sources as one number
        while (true) {
            const ComparisonQuestion question = nextComparison(pass);
            if (question.shown.empty())
                break;
            QCOMPARE(question.shown.size(), std::size_t{2});
            const auto& texts = pass.clips[*question.clip].texts;
            const std::string &left = texts[question.shown[0]], &right = texts[question.shown[1]];
            QVERIFY(!left.empty() && !right.empty() && left != right);
            asked.emplace_back(*question.clip, (1U << question.shown[0]) + (1U << question.shown[1]));
            pass.answers.push_back(
                {question.shown, left.size() > right.size() ? 0U : 1U, {}, 1, question.clip});
            QVERIFY(asked.size() <= 4);
        }
        QVERIFY(pass.isDone());
        std::ranges::sort(asked);
        QCOMPARE(asked, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 3}, {0, 5}, {0, 6}, {1, 5}}));
        QCOMPARE(comparisonPass(with(pass), "labels/anna/texts/1"), std::optional(pass));
        const ComparisonFigures figures = comparisonFigures(pass);
        QCOMPARE(figures.rows.size(), std::size_t{3});
        QCOMPARE(pass.itemName(figures.rows.front().item), std::string("large")); // the longest each time
        QCOMPARE(pass.itemName(figures.rows.back().item), std::string("small"));
        const auto preferences = readPreferences(write(comparisonTable(pass)));
        QCOMPARE(preferences.size(), std::size_t{4});
        QVERIFY(std::ranges::all_of(preferences, [](const Preference& preference) {
            return preference.firstShare != 0.5 && preference.first != preference.second;
        }));
        ComparisonPass wrong = pass;
        wrong.answers.front().clip.reset();
        QVERIFY(comparisonPasses(with(wrong)).empty());
    }

    void textsComeFromTiersOfTheClip()
    {
        Annotation annotation;
        for (const char* name : {"people", "program"}) {
            Tier tier = test::tier(annotation.unusedTier(), name);
            tier.video = "a";
            annotation.apply({{{std::nullopt, tier}}, {}, {}});
            for (int i = 0; i < 3; ++i) {
                Segment segment = test::segment(tier.id, 2 * i, 2 * i + 2);
                segment.text = std::string(name) + " " + std::to_string(i);
                annotation.apply(insertSegment(annotation, segment));
            }
        }
        QCOMPARE(comparableTexts(annotation), (std::vector<std::string>{"people", "program"}));
        QCOMPARE(textsAt(annotation, "a", {1.5, 3.5}, {"program", "nobody", "people"}),
                 (std::vector<std::string>{"program 1", "", "people 1"}));
        QCOMPARE(textsAt(annotation, "a", {7.0, 8.0}, {"people"}), std::vector<std::string>{""});
        ComparisonPass pass = ofTexts();
        prepareTexts(pass, pass.clips, 1, [&](const ComparisonPass::Clip& clip) {
            return clip.video == "c" && clip.number == 1 ? std::vector<std::string>{"x", "y", ""}
                                                         : std::vector<std::string>{"x", "x", ""};
        });
        QCOMPARE(pass.clips.size(), std::size_t{1});
        QCOMPARE(pass.clips.front().video, std::string("c"));
    }

    void clipsOfVideosThatGoTakeTheirAnswersAlong()
    {
        const ComparisonPass left = withoutClips(ofTwo(), {"a;b"});
        QCOMPARE(left.clips.size(), std::size_t{2});
        QCOMPARE(left.answers.size(), std::size_t{1});
        QCOMPARE(left.answers.front().shown, (std::vector<std::size_t>{1, 0}));
        QCOMPARE(comparisonPass(with(left), left.name()), std::optional(left));
        QVERIFY(withoutClips(bestWorst(), {"d"}).sets.empty());
        QCOMPARE(withoutClips(ofTwo(), {"nobody"}), ofTwo());
        ComparisonPass texts = ofTexts();
        texts.answers = {{{0, 1}, 0, {}, 1, 0}, {{2, 0}, 0, {}, 2, 1}};
        const ComparisonPass fewer = withoutClips(texts, {"a"});
        QCOMPARE(fewer.sources, texts.sources);
        QCOMPARE(fewer.answers.size(), std::size_t{1});
        QCOMPARE(fewer.answers.front().clip, std::optional<std::size_t>(0));
    }

    void whatCannotBeIsNotRead()
    {
        ComparisonPass wrong = ofTwo();
        wrong.answers.front().shown = {0, 9};
        QVERIFY(comparisonPasses(with(wrong)).empty());
        ComparisonPass half = bestWorst();
        half.answers.front().worst.reset();
        QVERIFY(comparisonPasses(with(half)).empty());
    }

    void theTablesAreThoseOfTheCommands()
    {
        const auto preferences = readPreferences(write(comparisonTable(ofTwo())));
        QCOMPARE(preferences.size(), std::size_t{3});
        QCOMPARE(preferences[0].first, std::string("a,b 0.00-1.50"));
        QCOMPARE(preferences[0].firstShare, 1.0);
        QCOMPARE(preferences[1].firstShare, 0.5);
        QCOMPARE(preferences[2].firstShare, 0.0);
        const auto judgements = readBestWorst(write(comparisonTable(bestWorst())));
        QCOMPARE(judgements.size(), std::size_t{1});
        QCOMPARE(judgements[0].best, std::string("c 2.00-4.00"));
        QCOMPARE(judgements[0].worst, std::string("d 0.00-1.00"));
    }

    void aColleaguesAnswersAreTaken()
    {
        ComparisonPass theirs = ofTwo();
        theirs.answers[1] = {{1, 2}, 0, {}, 15}; // at another time
        const auto lacking = lackingComparisons(with(ofTwo()), with(theirs));
        QCOMPARE(lacking.size(), std::size_t{1});
        Annotation merged;
        merged.apply({{}, {}, {{std::nullopt, lacking.front()}}});
        const auto answers = comparisonPasses(merged).front().answers;
        QCOMPARE(answers.size(), std::size_t{4});
        QCOMPARE(answers[1].when, std::int64_t{15});
        QVERIFY(lackingComparisons(merged, with(theirs)).empty());
        QCOMPARE(lackingComparisons({}, with(bestWorst())).size(), std::size_t{1});
        ComparisonPass farther = bestWorst();
        farther.answers.push_back({{3, 2, 1, 0}, 0, 1, 40});
        QCOMPARE(lackingComparisons(with(bestWorst()), with(farther)).size(), std::size_t{1});
        QVERIFY(lackingComparisons(with(farther), with(bestWorst())).empty());
    }
};

QTEST_GUILESS_MAIN(TestComparisonPass)
#include "tst_comparison_pass.moc"
