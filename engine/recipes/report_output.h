#pragma once

#include "engine/recipes/video_run.h"

#include <nlohmann/json.hpp>

namespace engine {

/// Gathers what every step did, for `alignment.json` (docs/formats.md): rows per target, coverage in seconds,
/// what was dropped and why.
class ReportOutput {
public:
    explicit ReportOutput(const RecipePlan& plan);
    void take(const VideoResult& result);
    nlohmann::json json() const { return m_json; }

private:
    nlohmann::json m_json;
};

}
