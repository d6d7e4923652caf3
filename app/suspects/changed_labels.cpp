#include "app/suspects/changed_labels.h"

#include "app/project/places_by_start.h"
#include "app/review/review_units.h"
#include "app/suspects/project_label.h"
#include "app/suspects/suspect_content.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

/// Labels lie in files as numbers of 32 bits.
bool isSameLabel(double one, double other)
{
    constexpr double rounding = 4 * std::numeric_limits<float>::epsilon();
    return std::abs(one - other) <= rounding * std::max({1.0, std::abs(one), std::abs(other)});
}

}

SearchedLabels searchedLabels(const engine::Suspects& found)
{
    SearchedLabels searched{found.labelName, found.classes, {}};
    for (const engine::Suspect& suspect : found.segments)
        searched.labels.push_back(
            {suspect.id, videoOf(suspect).toStdString(), suspect.span.start, suspect.label});
    return searched;
}

ChangedLabels changedLabels(const SearchedLabels& searched, const engine::Annotation& annotation)
{
    const auto tiers = engine::tiersCalled(annotation, kLabelsTier);
    RecordedVideos videos; // of which the project has labels
    for (const auto& [video, tier] : tiers) {
        if (!tier->labels.empty() && tier->labels.front().name == searched.name)
            videos.emplace(video, RecordedVideo());
    }
    const engine::Layer nobody{{}, kLabelsTier, {}, 1, engine::Presentation::All, false};
    std::map<std::string, std::vector<engine::LabelRow>> rows;
    for (engine::LabelRow& row : searched.classes.empty()
             ? labelledRows(reviewUnits(videos, annotation, nobody, {}))
             : classRows(annotation, searched.name, searched.classes))
        rows[row.video].push_back(std::move(row));
    ChangedLabels changed;
    for (const SearchedLabels::Label& label : searched.labels) {
        if (!videos.contains(label.video))
            continue;
        const std::vector<engine::LabelRow>& own = rows[label.video];
        const auto now = std::ranges::find_if(own, [&](const engine::LabelRow& row) {
            return std::abs(row.span.start - label.start) < PlacesByStart::kSameStart;
        });
        if (now == own.end())
            changed.emplace(label.id, std::nullopt);
        else if (!isSameLabel(*now->value, label.value))
            changed.emplace(label.id, now->value);
    }
    return changed;
}

}
