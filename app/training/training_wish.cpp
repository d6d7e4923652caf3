#include "app/training/training_wish.h"

#include "engine/core/error.h"

#include <algorithm>
#include <random>

namespace app {

namespace {

ModelClass::Takes takesFrom(const std::string& name)
{
    return name == "recordings"   ? ModelClass::Takes::Recordings
        : name == "conversations" ? ModelClass::Takes::Conversations
        : name == "unaligned"     ? ModelClass::Takes::Unaligned
                                  : ModelClass::Takes::Aligned;
}

}

std::vector<ModelClass> modelClassesFrom(const std::string& answer)
{
    try {
        std::vector<ModelClass> classes;
        for (const auto& each : nlohmann::ordered_json::parse(answer)) {
            classes.push_back({each.at("name").get<std::string>(), each.at("model"), each.at("training"),
                               takesFrom(each.at("takes").get<std::string>())});
        }
        return classes;
    } catch (const nlohmann::json::exception&) {
        throw engine::FormatError("bad_answer", "polylogue-models",
                                  "says nothing of its models; it may be of another version");
    }
}

nlohmann::ordered_json usualOptions(const ModelClass& each, bool hasListeners)
{
    using Json = nlohmann::ordered_json;
    Json options{{"model", each.model}, {"training", each.training}, {"alone", false}};
    for (const auto& [field, value] : std::initializer_list<std::pair<const char*, Json>>{
             {"epochs", 100}, {"patience", 20}, {"batch", 32}, {"lr", 1e-3}, {"validation", "loss"}}) {
        if (!options["training"].contains(field))
            options["training"][field] = value;
    }
    if (each.takes == ModelClass::Takes::Recordings)
        options["media"] = Json::object();
    if (each.name == "DialogueRNN") // the only class that can
        options["model"]["predict"] = hasListeners ? "all" : "speaker";
    return options;
}

void leaveOutModalities(nlohmann::ordered_json& options, const std::map<std::string, std::string>& sequences)
{
    auto used = nlohmann::ordered_json::array();
    for (const char* const modality : kModalityFields) {
        if (sequences.contains(modality))
            used.push_back(modality);
        else // the dataset may have no sequence of the usual name
            options["recipe"][modality] = "";
    }
    if (!options.contains("modalities") && used.size() < kModalityFields.size())
        options["modalities"] = used;
}

std::map<std::string, std::vector<std::string>> drawnFolds(std::vector<std::string> videos,
                                                           std::uint64_t seed)
{
    std::ranges::sort(videos);
    std::mt19937_64 random(seed);
    for (std::size_t i = videos.size(); i > 1; --i)
        std::swap(videos[i - 1], videos[random() % i]);
    const std::size_t part = std::max<std::size_t>(1, videos.size() * 15 / 100);
    std::map<std::string, std::vector<std::string>> folds;
    for (std::size_t i = 0; i < videos.size(); ++i)
        folds[i < part ? "valid" : i < 2 * part ? "test" : "train"].push_back(videos[i]);
    for (auto& [name, fold] : folds)
        std::ranges::sort(fold);
    return folds;
}

nlohmann::ordered_json configurationOf(const TrainingWish& wish, const std::string& list)
{
    nlohmann::ordered_json config = wish.options;
    if (wish.source == TrainingWish::Source::File) {
        config["data"] = wish.file.toStdString();
        return config;
    }
    config["dataset"] = list;
    for (const auto& [field, name] : wish.sequences)
        config["recipe"][field] = name;
    if (wish.source == TrainingWish::Source::OwnRows)
        config["recipe"]["rows"] = "own";
    if (!wish.folds.empty() && !config.contains("split"))
        config["split"] = wish.folds;
    return config;
}

}
