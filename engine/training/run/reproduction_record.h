#pragma once

#include "engine/core/run_context.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/run/run_environment.h"
#include "engine/training/run/train_config.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// A file that a run read.
struct RecordedFile {
    std::string role; ///< `data`, `dataset`, a sequence's name, `media/VIDEO`, `begin_with`; a stage's:
                      ///< `stage 2/…`
    std::string path; ///< where it lay
    std::uintmax_t size = 0; ///< bytes
    std::string sha256; ///< 64 lower-case hexadecimal digits

    friend bool operator==(const RecordedFile&, const RecordedFile&) = default;
};

/// A fold as a run saw it, whatever files it came from.
struct RecordedFold {
    std::string name; ///< `train`
    std::vector<std::string> ids; ///< of its segments, in order
    std::map<std::string, std::string> hashes; ///< `text`, `acoustic`, `visual`, `labels`, … → SHA-256

    friend bool operator==(const RecordedFold&, const RecordedFold&) = default;
};

/// Everything that decides what a training leaves, and what it left: `record.json` beside the model. In
/// brackets the names in JSON.
struct ReproductionRecord {
    static constexpr int currentVersion = 1;

    nlohmann::json configuration; ///< (configuration) as TrainConfig reads it, with absolute paths
    nlohmann::json settings; ///< (settings) what became of it: those fields of the card that training obeys
    std::vector<RecordedFile> files; ///< (files)
    std::vector<RecordedFold> folds; ///< (folds)
    RunEnvironment environment; ///< (environment)
    nlohmann::json curves; ///< (curves) the lines of the history, without the seconds that they took
    nlohmann::json figures; ///< (figures) toJson() of the report
    std::string weights; ///< (weights) weightsHash() of the model
    std::string command; ///< (command) the command line
    std::string snapshot; ///< (snapshot) of the project that the dataset is from; empty: of none

    friend bool operator==(const ReproductionRecord&, const ReproductionRecord&) = default;
};

nlohmann::json toJson(const ReproductionRecord& record);

/// @param source  the file, for messages.
/// @throws FormatError (code `bad_record`) naming what is missing or wrong.
ReproductionRecord recordFromJson(const nlohmann::json& json, const std::string& source);

/// @throws IoError (`file_not_found`, `io`); FormatError (`bad_record`).
ReproductionRecord readRecord(const std::filesystem::path& path);

/// Where the record of a model lies: `record.json` in its folder, or, of a model that was written alone,
/// `NAME.record.json` beside it. @param folder  empty: a model alone
std::filesystem::path recordBeside(const std::filesystem::path& folder, const std::filesystem::path& model);

/// The files that training by this configuration reads, each once, with their hashes. Those of media only
/// where the model sees and hears them.
/// @throws IoError as sha256OfFile(), and as readDatasetList(); Cancelled.
std::vector<RecordedFile> recordedFiles(const TrainConfig& config, const RunContext& run = {});

/// The snapshot that the configuration's dataset is; empty: it is none. @throws as readDatasetList()
std::string recordedSnapshot(const TrainConfig& config);

/// The folds that have segments.
std::vector<RecordedFold> recordedFolds(const FeatureData& data);

/// What training obeys of a card: architecture, training, input, task, labels, modalities, recipe.
nlohmann::json recordedSettings(const ModelCard& card);

/// SHA-256 over names, shapes and values of all weights of a model file, whatever its card says.
/// @throws as readSafetensors().
std::string weightsHash(const std::filesystem::path& model);

}
