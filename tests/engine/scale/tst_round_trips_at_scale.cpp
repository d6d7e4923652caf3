#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_file.h"
#include "engine/formats/format_registry.h"
#include "engine/model_files/model_card.h"
#include "engine/model_files/safetensors.h"
#include "engine/npz/npz_reader.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/known_folds.h"

#include <QProcess>
#include <QTest>

#include <fmt/format.h>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

// A quarter of what CMU-MOSEI has, or with POLYLOGUE_WHOLE_SIZE all: videos, labelled segments, words.
const std::size_t kVideos = qEnvironmentVariableIsSet("POLYLOGUE_WHOLE_SIZE") ? 3228 : 807;
constexpr std::size_t kSegmentsOfVideo = 7;
const std::size_t kSegments = kVideos * kSegmentsOfVideo;
constexpr std::size_t kWordsOfSegment = 20;
constexpr std::size_t kWordsOfVideo = kSegmentsOfVideo * kWordsOfSegment;
const std::size_t kWords = kVideos * kWordsOfVideo; // 112 980; 451 920

std::string videoName(std::size_t video)
{
    return fmt::format("video_{:05}_of_the_set", video);
}

Segment wordAt(std::size_t word)
{
    Segment segment;
    segment.start = TimePoint::ofTicks(static_cast<std::int64_t>(word) * kTicksPerSecond / 2);
    segment.end = TimePoint::ofTicks(static_cast<std::int64_t>(word + 1) * kTicksPerSecond / 2);
    segment.text = "w" + std::to_string(word);
    return segment;
}

/// A tier of words in each of `videos` videos.
ExchangedTiers wordTiers(std::size_t videos, std::size_t words)
{
    ExchangedTiers tiers;
    SegmentId number = 0;
    for (std::size_t video = 0; video < videos; ++video) {
        ExchangedTier tier;
        tier.tier.id = static_cast<TierId>(video + 1);
        tier.tier.name = "words";
        tier.tier.video = videoName(video);
        for (std::size_t word = 0; word < words; ++word) {
            tier.segments.push_back(wordAt(word));
            tier.segments.back().id = ++number;
            tier.segments.back().tier = tier.tier.id;
        }
        tiers.tiers.push_back(std::move(tier));
    }
    return tiers;
}

/// Words of every video and segments with their labels, and a recipe that makes one row of tensors of each
/// segment.
void writeDataset(const test::RecipeFolder& folder)
{
    std::vector<std::pair<std::string, Entry>> words, labels;
    for (std::size_t video = 0; video < kVideos; ++video) {
        std::vector<Interval> wordTimes, segmentTimes;
        std::vector<float> wordValues, labelValues;
        for (std::size_t word = 0; word < kWordsOfVideo; ++word) {
            wordTimes.push_back({static_cast<double>(word), static_cast<double>(word + 1)});
            wordValues.push_back(static_cast<float>(word + 1));
            wordValues.push_back(static_cast<float>(video + 1));
        }
        for (std::size_t segment = 0; segment < kSegmentsOfVideo; ++segment) {
            segmentTimes.push_back({static_cast<double>(segment * kWordsOfSegment),
                                    static_cast<double>((segment + 1) * kWordsOfSegment)});
            labelValues.push_back(static_cast<float>(segment) - 3.0f);
        }
        words.push_back({videoName(video), {{ElementType::Float64, wordTimes}, test::floats(2, wordValues)}});
        labels.push_back(
            {videoName(video), {{ElementType::Float64, segmentTimes}, test::floats(1, labelValues)}});
    }
    folder.write("text", words);
    folder.write("labels", labels);
}

}

/// Whatever we write at the size of CMU-MOSEI, every reader of ours takes, and finds the same in it.
/// Sequences (csd) have a suite of their own.
class TestRoundTripsAtScale : public QObject {
    Q_OBJECT

    test::RecipeFolder m_folder;

    std::string place(const char* name) const { return (m_folder.root / name).string(); }

    /// @return the exit code. @param told  what the program printed
    static int runProgram(const char* program, const QStringList& arguments, QByteArray& told)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QString::fromUtf8(program), arguments);
        process.waitForFinished(300'000);
        told = process.readAll();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void initTestCase() { writeDataset(m_folder); }

    void tensors_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::newRow("HDF5") << std::string("tensors.h5");
        QTest::newRow("npz") << std::string("tensors.npz");
    }

    void tensors()
    {
        QFETCH(const std::string, file);
        if (const std::filesystem::path path = m_folder.root / "tensors" / file;
            !std::filesystem::exists(path)) {
            const Recipe recipe = m_folder.recipe(
                {"text", "labels"},
                R"("steps": [{"op": "align", "reference": "labels"}, {"op": "hard_unify"}], "output": "tensors",
                   "tensors": {"seq_len": 20, "non_sequences": ["labels"], "npz": true})");
            m_folder.run(recipe, "tensors");
        }
        const FeatureReader reader(m_folder.root / "tensors" / file);
        QCOMPARE(reader.heads().training().size(), kSegments);
        QCOMPARE(reader.heads().training().ids.back(), videoName(kVideos - 1) + "[6]");
        const FoldData last = reader.read(0, kSegments - 1, kSegments);
        QCOMPARE(last.lengths.front(), std::int64_t(kWordsOfSegment));
        QCOMPARE(last.of(Modality::Text).values.back(), static_cast<float>(kVideos));
        QCOMPARE(last.labels.values.front(), 3.0f);
        QCOMPARE(reader.readAll().training().labels.values.size(), kSegments);
    }

    void sequencesAndTheReportOfARun()
    {
        const Recipe recipe = m_folder.recipe(
            {"text", "labels"},
            R"("steps": [{"op": "align", "reference": "text"}, {"op": "hard_unify"}], "report": true)");
        const std::string failure = test::failureOf([&] { m_folder.run(recipe, "words"); });
        QVERIFY2(failure.empty(), failure.c_str());
        QCOMPARE(m_folder.result("words", "text").ids().size(), kWords);
        const auto report = nlohmann::json::parse(m_folder.bytes("words/alignment.json"));
        QVERIFY(report.is_object() && !report.empty());
        QByteArray told;
        for (const char* const command : {"info", "stats", "validate"}) {
            QCOMPARE(runProgram(PROGRAMS "/polylogue-cli",
                                {QLatin1String(command), QString::fromStdString(place("words/text.csd"))},
                                told),
                     0);
            QVERIFY2(!told.contains("damaged") && !told.contains("too long"), told.constData());
        }
    }

    void project()
    {
        Change change;
        SegmentId number = 0;
        for (const ExchangedTier& exchanged : wordTiers(kVideos, kWordsOfVideo).tiers) {
            Tier words = exchanged.tier;
            words.id = 2 * exchanged.tier.id;
            change.tiers.push_back({std::nullopt, words});
            Tier opinions = test::tier(words.id + 1, "opinions");
            opinions.video = words.video;
            change.tiers.push_back({std::nullopt, opinions});
            for (Segment segment : exchanged.segments) {
                segment.id = ++number;
                segment.tier = words.id;
                change.segments.push_back({std::nullopt, segment});
            }
            for (int i = 0; i < static_cast<int>(kSegmentsOfVideo); ++i) {
                Segment segment = test::segment(opinions.id, 10 * i, 10 * i + 10);
                segment.id = ++number;
                segment.values["sentiment"] = {static_cast<double>(i) - 3.0, {"ada", 1, 1, "video"}};
                change.segments.push_back({std::nullopt, segment});
            }
        }
        const std::filesystem::path path = m_folder.root / "large.polylogue";
        ProjectFile::create(path).write(change);
        std::vector<std::string> problems;
        ProjectFile opened = ProjectFile::open(path);
        QVERIFY2(!opened.isReadOnly(), opened.whyReadOnly().c_str());
        const Annotation read = opened.load(problems);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        QCOMPARE(read.tiers().size(), 2 * kVideos);
        QCOMPARE(read.segments().size(), kWords + kSegments);
        const Segment& last = *read.segment(number);
        QVERIFY(last == *change.segments.back().after);
        opened.copyTo(m_folder.root / "copy.polylogue");
        QCOMPARE(ProjectFile::open(m_folder.root / "copy.polylogue").load(problems).segments().size(),
                 kWords + kSegments);
    }

    void cardOfAModel()
    {
        FeatureData data;
        for (std::size_t fold = 0; fold < foldNames.size(); ++fold) {
            data.folds[fold].name = foldNames[fold];
            for (std::size_t i = fold; i < kSegments; i += foldNames.size()) {
                data.folds[fold].ids.push_back(fmt::format("{}[{}]", videoName(i / kSegmentsOfVideo), i));
                data.folds[fold].lengths.push_back(1);
                data.folds[fold].of(Modality::Text).values.push_back(static_cast<float>(i));
            }
            data.folds[fold].of(Modality::Text).steps = data.folds[fold].of(Modality::Text).width = 1;
            for (const Modality modality : allModalities)
                data.folds[fold].presenceOf(modality).assign(data.folds[fold].size(),
                                                             modality == Modality::Text);
        }
        ModelCard card;
        card.name = "large";
        card.segments = segmentHashes(data);
        for (std::size_t video = 0; video < kVideos; ++video)
            card.folds["train"].push_back(videoName(video));
        Safetensors contents;
        contents.metadata["card"] = toJson(card).dump();
        contents.tensors["weight"] = Tensor{{2, 3}, std::vector<float>(6, 0.5f)};
        writeSafetensors(place("m.safetensors"), contents);
        QVERIFY(readSafetensors(place("m.safetensors")) == contents);
        const auto read = nlohmann::json::parse(readSafetensorsMetadata(place("m.safetensors")).at("card"));
        card.segments = read.at("segments").get<std::map<std::string, std::string>>();
        QVERIFY(KnownFolds(card).of(data) == foldsOf(data));
    }

    void exports_data()
    {
        QTest::addColumn<const Format*>("format");
        for (const Format* const format : formats()) {
            const std::string id(format->id);
            if (format->write && format->read && id != "csd" && id != "mmsa")
                QTest::newRow(id.c_str()) << format;
        }
    }

    /// Formats that need a file for each video get one, as long as five hours of words; the others get all
    /// videos.
    void exports()
    {
        QFETCH(const Format*, format);
        const bool isOfJudgements
            = format->id == "labelstudio"; // a region takes 500 bytes: segments, not words
        const std::size_t each = isOfJudgements ? kSegmentsOfVideo : kWordsOfVideo;
        ExchangedTiers tiers = wordTiers(kVideos, each);
        const auto losses = format->losses(tiers);
        const bool losesVideos = std::ranges::any_of(
            losses, [](const std::string& loss) { return loss.find("video") != std::string::npos; });
        const std::filesystem::path folder = m_folder.root / std::string(format->id);
        std::filesystem::create_directory(folder);
        const std::filesystem::path file = folder / ("out" + std::string(format->endings.front()));
        std::vector<std::filesystem::path> written = format->write(tiers, file, {});
        if (losesVideos || written.size() >= kVideos) {
            tiers = wordTiers(1, 36'000);
            written = format->write(tiers, file, {});
        }
        ImportedTiers again;
        const std::string failure = test::failureOf([&] { again = format->read(written.front(), {}); });
        QVERIFY2(failure.empty(), failure.c_str());
        std::size_t found = 0;
        for (const ExchangedTier& tier : again.content.tiers)
            found += tier.segments.size();
        QCOMPARE(found, tiers.tiers.size() * tiers.tiers.front().segments.size());
        const Segment& last = again.content.tiers.back().segments.back();
        QCOMPARE(last.start.seconds(), tiers.tiers.back().segments.back().start.seconds());
        if (format->id != "rttm") // which has no texts
            QCOMPARE(last.text, tiers.tiers.back().segments.back().text);
    }
};

QTEST_GUILESS_MAIN(TestRoundTripsAtScale)
#include "tst_round_trips_at_scale.moc"
