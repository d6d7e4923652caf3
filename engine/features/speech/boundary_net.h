#pragma once

#include "engine/core/installation.h"
#include "engine/features/speech/boundary_sound.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What is asked about a boundary: which sounds meet there, and where others believe it to be.
struct BoundaryQuestion {
    static constexpr int kClasses = 13; ///< kinds of phones, and 0 for none
    static constexpr int kSources = 3;

    int centre = 0; ///< frame of BoundarySound; candidates lie around it
    std::array<int, 4>
        classes{}; ///< of the last but one and the last phone before, the first and second behind
    float noiseFloor = 0.0F; ///< BoundarySound::noiseFloor()
    std::array<float, kSources> sources{}; ///< milliseconds from the centre: words, phones, rule
};

/// 1 to 12 for the phones of CMU's dictionary by how they sound (12 kinds, silence among them); 0 for others.
int boundaryClass(const std::string& phone);

/// A small net that scores the moments around a boundary. It was trained on synthetic speech only
/// (scripts/train-boundaries); its card is in the file's metadata and beside it.
class BoundaryNet {
public:
    static constexpr int kReach = 56; ///< candidates are 2 · kReach + 1 frames: ± 140 ms
    static constexpr int kCandidates = 2 * kReach + 1;
    static constexpr int kHidden = 48;
    static constexpr int kMixed = 32;
    /// Frames around a candidate that the net looks at.
    static constexpr std::array<int, 21> kLooks
        = {-38, -29, -22, -16, -12, -9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9, 12, 16, 22, 29, 38};
    static constexpr int kSeen = static_cast<int>(kLooks.size()) * BoundarySound::kBands;
    static constexpr int kFacts = 4 * BoundaryQuestion::kClasses + 1; ///< classes and the noise floor
    static constexpr int kDistances = 3 * BoundaryQuestion::kSources;

    /// The weights of one net of the ensemble; matrices are input × output.
    struct Weights {
        std::vector<float> seen; ///< kSeen × kHidden
        std::vector<float> facts; ///< kFacts × kHidden
        std::vector<float> distances; ///< kDistances × kHidden
        std::vector<float> bias; ///< kHidden
        std::vector<float> gate; ///< kFacts × kHidden
        std::vector<float> gateBias; ///< kHidden
        std::vector<float> mix; ///< kHidden × kMixed
        std::vector<float> mixBias; ///< kMixed
        std::vector<float> score; ///< kMixed

        /// Name in the file and place of each, with rows and columns.
        struct Part {
            const char* name;
            std::vector<float> Weights::*values;
            int rows;
            int columns;
        };
        static std::span<const Part> parts();
    };

    explicit BoundaryNet(std::vector<Weights> ensemble);
    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `boundary_net`).
    static BoundaryNet read(const std::filesystem::path& path);

    struct Answer {
        double time = 0.0; ///< seconds: the median of what the net believes
        double error = 0.0; ///< seconds: the mean deviation that it expects
    };
    Answer answer(const BoundarySound& sound, const BoundaryQuestion& question) const;

    /// How a candidate lies to the sources: scaled distance, its size, and a bell around 0, of each.
    static std::array<float, kDistances> distancesOf(float millisecondsFromCentre,
                                                     const BoundaryQuestion& question);

private:
    std::vector<Weights> m_ensemble;
};

/// `speech/boundaries.safetensors` of the installation. @throws IoError (`file_not_found`).
std::filesystem::path boundaryNetFile(const Installation& installation);

}
