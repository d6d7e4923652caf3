#pragma once

#include "engine/annotation/annotation.h"
#include "engine/formats/common/exchanged_tiers.h"

#include <nlohmann/json.hpp>

/// Tiers and segments as the dicts that Python has of them; times are seconds.
namespace python {

nlohmann::json tierValue(const engine::Tier& tier);
nlohmann::json segmentValue(const engine::Segment& segment);

/// Tiers with their segments; times that were not in the file are told.
nlohmann::json tiersValue(const engine::ExchangedTiers& tiers);

/// The tiers of a list of dicts with `name`, `segments` (`start`, `end`, `text`, `values`) and, where wanted,
/// `video`, `kind`, `labels`, `annotator`, `rate`, `colour`, `parent`, `constraint`. Labels without a scale
/// get one of their values.
/// @throws FormatError (`data_invalid`) naming the tier, its segment and what was expected.
engine::ExchangedTiers tiersOf(const nlohmann::json& value);

/// A label's value: a number or a text. @throws FormatError (`data_invalid`).
std::variant<double, std::string> labelOf(const nlohmann::json& value, const std::string& place);

}
