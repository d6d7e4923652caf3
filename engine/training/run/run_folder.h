#pragma once

#include "engine/core/file_lock.h"
#include "engine/training/figures/report.h"
#include "engine/training/run/trainer_report.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Where a training run leaves its files: a folder with `model.safetensors`, `config.json`, `history.jsonl`
/// (and `.csv`), `result.json`, `record.json` and `checkpoint.safetensors`; or, for a name that ends with
/// `.safetensors`, that model alone with its record, and with its checkpoint for as long as training lasts.
class RunFolder {
public:
    /// What to do with a run that is already there.
    enum class Existing { Refuse, Resume, Overwrite };

    /// Makes the folder, and reads the history that is to be continued. @throws IoError (`io`; `in_use` when
    /// another run is using it; `run_exists` when there is a run and `existing` is Refuse).
    RunFolder(const std::filesystem::path& out, Existing existing);
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    /// Removes a folder that was made here when not even one epoch was trained.
    ~RunFolder();

    std::filesystem::path model() const;
    /// Where a run to `out` has its checkpoint.
    static std::filesystem::path checkpointOf(const std::filesystem::path& out);
    std::filesystem::path checkpoint() const;
    std::filesystem::path record() const;
    const std::filesystem::path& folder() const { return m_folder; }
    /// The lines of the history, as toJson() makes them. Of a model alone that was resumed, those since then.
    const std::vector<nlohmann::json>& history() const { return m_history; }

    /// Writes the configuration. When an earlier run had another configuration, its checkpoints, history and
    /// result are removed first. When that run is resumed (to more epochs), only its result is removed, and
    /// not before an epoch was trained.
    /// @throws IoError (`io`), as do addEpoch() and finish().
    void begin(const nlohmann::json& config);
    /// Adds a line to the history. Lines of later epochs of the same modalities, left by a run that was cut
    /// off, are removed.
    void addEpoch(const std::string& modalities, const EpochReport& epoch);
    /// Writes the record (reproduction_record.h) and the result, with the best epoch and its watched value.
    /// For a model alone, writes only the record, and removes the files that only an unfinished run needs.
    void finish(nlohmann::json result, const nlohmann::json& reproduction);

private:
    /// Writes the configuration that begin() holds back until an epoch was trained.
    void writePending();
    void removeCheckpoints() const;
    void refuseExisting(const std::filesystem::path& out) const;

    std::filesystem::path m_folder; ///< empty: a model alone
    std::filesystem::path m_model;
    bool m_isMade = false; ///< the folder was made here, and nothing was trained yet
    std::vector<nlohmann::json> m_history;
    nlohmann::json m_pending; ///< the configuration until it is written; then null
    bool m_resumes;
    std::optional<FileLock> m_lock; ///< two runs at once would write over each other
};

/// {"modalities", "epoch", "epochs", "loss", "valid_loss", "watched", "best_epoch", "lr", "seconds"}, and
/// "stage" where the run has stages.
nlohmann::json toJson(const std::string& modalities, const EpochReport& epoch);

}
