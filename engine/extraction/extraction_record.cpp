#include "engine/extraction/extraction_record.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using Json = nlohmann::ordered_json;
using State = StepRecord::State;

const char* nameOf(State state)
{
    switch (state) {
    case State::Done:
        return "done";
    case State::Failed:
        return "failed";
    case State::Skipped:
        break;
    }
    return "skipped";
}

State stateCalled(const std::string& name)
{
    return name == "done" ? State::Done : name == "failed" ? State::Failed : State::Skipped;
}

}

void ExtractionRecord::File::takeInputs(const File& from)
{
    media = from.media;
    sha256 = from.sha256;
    remark = from.remark;
    if (from.transcript.empty())
        return;
    transcript = from.transcript;
    hasWordTimes = from.hasWordTimes;
}

std::size_t ExtractionRecord::count(State state) const
{
    std::size_t number = 0;
    for (const auto& [id, file] : files)
        number += static_cast<std::size_t>(
            std::ranges::count_if(file.steps, [&](const auto& step) { return step.second.state == state; }));
    return number;
}

std::size_t ExtractionRecord::failedFiles() const
{
    return static_cast<std::size_t>(std::ranges::count_if(files, [](const auto& file) {
        return std::ranges::any_of(file.second.steps,
                                   [](const auto& step) { return step.second.state == State::Failed; });
    }));
}

std::size_t ExtractionRecord::remarkedFiles() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(files, [](const auto& file) { return !file.second.remark.empty(); }));
}

std::optional<std::filesystem::path> transcriptBefore(const ExtractionRecord& record, const std::string& id,
                                                      const std::filesystem::path& file)
{
    const auto known = record.files.find(id);
    if (known == record.files.end() || known->second.transcript.empty())
        return std::nullopt;
    const std::filesystem::path transcript
        = (file.parent_path() / known->second.transcript).lexically_normal();
    return storedBytesIfAny(transcript) ? std::optional(transcript) : std::nullopt;
}

ExtractionRecord readExtractionRecord(const std::filesystem::path& file)
{
    ExtractionRecord record;
    std::ifstream stream(file);
    if (!stream)
        return record;
    try {
        const Json json = Json::parse(stream);
        for (const auto& [id, each] : json.at("files").items()) {
            ExtractionRecord::File& known = record.files[id];
            known.media = each.at("media").get<std::string>();
            known.transcript = each.value("transcript", "");
            known.hasWordTimes = each.value("word_times", false);
            known.remark = each.value("remark", "");
            known.sha256 = each.at("sha256").get<std::string>();
            for (const auto& [step, entry] : each.at("steps").items())
                known.steps[step] = {stateCalled(entry.at("state").get<std::string>()),
                                     entry.value("reason", ""), entry.value("key", "")};
        }
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("data_invalid", file.string(),
                          std::string("is no record of an extraction: ") + error.what());
    }
    return record;
}

void writeExtractionRecord(const ExtractionRecord& record, const ExtractionSettings& settings,
                           const std::filesystem::path& file)
{
    Json json;
    json["program"] = "Polylogue";
    json["version"] = POLYLOGUE_VERSION;
    Json options = Json::object();
    if (settings.pad)
        options["pad"] = {settings.pad->start, settings.pad->end};
    options["denoise"] = settings.denoise;
    options["draft"] = settings.drafts;
    if (!settings.vectors.empty())
        options["vectors"] = settings.vectors.filename().string();
    if (!settings.blendshapes.empty())
        options["blendshapes"] = settings.blendshapes.filename().string();
    if (!settings.language.empty())
        options["language"] = settings.language;
    if (!settings.speechModel.empty())
        options["speech_model"] = settings.speechModel.filename().string();
    json["settings"] = options;
    json["done"] = record.count(State::Done);
    json["failed"] = record.count(State::Failed);
    json["skipped"] = record.count(State::Skipped);
    Json files = Json::object();
    for (const auto& [id, each] : record.files) {
        Json steps = Json::object();
        for (const auto& [name, step] : each.steps) {
            Json entry{{"state", nameOf(step.state)}};
            if (!step.reason.empty())
                entry["reason"] = step.reason;
            if (step.state == State::Done)
                entry["key"] = step.key;
            steps[name] = entry;
        }
        files[id] = {{"media", each.media}, {"sha256", each.sha256}, {"steps", steps}};
        if (!each.remark.empty())
            files[id]["remark"] = each.remark;
        if (!each.transcript.empty())
            files[id]["transcript"] = each.transcript;
        if (each.hasWordTimes)
            files[id]["word_times"] = true;
    }
    json["files"] = files;
    writeTextFile(file, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n").commit();
}

}
