#include "app/dataset/dataset_loader.h"

#include "app/dataset/face_sequences.h"
#include "app/dataset/library_entries.h"
#include "app/dataset/packed_clips.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/utf8.h"
#include "engine/feature_tables/table_sequence.h"
#include "engine/formats/praat/textgrid.h"
#include "engine/packed/packed_sequence.h"
#include "engine/sequences/column_names.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/media_matching.h"
#include "engine/sequences/metadata.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace app {

namespace {

class LoaderTexts {
    Q_DECLARE_TR_FUNCTIONS(app::OpenDataset)
};

bool containsAny(const std::string& name, std::initializer_list<const char*> parts)
{
    const QString lower = QString::fromStdString(name).toLower();
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return lower.contains(QLatin1String(part)); });
}

QStringList dimensionNames(const engine::SequenceFile& file, std::size_t width)
{
    QStringList names;
    for (const std::string& name : engine::dimensionNames(file.metadata(), width))
        names << QString::fromStdString(name);
    return names;
}

/// Labels are told apart by their names.
QStringList differentNames(const QStringList& names)
{
    QStringList different;
    for (const QString& name : names) {
        QString unique = name.isEmpty() ? QStringLiteral("label") : name;
        for (int number = 2; different.contains(unique); ++number)
            unique = QStringLiteral("%1 %2").arg(name).arg(number);
        different << unique;
    }
    return different;
}

/// What a sequence of numbers is of, by its name.
Role subjectOf(const std::string& key)
{
    if (containsAny(key, {"label", "sentiment", "opinion"}))
        return Role::Labels;
    if (containsAny(key, {"vector", "glove", "embedding", "bert", "word", "language"}) || key == "text")
        return Role::Text;
    if (containsAny(key, {"visual", "facet", "openface", "vision", "face"}))
        return Role::Visual;
    if (containsAny(key, {"acoustic", "covarep", "opensmile", "audio", "sound"}))
        return Role::Acoustic;
    return Role::Other;
}

/// Finds the video of each media file; says which files are not needed.
void matchMedia(OpenDataset& dataset, const std::set<std::string>& ids)
{
    constexpr std::size_t named = 10; // in the message
    engine::MatchedMedia matched = engine::matchMedia(std::move(dataset.list.media), ids);
    dataset.list.media = std::move(matched.media);
    if (matched.spare.empty())
        return;
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, matched.spare.size()); ++i)
        names << QString::fromStdString(matched.spare[i].file.lexically_relative(dataset.list.root).string());
    if (matched.spare.size() > named)
        names << QStringLiteral("…");
    dataset.problems << LoaderTexts::tr(
                            "%n media file(s) belong to videos that have one already, and are not used: %1.",
                            nullptr, static_cast<int>(matched.spare.size()))
                            .arg(names.join(QStringLiteral(", ")));
}

void addSequence(OpenDataset& dataset, const std::string& name,
                 std::shared_ptr<const engine::SequenceFile> file,
                 std::shared_ptr<const engine::PackedFile> packed)
{
    Role role = guessRole(name, *file);
    if (role != Role::Other && dataset.withRole(role))
        role = Role::Other; // the first of its kind feeds the model
    const bool isText = holdsText(*file);
    const auto isTaken = [&](const QString& key) {
        return std::ranges::any_of(dataset.sequences, [&](const auto& other) { return other.key == key; });
    };
    QString key = QString::fromStdString(name);
    for (int number = 2; isTaken(key); ++number)
        key = QStringLiteral("%1 %2").arg(QString::fromStdString(name)).arg(number);
    dataset.sequences.push_back({key, role, std::move(file), isText, std::move(packed)});
}

/// Opens a file of packed segments, whose parts become sequences, and whose folds those of the dataset.
/// @throws engine::Error.
std::shared_ptr<engine::PackedFile> openPacked(OpenDataset& dataset, const std::filesystem::path& path,
                                               engine::Prober& prober, const engine::RunContext& run)
{
    if (engine::mayBeHdf5(path))
        prober.check(path, engine::kPackedProbe);
    auto file = std::make_shared<engine::PackedFile>(path, run);
    for (const std::string& note : file->notes())
        dataset.problems << QString::fromStdString(note);
    addFolds(dataset.list, *file);
    const engine::PackedSequences parts = engine::sequencesOf(file);
    if (parts.words)
        addSequence(dataset, "words", parts.words, file);
    for (const auto& [name, feature] : parts.features)
        addSequence(dataset, name, feature, file);
    if (parts.labels)
        addSequence(dataset, "labels", parts.labels, file);
    return file;
}

constexpr auto kSurenessKey = "word_alignment";

/// Tables of one extractor become one sequence; one that cannot be opened hides only itself.
void addTables(OpenDataset& dataset, const std::string& name, std::vector<std::filesystem::path> files)
{
    while (!files.empty()) {
        try {
            auto tables = std::make_shared<const engine::TableSequence>(name, files);
            addSequence(dataset, engine::inLowerCase(name), tables, nullptr);
            dataset.sequences.back().tables = std::move(tables);
            return;
        } catch (const engine::Error& error) {
            dataset.problems << QString::fromStdString(error.what());
            files.erase(files.begin());
        }
    }
}

/// Reads into `target` and notes what went wrong instead of throwing: a damaged sequence hides only itself.
template <typename Read>
void attempt(VideoData& data, Read read)
{
    try {
        read();
    } catch (const engine::Cancelled&) {
        throw;
    } catch (const engine::Error& error) {
        data.problems << QString::fromStdString(error.what());
    }
}

/// What the aligner that made the words says of each: the sequence that polylogue-extract writes beside them.
void loadSureness(VideoData& data, const OpenDataset& dataset)
{
    const auto found
        = std::ranges::find(dataset.sequences, QLatin1String(kSurenessKey), &OpenDataset::Sequence::key);
    const std::string id = data.id.toStdString();
    if (found == dataset.sequences.end() || found->isText || data.words.texts.empty()
        || !found->file->contains(id))
        return;
    attempt(data, [&] {
        const engine::TimedFeatures rows = engine::readFeatures(*found->file, id);
        if (rows.intervals.size() != data.words.texts.size())
            return; // of other words
        const std::vector<std::string> names
            = engine::dimensionNames(found->file->metadata(), rows.features.columns);
        const auto column = [&](std::string_view name) {
            return static_cast<std::size_t>(
                std::ranges::find_if(names, [&](const std::string& each) { return each.starts_with(name); })
                - names.begin());
        };
        const std::size_t columns[]{column("confidence"), column("start_error"), column("end_error"),
                                    column("doubtful"), column("draft")};
        for (std::size_t row = 0; row < rows.intervals.size(); ++row) {
            const auto value = [&](std::size_t place) {
                return columns[place] < names.size()
                    ? static_cast<double>(rows.features.at(row, columns[place]))
                    : 0.0;
            };
            data.wordSureness.push_back(
                {data.words.intervals[row], value(0), value(1), value(2), value(3) > 0.5, value(4) > 0.5});
        }
    });
}

void loadWords(VideoData& data, const OpenDataset& dataset, const SequenceOffsets& offsets)
{
    if (const auto* words = dataset.withRole(Role::Words))
        attempt(data, [&] {
            data.wordsKey = words->key;
            data.words = engine::readText(*words->file, data.id.toStdString());
            engine::shift(data.words.intervals, offsetOf(offsets, words->key));
        });
    loadSureness(data, dataset);
}

/// Those that were made in the live session that it is a recording of.
void readMarks(VideoData& data)
{
    const std::filesystem::path file = engine::marksBeside(data.mediaPath.toStdString());
    std::error_code missing;
    if (!data.mediaPath.isEmpty() && std::filesystem::is_regular_file(file, missing))
        attempt(data, [&] { data.marks = engine::textGridFormat().read(file, {}).content; });
}

/// Its only segment's labels that are words.
void takeTerms(VideoData& data, const engine::PackedFile& file)
{
    const std::size_t place = file.placeOf(data.id.toStdString());
    for (const engine::PackedFile::TextLabel& label : file.textLabels())
        data.termLabels.push_back({label.name, label.terms, {label.values[place]}});
}

void takeLabels(VideoData& data, const OpenDataset& dataset, const SequenceOffsets& offsets)
{
    if (const auto* labels = dataset.withRole(Role::Labels))
        attempt(data, [&] {
            data.labelsKey = labels->key;
            data.labels = engine::readFeatures(*labels->file, data.id.toStdString());
            engine::shift(data.labels.intervals, offsetOf(offsets, labels->key));
            data.labelNames = labelNames(*labels->file, data.labels.features.columns);
            if (labels->packed)
                takeTerms(data, *labels->packed);
        });
}

void readTexts(VideoData& data, const OpenDataset::Sequence& sequence, double offset)
{
    TextSeries series{sequence.key, engine::readText(*sequence.file, data.id.toStdString())};
    engine::shift(series.texts.intervals, offset);
    if (!series.texts.texts.empty())
        data.texts.push_back(std::move(series));
}

/// What is larger than this stays in its file; values as float32, in bytes.
constexpr std::size_t kMostInMemory = std::size_t{64} << 20;

/// @param corrected  rows in place of the file's; absent: the file counts
std::pair<FeatureSeries, engine::WordCollapser> readSeries(const OpenDataset::Sequence& sequence,
                                                           const std::string& video, double offset,
                                                           std::optional<engine::TimedFeatures> corrected,
                                                           const engine::RunContext& run)
{
    FeatureSeries series{sequence.key, modalityOf(sequence), {}, {}, nullptr, nullptr};
    engine::WordCollapser aligner;
    if (!corrected && engine::bytesInMemory(*sequence.file, video) > kMostInMemory) {
        auto rows = std::make_shared<const engine::StoredFeatures>(sequence.file, video, offset);
        series.tiled = std::make_shared<engine::TiledFeatures>(
            engine::TileSource::open(rows, engine::cacheFolder(), run));
        series.features = series.tiled;
        aligner = engine::WordCollapser(rows);
    } else {
        if (!corrected) {
            corrected = engine::readFeatures(*sequence.file, video);
            engine::shift(corrected->intervals, offset);
            if (offset != 0.0)
                corrected->timeType = engine::ElementType::Float64;
        }
        auto rows = std::make_shared<const engine::TimedFeatures>(*std::move(corrected));
        series.features = engine::FeaturePyramid::build(rows, run);
        aligner = engine::WordCollapser(rows);
    }
    const engine::ColumnNames columns = engine::columnNames(*sequence.file, series.features->dimensions());
    for (const std::string& name : columns.names)
        series.names << QString::fromStdString(name);
    series.namesFrom = QString::fromStdString(columns.source);
    return {std::move(series), std::move(aligner)};
}

}

const OpenDataset::Sequence* OpenDataset::withRole(Role role) const
{
    const auto found
        = std::find_if(sequences.begin(), sequences.end(), [&](const Sequence& s) { return s.role == role; });
    return found == sequences.end() ? nullptr : &*found;
}

const engine::PackedFile* OpenDataset::packedWith(const std::string& id) const
{
    const auto part = std::ranges::find_if(
        sequences, [&](const Sequence& sequence) { return sequence.packed && sequence.file->contains(id); });
    return part == sequences.end() ? nullptr : part->packed.get();
}

QStringList labelNames(const engine::SequenceFile& file, std::size_t width)
{
    return differentNames(dimensionNames(file, width));
}

bool holdsText(const engine::SequenceFile& file)
{
    if (file.ids().empty())
        return false;
    try {
        return engine::isText(file.shape(file.ids().front()).featureType);
    } catch (const engine::Error&) {
        return false; // a damaged first entry is reported when it is read
    }
}

Role guessRole(const std::string& key, const engine::SequenceFile& file)
{
    if (holdsText(file))
        return containsAny(key, {"phone"}) ? Role::Other : Role::Words;
    if (containsAny(key, {"word_alignment", "face_landmarks", "answers"})) // no model takes them
        return Role::Other;
    return subjectOf(key);
}

engine::Modality modalityOf(const OpenDataset::Sequence& sequence)
{
    switch (sequence.role == Role::Other ? subjectOf(sequence.key.toStdString()) : sequence.role) {
    case Role::Words:
    case Role::Text:
    case Role::Labels:
        return engine::Modality::Text;
    case Role::Visual:
        return engine::Modality::Visual;
    case Role::Acoustic:
    case Role::Other:
        break;
    }
    return engine::Modality::Acoustic;
}

std::shared_ptr<const OpenDataset> openDataset(engine::DatasetList list, engine::Prober& prober,
                                               const engine::RunContext& run, engine::TimeZero zero)
{
    auto dataset = std::make_shared<OpenDataset>();
    dataset->zero = zero;
    dataset->list = std::move(list);
    std::set<std::string> ids;
    std::vector<std::shared_ptr<engine::PackedFile>> packed;
    std::map<std::string, std::vector<std::filesystem::path>> tables; // by what wrote them
    for (std::size_t i = 0; i < dataset->list.sequences.size(); ++i) {
        run.tick(i, dataset->list.sequences.size());
        const auto& sequence = dataset->list.sequences[i];
        try {
            if (engine::isPackedFile(sequence.file)) {
                packed.push_back(openPacked(*dataset, sequence.file, prober, run));
                ids.insert(packed.back()->ids().begin(), packed.back()->ids().end());
                continue;
            }
            if (const auto origin = engine::featureTableOrigin(sequence.file)) {
                tables[origin->name].push_back(sequence.file);
                ids.insert(sequence.file.stem().string());
                continue;
            }
            prober.check(sequence.file);
            auto file = std::make_shared<const engine::CsdFile>(sequence.file);
            for (const std::string& id : file->ids())
                ids.insert(engine::strippedId(id));
            addSequence(*dataset, sequence.name, std::move(file), nullptr);
        } catch (const engine::Cancelled&) {
            throw;
        } catch (const engine::Error& error) {
            dataset->problems << QString::fromStdString(error.what());
        }
    }
    for (const auto& [name, files] : tables)
        addTables(*dataset, name, files);
    if (!packed.empty())
        nameClips(dataset->list, ids);
    matchMedia(*dataset, ids);
    for (const auto& file : packed)
        file->setClips(clipSeconds(dataset->list, zero));
    for (const auto& media : dataset->list.media)
        ids.insert(media.id);
    dataset->entries = listedEntries(dataset->list, ids);
    return dataset;
}

VideoData readWords(const OpenDataset& dataset, const QString& id, const SequenceOffsets& offsets)
{
    VideoData data;
    data.id = id;
    loadWords(data, dataset, offsets);
    return data;
}

VideoData readLabels(const OpenDataset& dataset, const QString& id, const SequenceOffsets& offsets)
{
    VideoData data;
    data.id = id;
    takeLabels(data, dataset, offsets);
    if (data.problems.isEmpty() && data.labels.intervals.empty())
        loadWords(data, dataset, offsets);
    return data;
}

VideoData readVideo(const OpenDataset& dataset, const QString& id, const engine::RunContext& run,
                    const SequenceOffsets& offsets, const engine::FaceCorrections& faces)
{
    VideoData data = readWords(dataset, id, offsets);
    takeLabels(data, dataset, offsets);
    if (const auto* media = dataset.list.mediaOf(id.toStdString()))
        data.mediaPath = QString::fromStdString(media->file.string());
    readMarks(data);
    if (const engine::PackedFile* packed = dataset.packedWith(id.toStdString()))
        data.countsSteps = !packed->hasTimes(packed->placeOf(id.toStdString()));
    std::size_t done = 0;
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        run.tick(done++, dataset.sequences.size());
        if (sequence.isText && sequence.role == Role::Other)
            attempt(data, [&] { readTexts(data, sequence, offsetOf(offsets, sequence.key)); });
        if (sequence.isText || sequence.role == Role::Labels)
            continue;
        attempt(data, [&] {
            auto [series, aligner]
                = readSeries(sequence, id.toStdString(), offsetOf(offsets, sequence.key),
                             holdsFaceMeasures(sequence)
                                 ? correctedMeasures(dataset, id.toStdString(), faces, offsets, run)
                                 : std::nullopt,
                             run);
            if (sequence.role == Role::Text)
                data.text = aligner;
            else if (sequence.role == Role::Visual)
                data.visual = aligner;
            else if (sequence.role == Role::Acoustic) {
                data.acoustic = aligner;
                data.acousticNames.clear(); // the last acoustic sequence is the one that counts
                for (const QString& name : series.names)
                    data.acousticNames.push_back(name.toStdString());
            }
            data.features.push_back(std::move(series));
            if (sequence.tables) {
                for (const std::string& note : sequence.tables->notes(id.toStdString()))
                    data.problems << QString::fromStdString(note);
            }
        });
    }
    return data;
}

}
