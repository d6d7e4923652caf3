#include "app/snapshot/learnt_label_file.h"

#include "engine/core/json_text.h"
#include "engine/core/json_value.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

namespace app {

namespace {

using By = engine::LabelToLearn::By;

constexpr std::array<std::pair<const char*, By>, 6> kOwners{{{"segments", By::Segments},
                                                             {"annotator", By::Annotator},
                                                             {"mean", By::Mean},
                                                             {"majority", By::Majority},
                                                             {"consensus", By::Consensus},
                                                             {"settled", By::Settled}}};

}

void writeLearntLabel(const std::filesystem::path& folder, const engine::LabelToLearn::Key& label)
{
    const auto owner = std::ranges::find(kOwners, label.by, &std::pair<const char*, By>::second);
    const nlohmann::ordered_json noted{
        {"tier", label.tier}, {"name", label.name}, {"by", owner->first}, {"annotator", label.annotator}};
    engine::writeTextFile(folder / kRunLabel, engine::jsonText(noted, 2) + "\n").commit();
}

std::optional<engine::LabelToLearn::Key> readLearntLabel(const std::filesystem::path& folder)
{
    std::ifstream stream(folder / kRunLabel);
    const nlohmann::json noted = nlohmann::json::parse(stream, nullptr, /*allow_exceptions=*/false);
    if (!noted.is_object())
        return std::nullopt;
    const auto text = [&noted](const char* field) { return engine::valueOr(noted, field, std::string()); };
    const std::string by = text("by");
    const auto owner = std::ranges::find(kOwners, by, &std::pair<const char*, By>::first);
    if (owner == kOwners.end())
        return std::nullopt;
    return engine::LabelToLearn::Key{text("tier"), text("name"), owner->second, text("annotator")};
}

}
