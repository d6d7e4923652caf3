#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// How far a model's predictions are a sum of one function per modality: the best additive share, or EMAP
/// (Hessel and Lee, "Does my multimodal model learn cross-modal interactions?", EMNLP 2020).
///
/// Of N segments, each is asked about with one of its modalities and the others of all N segments, one after
/// the other. The means of these answers add up to the additive part of its prediction.
struct AdditiveShare {
    struct Segment {
        std::string id; ///< `video[k]`
        double prediction = 0.0; ///< in the units of the label, or a probability
        double additive = 0.0; ///< the part of it that is a sum

        friend bool operator==(const Segment&, const Segment&) = default;
    };

    std::string model; ///< name of the model
    std::string output; ///< `sentiment`
    std::uint64_t seed = 1; ///< of the sample
    std::size_t available = 0; ///< segments of which those below are a sample
    std::vector<Segment> segments = {}; ///< in the order of the data

    /// R² of the additive part: 1 where predictions are sums; near 0, or below, where they come of what
    /// modalities say together; NaN where all predictions are equal.
    double rSquared() const;
    /// The mean size of what is not additive, in the units of the label.
    double meanRest() const;
    friend bool operator==(const AdditiveShare&, const AdditiveShare&) = default;
};

/// How many segments are asked about at most, unless a person says otherwise: the questions grow with the
/// square.
inline constexpr std::size_t kAdditiveSample = 128;

/// As one line of JSON.
std::string toLine(const AdditiveShare& share);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give. @param source  for messages
AdditiveShare additiveShareFrom(const std::string& line, const std::string& source);

}
