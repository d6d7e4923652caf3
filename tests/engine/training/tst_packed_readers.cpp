// One set of segments, written with every spelling of folds and arrays, is read by all that read packed
// segments: the window, training, and the exchange of labels. All must find the segments that were written.
#include "engine/formats/common/export_losses.h"
#include "engine/formats/format_registry.h"
#include "engine/packed/packed_sequence.h"
#include "engine/training/data/feature_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>

#include "tests/support/packed_segments.h"

using namespace engine;

namespace {

constexpr std::size_t kSteps = 6;
constexpr std::array<std::size_t, 3> kWidths{3, 2, 1}; ///< in the order of allModalities

struct MadeSegment {
    std::string id; ///< `video$_$clip`
    std::string text;
    double label = 0;
    std::map<Modality, std::vector<float>> rows; ///< without padding

    friend bool operator==(const MadeSegment&, const MadeSegment&) = default;
};

/// By fold and id.
using MadeFolds = std::map<std::string, std::map<std::string, MadeSegment>>;

enum class Told { Zeros, Lengths, OwnLengths };

/// How a file calls its folds and arrays.
struct Spelling {
    std::array<std::string, 3> folds; ///< train, valid, test
    std::string pattern; ///< `FOLD/NAME`
    std::array<std::string, 3> modalities; ///< empty: the file has none
    std::string labels = "labels";
    std::string ids = "ids";
    std::string texts = "transcript";

    std::string called(std::size_t fold, const std::string& array) const
    {
        std::string name = pattern;
        name.replace(name.find("FOLD"), 4, folds[fold]);
        return name.replace(name.find("NAME"), 4, array);
    }
};

float madeValue(std::mt19937_64& random)
{
    return static_cast<float>(1 + random() % 1000) / 256.0F;
}

/// Segments of 1 to 6 steps, padded in front or behind, each as chance has it.
class MadeFile {
public:
    MadeFile(const Spelling& spelling, Told told, unsigned seed)
        : m_spelling(spelling)
        , m_told(told)
        , m_random(seed)
    {
        for (std::size_t fold = 0; fold < foldNames.size(); ++fold)
            makeFold(fold, 3 + fold);
    }

    const test::PackedArrays& arrays() const { return m_arrays; }
    const MadeFolds& folds() const { return m_folds; }

private:
    void makeFold(std::size_t fold, std::size_t count)
    {
        std::array<std::vector<float>, 3> values;
        std::vector<float> labels;
        std::vector<std::string> ids;
        std::vector<std::string> texts;
        std::vector<float> lengths;
        for (std::size_t i = 0; i < count; ++i) {
            MadeSegment made{"v" + std::to_string(fold) + "$_$" + std::to_string(i),
                             "word " + std::to_string(m_random() % 100),
                             madeValue(m_random) - 2,
                             {}};
            const std::size_t length = 1 + m_random() % kSteps;
            const std::size_t before = m_random() % 2 == 0 ? 0 : kSteps - length;
            for (const Modality modality : allModalities) {
                const auto number = static_cast<std::size_t>(modality);
                if (m_spelling.modalities[number].empty())
                    continue;
                std::vector<float>& rows = made.rows[modality];
                for (std::size_t k = 0; k < length * kWidths[number]; ++k)
                    rows.push_back(madeValue(m_random));
                std::vector<float> padded(kSteps * kWidths[number]);
                std::ranges::copy(rows,
                                  padded.begin() + static_cast<std::ptrdiff_t>(before * kWidths[number]));
                values[number].insert(values[number].end(), padded.begin(), padded.end());
            }
            labels.push_back(static_cast<float>(made.label));
            ids.push_back(made.id);
            texts.push_back(made.text);
            lengths.push_back(static_cast<float>(length));
            m_folds[std::string(foldNames[fold])][made.id] = made;
        }
        for (const Modality modality : allModalities) {
            const auto number = static_cast<std::size_t>(modality);
            const std::string& name = m_spelling.modalities[number];
            if (name.empty())
                continue;
            add(fold, name, test::packedNumbers({count, kSteps, kWidths[number]}, values[number]));
            if (m_told == Told::OwnLengths)
                add(fold, name + "_lengths", test::packedNumbers({count}, lengths));
        }
        if (m_told == Told::Lengths)
            add(fold, "lengths", test::packedNumbers({count}, lengths));
        add(fold, m_spelling.labels, test::packedNumbers({count}, labels));
        add(fold, m_spelling.ids, test::packedTexts(ids));
        add(fold, m_spelling.texts, test::packedTexts(texts));
    }

    void add(std::size_t fold, const std::string& array, FeatureArray values)
    {
        m_arrays.emplace_back(m_spelling.called(fold, array), std::move(values));
    }

    Spelling m_spelling;
    Told m_told;
    std::mt19937_64 m_random;
    test::PackedArrays m_arrays;
    MadeFolds m_folds;
};

MadeFolds asTheWindowOpensIt(const std::filesystem::path& path, const Spelling& spelling)
{
    const PackedFile file(path);
    MadeFolds folds;
    for (const auto& [fold, ids] : file.folds()) {
        for (const std::string& id : ids) {
            const std::size_t place = file.placeOf(id);
            MadeSegment& made = folds[fold][id];
            made = {id, file.segment(place).text, file.labels(place).at(0), {}};
            for (const Modality modality : allModalities) {
                const auto feature = std::ranges::find(
                    file.features(), spelling.modalities[static_cast<std::size_t>(modality)],
                    &PackedFile::Feature::name);
                if (feature != file.features().end())
                    made.rows[modality]
                        = file.read(static_cast<std::size_t>(feature - file.features().begin()), place)
                              .values;
            }
        }
    }
    return folds;
}

MadeFolds asTrainingReadsIt(const std::filesystem::path& path)
{
    const FeatureData data = readFeatureFile(path);
    MadeFolds folds;
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i) {
            MadeSegment& made = folds[fold.name][fold.ids[i]];
            made = {fold.ids[i], fold.transcripts.at(i), fold.labels.values.at(i * fold.labels.columns), {}};
            for (const Modality modality : allModalities) {
                const FeatureBlock& block = fold.of(modality);
                if (block.width == 0)
                    continue;
                const auto values = block.segment(i);
                const auto length = static_cast<std::size_t>(fold.lengthsOf(modality)[i]) * block.width;
                made.rows[modality].assign(values.begin(),
                                           values.begin() + static_cast<std::ptrdiff_t>(length));
            }
        }
    }
    return folds;
}

/// The labels alone: features are no tiers.
MadeFolds asTiersAreImported(const std::filesystem::path& path)
{
    MadeFolds folds;
    for (const ExchangedTier& tier : formatById("mmsa")->read(path, {}).content.tiers) {
        for (const Segment& segment : tier.segments) {
            MadeSegment made{tier.tier.video, segment.text, 0, {}};
            std::string fold;
            for (const auto& [label, value] : segment.values) {
                if (label == "clip_id")
                    made.id += "$_$" + textOf(value);
                else if (label == "fold")
                    fold = textOf(value);
                else
                    made.label = std::get<double>(value.value);
            }
            folds[fold][made.id] = made;
        }
    }
    return folds;
}

MadeFolds withoutFeatures(MadeFolds folds)
{
    for (auto& [fold, segments] : folds) {
        for (auto& [id, made] : segments)
            made.rows.clear();
    }
    return folds;
}

}

class TestPackedReaders : public QObject {
    Q_OBJECT

private slots:
    void allReadersFindTheSegmentsThatWereWritten_data()
    {
        QTest::addColumn<Spelling>("spelling");
        const std::array<std::string, 3> usual{"text", "audio", "vision"};
        const std::array<std::string, 3> ours{"word_vectors", "acoustic", "visual"};
        const std::array<std::string, 3> sdk{"glove", "covarep", "facet"};
        const std::array<std::string, 3> fewer{"text", "", "video"};
        const std::array<std::string, 3> plain{"X", "", ""};
        QTest::newRow("ours") << Spelling{{"train", "valid", "test"}, "FOLD/NAME", usual};
        QTest::newRow("MMSA") << Spelling{{"train", "valid", "test"}, "FOLD/NAME", usual,
                                          "regression_labels",        "id",        "raw_text"};
        QTest::newRow("val") << Spelling{{"train", "val", "test"}, "FOLD/NAME", usual};
        QTest::newRow("dev") << Spelling{{"train", "dev", "test"}, "FOLD/NAME", ours, "labels", "id"};
        QTest::newRow("in full") << Spelling{
            {"training", "validation", "test"}, "FOLD/NAME", fewer, "label", "segment_id", "sentence"};
        QTest::newRow("large") << Spelling{{"Train", "Dev", "Test"}, "FOLD/NAME", sdk, "sentiment", "ids"};
        QTest::newRow("a recipe's") << Spelling{{"fold0", "fold1", "fold2"}, "FOLD/NAME", ours};
        QTest::newRow("fold last") << Spelling{{"train", "valid", "test"}, "NAME/FOLD", usual, "target"};
        QTest::newRow("flat") << Spelling{
            {"train", "dev", "test"}, "FOLD_NAME", usual, "labels", "video_id", "raw_text"};
        QTest::newRow("flat, fold last")
            << Spelling{{"train", "val", "test"}, "NAME_FOLD", plain, "y", "id", "raw_text"};
        QTest::newRow("points") << Spelling{{"train", "val", "test"}, "FOLD.NAME", plain, "Y", "id"};
    }

    void allReadersFindTheSegmentsThatWereWritten()
    {
        QFETCH(const Spelling, spelling);
        const QTemporaryDir folder;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            for (const Told told : {Told::Zeros, Told::Lengths, Told::OwnLengths}) {
                const MadeFile file(spelling, told, seed);
                const auto path = std::filesystem::path(folder.path().toStdString())
                    / (seed % 2 == 0 ? "packed.npz" : "packed.h5");
                test::writePacked(path, file.arrays());
                QVERIFY(asTheWindowOpensIt(path, spelling) == file.folds());
                QVERIFY(asTrainingReadsIt(path) == file.folds());
                QVERIFY(asTiersAreImported(path) == withoutFeatures(file.folds()));
            }
        }
    }

    void aFileOfMmsaIsTheSameToAll()
    {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "mmsa.npz";
        test::writePacked(path, test::mmsaArrays());
        const Spelling names{{"train", "valid", "test"}, "FOLD/NAME", {"text", "audio", "vision"}};
        const MadeFolds window = asTheWindowOpensIt(path, names);
        QCOMPARE(window.size(), std::size_t(2));
        QVERIFY(asTrainingReadsIt(path) == window);
    }
};

QTEST_GUILESS_MAIN(TestPackedReaders)
#include "tst_packed_readers.moc"
