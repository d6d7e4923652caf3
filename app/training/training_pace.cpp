#include "app/training/training_pace.h"

#include "app/training/run_folders.h"
#include "engine/core/json_value.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct TrainingPaceTexts {
    Q_DECLARE_TR_FUNCTIONS(app::TrainingPaceTexts)
};

json jsonIn(const fs::path& file)
{
    std::ifstream stream(file);
    json object = json::parse(stream, nullptr, /*allow_exceptions=*/false);
    return object.is_object() ? object : json::object();
}

/// Segments that a finished run learnt from, as its record lists them.
std::size_t learntSegments(const fs::path& run)
{
    const json record = jsonIn(run / "record.json");
    for (const json& fold : record.value("folds", json::array())) {
        if (engine::valueOr(fold, "name", std::string()) == "train")
            return fold.value("ids", json::array()).size();
    }
    return 0;
}

/// Seconds between two files that a run wrote; 0: they do not tell.
double secondsBetween(const fs::path& first, const fs::path& last)
{
    std::error_code missing, none;
    const auto begun = fs::last_write_time(first, missing), ended = fs::last_write_time(last, none);
    return missing || none ? 0.0 : std::chrono::duration<double>(ended - begun).count();
}

double middleOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// `45 s`, `2 min`, `1 h 20 min`: as exactly as an estimate may claim to be.
QString roundedTime(double seconds)
{
    if (seconds < 10.0)
        return TrainingPaceTexts::tr("%1 s").arg(std::max(1L, std::lround(seconds)));
    if (seconds < 90.0)
        return TrainingPaceTexts::tr("%1 s").arg(5 * std::lround(seconds / 5.0));
    const long minutes = std::lround(seconds / 60.0);
    if (minutes < 60)
        return TrainingPaceTexts::tr("%1 min").arg(minutes);
    const long rounded = 5 * std::lround(static_cast<double>(minutes) / 5.0);
    return TrainingPaceTexts::tr("%1 h %2 min").arg(rounded / 60).arg(rounded % 60);
}

}

json kindOfTraining(const json& configuration)
{
    if (!configuration.is_object())
        return {};
    json kind{{"model", configuration.value("model", json())},
              {"batch", configuration.value("training", json::object()).value("batch", json())}};
    for (const char* const field : {"alone", "data", "media", "modalities", "stages"}) {
        if (configuration.contains(field))
            kind[field] = configuration[field];
    }
    const json recipe = configuration.value("recipe", json::object());
    for (const char* const field :
         {"text", "acoustic", "visual", "rows", "windows", "acoustic_columns", "collapse", "impute"}) {
        if (recipe.contains(field))
            kind["recipe"][field] = recipe[field];
    }
    return kind;
}

std::optional<TrainingPace> paceOf(const fs::path& run)
{
    if (!fs::exists(run / "result.json"))
        return std::nullopt;
    TrainingPace pace{kindOfTraining(jsonIn(run / kRunConfiguration)), learntSegments(run)};
    std::ifstream lines(run / "history.jsonl");
    std::string own; // modalities of the run's own model: the first
    double seconds = 0.0;
    for (std::string text; std::getline(lines, text);) {
        const json line = json::parse(text, nullptr, /*allow_exceptions=*/false);
        if (!line.is_object() || !line.contains("seconds") || !line["seconds"].is_number())
            continue;
        seconds += line["seconds"].get<double>(); // also of a modality alone: they belong to it
        const auto modalities = engine::valueOr(line, "modalities", std::string());
        if (own.empty())
            own = modalities;
        pace.epochs += modalities == own ? 1 : 0;
    }
    if (pace.epochs == 0 || pace.segments == 0)
        return std::nullopt;
    pace.epochSeconds = seconds / static_cast<double>(pace.epochs);
    // a run that went on after a stop has begun anew there; then nothing is known but its epochs
    pace.otherSeconds = std::max(0.0, secondsBetween(run / kRunConfiguration, run / "result.json") - seconds);
    return pace;
}

std::vector<TrainingPace> readPaces(const fs::path& folder)
{
    std::vector<TrainingPace> paces;
    for (const RunFolderState& run : readRuns(folder)) {
        if (run.state != RunFolderState::State::Done)
            continue;
        if (auto pace = paceOf(run.folder.toStdString()))
            paces.push_back(std::move(*pace));
    }
    return paces;
}

std::optional<ExpectedTime> expectedTime(const json& configuration, std::size_t segments,
                                         const std::vector<TrainingPace>& paces)
{
    const json kind = kindOfTraining(configuration);
    if (segments == 0 && !kind.contains("data"))
        return std::nullopt;
    std::vector<double> epochSeconds, otherSeconds, epochs;
    ExpectedTime expected;
    for (const TrainingPace& pace : paces) {
        if (pace.kind != kind)
            continue;
        const double size
            = segments == 0 ? 1.0 : static_cast<double>(segments) / static_cast<double>(pace.segments);
        epochSeconds.push_back(pace.epochSeconds * size);
        otherSeconds.push_back(pace.otherSeconds);
        if (pace.isMeasured)
            continue;
        ++expected.runs;
        epochs.push_back(static_cast<double>(pace.epochs));
    }
    if (epochSeconds.empty())
        return std::nullopt;
    const json most = configuration.value("training", json::object()).value("epochs", json());
    expected.epochs = most.is_number_unsigned() || most.is_number_integer() ? most.get<std::size_t>() : 100;
    const double one = middleOf(epochSeconds), other = middleOf(otherSeconds);
    expected.most = other + one * static_cast<double>(expected.epochs);
    if (!epochs.empty())
        expected.usual = std::min(expected.most, other + one * middleOf(epochs));
    return expected;
}

ExpectedText expectedText(const std::optional<ExpectedTime>& expected)
{
    if (!expected)
        return {TrainingPaceTexts::tr("not known yet"),
                TrainingPaceTexts::tr("No training of this kind has come to its end here.")};
    const QString most = roundedTime(expected->most);
    const int epochs = static_cast<int>(expected->epochs);
    if (!expected->usual)
        return {TrainingPaceTexts::tr("%1 at most").arg(most),
                TrainingPaceTexts::tr("Measured: %n epoch(s); it may end earlier.", nullptr, epochs)};
    const QString usual = roundedTime(*expected->usual);
    const QString from = TrainingPaceTexts::tr("As long as %n earlier one(s) of this kind took.", nullptr,
                                               static_cast<int>(expected->runs));
    if (usual == most)
        return {TrainingPaceTexts::tr("about %1").arg(usual), from};
    return {TrainingPaceTexts::tr("about %1").arg(usual),
            from + QLatin1Char(' ')
                + TrainingPaceTexts::tr("With all %n epoch(s): %1.", nullptr, epochs).arg(most)};
}

}
