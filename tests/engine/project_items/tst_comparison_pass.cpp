#include "engine/open_words/answer_files.h"
#include "engine/project_items/comparison_pass.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

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
