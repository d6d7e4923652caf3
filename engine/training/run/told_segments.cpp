#include "engine/training/run/told_segments.h"

#include "engine/core/error.h"
#include "engine/model_files/data_options.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/run/scorer.h"

#include <algorithm>
#include <utility>

namespace engine {

ToldSegments::ToldSegments(const Scorer& scorer, const DatasetList& list,
                           const std::filesystem::path& dataset, std::size_t together)
    : m_scorer(scorer)
    , m_dataset(dataset)
    , m_together(together)
{
    const SegmentRecipe recipe = scorer.recipe();
    m_areAligned = !recipe.hasOwnRows;
    read(list, recipe);
    if (m_segments.empty())
        throw FormatError("no_segments", dataset.string(), "has no segment that the model could see");
    nameFolds();
}

void ToldSegments::read(const DatasetList& list, const SegmentRecipe& recipe)
{
    std::vector<LabelledSegment> all = labelledSegments(list, recipe);
    std::ranges::move(unlabelledSegments(list, recipe), std::back_inserter(all));
    for (LabelledSegment& segment : all) {
        const bool hasRows = std::ranges::any_of(
            allModalities, [&](Modality modality) { return segment.input.of(modality).rows > 0; });
        if (!hasRows || (!recipe.hasOwnRows && segment.input.text.rows == 0)) {
            m_leftOut.push_back({{"id", segment.id}, {"why", "It has no row that the model could see."}});
            continue;
        }
        std::vector<float> labels = std::exchange(segment.labels, {});
        m_segments.push_back({std::move(segment), std::move(labels)});
    }
}

FoldData ToldSegments::foldOfPlaces(const std::vector<std::size_t>& places, const std::string& name) const
{
    std::vector<LabelledSegment> segments;
    for (const std::size_t place : places)
        segments.push_back(m_segments[place].segment);
    FoldData fold = foldOf(name, segments, m_areAligned);
    settleBrokenNumbers(fold, m_dataset.string(), m_scorer.card().input.options.nanIsZero);
    return fold;
}

FoldData ToldSegments::part(std::size_t first, std::size_t last, const std::string& name) const
{
    std::vector<std::size_t> places;
    for (std::size_t place = first; place < last; ++place)
        places.push_back(place);
    return foldOfPlaces(places, name);
}

/// What the model learnt from is known by its card.
void ToldSegments::nameFolds()
{
    const KnownFolds known(m_scorer.card());
    for (std::size_t first = 0; first < m_segments.size(); first += m_together) {
        const std::size_t last = std::min(m_segments.size(), first + m_together);
        const FoldData asked = part(first, last, "all");
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (const std::string fold = known.of(asked, i); !fold.empty())
                m_segments[first + i].segment.fold = fold;
        }
    }
}

FeatureData ToldSegments::trainingData() const
{
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < m_segments.size(); ++place) {
        if (m_segments[place].segment.fold == "train")
            places.push_back(place);
    }
    FeatureData data;
    data.source = m_dataset.string();
    data.folds[0] = foldOfPlaces(places, "train");
    data.folds[1].name = "valid";
    data.folds[2].name = "test";
    if (places.empty())
        data.folds[2] = part(0, 1, "test");
    return data;
}

}
