#include "app/review/model_scores.h"

#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace app {

ModelScores modelScores(const std::filesystem::path& programs, const std::filesystem::path& model,
                        const engine::DatasetList& dataset, const std::string& label)
{
    using nlohmann::json;
    const QTemporaryDir folder;
    const std::filesystem::path list = folder.filePath(QStringLiteral("dataset.json")).toStdString();
    engine::writeDatasetList(dataset, list);
    const engine::ChildResult child
        = engine::runChild({(programs / "polylogue-models").string(), "predict", model.string(), "--dataset",
                            list.string(), "--unlabelled", "--json"});
    if (!child.succeeded())
        throw engine::IoError("io", model.string(), "could not be asked about all segments: " + child.errors);
    ModelScores scores;
    const json rows = json::parse(child.output, nullptr, false);
    for (const json& row : rows.is_array() ? rows : json::array()) {
        const json& given = row.at("scores");
        const auto value = given.contains(label) ? given.find(label) : given.begin();
        if (value == given.end() || !value->is_number())
            continue;
        const std::string id = row.at("id").get<std::string>();
        scores[{id.substr(0, id.rfind('[')), row.at("start").get<double>()}] = value->get<double>();
    }
    return scores;
}

}
