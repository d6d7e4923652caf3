#include "app/space/space_points.h"

#include "engine/dataset_opening/face_sequences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

struct SpaceNote {
    Q_DECLARE_TR_FUNCTIONS(app::SpaceNote)
};

/// What was left out, in sentences.
QString noteOn(const engine::SegmentMeans& means, const engine::Projection& projection)
{
    QStringList sentences;
    if (means.withoutRows > 0)
        sentences << SpaceNote::tr("%n segments have no row of it.", nullptr,
                                   static_cast<int>(means.withoutRows));
    if (means.ignoredValues > 0)
        sentences << SpaceNote::tr("%n values that are no numbers are ignored.", nullptr,
                                   static_cast<int>(means.ignoredValues));
    if (projection.constantColumns > 0)
        sentences << SpaceNote::tr("%n dimensions never change and are left out.", nullptr,
                                   static_cast<int>(projection.constantColumns));
    if (!means.findings.empty())
        sentences << SpaceNote::tr("%n videos cannot be read.", nullptr,
                                   static_cast<int>(means.findings.size()));
    return sentences.join(QLatin1Char(' '));
}

}

QStringList spaceSequences(const OpenDataset& dataset)
{
    QStringList keys;
    for (const Role role : {Role::Text, Role::Acoustic, Role::Visual, Role::Other, Role::Labels}) {
        for (const OpenDataset::Sequence& sequence : dataset.sequences) {
            if (sequence.role == role && !sequence.isText)
                keys << QString::fromStdString(sequence.key);
        }
    }
    return keys;
}

engine::SegmentMeans readSpaceRows(const OpenDataset& dataset, const engine::SequenceFile& sequence,
                                   const QString& key, const engine::ProjectEdits& edits,
                                   const engine::RunContext& run)
{
    engine::SegmentSources sources{&sequence};
    sources.featureOffsets = engine::offsetsOf(edits.offsets, key.toStdString());
    if (const OpenDataset::Sequence* labels = dataset.withRole(Role::Labels)) {
        sources.labels = labels->file.get();
        sources.labelOffsets = engine::offsetsOf(edits.offsets, labels->key);
    }
    if (const OpenDataset::Sequence* words = dataset.withRole(Role::Words)) {
        sources.words = words->file.get();
        sources.wordOffsets = engine::offsetsOf(edits.offsets, words->key);
    }
    for (const auto& [video, rows] : edits.labels)
        sources.ownSegments.emplace(video, rows.intervals);
    for (const auto& [video, words] : edits.words)
        sources.ownWords.emplace(video, words.text);
    const engine::OpenedSequence* opened = dataset.called(key.toStdString());
    if (opened && engine::holdsFaceMeasures(*opened)) {
        for (const auto& [video, corrections] : edits.faces) {
            auto rows = engine::correctedMeasures(dataset, video, corrections,
                                                  engine::offsetsOfVideo(edits.offsets, video), run);
            if (rows)
                sources.ownFeatures.emplace(video, std::move(*rows));
        }
    }
    return engine::segmentMeans(sources, run);
}

widgets::SpaceContent placeSpace(const OpenDataset& dataset, const engine::SegmentMeans& means,
                                 const engine::ProjectionOptions& projection, const engine::RunContext& run)
{
    const engine::Projection placed = engine::project(means.means, projection, run);
    widgets::SpaceContent content;
    content.projection = projection;
    content.explained = placed.explained;
    content.trustworthiness = placed.trustworthiness;
    content.dimensions = static_cast<int>(means.means.columns);
    content.note = noteOn(means, placed);
    for (std::size_t i = 0; i < means.segments.size(); ++i) {
        if (std::isnan(placed.points[i].front()))
            continue; // nothing finite: it has no place
        const engine::MeanSegment& segment = means.segments[i];
        widgets::SpacePoint point{placed.points[i],
                                  QString::fromStdString(segment.video),
                                  static_cast<int>(segment.number) + 1,
                                  segment.interval.start,
                                  {},
                                  {},
                                  {},
                                  QString::fromStdString(segment.words),
                                  segment.interval.end};
        if (const int place = dataset.entries.placeOf(point.video); place >= 0) {
            const widgets::LibraryEntryPtr entry = dataset.entries[static_cast<std::size_t>(place)];
            point.fold = entry->fold;
            point.speaker = entry->speaker;
        }
        content.points.push_back(std::move(point));
    }
    return content;
}

ReadSpace readSpace(const OpenDataset& dataset, const engine::ProjectionOptions& projection,
                    const ReadSpaceRows& read, std::shared_ptr<const engine::SegmentMeans> rows,
                    const engine::RunContext& run)
{
    const bool isPca = projection.method == engine::ProjectionMethod::Pca;
    const double reading = rows ? 0.0 : isPca ? 0.8 : 0.3; // part of the work
    const auto part = [&run](double from, double to) {
        engine::RunContext result{run.stop, {}};
        if (run.progress)
            result.progress
                = [&run, from, to](double fraction) { run.progress(from + (to - from) * fraction); };
        return result;
    };
    if (!rows)
        rows = std::make_shared<engine::SegmentMeans>(read(part(0, reading)));
    auto content
        = std::make_shared<widgets::SpaceContent>(placeSpace(dataset, *rows, projection, part(reading, 1)));
    return {std::move(rows), std::move(content)};
}

}
