#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

// A configuration as JSON: where it comes from and what is put into it before it is read as a TrainConfig.

/// The configuration as it stands in a file, with fields set by setFields(): paths made absolute (those of
/// the file are relative to it, those of the fields to the current folder) and splits that lie in files of
/// their own (`standard_folds.json#CMU_MOSI`) put in. @throws IoError (`file_not_found`); FormatError
/// (`bad_config`).
nlohmann::json readConfig(const std::filesystem::path& path, const std::vector<std::string>& fields = {});

/// The configuration of a class with the sizes and settings it was published with, on a file of features.
/// @throws FormatError (`unknown_model`), and as readConfig().
nlohmann::json publishedConfig(const std::string& model, const std::filesystem::path& data,
                               const std::vector<std::string>& fields = {});

/// A class's name alone as `model` stands for what it was published with, which is put in; what the
/// configuration says itself goes before that. @throws FormatError (`unknown_model`).
void fillModel(nlohmann::json& config);

/// Sets a field: `training.lr`. One of a model that is only named goes into what the name stands for.
/// @throws FormatError (`bad_config`) for what goes into something that has no fields.
void setField(nlohmann::json& config, const std::string& path, const nlohmann::json& value);
/// Sets fields: `training.lr=1e-3`, the `model` before the others. A value that is no JSON is a text.
/// @throws FormatError (`bad_config`), also for what has no `=`.
void setFields(nlohmann::json& config, std::vector<std::string> assignments);

}
