#include "engine/core/json_text.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/input/xml_input.h"
#include "engine/formats/label_studio/label_studio.h"
#include "engine/formats/label_studio/label_studio_region.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine::label_studio {

namespace {

nlohmann::ordered_json item(const std::string& id, const std::string& from, const char* type,
                            const Segment& segment)
{
    return {{"id", id},
            {"from_name", from},
            {"to_name", "media"},
            {"type", type},
            {"origin", "manual"},
            {"value", {{"start", segment.start.seconds()}, {"end", segment.end.seconds()}}}};
}

/// The label that says what the region is: the one that is called as its control.
std::optional<std::pair<std::string, std::string>> ownLabel(const Tier& tier, const Segment& segment)
{
    for (const auto& [name, value] : segment.values) {
        const auto* term = std::get_if<std::string>(&value.value);
        const std::string control = controlName(plainName(tier));
        if (term && controlName(name) == control && controlName(*term) != control)
            return std::pair(name, *term);
    }
    return std::nullopt;
}

/// A region, and what is said about it, which shares its id.
void addItems(nlohmann::ordered_json& results, const ExchangedTier& tier, const Segment& segment,
              const std::string& id)
{
    const std::string name = controlName(plainName(tier.tier));
    const auto own = ownLabel(tier.tier, segment);
    nlohmann::ordered_json region = item(id, name, "labels", segment);
    region["value"]["labels"] = {own ? own->second : plainName(tier.tier)};
    if (segment.confidence)
        region["score"] = *segment.confidence;
    if (!segment.comment.empty())
        region["meta"]["text"] = {segment.comment};
    results.push_back(std::move(region));
    if (!own || own->second != segment.text) {
        nlohmann::ordered_json text = item(id, name + kTextControl, "textarea", segment);
        text["value"]["text"] = {segment.text};
        results.push_back(std::move(text));
    }
    for (const auto& [label, value] : segment.values) {
        if (own && own->first == label)
            continue;
        const double* number = std::get_if<double>(&value.value);
        nlohmann::ordered_json said = item(id, controlName(label), number ? "number" : "choices", segment);
        if (number)
            said["value"]["number"] = *number;
        else
            said["value"]["choices"] = {std::get<std::string>(value.value)};
        results.push_back(std::move(said));
    }
}

bool isUserNumber(const std::string& annotator)
{
    return !annotator.empty() && annotator.size() < 10
        && annotator.find_first_not_of("0123456789") == std::string::npos;
}

std::string configOf(const ExchangedTiers& tiers)
{
    std::string text = "<View>\n  <Audio name=\"media\" value=\"$audio\"/>\n";
    std::map<std::string, std::optional<std::set<std::string>>> labels; // absent: numbers
    std::vector<std::string> controls; // annotators and videos share their tiers'
    std::map<std::string, std::set<std::string>> regions; // by control: what its regions are labelled as
    for (const ExchangedTier& tier : tiers.tiers) {
        const std::string control = controlName(plainName(tier.tier));
        if (std::ranges::find(controls, control) == controls.end())
            controls.push_back(control);
        for (const Segment& segment : tier.segments) {
            const auto own = ownLabel(tier.tier, segment);
            regions[control].insert(own ? own->second : plainName(tier.tier));
            for (const auto& [label, value] : segment.values) {
                if (own && own->first == label)
                    continue;
                auto& terms = labels[label];
                if (const auto* term = std::get_if<std::string>(&value.value)) {
                    if (!terms)
                        terms.emplace();
                    terms->insert(*term);
                }
            }
        }
    }
    for (const std::string& control : controls) {
        const std::string name = xmlText(control);
        text += fmt::format("  <Labels name=\"{}\" toName=\"media\">\n", name);
        for (const std::string& label : regions[control])
            text += fmt::format("    <Label value=\"{}\"/>\n", xmlText(label));
        text += fmt::format("  </Labels>\n  <TextArea name=\"{}{}\" toName=\"media\" perRegion=\"true\"/>\n",
                            name, kTextControl);
    }
    for (const auto& [label, terms] : labels) {
        const std::string name = xmlText(controlName(label));
        if (!terms) {
            text += fmt::format("  <Number name=\"{}\" toName=\"media\" perRegion=\"true\"/>\n", name);
            continue;
        }
        text += fmt::format("  <Choices name=\"{}\" toName=\"media\" perRegion=\"true\">\n", name);
        for (const std::string& term : *terms)
            text += fmt::format("    <Choice value=\"{}\"/>\n", xmlText(term));
        text += "  </Choices>\n";
    }
    return text + "</View>\n";
}

/// Who an annotation is by: a number of that program's, else an address.
nlohmann::ordered_json completedBy(const std::string& annotator)
{
    if (isUserNumber(annotator))
        return std::stoll(annotator);
    return {{"email", annotator}};
}

/// The items of each annotator, or of each model, in the order of the tiers.
std::vector<std::pair<std::string, nlohmann::ordered_json>> resultsOf(const ExchangedTiers& tiers,
                                                                      const std::string& video, bool ofModels)
{
    std::vector<std::pair<std::string, nlohmann::ordered_json>> results;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.video != video || isPrediction(tier.tier) != ofModels)
            continue;
        auto own = std::ranges::find(results, tier.tier.annotator, [](const auto& one) { return one.first; });
        if (own == results.end())
            own = results.insert(own, {tier.tier.annotator, nlohmann::ordered_json::array()});
        for (std::size_t i = 0; i < tier.segments.size(); ++i)
            addItems(own->second, tier, tier.segments[i], fmt::format("t{}_{}", tier.tier.id, i));
    }
    return results;
}

nlohmann::ordered_json taskOf(const ExchangedTiers& tiers, const std::string& video)
{
    nlohmann::ordered_json task{{"data", {{"audio", video}}},
                                {"annotations", nlohmann::ordered_json::array()}};
    for (auto& [annotator, items] : resultsOf(tiers, video, false)) {
        nlohmann::ordered_json annotation{{"was_cancelled", false}, {"ground_truth", false}};
        if (!annotator.empty())
            annotation["completed_by"] = completedBy(annotator);
        annotation["result"] = std::move(items);
        task["annotations"].push_back(std::move(annotation));
    }
    for (auto& [model, items] : resultsOf(tiers, video, true)) {
        nlohmann::ordered_json prediction = nlohmann::ordered_json::object();
        if (!model.empty())
            prediction["model_version"] = model;
        prediction["result"] = std::move(items);
        task["predictions"].push_back(std::move(prediction));
    }
    return task;
}

}

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options)
{
    const ExchangedTiers kept = withoutContinuous(tiers);
    nlohmann::ordered_json tasks = nlohmann::ordered_json::array();
    std::vector<std::string> videos;
    for (const ExchangedTier& tier : kept.tiers) {
        if (std::ranges::find(videos, tier.tier.video) == videos.end())
            videos.push_back(tier.tier.video);
    }
    for (const std::string& video : videos)
        tasks.push_back(taskOf(kept, video));
    std::filesystem::path config = path;
    config += ".config.xml";
    return writeTogether({{path, jsonText(tasks, 1) + "\n"}, {config, configOf(kept)}}, path, options);
}

std::vector<std::string> losses(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Kept;
    carries.comments = true;
    carries.annotators = true;
    carries.videos = true;
    carries.carriageReturns = true;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const auto isFlagged = [](const auto&, const Segment& segment) { return segment.flagged; };
    if (countSegments(tiers, isFlagged) > 0)
        sentences.emplace_back("Flags cannot be kept.");
    std::set<std::string> annotators;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (!tier.tier.annotator.empty() && !isPrediction(tier.tier) && !isUserNumber(tier.tier.annotator))
            annotators.insert(tier.tier.annotator);
    }
    std::ranges::copy(recordingLosses(tiers, std::identity(), "that of its task"),
                      std::back_inserter(sentences));
    std::ranges::copy(labelNameLosses(tiers, controlName), std::back_inserter(sentences));
    if (!annotators.empty())
        sentences.push_back(
            fmt::format("Label Studio refuses annotators whose e-mail address it does not know ({}), "
                        "unless ALLOW_IMPORT_TASKS_WITH_UNKNOWN_EMAILS is set there.",
                        fmt::join(annotators, ", ")));
    for (const ExchangedTier& tier : tiers.tiers) {
        if (const std::string name = plainName(tier.tier); controlName(name) != name)
            sentences.push_back(fmt::format("The tier '{}' becomes '{}'.", name, controlName(name)));
    }
    return sentences;
}

}
