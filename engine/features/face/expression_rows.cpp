#include "engine/features/face/expression_rows.h"

#include "engine/core/error.h"
#include "engine/features/face/face_look.h"
#include "engine/media/frames_ahead.h"

#include <algorithm>
#include <string>

namespace engine {

namespace {

constexpr int kLargestLookedAt = 640; // pixels
constexpr double kSecondsBetweenLooks = 0.1;

}

std::vector<FeatureColumn> expressionColumns()
{
    std::vector<FeatureColumn> columns{{"found"}};
    for (const std::string_view name : SeenExpression::kNames)
        columns.push_back({std::string(name)});
    columns.push_back({"valence"});
    return columns;
}

FeatureRows expressionRows(const MediaFile& file, const ExpressionNet& net, const RunContext& run)
{
    VideoReader reader(file, VideoReader::kKeptInSequence);
    const FrameIndex& index = reader.index();
    FaceLooker looker(net);
    FeatureRows rows{expressionColumns(), {}, FeatureMatrix(0, expressionColumns().size())};
    bool isAnyFound = false;
    double end = 0.0; // of the last frame
    FramesAhead frames(reader, kLargestLookedAt, kLargestLookedAt, run.stop);
    for (std::size_t k = 0; k < index.size(); ++k) {
        run.tick(k, index.size());
        const auto frame = frames.next();
        const double time = index.time(k);
        end = time + index.frameDuration(k);
        const double due = rows.intervals.empty() ? time : rows.intervals.back().start + kSecondsBetweenLooks;
        if (frame->index != k || time < due - index.frameDuration(k) / 2.0) // lost, or too soon
            continue;
        if (!rows.intervals.empty())
            rows.intervals.back().end = time;
        rows.intervals.push_back({time, end});
        std::vector<float>& values = rows.values.values;
        const std::size_t first = values.size();
        values.resize(first + rows.columns.size());
        ++rows.values.rows;
        if (const std::optional<FaceLook> look = looker.lookAt(grayOf(*frame), time)) {
            isAnyFound = true;
            values[first] = 1.0F;
            std::ranges::copy(look->seen.chances, values.begin() + static_cast<std::ptrdiff_t>(first) + 1);
            values.back() = look->seen.valence;
        }
    }
    if (!rows.intervals.empty())
        rows.intervals.back().end = end;
    if (!isAnyFound)
        throw FormatError("no_face", file.path.string(), "shows no face that was found");
    run.tick(1, 1);
    return rows;
}

}
