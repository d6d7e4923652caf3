#pragma once

#include "engine/raters/study_plan.h"

#include <nlohmann/json.hpp>

namespace engine::cli {

/// A figure, or null.
nlohmann::json figureJson(const std::optional<double>& value);

/// A row of a study design; undefined figures are null.
nlohmann::json designRowJson(const DesignRow& row);

/// `share`, `k_all`, and of a whole project `ratings`, `cost`, `cost_all_k`.
nlohmann::json studyPlanJson(const StudyPlan& plan);

}
