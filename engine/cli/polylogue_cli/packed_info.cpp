#include "engine/cli/polylogue_cli/packed_info.h"

#include "engine/cli/polylogue_cli/cli_output.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

/// How many of a fold's segments have each feature, and how many steps it has at most before padding is left
/// out.
nlohmann::json packedAsJson(const PackedFile& file, bool withIds)
{
    nlohmann::json json{{"segments", file.ids().size()},
                        {"texts", file.hasTexts()},
                        {"labels", file.labelNames()},
                        {"folds", nlohmann::json::object()},
                        {"features", nlohmann::json::array()},
                        {"notes", file.notes()},
                        {"text_labels", nlohmann::json::object()}};
    for (const PackedFile::TextLabel& label : file.textLabels())
        json["text_labels"][label.name] = label.terms;
    for (const auto& [fold, ids] : file.folds()) {
        json["folds"][fold] = ids.size();
        if (withIds)
            json["ids"][fold] = ids;
    }
    for (std::size_t feature = 0; feature < file.features().size(); ++feature) {
        std::size_t segments = 0;
        for (std::size_t place = 0; place < file.ids().size(); ++place)
            segments += file.has(feature, place) ? 1 : 0;
        json["features"].push_back({{"name", file.features()[feature].name},
                                    {"width", file.features()[feature].width},
                                    {"most_steps", file.mostSteps(feature)},
                                    {"segments", segments}});
    }
    return json;
}

void printPacked(const std::string& path, const PackedFile& file, bool withIds)
{
    const nlohmann::json json = packedAsJson(file, withIds);
    say(stdout, "{}\n  packed       {} segments\n", path, file.ids().size());
    std::vector<std::string> folds;
    for (const auto& [fold, ids] : file.folds())
        folds.push_back(fmt::format("{} {}", fold, ids.size()));
    say(stdout, "  folds        {}\n", folds.empty() ? "none" : fmt::format("{}", fmt::join(folds, ", ")));
    say(stdout, "  texts        {}\n", file.hasTexts() ? "yes" : "none");
    say(stdout, "  labels       {}\n",
        file.labelNames().empty() ? "none" : fmt::format("{}", fmt::join(file.labelNames(), ", ")));
    for (const PackedFile::TextLabel& label : file.textLabels())
        say(stdout, "  {:<11}  {}\n", label.name, fmt::join(label.terms, ", "));
    for (const nlohmann::json& feature : json["features"])
        say(stdout, "  {:<11}  {} segments, up to {} steps of {} features\n",
            feature["name"].get<std::string>(), feature["segments"].get<std::size_t>(),
            feature["most_steps"].get<std::size_t>(), feature["width"].get<std::size_t>());
    for (std::size_t place = 0; withIds && place < file.ids().size(); ++place)
        say(stdout, "    {}\n", file.ids()[place]);
}

}

std::shared_ptr<const PackedFile> openPacked(const std::string& path, Prober& prober)
{
    if (mayBeHdf5(path))
        prober.check(path, kPackedProbe);
    return std::make_shared<const PackedFile>(path);
}

bool describePacked(const std::string& path, bool withIds, Prober& prober, nlohmann::json* report)
{
    const auto file = openPacked(path, prober);
    if (report)
        *report = packedAsJson(*file, withIds);
    else
        printPacked(path, *file, withIds);
    for (const std::string& note : file->notes())
        say(stderr, "data_invalid: {}\n", note);
    return file->notes().empty();
}

}
