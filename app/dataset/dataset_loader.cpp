#include "app/dataset/dataset_loader.h"

#include "app/dataset/library_entries.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/dataset_opening/sequence_rows.h"
#include "engine/formats/praat/textgrid.h"
#include "engine/sequences/column_names.h"
#include "engine/sequences/shifted_sequence.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

class LoaderTexts {
    Q_DECLARE_TR_FUNCTIONS(app::OpenDataset)
};

/// Which media files are not needed.
QString tellSpare(const engine::OpenedSequences& dataset)
{
    constexpr std::size_t named = 10; // in the message
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, dataset.spareMedia.size()); ++i)
        names << QString::fromStdString(
            dataset.spareMedia[i].file.lexically_relative(dataset.list.root).string());
    if (dataset.spareMedia.size() > named)
        names << QStringLiteral("…");
    return LoaderTexts::tr("%n media file(s) belong to videos that have one already, and are not used: %1.",
                           nullptr, static_cast<int>(dataset.spareMedia.size()))
        .arg(names.join(QStringLiteral(", ")));
}

QStringList inQt(const std::vector<std::string>& texts)
{
    QStringList result;
    for (const std::string& text : texts)
        result << QString::fromStdString(text);
    return result;
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

void loadWords(VideoData& data, const OpenDataset& dataset, const engine::SequenceOffsets& offsets)
{
    const std::string id = data.id.toStdString();
    if (const auto* words = dataset.withRole(Role::Words))
        data.wordsKey = QString::fromStdString(words->key);
    attempt(data, [&] { data.words = engine::readRecordedWords(dataset, id, offsets); });
    attempt(data, [&] { data.wordSureness = engine::readSureness(dataset, id, data.words); });
}

/// Those that were made in the live session that it is a recording of.
void readMarks(VideoData& data)
{
    const std::filesystem::path file = engine::marksBeside(data.mediaPath.toStdString());
    std::error_code missing;
    if (!data.mediaPath.isEmpty() && std::filesystem::is_regular_file(file, missing))
        attempt(data, [&] { data.marks = engine::textGridFormat().read(file, {}).content; });
}

void takeLabels(VideoData& data, const OpenDataset& dataset, const engine::SequenceOffsets& offsets)
{
    if (const auto* labels = dataset.withRole(Role::Labels))
        data.labelsKey = QString::fromStdString(labels->key);
    attempt(data, [&] {
        engine::RecordedLabels read = engine::readRecordedLabels(dataset, data.id.toStdString(), offsets);
        data.labels = std::move(read.rows);
        data.labelNames = inQt(read.names);
        data.labelScales = std::move(read.scales);
        data.termLabels = std::move(read.terms);
    });
}

void readTexts(VideoData& data, const OpenDataset::Sequence& sequence, double offset)
{
    TextSeries series{QString::fromStdString(sequence.key),
                      engine::readText(*sequence.file, data.id.toStdString())};
    engine::shift(series.texts.intervals, offset);
    if (!series.texts.texts.empty())
        data.texts.push_back(std::move(series));
}

FeatureSeries seriesOf(const OpenDataset::Sequence& sequence, const engine::SequenceRows& rows)
{
    FeatureSeries series{
        QString::fromStdString(sequence.key), app::modalityOf(sequence), {}, {}, rows.features, rows.tiled};
    const engine::ColumnNames columns = engine::columnNames(*sequence.file, series.features->dimensions());
    series.names = inQt(columns.names);
    series.namesFrom = QString::fromStdString(columns.source);
    return series;
}

}

engine::Modality modalityOf(const OpenDataset::Sequence& sequence)
{
    if (sequence.role == Role::Other) { // sets of the parts, whose names say nothing of a sense
        const std::string& key = sequence.key;
        if (key.find("expression") != std::string::npos || key.find("blendshape") != std::string::npos)
            return engine::Modality::Visual;
        if (key.find("valence") != std::string::npos)
            return engine::Modality::Text;
    }
    switch (sequence.role == Role::Other ? engine::subjectOf(sequence.key) : sequence.role) {
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
    static_cast<engine::OpenedSequences&>(*dataset) = openSequences(std::move(list), prober, run, zero);
    dataset->problems = inQt(dataset->failures);
    if (!dataset->spareMedia.empty())
        dataset->problems << tellSpare(*dataset);
    dataset->entries = widgets::LibraryEntryList(listedVideos(dataset->list, dataset->ids));
    return dataset;
}

VideoData readWords(const OpenDataset& dataset, const QString& id, const engine::SequenceOffsets& offsets)
{
    VideoData data;
    data.id = id;
    loadWords(data, dataset, offsets);
    return data;
}

VideoData readLabels(const OpenDataset& dataset, const QString& id, const engine::SequenceOffsets& offsets)
{
    VideoData data;
    data.id = id;
    takeLabels(data, dataset, offsets);
    if (data.problems.isEmpty() && data.labels.intervals.empty())
        loadWords(data, dataset, offsets);
    return data;
}

VideoData readVideo(const OpenDataset& dataset, const QString& id, const engine::RunContext& run,
                    const engine::SequenceOffsets& offsets, const engine::FaceCorrections& faces)
{
    VideoData data = readWords(dataset, id, offsets);
    takeLabels(data, dataset, offsets);
    if (const auto* media = dataset.list.mediaOf(id.toStdString()))
        data.mediaPath = QString::fromStdString(media->file.string());
    readMarks(data);
    data.packed = dataset.packedWith(id.toStdString());
    data.countsSteps = dataset.countsSteps(id.toStdString());
    WordFeatures received;
    std::size_t done = 0;
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        run.tick(done++, dataset.sequences.size());
        if (sequence.isText && sequence.role == Role::Other)
            attempt(data, [&] { readTexts(data, sequence, engine::offsetOf(offsets, sequence.key)); });
        if (sequence.isText || sequence.role == Role::Labels)
            continue;
        attempt(data, [&] {
            const engine::SequenceRows rows
                = engine::readRows(dataset, sequence, id.toStdString(), offsets, faces, run);
            FeatureSeries series = seriesOf(sequence, rows);
            series.isForModels = sequence.role == Role::Text || sequence.role == Role::Visual
                || sequence.role == Role::Acoustic;
            const auto aligner
                = rows.stored ? engine::WordCollapser(rows.stored) : engine::WordCollapser(rows.held);
            if (sequence.role == Role::Text)
                received.text = aligner;
            else if (sequence.role == Role::Visual)
                received.visual = aligner;
            else if (sequence.role == Role::Acoustic) {
                received.acoustic = aligner;
                received.acousticNames.clear(); // the last acoustic sequence is the one that counts
                for (const QString& name : series.names)
                    received.acousticNames.push_back(name.toStdString());
            }
            data.features.push_back(std::move(series));
            if (sequence.entryFiles) {
                for (const std::string& note : sequence.entryFiles->notes(id.toStdString()))
                    data.problems << QString::fromStdString(note);
            }
        });
    }
    received.isPerWord = received.text.intervals() == data.words.intervals;
    data.wordFeatures = std::make_shared<WordFeatures>(std::move(received));
    return data;
}

}
