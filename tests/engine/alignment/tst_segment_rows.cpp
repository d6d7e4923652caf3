#include "engine/alignment/recipe_sequences.h"
#include "engine/alignment/segment_rows.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <random>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"
#include "tests/support/steps.h"

using namespace engine;

namespace {

/// Frames of 0.1 s with two columns: their number, and 1.
TimedFeatures frames(std::size_t count)
{
    TimedFeatures source{{}, FeatureMatrix(count, 2)};
    for (std::size_t row = 0; row < count; ++row) {
        const auto number = static_cast<double>(row);
        source.intervals.push_back({number / 10, (number + 1) / 10});
        source.features.at(row, 0) = static_cast<float>(row);
        source.features.at(row, 1) = 1.0F;
    }
    return source;
}

const DatasetList& demo()
{
    static const DatasetList list = readDatasetList(DEMO "/dataset.json");
    return list;
}

}

class TestSegmentRows : public QObject {
    Q_OBJECT

private slots:
    /// Datasets of extracted features name their sequences by the feature set, in groups.
    void theUsualRecipeTakesWhatTheDatasetHas()
    {
        DatasetList list;
        list.sequences = {{"words", "words", "words.csd"},
                          {"words", "word_vectors", "word_vectors.csd"},
                          {"acoustic", "covarep74", "covarep74.csd"},
                          {"acoustic", "mfcc", "mfcc.csd"},
                          {"visual", "face", "face.csd"}};
        SegmentRecipe recipe = usualRecipeFor(list);
        QCOMPARE(recipe.acoustic, std::string("covarep74"));
        QCOMPARE(recipe.visual, std::string("face"));
        QCOMPARE(recipe.text, std::string("word_vectors"));
        QCOMPARE(recipe.labels, std::string("labels"));
        list.sequences.push_back({"acoustic", "acoustic", "acoustic.csd"});
        QCOMPARE(usualRecipeFor(list).acoustic, std::string("acoustic"));
        std::erase_if(list.sequences, [](const auto& sequence) { return sequence.group == "visual"; });
        QCOMPARE(usualRecipeFor(list).visual, std::string()); // voices alone were extracted
        list.sequences.push_back({"raw", "openface", "openface.csd"});
        QCOMPARE(usualRecipeFor(list).visual, std::string("visual")); // a person has to say that it is this
    }

    /// Of whoever has no faces, words and sound are the same as with them.
    void aModalityCanBeLeftOut()
    {
        SegmentRecipe recipe;
        const std::vector<LabelledSegment> all = labelledSegments(demo(), recipe);
        recipe.visual.clear();
        const std::vector<LabelledSegment> heard = labelledSegments(demo(), recipe);
        QCOMPARE(heard.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(heard[i].id, all[i].id);
            QVERIFY(heard[i].input.text.values == all[i].input.text.values);
            QVERIFY(heard[i].input.acoustic.values == all[i].input.acoustic.values);
            QCOMPARE(heard[i].input.visual.columns, std::size_t(0));
        }
        for (const std::optional<Fill> fill : {std::optional(Fill::Mean), std::optional<Fill>()}) {
            recipe.fill = fill;
            QCOMPARE(labelledSegments(demo(), recipe).front().input.visual.columns, std::size_t(0));
        }
    }

    void theWordsOfASegmentShareTimeWithIt_data()
    {
        QTest::addColumn<Interval>("segment");
        QTest::addColumn<std::size_t>("first");
        QTest::addColumn<std::size_t>("last");
        const auto row = [](const char* name, Interval segment, std::size_t first, std::size_t last) {
            QTest::newRow(name) << segment << first << last;
        };
        row("all", {0, 9}, 0, 3);
        row("one", {1, 2}, 0, 1);
        row("parts of two", {1.5, 2.5}, 0, 2);
        row("touching only", {2, 3}, 1, 2);
        row("by less than an epsilon", {1.999995, 3.000005}, 1, 2);
        row("in the gap", {3.2, 3.8}, 2, 2);
        row("before all", {0, 0.5}, 0, 0);
        row("after all", {6, 7}, 3, 3);
    }

    void theWordsOfASegmentShareTimeWithIt()
    {
        QFETCH(const Interval, segment);
        QFETCH(const std::size_t, first);
        QFETCH(const std::size_t, last);
        const std::vector<Interval> words{{1, 2}, {2, 3}, {4, 5}};
        const auto found = wordsOf(segment, words);
        QCOMPARE(found.second - found.first, last - first);
        if (first < last)
            QCOMPARE(found, std::pair(first, last));
    }

    void columnsAreChosenByName()
    {
        const std::vector<LabelledSegment> all = labelledSegments(demo(), {});
        SegmentRecipe recipe;
        recipe.acousticColumns = {"spectral_*", "f0_h?"};
        const std::vector<LabelledSegment> some = labelledSegments(demo(), recipe);
        QCOMPARE(some.size(), all.size());
        const std::array<std::size_t, 4> columns{21, 23, 24, 26}; // f0_hz and three spectral_…
        for (std::size_t i = 0; i < all.size(); ++i) {
            const FeatureMatrix &before = all[i].input.acoustic, &after = some[i].input.acoustic;
            QCOMPARE(after.rows, before.rows);
            QCOMPARE(after.columns, columns.size());
            for (std::size_t row = 0; row < after.rows; ++row) {
                for (std::size_t c = 0; c < columns.size(); ++c)
                    QCOMPARE(after.at(row, c), before.at(row, columns[c]));
            }
            QVERIFY(some[i].input.visual == all[i].input.visual);
        }
        recipe.rate = FixedRate{25.0};
        QCOMPARE(labelledSegments(demo(), recipe).front().input.acoustic.columns, columns.size());
    }

    void aPatternWithoutAColumnIsNamed()
    {
        SegmentRecipe recipe;
        recipe.acousticColumns = {"f0_hz", "mfcc_*"};
        const std::string failure = test::failureOf([&] { labelledSegments(demo(), recipe); });
        QVERIFY2(failure.find("mfcc_* is no column of acoustic.csd; its columns are logmel_00_from_mean")
                     != std::string::npos,
                 failure.c_str());
        recipe.acousticColumns = {"F0 [Hz]"};
        QVERIFY(!test::failureOf([&] { labelledSegments(demo(), recipe); }).empty());
    }

    /// A segment begins within the precision of words that are float32, and so where the first of them ends.
    void theWordsOfASegmentAreFoundInTheirPrecision()
    {
        const std::vector<Interval> words{{999.5, 1000.0}, {1000.0, 1000.5}};
        const Interval segment{999.99998, 1001.0};
        QCOMPARE(wordsOf(segment, words), std::pair(std::size_t(0), std::size_t(2)));
        QCOMPARE(wordsOf(segment, words, ElementType::Float32), std::pair(std::size_t(1), std::size_t(2)));
    }

    void aPauseEndsAnUtterance()
    {
        const std::vector<Interval> words{{0.0, 0.5}, {0.6, 1.0}, {1.5, 2.0}, {2.75, 3.0}};
        QVERIFY((utterances(words) == std::vector<Interval>{{0.0, 2.0}, {2.75, 3.0}}));
        QVERIFY(utterances({}).empty());
    }

    void aWordGetsTheMeanOfItsFrames()
    {
        const WordCollapser aligner(frames(10));
        const std::vector<Interval> words{{0.1, 0.4}, {0.45, 0.55}};
        const AlignedWords aligned = aligner.align(words, {});
        QCOMPARE(aligned.features.values, (std::vector<float>{2.0F, 1.0F, 4.5F, 1.0F})); // frames 1–3, 4–5
        QCOMPARE(aligned.rows[0].sourceRows, std::size_t(3));
        QVERIFY((aligned.rows[1].covered == Interval{0.45, 0.55}));
        QCOMPARE(aligner.receivedRows(words), (std::vector<std::size_t>{3, 2}));
    }

    /// Rows and words whose edges lie within the precision of a float32, as a recipe finds them.
    void wordsReceiveTheRowsThatRecipesGiveThem_data()
    {
        QTest::addColumn<ElementType>("rowType");
        QTest::addColumn<ElementType>("wordType");
        QTest::newRow("rows in single precision") << ElementType::Float32 << ElementType::Float64;
        QTest::newRow("both") << ElementType::Float32 << ElementType::Float32;
        QTest::newRow("words in single precision") << ElementType::Float64 << ElementType::Float32;
        QTest::newRow("neither") << ElementType::Float64 << ElementType::Float64;
    }
    void wordsReceiveTheRowsThatRecipesGiveThem()
    {
        QFETCH(const ElementType, rowType);
        QFETCH(const ElementType, wordType);
        std::mt19937 random(5);
        std::uniform_int_distribution<int> nudge(-6, 6);
        const auto timeOf = [](double time, ElementType type) {
            return type == ElementType::Float32 ? static_cast<double>(static_cast<float>(time)) : time;
        };
        std::vector<Interval> rows;
        std::vector<Interval> words;
        for (int second = 0; second < 1500; ++second) {
            const double start = 500.0 + second;
            for (int row = 0; row < 4; ++row)
                rows.push_back({timeOf(start + row / 4.0 + 1e-5 * nudge(random), rowType),
                                timeOf(start + (row + 1) / 4.0 + 1e-5 * nudge(random), rowType)});
            words.push_back({timeOf(start + 0.25 + 1e-5 * nudge(random), wordType),
                             timeOf(start + 0.75 + 1e-5 * nudge(random), wordType)});
        }
        const Entry source = test::numbered(rows, rowType);
        const Entry reference = test::numbered(words, wordType);
        const Dataset aligned = test::align({{"words", test::sequence("words", {{"v", reference}})},
                                             {"rows", test::sequence("rows", {{"v", source}})}},
                                            {"words", {{"*", {CollapseFunction{"mean"}}}}});

        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("rows.csd")).toStdString();
        writeCsd(test::sequence("rows", {{"v", source}}), path);
        const auto file = std::make_shared<const CsdFile>(path);
        const std::array collapsers{WordCollapser(readFeatures(*file, "v")),
                                    WordCollapser(std::make_shared<const StoredFeatures>(file, "v"))};
        for (const WordCollapser& collapser : collapsers) {
            const AlignedWords found = collapser.align(words, {});
            for (std::size_t word = 0; word < words.size(); ++word) {
                const Entry entry = aligned[1].second.entry("v[" + std::to_string(word) + "]");
                QCOMPARE(found.features.at(word, 0),
                         std::get<std::vector<float>>(entry.features.values).front());
                QVERIFY(found.rows[word].covered == entry.intervals.values.front());
            }
        }
    }

    void aWordWithoutFramesIsZero()
    {
        const AlignedWords aligned = WordCollapser(frames(2)).align(std::vector<Interval>{{5, 6}}, {});
        QCOMPARE(aligned.features.values, (std::vector<float>{0.0F, 0.0F}));
        QVERIFY(aligned.rows[0] == WordRow());
    }

    void otherFunctionsCollapseAsInAlign()
    {
        const WordCollapser aligner(frames(10));
        const std::vector<Interval> words{{0.0, 0.3}};
        QCOMPARE(aligner.align(words, CollapseFunction::parse("max")).features.values,
                 (std::vector<float>{2, 1}));
        const std::string failure
            = test::failureOf([&] { aligner.align(words, CollapseFunction::parse("count")); });
        QVERIFY2(failure.starts_with("dimension_mismatch: 'count' changes"), failure.c_str());
    }

    void anAlignerWithoutSourceGivesNoColumns()
    {
        const SegmentInput input
            = segmentInput(std::vector<Interval>{{0, 1}}, WordCollapser(frames(10)), {}, {}, {});
        QCOMPARE(input.text.columns, std::size_t(2));
        QCOMPARE(input.acoustic.rows, std::size_t(1));
        QCOMPARE(input.acoustic.columns, std::size_t(0));
    }

    void theDemoHasItsLabelledSegments()
    {
        const std::vector<LabelledSegment> segments = labelledSegments(demo(), {});
        QCOMPARE(segments.size(), std::size_t(150));
        for (const LabelledSegment& segment : segments) {
            QCOMPARE(segment.labels.size(), std::size_t(7));
            QVERIFY(segment.input.text.rows > 0);
            QCOMPARE(segment.input.acoustic.rows, segment.input.text.rows);
            QCOMPARE(segment.input.visual.rows, segment.input.text.rows);
            QVERIFY(!segment.fold.empty());
        }
        QCOMPARE(
            std::count_if(segments.begin(), segments.end(), [](const auto& s) { return s.fold == "test"; }),
            25);
    }

    void theDemosRealSpeakerHasUtterancesWithoutLabels()
    {
        const std::vector<LabelledSegment> segments = unlabelledSegments(demo(), {});
        QVERIFY(!segments.empty());
        for (const LabelledSegment& segment : segments) {
            QVERIFY(segment.id.starts_with("grid_talk_a["));
            QVERIFY(segment.labels.empty());
        }
    }

    void aSequenceThatIsNotListedIsNamed()
    {
        SegmentRecipe recipe;
        recipe.acoustic = "covarep";
        const std::string failure = test::failureOf([&] { labelledSegments(demo(), recipe); });
        QVERIFY2(failure.starts_with("recipe_invalid") && failure.find("covarep") != std::string::npos,
                 failure.c_str());
    }

    void readingCanBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, labelledSegments(demo(), {}, {source.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestSegmentRows)
#include "tst_segment_rows.moc"
