#include "engine/packed/packed_input.h"

#include "engine/core/segment_id.h"

#include <algorithm>
#include <optional>
#include <set>

namespace engine {

namespace {

/// The rows of some segments, one behind the other.
FeatureMatrix rowsOf(const PackedFile& file, std::size_t feature, std::span<const std::size_t> places)
{
    FeatureMatrix all = file.read(feature, places.front());
    for (const std::size_t place : places.subspan(1)) {
        const FeatureMatrix more = file.read(feature, place);
        all.values.insert(all.values.end(), more.values.begin(), more.values.end());
        all.rows += more.rows;
    }
    return all;
}

/// The segment and up to `window` - 1 before it.
std::vector<std::size_t> windowUpTo(const PackedFile& file, std::size_t place, std::size_t window)
{
    std::vector<std::size_t> places{place};
    while (places.size() < window) {
        const std::optional<std::size_t> before = file.before(places.back());
        if (!before || videoOfSegment(file.ids()[*before]) != videoOfSegment(file.ids()[place]))
            break;
        places.push_back(*before);
    }
    std::ranges::reverse(places);
    return places;
}

}

std::array<std::size_t, allModalities.size()> packedWidths(const PackedFile& file)
{
    std::array<std::size_t, allModalities.size()> widths{};
    std::set<std::size_t> known; // folds: their segments have the same arrays
    for (std::size_t place = 0; place < file.ids().size(); ++place) {
        if (!known.insert(file.segment(place).fold).second)
            continue;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::optional<std::size_t> feature = file.featureOf(allModalities[i], place);
            widths[i] = feature ? file.features()[*feature].width : widths[i];
        }
    }
    return widths;
}

bool isUtteranceLevel(const PackedFile& file)
{
    if (file.ids().empty())
        return false;
    for (const Modality modality : allModalities) {
        if (const auto feature = file.featureOf(modality, 0))
            return !file.hasSteps(*feature, 0);
    }
    return false;
}

SegmentInput packedInput(const PackedFile& file, std::size_t place, std::size_t window)
{
    const std::vector<std::size_t> places = windowUpTo(file, place, window);
    SegmentInput input;
    std::size_t steps = 0; // of the first modality that is there
    for (const Modality modality : allModalities) {
        if (const auto feature = file.featureOf(modality, place)) {
            input.of(modality) = rowsOf(file, *feature, places);
            steps = steps > 0 ? steps : input.of(modality).rows;
        }
    }
    for (const Modality modality : allModalities) {
        if (!file.featureOf(modality, place))
            input.of(modality) = FeatureMatrix(steps, 0);
    }
    return input;
}

}
