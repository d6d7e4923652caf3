#include "app/dataset_view/segment_points.h"

#include "app/dataset/dataset_loader.h"
#include "app/document/document.h"
#include "app/document/label_column.h"
#include "app/snapshot/label_titles.h"
#include "app/snapshot/learnt_values.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <map>

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

/// The class that has a 1 where all others have 0, or whose number the only column has; NaN: nobody said one.
double classGiven(const engine::ExplainedSegment& segment, std::size_t classes)
{
    double given = std::nan("");
    if (segment.labels[0]
        && std::none_of(segment.labels.begin() + 1, segment.labels.end(),
                        [](const auto& label) { return label.has_value(); }))
        return *segment.labels[0] >= 0.0 && *segment.labels[0] < static_cast<double>(classes)
            ? std::floor(*segment.labels[0])
            : given;
    for (std::size_t i = 0; i < classes; ++i) {
        if (segment.labels[i] == 1.0 && std::isnan(given))
            given = static_cast<double>(i);
        else if (segment.labels[i] != 0.0)
            return std::nan("");
    }
    return given;
}

/// The places that a label's classes have among a model's; NaN: the model has no such class.
std::vector<double> placesOf(const engine::LabelToLearn& label, const QStringList& classes)
{
    std::vector<double> places;
    for (const std::string& name : label.classes) {
        const auto place = classes.indexOf(QString::fromStdString(name));
        places.push_back(place < 0 ? std::nan("") : static_cast<double>(place));
    }
    return places;
}

/// The most probable of the classes, and how the modalities make it so.
void tellClass(widgets::DatasetPoint& point, const engine::ExplainedSegment& segment, std::size_t classes,
               const std::vector<engine::ExplainedOutput>& outputs)
{
    std::size_t most = 0;
    for (std::size_t i = 1; i < classes; ++i)
        most = segment.prediction(i) > segment.prediction(most) ? i : most;
    const engine::InteractionMap map = segment.map(most);
    point.prediction = static_cast<double>(most);
    point.probability = segment.prediction(most);
    point.shares = map.shares();
    point.kind = map.verdict(outputs[most].range).kind;
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

widgets::DatasetContentPtr segmentPoints(const engine::ExplainedDataset& explained, const ShownOutput& shown,
                                         const OwnLabels& own, const engine::LabelToLearn* learnt,
                                         const OpenDataset& dataset, const FurtherAnswers& further)
{
    auto content = std::make_shared<widgets::DatasetContent>();
    const std::size_t output = shown.isChoice ? 0 : shown.output;
    if (output >= explained.outputs.size() || shown.classes > explained.outputs.size())
        return content;
    QStringList classes;
    for (std::size_t i = 0; i < shown.classes; ++i)
        classes << QString::fromStdString(explained.outputs[i].name);
    if (shown.isChoice)
        content->classes = classes;
    const engine::ExplainedOutput& of = explained.outputs[output];
    content->output = shown.isChoice ? shown.name : QString::fromStdString(of.name);
    content->low = shown.isChoice ? 0.0 : of.low;
    content->high = shown.isChoice ? static_cast<double>(shown.classes - 1) : of.high;
    std::optional<LearntValues> learntValues;
    const bool isOneClass = !shown.isChoice && output < shown.classes;
    if (learnt && (shown.isChoice || isOneClass) != learnt->classes.empty())
        learntValues.emplace(*learnt);
    const std::vector<double> places = learntValues ? placesOf(*learnt, classes) : std::vector<double>();
    if (learntValues && learnt->by != engine::LabelToLearn::By::Segments)
        content->labelsBy = labelOwner(*learnt);
    if (!explained.segments.empty())
        content->countsSteps = dataset.countsSteps(explained.segments.front().video());
    content->otherModel = further.otherModel;
    content->knowsHeldOut = further.knowsHeldOut;
    std::unordered_map<std::string, const widgets::SegmentDynamics*> dynamics;
    for (const widgets::SegmentDynamics& segment : *further.dynamics)
        dynamics.emplace(segment.id.toStdString(), &segment);
    const auto labelOf = [&](const engine::ExplainedSegment& segment) {
        const auto labels = own.find(segment.video());
        if (!learntValues && shown.isChoice)
            return classGiven(segment, shown.classes);
        if (!learntValues)
            return labels != own.end() ? ownLabel(labels->second, content->output, segment.span.start)
                                       : segment.labels[output].value_or(std::nan(""));
        const double given = learntValues->at(segment.video(), segment.span.start);
        const double value
            = places.empty() || std::isnan(given) ? given : places[static_cast<std::size_t>(given)];
        return !isOneClass || std::isnan(value) ? value : value == static_cast<double>(output) ? 1.0 : 0.0;
    };
    content->points.reserve(explained.segments.size());
    for (const engine::ExplainedSegment& segment : explained.segments) {
        const std::string video = segment.video();
        widgets::DatasetPoint& point = content->points.emplace_back();
        point.video = QString::fromStdString(video);
        point.number = engine::numberOfSegment(segment.id);
        point.start = segment.span.start;
        point.end = segment.span.end;
        point.fold = QString::fromStdString(segment.fold);
        point.words = QString::fromStdString(segment.words);
        if (shown.isChoice) {
            tellClass(point, segment, shown.classes, explained.outputs);
        } else {
            const engine::InteractionMap map = segment.map(output);
            point.prediction = segment.prediction(output);
            point.shares = map.shares();
            point.kind = map.verdict(of.range).kind;
        }
        if (const auto effect = further.muted->find(segment.id); effect != further.muted->end())
            point.prediction -= effect->second;
        if (const auto told = dynamics.find(segment.id); told != dynamics.end()) {
            point.trainingError = told->second->mean;
            point.trainingSpread = told->second->deviation;
        }
        if (const auto other = further.others->find({video, segment.span.start});
            other != further.others->end())
            point.other = other->second;
        point.label = labelOf(segment);
        if (shown.isChoice && point.isLabelled())
            point.labelProbability = segment.prediction(static_cast<std::size_t>(point.label));
        if (const int entryPlace = dataset.entries.placeOf(point.video); entryPlace >= 0) {
            const widgets::LibraryEntryPtr entry = dataset.entries[static_cast<std::size_t>(entryPlace)];
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
