#include "engine/cli/polylogue_models/models_explain_lines.h"

#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/training/data/data_options.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/run/recipe_json.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_explainer.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace engine {

namespace {

/// A segment as the lines tell it, beside what the model sees of it.
struct ToldSegment {
    LabelledSegment segment; ///< without labels: all segments are alike then
    std::vector<float> labels;
};

struct ToldSegments {
    std::vector<ToldSegment> segments;
    nlohmann::json leftOut = nlohmann::json::array(); ///< {"id", "why"}
};

/// Labelled segments and, of videos without labels, utterances, in the order of the list.
ToldSegments readSegments(const DatasetList& list, const SegmentRecipe& recipe)
{
    std::vector<LabelledSegment> all = labelledSegments(list, recipe);
    std::ranges::move(unlabelledSegments(list, recipe), std::back_inserter(all));
    ToldSegments told;
    for (LabelledSegment& segment : all) {
        const bool hasRows = std::ranges::any_of(
            allModalities, [&](Modality modality) { return segment.input.of(modality).rows > 0; });
        if (!hasRows || (!recipe.hasOwnRows && segment.input.text.rows == 0)) {
            told.leftOut.push_back({{"id", segment.id}, {"why", "It has no row that the model could see."}});
            continue;
        }
        std::vector<float> labels = std::exchange(segment.labels, {});
        told.segments.push_back({std::move(segment), std::move(labels)});
    }
    return told;
}

class LinePrinter {
public:
    LinePrinter(const ExplainLines& options, const Scorer& scorer, const SegmentRecipe& recipe)
        : m_options(options)
        , m_scorer(scorer)
        , m_areAligned(!recipe.hasOwnRows)
        , m_told(readSegments(readDatasetList(options.dataset), recipe))
    {
        if (m_told.segments.empty())
            throw FormatError("no_segments", options.dataset, "has no segment that the model could see");
        nameFolds();
    }

    void print()
    {
        const SegmentExplainer explainer(m_scorer, trainingData(),
                                         {m_options.absent, {}, false, m_options.seed});
        printHead(explainer.ranges());
        for (std::size_t first = m_options.skip; first < m_told.segments.size();
             first += m_options.together) {
            const FoldData part
                = partOf(first, std::min(m_told.segments.size(), first + m_options.together), "all");
            std::size_t place = first;
            explainer.explain(part,
                              [&](const SegmentExplanation& segment) { printSegment(place++, segment); });
            std::fflush(stdout); // whoever reads shows how far it is
        }
    }

private:
    FoldData foldOfPlaces(const std::vector<std::size_t>& places, const std::string& name) const
    {
        std::vector<LabelledSegment> segments;
        for (const std::size_t place : places)
            segments.push_back(m_told.segments[place].segment);
        FoldData fold = foldOf(name, segments, m_areAligned);
        settleBrokenNumbers(fold, m_options.dataset, dataOptionsOf(m_scorer.card().input).nanIsZero);
        return fold;
    }

    FoldData partOf(std::size_t first, std::size_t last, const std::string& name) const
    {
        std::vector<std::size_t> places;
        for (std::size_t place = first; place < last; ++place)
            places.push_back(place);
        return foldOfPlaces(places, name);
    }

    /// What the model learnt from is known by its card.
    void nameFolds()
    {
        const KnownFolds known(m_scorer.card());
        for (std::size_t first = 0; first < m_told.segments.size(); first += m_options.together) {
            const std::size_t last = std::min(m_told.segments.size(), first + m_options.together);
            const FoldData part = partOf(first, last, "all");
            for (std::size_t i = 0; i < part.size(); ++i) {
                if (const std::string fold = known.of(part, i); !fold.empty())
                    m_told.segments[first + i].segment.fold = fold;
            }
        }
    }

    FeatureData trainingData() const
    {
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < m_told.segments.size(); ++place) {
            if (m_told.segments[place].segment.fold == "train")
                places.push_back(place);
        }
        FeatureData data;
        data.source = m_options.dataset;
        data.folds[0] = foldOfPlaces(places, "train");
        data.folds[1].name = "valid";
        data.folds[2].name = "test";
        if (places.empty()) // something has to tell how wide the features are
            data.folds[2] = partOf(0, 1, "test");
        return data;
    }

    void printHead(const std::vector<double>& ranges) const
    {
        nlohmann::json outputs = nlohmann::json::array();
        for (const LabelCard& label : m_scorer.card().labels)
            outputs.push_back({{"name", label.name}, {"low", label.low}, {"high", label.high}});
        fmt::print("{}\n",
                   nlohmann::json{{"outputs", outputs},
                                  {"ranges", ranges},
                                  {"absent", name(m_options.absent)},
                                  {"model", m_scorer.card().name},
                                  {"segments", m_told.segments.size()},
                                  {"left_out", m_told.leftOut}}
                       .dump());
        std::fflush(stdout);
    }

    void printSegment(std::size_t place, const SegmentExplanation& explanation) const
    {
        const auto& [segment, given] = m_told.segments[place];
        nlohmann::json labels = nlohmann::json::array(), present = labels, values = labels;
        for (const LabelCard& label : m_scorer.card().labels) {
            const bool isGiven = label.column < given.size() && std::isfinite(given[label.column]);
            labels.push_back(isGiven ? nlohmann::json(given[label.column]) : nlohmann::json());
        }
        for (const Modality modality : allModalities)
            present.push_back(std::ranges::any_of(segment.input.of(modality).values,
                                                  [](float value) { return value != 0.0F; }));
        for (const InteractionMap& map : explanation.maps) {
            nlohmann::json& ofOutput = values.emplace_back(nlohmann::json::array());
            for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
                ofOutput.push_back(map.value(coalition));
        }
        const nlohmann::json line{{"n", place},
                                  {"id", segment.id},
                                  {"fold", segment.fold},
                                  {"start", segment.interval.start},
                                  {"end", segment.interval.end},
                                  {"words", segment.transcript},
                                  {"labels", labels},
                                  {"present", present},
                                  {"f", values}};
        fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }

    const ExplainLines& m_options;
    const Scorer& m_scorer;
    bool m_areAligned;
    ToldSegments m_told;
};

}

void printExplainLines(const ExplainLines& options)
{
    const Scorer scorer(options.model);
    if (takesMedia(scorer.card()))
        throw FormatError("not_rows", options.model,
                          "sees pictures and hears sound; explanations are of models of feature sequences");
    const SegmentRecipe recipe = segmentRecipeFromJson(scorer.card().recipe);
    cli::checkSequences(readDatasetList(options.dataset), recipe);
    LinePrinter(options, scorer, recipe).print();
}

}
