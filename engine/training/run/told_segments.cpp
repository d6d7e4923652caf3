#include "engine/training/run/told_segments.h"

#include "engine/core/error.h"
#include "engine/model_files/data_options.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {

ToldSegments::ToldSegments(const Scorer& scorer, const DatasetList& list,
                           const std::filesystem::path& dataset, std::size_t together)
    : m_scorer(scorer)
    , m_list(list)
    , m_dataset(dataset)
    , m_together(together)
{
    const SegmentRecipe recipe = scorer.recipe();
    m_areAligned = !recipe.hasOwnRows;
    if (const std::filesystem::path packed = packedFileOf(list, recipe); !packed.empty()) {
        readPacked(list, recipe, packed);
    } else {
        read(list, recipe);
        nameFolds();
    }
    if (m_segments.empty())
        throw FormatError("no_segments", dataset.string(), "has no segment that the model could see");
}

/// What the model learnt from is known by its card, before windows are made of what stands alone.
void ToldSegments::readPacked(const DatasetList& list, const SegmentRecipe& recipe,
                              const std::filesystem::path& file)
{
    PackedDataset dataset = readPackedDataset(list, recipe, file);
    FeatureData& data = dataset.data;
    m_scorer.requireTakes(data);
    settleBrokenNumbers(data, m_scorer.card().input.options.nanIsZero);
    const std::vector<std::string> known = KnownFolds(m_scorer.card()).of(data);
    std::vector<LabelCard> labels;
    try {
        labels = m_scorer.labelsIn(data);
    } catch (const FormatError&) {
        labels.clear(); // those of the file are others
    }
    for (FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i) {
            ToldSegment& told = m_segments.emplace_back();
            const std::string& trained = known[m_segments.size() - 1];
            told.segment.id = fold.ids[i];
            told.segment.fold = trained.empty() ? dataset.folds[m_segments.size() - 1] : trained;
            told.segment.interval = fold.spans[i];
            told.segment.transcript = fold.transcripts.empty() ? std::string() : fold.transcripts[i];
            for (std::size_t m = 0; m < allModalities.size(); ++m)
                told.present[m] = fold.presenceOf(allModalities[m])[i]
                    && std::ranges::any_of(fold.of(allModalities[m]).segment(i),
                                           [](float value) { return value != 0.0F; });
            for (std::size_t output = 0; output < labels.size(); ++output) {
                const std::size_t column = m_scorer.card().labels[output].column;
                told.labels.resize(std::max(told.labels.size(), column + 1), std::nanf(""));
                if (labels[output].column < fold.labels.columns)
                    told.labels[column] = fold.labels.at(i, labels[output].column);
            }
        }
        if (data.isUtteranceLevel)
            fold = windowed(fold, windowOf(true, m_scorer.card().input.options));
    }
    m_packed = pooled(data);
    m_packed->labels = FeatureMatrix(m_packed->size(), 0);
}

void ToldSegments::read(const DatasetList& list, const SegmentRecipe& recipe)
{
    std::vector<LabelledSegment> all = labelledSegments(list, recipe);
    std::ranges::move(unlabelledSegments(list, recipe), std::back_inserter(all));
    for (LabelledSegment& segment : all) {
        const bool hasRows = std::ranges::any_of(
            allModalities, [&](Modality modality) { return segment.input.of(modality).rows > 0; });
        const bool areParts = asksParts(m_scorer.card());
        if (areParts && !list.mediaOf(videoOfSegment(segment.id))) {
            m_leftOut.push_back(
                {{"id", segment.id}, {"why", "There is no recording that the parts could see."}});
            continue;
        }
        if (!areParts && (!hasRows || (!recipe.hasOwnRows && segment.input.text.rows == 0))) {
            m_leftOut.push_back({{"id", segment.id}, {"why", "It has no row that the model could see."}});
            continue;
        }
        std::vector<float> labels = std::exchange(segment.labels, {});
        ToldSegment& told = m_segments.emplace_back();
        for (std::size_t m = 0; m < allModalities.size(); ++m)
            told.present[m] = areParts ? allModalities[m] != Modality::Text || !segment.transcript.empty()
                                       : std::ranges::any_of(segment.input.of(allModalities[m]).values,
                                                             [](float value) { return value != 0.0F; });
        told.labels = std::move(labels);
        told.segment = std::move(segment);
    }
}

FoldData ToldSegments::foldOfPlaces(const std::vector<std::size_t>& places, const std::string& name) const
{
    if (m_packed) {
        FoldData fold = selected(*m_packed, places);
        fold.name = name;
        return fold;
    }
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

FoldData ToldSegments::partToAsk(std::size_t first, std::size_t last, const std::string& name) const
{
    FoldData fold = part(first, last, name);
    if (!asksParts(m_scorer.card()) || m_packed)
        return fold;
    std::vector<LabelledSegment> segments;
    for (std::size_t place = first; place < last; ++place)
        segments.push_back(m_segments[place].segment);
    fold.media = mediaFor(segments, m_list, m_scorer.card().input.options);
    return fold;
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
