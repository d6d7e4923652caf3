#include "app/dataset_view/segment_points.h"

#include "app/dataset/dataset_loader.h"
#include "app/document/document.h"
#include "app/document/label_column.h"
#include "engine/core/segment_id.h"

#include <QHash>

#include <algorithm>

namespace app {

namespace {

constexpr double kWithin = 0.01; // seconds behind the start of a segment, where it is sure to be

/// The label that the project has of a segment; NaN: none.
double ownLabel(const LabelsView& labels, const QString& output, double start)
{
    const auto column = labelColumn(output, labels.names);
    const auto row = engine::rowAt(labels.rows.intervals, start + kWithin);
    if (!column || !row)
        return std::nan("");
    return static_cast<double>(labels.rows.features.at(*row, *column));
}

}

OwnLabels ownLabelsOf(const Document& document)
{
    OwnLabels own;
    for (const std::string& video : document.videosWithOwnLabels()) {
        if (std::optional<LabelsView> labels = document.ownLabels(video))
            own.emplace(video, std::move(*labels));
    }
    return own;
}

widgets::DatasetContentPtr segmentPoints(const engine::ExplainedDataset& explained, std::size_t output,
                                         const OwnLabels& own, const OpenDataset& dataset,
                                         const FurtherAnswers& further)
{
    auto content = std::make_shared<widgets::DatasetContent>();
    if (output >= explained.outputs.size())
        return content;
    QHash<QString, const widgets::LibraryEntry*> entries;
    for (const widgets::LibraryEntryPtr& entry : dataset.entries)
        entries.insert(entry->id, entry.get());
    const engine::ExplainedOutput& of = explained.outputs[output];
    content->output = QString::fromStdString(of.name);
    content->low = of.low;
    content->high = of.high;
    if (!explained.segments.empty()) {
        const std::string video = explained.segments.front().video();
        const auto packed = dataset.packedWith(video);
        content->countsSteps = packed && !packed->hasTimes(video);
    }
    content->otherModel = further.otherModel;
    content->knowsHeldOut = further.knowsHeldOut;
    std::unordered_map<std::string, const widgets::SegmentDynamics*> dynamics;
    for (const widgets::SegmentDynamics& segment : *further.dynamics)
        dynamics.emplace(segment.id.toStdString(), &segment);
    content->points.reserve(explained.segments.size());
    for (const engine::ExplainedSegment& segment : explained.segments) {
        const engine::InteractionMap map = segment.map(output);
        const std::string video = segment.video();
        widgets::DatasetPoint& point = content->points.emplace_back();
        point.video = QString::fromStdString(video);
        point.number = engine::numberOfSegment(segment.id);
        point.start = segment.span.start;
        point.end = segment.span.end;
        point.fold = QString::fromStdString(segment.fold);
        point.words = QString::fromStdString(segment.words);
        point.prediction = segment.prediction(output);
        if (const auto effect = further.muted->find(segment.id); effect != further.muted->end())
            point.prediction -= effect->second;
        if (const auto told = dynamics.find(segment.id); told != dynamics.end()) {
            point.trainingError = told->second->mean;
            point.trainingSpread = told->second->deviation;
        }
        if (const auto other = further.others->find({video, segment.span.start});
            other != further.others->end())
            point.other = other->second;
        point.label = segment.labels[output].value_or(std::nan(""));
        point.shares = map.shares();
        point.kind = map.verdict(of.range).kind;
        if (const auto labels = own.find(video); labels != own.end())
            point.label = ownLabel(labels->second, content->output, segment.span.start);
        if (const widgets::LibraryEntry* entry = entries.value(point.video)) {
            point.speaker = entry->speaker;
            if (point.fold.isEmpty())
                point.fold = entry->fold;
        }
    }
    return content;
}

std::vector<SegmentFacts> segmentFacts(const engine::ExplainedDataset& explained)
{
    std::vector<SegmentFacts> facts;
    std::map<std::string, double> ends; // of the last segment of each video
    for (const engine::ExplainedSegment& segment : explained.segments) {
        const auto [last, isFirst] = ends.try_emplace(segment.video(), segment.span.start);
        facts.push_back({segment.present, std::max(0.0, segment.span.start - last->second)});
        last->second = segment.span.end;
    }
    return facts;
}

}
