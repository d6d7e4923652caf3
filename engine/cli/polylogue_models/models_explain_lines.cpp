#include "engine/cli/polylogue_models/models_explain_lines.h"

#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_outputs.h"
#include "engine/core/json_text.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_explainer.h"
#include "engine/training/run/span_scores.h"
#include "engine/training/run/told_segments.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

class LinePrinter {
public:
    LinePrinter(const ExplainLines& options, const Scorer& scorer)
        : m_options(options)
        , m_scorer(scorer)
        , m_told(scorer, probedList(options.dataset, scorer), options.dataset, options.together)
    {
    }

    void print()
    {
        const SegmentExplainer explainer(m_scorer, m_told.trainingData(),
                                         {m_options.absent, {}, false, m_options.seed});
        printHead(explainer.ranges());
        for (std::size_t first = m_options.skip; first < m_told.size(); first += m_options.together) {
            const FoldData part
                = m_told.partToAsk(first, std::min(m_told.size(), first + m_options.together), "all");
            std::size_t place = first;
            explainer.explain(part,
                              [&](const SegmentExplanation& segment) { printSegment(place++, segment); });
            std::fflush(stdout); // whoever reads shows how far it is
        }
    }

private:
    void printHead(const std::vector<double>& ranges) const
    {
        nlohmann::json outputs = nlohmann::json::array();
        for (const LabelCard& label : m_scorer.card().labels)
            outputs.push_back({{"name", label.name}, {"low", label.low}, {"high", label.high}});
        fmt::print("{}\n",
                   jsonText(nlohmann::json{{"outputs", outputs},
                                           {"ranges", ranges},
                                           {"absent", name(m_options.absent)},
                                           {"model", m_scorer.card().name},
                                           {"segments", m_told.size()},
                                           {"left_out", m_told.leftOut()}}));
        std::fflush(stdout);
    }

    void printSegment(std::size_t place, const SegmentExplanation& explanation) const
    {
        const auto& [segment, given, present] = m_told.segment(place);
        nlohmann::json labels = nlohmann::json::array(), values = labels;
        for (const LabelCard& label : m_scorer.card().labels) {
            const bool isGiven = label.column < given.size() && std::isfinite(given[label.column]);
            labels.push_back(isGiven ? nlohmann::json(given[label.column]) : nlohmann::json());
        }
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
        fmt::print("{}\n", jsonText(line));
    }

    const ExplainLines& m_options;
    const Scorer& m_scorer;
    ToldSegments m_told;
};

}

void printExplainLines(const ExplainLines& options)
{
    const Scorer scorer(options.model);
    if (!asksParts(scorer.card()))
        refuseMedia(scorer.card(), options.model);
    LinePrinter(options, scorer).print();
}

}
