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
/// (and `.csv`), `result.json` and `checkpoint.safetensors`; or, for a name that ends with `.safetensors`,
/// that model alone, with its checkpoint beside it for as long as training lasts.
class RunFolder {
public:
    /// What becomes of a run that is there.
    enum class Existing { Refuse, Resume, Overwrite };

    /// Makes the folder, and reads the history that is to be continued. @throws IoError (`io`; `in_use` when
    /// another run is at it; `run_exists` when one is there and is to be refused).
    RunFolder(const std::filesystem::path& out, Existing existing);
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    /// A folder that was made here goes again when not even an epoch was trained.
    ~RunFolder();

    std::filesystem::path model() const;
    std::filesystem::path checkpoint() const;
    const std::filesystem::path& folder() const { return m_folder; }

    /// What an earlier run of another configuration left to go on from, or as its result, goes before the new
    /// one is written; where that run is to be continued (to more epochs), only once it is.
    /// @throws IoError (`io`), as the next two.
    void begin(const nlohmann::json& config);
    /// A line of the history; what it has of later epochs of the same modalities was trained in vain, and
    /// goes.
    void addEpoch(const std::string& modalities, const EpochReport& epoch);
    /// With the best epoch and what was watched in it. A model alone loses what only an unfinished run needs.
    void finish(nlohmann::json result);

private:
    /// What was kept for as long as it was not sure that the run goes on.
    void writePending();
    void removeCheckpoints() const;
    void refuseExisting(const std::filesystem::path& out) const;

    std::filesystem::path m_folder; ///< empty: a model alone
    std::filesystem::path m_model;
    bool m_isMade = false; ///< the folder was not there before, and nothing was trained yet
    std::vector<nlohmann::json> m_history;
    nlohmann::json m_pending; ///< the configuration, until it is written; null: it is
    bool m_resumes;
    std::optional<FileLock> m_lock; ///< two runs at once would write over each other
};

/// {"modalities", "epoch", "epochs", "loss", "valid_loss", "watched", "best_epoch", "lr", "seconds"}.
nlohmann::json toJson(const std::string& modalities, const EpochReport& epoch);

}
