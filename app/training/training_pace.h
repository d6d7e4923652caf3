#pragma once

#include <QString>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace app {

/// How long a training took that came to its end.
struct TrainingPace {
    nlohmann::json kind; ///< kindOfTraining() of its configuration
    std::size_t segments = 0; ///< that it learnt from
    std::size_t epochs = 0; ///< after which it ended
    double epochSeconds = 0.0; ///< of one epoch
    double otherSeconds = 0.0; ///< of all else: it read its data, and judged what it had learnt
    bool isMeasured = false; ///< a few epochs for nothing but their time: when it would have ended is unknown
};

/// What decides how long an epoch takes, but for the number of segments: model and sizes, batch, sequences,
/// rows. @param configuration  for `polylogue-models train`
nlohmann::json kindOfTraining(const nlohmann::json& configuration);

/// The pace of the run in a folder; absent where none came to its end there. For a task.
std::optional<TrainingPace> paceOf(const std::filesystem::path& run);
/// Of all runs in a folder, the newest first. For a task.
std::vector<TrainingPace> readPaces(const std::filesystem::path& folder);

/// How long a training will take.
struct ExpectedTime {
    std::optional<double> usual; ///< seconds, where earlier ones tell after how many epochs they end
    double most = 0.0; ///< seconds, with all epochs
    std::size_t epochs = 0; ///< at most
    std::size_t runs = 0; ///< earlier ones of the same kind; 0: measured
};

/// @param segments  that are learnt from; 0: unknown, then only trainings of the same file count
/// @return nothing where no training of this kind is known
std::optional<ExpectedTime> expectedTime(const nlohmann::json& configuration, std::size_t segments,
                                         const std::vector<TrainingPace>& paces);

/// `about 2 min`, and below it of what that is known; `not known yet` where nothing is.
struct ExpectedText {
    QString time;
    QString detail;
};
ExpectedText expectedText(const std::optional<ExpectedTime>& expected);

}
