#include "app/dataset_view/kept_concepts.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace app {

namespace {

std::filesystem::path conceptsFile(const ExplanationKey& key, const std::string& output)
{
    const std::filesystem::path file = key.file();
    return file.empty() ? file
                        : file.parent_path() / (file.stem().string() + "-concepts-" + output + ".json");
}

}

std::optional<FoundConcepts> readKeptConcepts(const ExplanationKey& key, const std::string& output)
{
    const std::filesystem::path file = conceptsFile(key, output);
    std::ifstream stream(file);
    std::string provenance, line;
    if (file.empty() || !std::getline(stream, provenance) || !std::getline(stream, line))
        return std::nullopt;
    try {
        const nlohmann::json of = nlohmann::json::parse(provenance);
        return FoundConcepts{engine::conceptsFrom(line, file.string()), of.at("model_sha256"),
                             of.at("data_sha256")};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const engine::FormatError&) {
        return std::nullopt; // they can be found again
    }
}

void keepConcepts(const FoundConcepts& found, const ExplanationKey& key)
{
    const std::filesystem::path file = conceptsFile(key, found.concepts.output);
    if (file.empty())
        return;
    engine::makeFolder(file.parent_path());
    const nlohmann::json provenance{{"model_sha256", found.modelSha256}, {"data_sha256", found.dataSha256}};
    engine::writeTextFile(file, engine::jsonText(provenance) + "\n" + engine::toLine(found.concepts) + "\n")
        .commit();
}

}
