#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/snapshot/project_edits.h"
#include "engine/space/segment_means.h"
#include "widgets/space/space_point.h"

#include <functional>
#include <memory>

namespace app {

/// The sequences that Space can show: numbers, the model's first, labels last.
QStringList spaceSequences(const OpenDataset& dataset);

/// The segments of the whole dataset by the mean rows of one sequence.
/// @param sequence  of numbers.
/// @param key       of the sequence with which it is moved.
/// @param edits     what the project has in the place of its files: segments, words, faces, how sequences are
///                  moved.
/// @throws Cancelled.
engine::SegmentMeans readSpaceRows(const OpenDataset& dataset, const engine::SequenceFile& sequence,
                                   const QString& key, const engine::ProjectEdits& edits,
                                   const engine::RunContext& run);

/// Their places. @throws Cancelled.
widgets::SpaceContent placeSpace(const OpenDataset& dataset, const engine::SegmentMeans& means,
                                 const engine::ProjectionOptions& projection, const engine::RunContext& run);

/// Both, as one task.
struct ReadSpace {
    std::shared_ptr<const engine::SegmentMeans> rows;
    std::shared_ptr<const widgets::SpaceContent> content;
};
using ReadSpaceRows = std::function<engine::SegmentMeans(const engine::RunContext&)>;
/// @param read  gives the rows, where there are none yet
/// @param rows  that were read before; null: they are read now
ReadSpace readSpace(const OpenDataset& dataset, const engine::ProjectionOptions& projection,
                    const ReadSpaceRows& read, std::shared_ptr<const engine::SegmentMeans> rows,
                    const engine::RunContext& run);

}
