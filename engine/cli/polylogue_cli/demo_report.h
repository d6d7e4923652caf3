#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine::cli {

/// One segment of the demo with its label and the model's prediction.
struct DemoSegment {
    std::string id;
    std::string fold; ///< empty: in no fold
    double start = 0.0;
    double end = 0.0;
    std::optional<double> label; ///< sentiment; absent for the real speaker
    double prediction = 0.0;
};

/// The contents of the report.
struct DemoReport {
    struct Sequence {
        std::string name;
        std::size_t wordRows = 0; ///< entries after aligning to words
        std::size_t imputed = 0; ///< of them filled with zeros
        std::size_t segments = 0; ///< entries after aligning to labels
    };
    struct Picture {
        std::string file;
        std::string caption;
    };
    std::vector<Sequence> sequences;
    std::vector<DemoSegment> segments;
    std::vector<Picture> pictures;
    std::vector<std::string> notes; ///< sentences that tell what could not be done, and why
};

/// Writes `report.html` and `report.json` into the folder. @throws IoError (`io`).
void writeReport(const DemoReport& report, const std::filesystem::path& folder);

/// Mean absolute error of the sentiment over the labelled segments of a fold; absent when there are none.
std::optional<double> meanError(const std::vector<DemoSegment>& segments, const std::string& fold);

}
