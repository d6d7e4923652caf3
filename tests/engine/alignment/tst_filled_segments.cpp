#include "engine/alignment/segment_rows.h"
#include "engine/core/error.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

/// Words that a sequence has nothing for, in the segments that a model learns from: SegmentRecipe::fill.
class TestFilledSegments : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    DatasetList m_list;

    void write(const std::string& name, const std::vector<std::pair<std::string, Entry>>& entries)
    {
        const std::filesystem::path file
            = m_folder.filePath(QString::fromStdString(name)).toStdString() + ".csd";
        writeCsd(test::sequence(name, entries), file);
        m_list.sequences.push_back({"", name, file});
    }
    static Entry rows(std::vector<Interval> intervals, FeatureArray features)
    {
        return {{ElementType::Float64, std::move(intervals)}, std::move(features)};
    }
    static std::vector<float> sound(const std::vector<LabelledSegment>& segments, std::size_t segment)
    {
        return segments.at(segment).input.acoustic.values;
    }
    std::vector<LabelledSegment> filled(std::optional<Fill> fill, const std::string& labels = "labels") const
    {
        SegmentRecipe recipe;
        recipe.labels = labels;
        recipe.fill = fill;
        return labelledSegments(m_list, recipe);
    }

private slots:
    /// Four words in two segments; the second and the third have no sound, which is 2 and 8 of the others.
    void initTestCase()
    {
        const std::vector<Interval> words{{0, 1}, {1, 2}, {2, 3}, {3, 4}};
        write("words", {{"v", rows(words, test::texts({"a", "b", "c", "d"}))}});
        write("word_vectors", {{"v", rows(words, test::floats(1, {1, 2, 3, 4}))}});
        write("acoustic", {{"v", rows({{0, 1}, {3, 4}}, test::floats(1, {2, 8}))}});
        write("visual", {{"v", rows(words, test::floats(1, {5, 6, 7, 8}))}});
        write("labels", {{"v", rows({{0, 2}, {2, 4}}, test::floats(1, {-1, 1}))}});
        write("cut", {{"v[0]", rows({{0, 2}}, test::floats(1, {-1}))}});
    }

    void gapsAreFilledFromTheWholeVideo_data()
    {
        QTest::addColumn<int>("fill");
        QTest::addColumn<float>("second");
        QTest::addColumn<float>("third");
        QTest::newRow("zeros") << static_cast<int>(Fill::Zeros) << 0.0F << 0.0F;
        QTest::newRow("ones") << static_cast<int>(Fill::Ones) << 1.0F << 1.0F;
        QTest::newRow("mean") << static_cast<int>(Fill::Mean) << 5.0F << 5.0F;
        QTest::newRow("linear") << static_cast<int>(Fill::Linear) << 4.0F << 6.0F;
        QTest::newRow("hold") << static_cast<int>(Fill::Hold) << 2.0F << 2.0F;
        QTest::newRow("nearest") << static_cast<int>(Fill::Nearest) << 2.0F << 8.0F;
    }

    void gapsAreFilledFromTheWholeVideo()
    {
        QFETCH(const int, fill);
        QFETCH(const float, second);
        QFETCH(const float, third);
        const auto segments = filled(static_cast<Fill>(fill));
        QCOMPARE(segments.size(), std::size_t(2));
        QCOMPARE(sound(segments, 0), (std::vector<float>{2.0F, second}));
        QCOMPARE(sound(segments, 1), (std::vector<float>{third, 8.0F}));
        QCOMPARE(segments[1].input.visual.values, (std::vector<float>{7.0F, 8.0F}));
        QCOMPARE(segments[1].transcript, std::string("c d"));
    }

    void incompleteWordsAreLeftOut()
    {
        const auto segments = filled(std::nullopt);
        QCOMPARE(segments.size(), std::size_t(2));
        QCOMPARE(sound(segments, 0), (std::vector<float>{2.0F}));
        QCOMPARE(sound(segments, 1), (std::vector<float>{8.0F}));
        QCOMPARE(segments[1].input.text.values, (std::vector<float>{4.0F}));
        QCOMPARE(segments[1].transcript, std::string("d"));
        QCOMPARE(segments[1].id, std::string("v[1]"));
    }

    void whatIsAlignedAlreadyIsNotFilledAgain()
    {
        QCOMPARE(filled(Fill::Zeros, "cut").size(), std::size_t(1));
        const std::string failure = test::failureOf([&] { filled(Fill::Mean, "cut"); });
        QVERIFY2(failure.find("recipe.impute is for raw sequences") != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestFilledSegments)
#include "tst_filled_segments.moc"
