#include "engine/alignment/functionals.h"

#include "engine/core/error.h"
#include "engine/functionals/egemaps_functionals.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kDescriptorColumns = 25;

/// All of a video's rows of a sequence, in the order of time.
FeatureRows rowsOf(SequencePart part)
{
    Block block = sortedByStart(joined(std::move(part)));
    return {{}, std::move(block.entry.intervals.values), block.entry.features.toMatrix()};
}

}

void addFunctionals(VideoPart& part, const FunctionalsStep& step)
{
    SequencePart result(step.into);
    part.sequence(step.of).read();
    part.sequence(step.level).read();
    const auto* key = std::get_if<std::string>(&step.per);
    if (key)
        part.sequence(*key).read();
    const bool isWhole = !part.sequence(step.of).pieces.empty() && !part.sequence(step.level).pieces.empty();
    if (isWhole) {
        const FeatureRows descriptors = rowsOf(part.sequence(step.of));
        const FeatureRows level = rowsOf(part.sequence(step.level));
        if (descriptors.values.columns < kDescriptorColumns)
            throw ShapeError(
                "data_invalid",
                fmt::format("Sequence {} has {} columns, expected the {} of egemaps25 and valid.", step.of,
                            descriptors.values.columns, kDescriptorColumns));
        if (level.values.rows != descriptors.values.rows)
            throw ShapeError("data_invalid",
                             fmt::format("Video {}: {} has {} rows, expected the {} of {}.", part.video,
                                         step.level, level.values.rows, descriptors.values.rows, step.of));
        const auto add = [&](const std::string& id, const IntervalArray& intervals) {
            FeatureRows sums = egemaps88(descriptors, level, intervals.values);
            Block block;
            block.entry = {intervals,
                           {ElementType::Float32,
                            {sums.values.rows, sums.values.columns},
                            std::move(sums.values.values)}};
            result.add(id, std::move(block));
        };
        if (key) {
            for (const SequencePart::Piece& piece : part.sequence(*key).pieces) {
                const EntryRows rows = part.sequence(*key).rows(piece);
                add(piece.id,
                    {rows.entry->intervals.type, {rows.intervals().begin(), rows.intervals().end()}});
            }
        } else if (!descriptors.intervals.empty()) {
            add(part.video,
                {ElementType::Float64,
                 windowsUntil(descriptors.intervals.back().end, std::get<SlidingWindow>(step.per),
                              part.video)});
        }
    }
    part.sequences.push_back(std::move(result));
}

std::size_t functionalsWidth()
{
    return egemaps88Columns().size();
}

Metadata metadataOf(const FunctionalsStep& step)
{
    const auto* key = std::get_if<std::string>(&step.per);
    const std::string per
        = key ? "row of " + *key : fmt::format("window of {} s", std::get<SlidingWindow>(step.per).window);
    std::vector<std::string> names;
    for (const FeatureColumn& column : egemaps88Columns())
        names.push_back(column.title());
    return {
        {"root name", step.into},
        {"dimension names", names},
        {"computational sequence description",
         fmt::format("functionals of eGeMAPS, made of {} and {}, for each {}", step.of, step.level, per)}};
}

}
