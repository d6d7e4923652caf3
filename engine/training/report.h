#pragma once

#include "engine/agreement/regression_scores.h"
#include "engine/worker/messages.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

/// How well one model did on one fold and one label.
struct ReportRow {
    std::string fold; ///< `test`
    std::string modalities; ///< what the model was trained with and saw, as describe() says it
    std::string label; ///< `sentiment`
    RegressionScores scores;

    friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

using Report = std::vector<ReportRow>;

/// `text+acoustic+visual`, `acoustic`.
std::string describe(EnabledModalities enabled);

/// A list of objects, one per row; what is undefined is null.
nlohmann::json toJson(const Report& report);

/// For people: a heading and one line per row; what is undefined is `n/a`.
std::string textTable(const Report& report);

}
