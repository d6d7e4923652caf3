#include "engine/core/error.h"
#include "engine/packed/packed_input.h"
#include "engine/packed/packed_videos.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/label_rows.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/packed_dataset.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/packed_segments.h"

using namespace engine;

namespace {

constexpr std::size_t kVideos = 6;
constexpr std::size_t kSegments = 12;

}

/// A dataset list with a packed file is what `--data` reads, with ids, labels and folds of the list.
class TestPackedDataset : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    DatasetList m_list;
    FeatureData m_file;

    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    static std::array<FoldData, 3> plain(FeatureData data) ///< without what only a dataset has
    {
        for (FoldData& fold : data.folds) {
            fold.ids.assign(fold.size(), "");
            fold.spans.clear();
        }
        return std::move(data.folds);
    }
    FeatureData read(const DatasetList& list)
    {
        writeDatasetList(list, path("dataset.json"));
        return readFeatures({{}, path("dataset.json"), {}}, {});
    }
    /// The list with labels of these segments.
    DatasetList labelled(const char* name, std::vector<LabelRow> rows)
    {
        return withLabel(m_list, {name, {}, std::move(rows)}, path("labels.csd"));
    }

private slots:
    void initTestCase()
    {
        test::writePacked(path("taught.h5"), test::taughtArrays(kVideos, kSegments));
        m_list.name = "taught";
        m_list.root = m_folder.path().toStdString();
        m_list.sequences.push_back({"", "taught", path("taught.h5")});
        m_file = readFeatureFile(path("taught.h5"));
    }

    void featuresLabelsAndFoldsAreThoseOfTheFile()
    {
        const FeatureData data = read(m_list);
        QVERIFY(plain(data) == plain(m_file));
        QCOMPARE(m_file.training().ids[1], std::string("talk_0$_$10"));
        QCOMPARE(data.training().ids[1], std::string("talk_0[9]")); // numbers count, not letters
        QCOMPARE(data.training().spans[1], (Interval{54, 60})); // steps of nine segments before
    }

    void labelsOfTheListTakeThePlaceOfTheFiles()
    {
        std::vector<LabelRow> rows;
        for (std::size_t video = 0; video < kVideos; ++video) {
            for (std::size_t k = 0; k < kSegments; ++k) {
                const double start = 6.0 * static_cast<double>(k);
                rows.push_back({"talk_" + std::to_string(video),
                                {start, start + 6.0},
                                video == 0 && k == 1 ? std::nullopt : std::optional(0.25)});
            }
        }
        rows.erase(rows.begin()); // people removed the first segment of talk_0
        const FeatureData data = read(labelled("sentiment", rows));
        QCOMPARE(data.training().size(), m_file.training().size() - 2);
        QCOMPARE(data.labelNames, m_file.labelNames); // the column that the file's reader learns, too
        QVERIFY(
            std::ranges::all_of(data.training().labels.values, [](float value) { return value == 0.25F; }));
        QCOMPARE(data.training().ids.front(), std::string("talk_0[8]")); // its third row is the 10th now
        const auto first = data.training().of(Modality::Text).segment(0);
        const auto same = m_file.training().of(Modality::Text).segment(1);
        QVERIFY(std::ranges::equal(first, same));
        QCOMPARE(data.test().size(), m_file.test().size());
    }

    void anotherLabelIsTheOnlyColumn()
    {
        const FeatureData data
            = read(labelled("stance", {{"talk_0", {0, 6}, 1.0}, {"talk_5", {6, 12}, 2.0}}));
        QCOMPARE(data.labelNames, (std::vector<std::string>{"stance"}));
        QCOMPARE(data.training().size(), std::size_t(1));
        QCOMPARE(data.test().labels.values, (std::vector<float>{2.0F}));
    }

    void foldsOfTheListTakeThePlaceOfTheFiles()
    {
        DatasetList list = m_list;
        list.folds = {{"train", {"talk_5"}}, {"test", {"talk_0", "talk_1[0]", "talk_1$_$12"}}};
        const FeatureData data = read(list);
        QCOMPARE(data.training().size(), kSegments);
        QCOMPARE(data.validation().size(), std::size_t(0));
        QCOMPARE(data.test().size(), kSegments + 2);
        QVERIFY(std::ranges::equal(data.training().of(Modality::Text).values,
                                   std::span(m_file.test().of(Modality::Text).values).last(kSegments * 24)));
    }

    void segmentsThatAreApartKeepTheirIds()
    {
        DatasetList list = m_list;
        sayLayout(list, PackedLayout::Apart);
        const FeatureData data = read(list);
        QVERIFY(plain(data) == plain(m_file));
        QCOMPARE(data.training().ids[1], std::string("talk_0$_$10[0]"));
        QCOMPARE(data.training().spans[1], (Interval{0, 6}));
    }

    void sequencesOfFeaturesComeFirst()
    {
        DatasetList list = m_list;
        QVERIFY(!packedFileOf(list, {}).empty());
        list.sequences.push_back({"raw", "acoustic", path("acoustic.csd")});
        QVERIFY(packedFileOf(list, {}).empty());
    }

    void theWindowSeesWhatTrainingSees()
    {
        const PackedFile file(path("taught.h5"));
        QVERIFY(!isUtteranceLevel(file));
        QCOMPARE(packedWidths(file), (std::array<std::size_t, 3>{4, 3, 2}));
        const FoldData& fold = m_file.training();
        for (std::size_t i = 0; i < fold.size(); ++i) {
            const SegmentInput input = packedInput(file, file.placeOf(fold.ids[i]));
            for (const Modality modality : allModalities)
                QVERIFY(std::ranges::equal(input.of(modality).values, fold.of(modality).segment(i)));
        }
    }

    void segmentsOfOneRowAreSeenWithThoseBefore()
    {
        test::writePacked(path("utterances.npz"),
                          {{"train/id", test::packedTexts({"a$_$1", "a$_$2", "b$_$1", "b$_$2", "b$_$3"})},
                           {"train/text", test::packedNumbers({5, 1}, {1, 2, 3, 4, 5})},
                           {"train/labels", test::packedNumbers({5}, {1, 0, 1, 0, 1})}});
        const PackedFile file(path("utterances.npz"));
        QVERIFY(isUtteranceLevel(file));
        const auto seen = [&file](const char* id, std::size_t window) {
            return packedInput(file, file.placeOf(id), window).text.values;
        };
        QCOMPARE(seen("b$_$3", 2), (std::vector<float>{4, 5}));
        QCOMPARE(seen("b$_$3", 8), (std::vector<float>{3, 4, 5}));
        QCOMPARE(seen("a$_$1", 8), (std::vector<float>{1}));
    }
};

QTEST_GUILESS_MAIN(TestPackedDataset)

#include "tst_packed_dataset.moc"
