#include "engine/extraction/extraction_record.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
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

/// @throws nlohmann::json::exception.
ExtractionRecord::File fileOf(const Json& json)
{
    ExtractionRecord::File file;
    file.media = json.at("media").get<std::string>();
    file.transcript = json.value("transcript", "");
    file.hasWordTimes = json.value("word_times", false);
    file.remark = json.value("remark", "");
    file.sha256 = json.at("sha256").get<std::string>();
    for (const auto& [step, entry] : json.at("steps").items())
        file.steps[step] = {stateCalled(entry.at("state").get<std::string>()), entry.value("reason", ""),
                            entry.value("key", "")};
    return file;
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
        std::string chapter;
        std::string id;
        // Each recording is taken as soon as it is read: a million would take gigabytes together.
        const auto take = [&](int depth, Json::parse_event_t event, Json& parsed) {
            if (event == Json::parse_event_t::key && depth == 1)
                chapter = parsed.get<std::string>();
            else if (event == Json::parse_event_t::key && depth == 2)
                id = parsed.get<std::string>();
            if (event != Json::parse_event_t::object_end || depth != 2 || chapter != "files")
                return true;
            record.files[id] = fileOf(parsed);
            return false;
        };
        const Json json = Json::parse(stream, take);
        for (const auto& [other, each] : json.at("files").items()) // what is no object
            record.files[other] = fileOf(each);
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
    // A recording at a time: there may be a million, and all of them as JSON take several times their text.
    std::string text = jsonText(json, 1);
    text.resize(text.size() - 2); // the end of the object
    text += ",\n \"files\": {";
    bool isFirst = true;
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
        Json one{{"media", each.media}, {"sha256", each.sha256}, {"steps", steps}};
        if (!each.remark.empty())
            one["remark"] = each.remark;
        if (!each.transcript.empty())
            one["transcript"] = each.transcript;
        if (each.hasWordTimes)
            one["word_times"] = true;
        const Json named{{id, std::move(one)}};
        std::string lines = jsonText(named, 1);
        lines = lines.substr(1, lines.size() - 3); // without the braces and the last line's end
        text += isFirst ? "" : ",";
        for (const char letter : lines) { // a level deeper
            text += letter;
            if (letter == '\n')
                text += ' ';
        }
        isFirst = false;
    }
    text += isFirst ? "}\n}\n" : "\n }\n}\n";
    writeTextFile(file, text).commit();
}

}
