#include "engine/training/run/run_folder.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/training/run/reproduction_record.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

std::vector<nlohmann::json> linesOf(const std::filesystem::path& path)
{
    std::vector<nlohmann::json> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        nlohmann::json object = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (object.is_object())
            lines.push_back(std::move(object));
    }
    return lines;
}

/// The same as a table, for spreadsheets.
std::string tableOf(const std::vector<nlohmann::json>& history)
{
    std::vector<const char*> columns{"modalities", "epoch",      "epochs", "loss",   "valid_loss",
                                     "watched",    "best_epoch", "lr",     "seconds"};
    if (std::ranges::any_of(history, [](const nlohmann::json& line) { return line.contains("stage"); }))
        columns.insert(columns.begin() + 1, "stage");
    std::string text;
    for (const char* column : columns)
        text += std::string(text.empty() ? "" : ",") + column;
    text += "\n";
    for (const nlohmann::json& line : history) {
        std::string row;
        for (const char* column : columns) {
            const nlohmann::json& value = line.contains(column) ? line.at(column) : nlohmann::json("");
            row += (row.empty() ? "" : ",")
                + (value.is_string() ? tableCell(value.get<std::string>()) : jsonText(value));
        }
        text += row + "\n";
    }
    return text;
}

/// In the folder, which is made, or beside a model alone.
std::filesystem::path lockFileOf(const std::filesystem::path& folder, const std::filesystem::path& model)
{
    if (folder.empty())
        return model.string() + ".lock";
    makeFolder(folder);
    return folder / ".lock";
}

}

RunFolder::RunFolder(const std::filesystem::path& out, Existing existing)
    : m_folder(out.extension() == ".safetensors" ? std::filesystem::path() : out)
    , m_model(m_folder.empty() ? out : out / "model.safetensors")
    , m_isMade(!m_folder.empty() && !std::filesystem::exists(m_folder))
    , m_resumes(existing == Existing::Resume)
{
    m_lock.emplace(lockFileOf(m_folder, m_model), out);
    if (existing == Existing::Refuse)
        refuseExisting(out);
    if (m_resumes && !m_folder.empty())
        m_history = linesOf(m_folder / "history.jsonl");
}

RunFolder::~RunFolder()
{
    if (!m_isMade)
        return;
    std::error_code ignored;
    std::filesystem::remove(m_folder / "config.json", ignored);
    m_lock.reset(); // its file lies in the folder
    std::filesystem::remove(m_folder, ignored); // unless something else is in it
}

void RunFolder::refuseExisting(const std::filesystem::path& out) const
{
    for (const std::filesystem::path& file :
         {m_model, checkpoint(), m_folder.empty() ? m_model : m_folder / "config.json"}) {
        if (std::filesystem::exists(file))
            throw IoError(
                "run_exists", out.string(),
                fmt::format("a run is there already ({}); --resume goes on with it, --overwrite starts "
                            "over, another --out leaves it",
                            file.filename().string()));
    }
}

std::filesystem::path RunFolder::model() const
{
    return m_model;
}

std::filesystem::path RunFolder::checkpoint() const
{
    return checkpointOf(m_folder.empty() ? m_model : m_folder);
}

std::filesystem::path RunFolder::checkpointOf(const std::filesystem::path& out)
{
    return out.extension() == ".safetensors"
        ? std::filesystem::path(out).replace_extension(".checkpoint.safetensors")
        : out / "checkpoint.safetensors";
}

std::filesystem::path RunFolder::record() const
{
    return recordBeside(m_folder, m_model);
}

void RunFolder::begin(const nlohmann::json& config)
{
    if (m_folder.empty())
        return;
    std::ifstream file(m_folder / "config.json");
    if (file && nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false) == config)
        return;
    m_pending = config;
    if (m_resumes)
        return;
    removeCheckpoints();
    std::filesystem::remove(m_folder / "history.jsonl");
    std::filesystem::remove(m_folder / "history.csv");
    writePending();
}

void RunFolder::writePending()
{
    if (m_pending.is_null())
        return;
    std::filesystem::remove(m_folder / "result.json"); // first: no result may stand beside another's settings
    std::filesystem::remove(record());
    writeTextFile(m_folder / "config.json", jsonText(m_pending, 2) + "\n").commit();
    m_pending = nullptr;
}

void RunFolder::addEpoch(const std::string& modalities, const EpochReport& epoch)
{
    m_isMade = false;
    if (!m_folder.empty())
        writePending();
    std::erase_if(m_history, [&](const nlohmann::json& line) {
        return line.value("modalities", "") == modalities && line.value("stage", "") == epoch.stage
            && line.value("epoch", std::size_t(0)) >= epoch.epoch;
    });
    m_history.push_back(toJson(modalities, epoch));
    if (m_folder.empty())
        return;
    std::string text;
    for (const nlohmann::json& line : m_history)
        text += jsonText(line) + "\n";
    writeTextFile(m_folder / "history.jsonl", text).commit();
    writeTextFile(m_folder / "history.csv", tableOf(m_history)).commit();
}

void RunFolder::finish(nlohmann::json result, const nlohmann::json& reproduction)
{
    m_isMade = false;
    if (!m_folder.empty())
        writePending();
    writeTextFile(record(), jsonText(reproduction, 1) + "\n").commit();
    if (!m_folder.empty()) {
        for (const nlohmann::json& line : m_history) {
            if (line.value("modalities", "") == result.value("modalities", "") && line.contains("best_epoch"))
                result["best_epoch"] = line["best_epoch"];
        }
        for (const nlohmann::json& line : m_history) {
            if (line.value("modalities", "") == result.value("modalities", "") && line.contains("watched")
                && line["epoch"] == result["best_epoch"])
                result["watched"] = line["watched"];
        }
        writeTextFile(m_folder / "result.json", jsonText(result, 2) + "\n").commit();
        return;
    }
    removeCheckpoints();
}

void RunFolder::removeCheckpoints() const
{
    std::error_code ignored;
    const std::string start = checkpoint().stem().string();
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::absolute(m_model).parent_path(), ignored)) {
        if (entry.path().filename().string().starts_with(start)
            && entry.path() != std::filesystem::absolute(m_model))
            std::filesystem::remove(entry.path(), ignored);
    }
}

nlohmann::json toJson(const std::string& modalities, const EpochReport& epoch)
{
    nlohmann::json line{{"modalities", modalities},
                        {"epoch", epoch.epoch},
                        {"epochs", epoch.epochs},
                        {"loss", epoch.trainingLoss},
                        {"valid_loss", epoch.validationLoss},
                        {"watched", epoch.watched},
                        {"best_epoch", epoch.bestEpoch},
                        {"lr", epoch.rate},
                        {"seconds", epoch.seconds}};
    if (!epoch.stage.empty())
        line["stage"] = epoch.stage;
    return line;
}

}
