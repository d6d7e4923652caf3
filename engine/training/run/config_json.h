#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

// A configuration as JSON: functions that read it and complete it before it becomes a TrainConfig.

/// Reads a configuration and sets fields by setFields(). Paths become absolute: those in the file are
/// relative to it, those in the fields to the current folder. Splits in files of their own
/// (`standard_folds.json#CMU_MOSI`) are inserted. @throws IoError (`file_not_found`); FormatError
/// (`bad_config`).
nlohmann::json readConfig(const std::filesystem::path& path, const std::vector<std::string>& fields = {});

/// The configuration of a class with its published sizes and settings, for a file of features.
/// @throws FormatError (`unknown_model`), and as readConfig().
nlohmann::json publishedConfig(const std::string& model, const std::filesystem::path& data,
                               const std::vector<std::string>& fields = {});

/// When `model` is only the name of a class, replaces it by the published sizes and settings of the class;
/// values in the configuration itself take precedence. @throws FormatError (`unknown_model`).
void fillModel(nlohmann::json& config);

/// Sets a field such as `training.lr`. When `model` is only a name, a field of the model is set after
/// fillModel().
/// @throws FormatError (`bad_config`) when the path leads into a value that has no fields.
void setField(nlohmann::json& config, const std::string& path, const nlohmann::json& value);
/// Sets fields: `training.lr=1e-3`, the `model` before the others. A value that is not JSON is a text.
/// @throws FormatError (`bad_config`), also for an assignment without `=`.
void setFields(nlohmann::json& config, std::vector<std::string> assignments);

}
