#include "engine/recipes/applied_steps.h"

#include "engine/recipes/sequence_output.h"

#include <nlohmann/json.hpp>

namespace engine {

Dataset applySteps(const Dataset& dataset, std::vector<RecipeStep> steps, const VideoRunSettings& settings,
                   const std::function<void(VideoResult&)>& prepare, const RunContext& run)
{
    const RecipePlan plan = planSteps(dataset, std::move(steps));
    Dataset results;
    std::vector<nlohmann::json> imputed(plan.results.size(), nlohmann::json::object());
    for (const RecipePlan::Result& result : plan.results)
        results.emplace_back(result.key, ComputationalSequence());
    const auto take = [&](VideoResult& result) {
        for (std::size_t i = 0; i < results.size(); ++i) {
            const SequencePart& part = result.part.sequences[i];
            for (const SequencePart::Piece& piece : part.pieces) {
                results[i].second.put(piece.id, part.rows(piece).copy());
                if (nlohmann::json rows = imputedRows(part, piece); !rows.is_null())
                    imputed[i][piece.id] = std::move(rows);
            }
        }
    };
    runVideos(plan, settings, prepare, take, run);
    for (std::size_t i = 0; i < results.size(); ++i) {
        Metadata metadata = plan.results[i].metadata;
        metadata.erase("imputed");
        if (!imputed[i].empty())
            metadata["imputed"] = std::move(imputed[i]);
        results[i].second.setMetadata(std::move(metadata));
    }
    return results;
}

Dataset applySteps(const Dataset& dataset, std::vector<RecipeStep> steps)
{
    VideoRunSettings settings;
    settings.jobs = 1;
    return applySteps(dataset, std::move(steps), settings, [](VideoResult&) {});
}

}
