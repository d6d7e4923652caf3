#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// How each segment that is learnt from was told over the epochs: the mean of its error, and its deviation.
/// What is easy has a small mean, what is ambiguous a large deviation, what is hard, or wrongly labelled, a
/// large mean and a small deviation. Swayamdipta et al., Dataset Cartography, EMNLP 2020 (there of the
/// probability of the true class).
class TrainingDynamics {
public:
    struct Segment {
        std::string id;
        std::optional<Interval> span{}; ///< in its recording, seconds; absent where the data have no times
        std::size_t epochs = 0;
        double mean = 0.0; ///< of the error, in the labels' units
        double squares = 0.0; ///< sum of the squared distances from the mean

        double deviation() const;
        friend bool operator==(const Segment&, const Segment&) = default;
    };

    /// @param spans  N, or none; else ShapeError (`row_mismatch`)
    explicit TrainingDynamics(const std::vector<std::string>& ids, const std::vector<Interval>& spans = {});

    /// @param errors  N, of the segments in their order, after an epoch; else ShapeError (`row_mismatch`)
    void addEpoch(std::span<const double> errors);
    /// The largest number of epochs of a segment.
    std::size_t epochs() const;
    const std::vector<Segment>& segments() const { return m_segments; }

    /// Writes a row per segment: `id,start,end,epochs,mean_error,deviation`. @throws IoError (`io`).
    void write(const std::filesystem::path& path) const;
    /// Takes what was written of the same segments in the same order; otherwise leaves all as it is.
    void read(const std::filesystem::path& path);

private:
    std::vector<Segment> m_segments;
};

}
