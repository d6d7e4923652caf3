#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

namespace engine {

/// What to measure; the data are random numbers.
struct BenchmarkSettings {
    nlohmann::json model; ///< {"class": …} with all sizes except the widths and `out_dim`
    nlohmann::json training; ///< as in a configuration
    std::int64_t textWidth = 300;
    std::int64_t acousticWidth = 74;
    std::int64_t visualWidth = 35;
    std::int64_t outputs = 1;
    std::int64_t segments = 1284; ///< of an epoch
    std::int64_t steps = 20; ///< of each segment
};

/// Makes the model and its data, and measures times. This header needs no LibTorch header.
class Benchmark {
public:
    /// @throws FormatError as createModel() and trainingSettingsFromJson() do.
    explicit Benchmark(const BenchmarkSettings& settings);
    ~Benchmark();

    /// The seconds of each of `repeats` epochs of training, after one epoch that is not counted.
    std::vector<double> epochs(std::int64_t batch, std::int64_t repeats);

    /// The milliseconds of each of `count` predictions for one segment, after a few that are not counted.
    /// @param displays  whether the model also computes its displays
    std::vector<double> predictions(std::int64_t count, bool displays);

    /// The milliseconds of each of `count` words of a live run, which begins again after each segment's
    /// words; empty for a model that needs all words at once.
    std::vector<double> liveSteps(std::int64_t count);

    std::int64_t parameters() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The resident memory of the process, in KiB; 0 where the system does not tell it.
std::int64_t residentKib();

}
