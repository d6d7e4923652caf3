#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/annotation/tier_edits.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/csd_writer.h"

#include "tests/support/sequences.h"

namespace engine::test {

/// Two videos with words, sound and a sentiment, in three files of a folder, and their list.
inline DatasetList smallDataset(const std::filesystem::path& folder)
{
    ComputationalSequence words
        = sequence("words",
                   {{"v", {{ElementType::Float64, {{0, 1}, {1, 2}}}, texts({"good", "day"})}},
                    {"w", {{ElementType::Float64, {{0, 2}}}, texts({"no"})}}});
    ComputationalSequence sound
        = sequence("acoustic", {{"v", numbered({{0, 1}, {1, 2}})}, {"w", numbered({{0, 2}})}});
    ComputationalSequence labels
        = sequence("labels",
                   {{"v", {{ElementType::Float64, {{0, 1}, {1, 2}}}, floats(1, {1.0F, 2.0F})}},
                    {"w", {{ElementType::Float64, {{0, 2}}}, floats(1, {-1.0F})}}});
    labels.setMetadata({{"root name", "labels"}, {"dimension names", std::vector<std::string>{"sentiment"}}});
    DatasetList list;
    list.name = "small";
    list.root = folder;
    for (const auto& [key, one] : std::initializer_list<std::pair<const char*, const ComputationalSequence*>>{
             {"words", &words}, {"acoustic", &sound}, {"labels", &labels}}) {
        const std::filesystem::path file = folder / (std::string(key) + ".csd");
        writeCsd(*one, file);
        list.sequences.push_back({"raw", key, file, {}});
    }
    list.folds = {{"train", {"v"}}, {"test", {"w"}}};
    writeDatasetList(list, folder / "dataset.json");
    return list;
}

/// The words of `v`, as a person has them in hand once one was edited. @return their ids
inline std::vector<SegmentId> takeWords(Annotation& annotation)
{
    const std::vector<Interval> times{{0, 1}, {1, 2}};
    const std::vector<std::string> said{"good", "day"};
    const Change change = wordsTier(annotation, "v", "words", times, said);
    annotation.apply(change);
    return {change.segments[0].after->id, change.segments[1].after->id};
}

/// The labels of `v`. @return their ids
inline std::vector<SegmentId> takeLabels(Annotation& annotation)
{
    const std::vector<Interval> times{{0, 1}, {1, 2}};
    const std::vector<float> given{1.0F, 2.0F};
    const std::vector<std::string> names{"sentiment"};
    const Change change = labelsTier(annotation, "v", "labels", times, MatrixView(given, 2, 1), names);
    annotation.apply(change);
    return {change.segments[0].after->id, change.segments[1].after->id};
}

}
