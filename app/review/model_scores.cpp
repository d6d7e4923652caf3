#include "app/review/model_scores.h"

#include "app/models_client/dataset_question.h"
#include "engine/core/segment_id.h"

#include <nlohmann/json.hpp>

namespace app {

ModelScores modelScores(const std::filesystem::path& programs, const std::filesystem::path& model,
                        const engine::DatasetList& dataset, const std::string& label,
                        const engine::RunContext& run)
{
    const nlohmann::json rows = askAboutDataset(programs, model, {"predict", "--unlabelled"}, dataset, run);
    ModelScores scores;
    for (const nlohmann::json& row : rows.is_array() ? rows : nlohmann::json::array()) {
        const nlohmann::json& given = row.at("scores");
        const auto value = given.contains(label) ? given.find(label) : given.begin();
        if (value == given.end() || !value->is_number())
            continue;
        const std::string id = row.at("id").get<std::string>();
        scores[{engine::entryOfSegment(id), row.at("start").get<double>()}] = value->get<double>();
    }
    return scores;
}

}
