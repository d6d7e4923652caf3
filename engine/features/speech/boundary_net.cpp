#include "engine/features/speech/boundary_net.h"

#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using Hidden = std::array<float, BoundaryNet::kHidden>;

/// What does not depend on the candidate.
struct Common {
    Hidden base;
    Hidden gate;
};

void addRow(Hidden& hidden, const std::vector<float>& matrix, std::size_t row, float factor)
{
    const float* const values = matrix.data() + row * BoundaryNet::kHidden;
    for (std::size_t h = 0; h < BoundaryNet::kHidden; ++h)
        hidden[h] += factor * values[h];
}

Common commonOf(const BoundaryNet::Weights& net, const BoundaryQuestion& question)
{
    Common common{};
    std::ranges::copy(net.bias, common.base.begin());
    std::ranges::copy(net.gateBias, common.gate.begin());
    const auto add = [&](std::size_t row, float factor) {
        addRow(common.base, net.facts, row, factor);
        addRow(common.gate, net.gate, row, factor);
    };
    for (std::size_t place = 0; place < question.classes.size(); ++place)
        add(place * BoundaryQuestion::kClasses + static_cast<std::size_t>(question.classes[place]), 1.0F);
    add(BoundaryNet::kFacts - 1, question.noiseFloor);
    for (float& value : common.gate)
        value = 2.0F / (1.0F + std::exp(-value));
    return common;
}

float scoreOf(const BoundaryNet::Weights& net, const Common& common, const BoundarySound& sound,
              const BoundaryQuestion& question, int candidate)
{
    Hidden hidden = common.base;
    const int frame = question.centre + candidate - BoundaryNet::kReach;
    const std::array<float, BoundaryNet::kDistances> distances
        = BoundaryNet::distancesOf(static_cast<float>(candidate - BoundaryNet::kReach) * 2.5F, question);
    for (std::size_t i = 0; i < distances.size(); ++i)
        addRow(hidden, net.distances, i, distances[i]);
    std::size_t row = 0;
    for (const int look : BoundaryNet::kLooks) {
        for (const float value : sound.bands(frame + look))
            addRow(hidden, net.seen, row++, value);
    }
    std::array<float, BoundaryNet::kMixed> mixed{};
    std::ranges::copy(net.mixBias, mixed.begin());
    for (std::size_t h = 0; h < hidden.size(); ++h) {
        const float value = std::max(0.0F, hidden[h]) * common.gate[h];
        for (std::size_t k = 0; k < mixed.size(); ++k)
            mixed[k] += value * net.mix[h * BoundaryNet::kMixed + k];
    }
    float score = 0.0F;
    for (std::size_t k = 0; k < mixed.size(); ++k)
        score += net.score[k] * std::max(0.0F, mixed[k]);
    return score;
}

}

int boundaryClass(const std::string& phone)
{
    static constexpr const char* kKinds[] = {" SIL ",       " AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW ",
                                             " P T K ",     " B D G ",
                                             " CH JH ",     " S SH ",
                                             " F TH ",      " HH ",
                                             " Z ZH V DH ", " M N NG ",
                                             " L R ",       " W Y "};
    for (std::size_t kind = 0; kind < std::size(kKinds); ++kind) {
        if (std::string_view(kKinds[kind]).find(" " + phone + " ") != std::string_view::npos)
            return static_cast<int>(kind) + 1;
    }
    return 0;
}

std::span<const BoundaryNet::Weights::Part> BoundaryNet::Weights::parts()
{
    static constexpr Part kParts[] = {{"seen", &Weights::seen, kSeen, kHidden},
                                      {"facts", &Weights::facts, kFacts, kHidden},
                                      {"distances", &Weights::distances, kDistances, kHidden},
                                      {"bias", &Weights::bias, 1, kHidden},
                                      {"gate", &Weights::gate, kFacts, kHidden},
                                      {"gate_bias", &Weights::gateBias, 1, kHidden},
                                      {"mix", &Weights::mix, kHidden, kMixed},
                                      {"mix_bias", &Weights::mixBias, 1, kMixed},
                                      {"score", &Weights::score, 1, kMixed}};
    return kParts;
}

BoundaryNet::BoundaryNet(std::vector<Weights> ensemble) : m_ensemble(std::move(ensemble)) { }

BoundaryNet BoundaryNet::read(const std::filesystem::path& path)
{
    const Safetensors file = readSafetensors(path);
    std::vector<Weights> ensemble;
    while (file.tensors.contains(std::to_string(ensemble.size()) + ".seen")) {
        const std::string member = std::to_string(ensemble.size()) + ".";
        Weights& weights = ensemble.emplace_back();
        for (const Weights::Part& part : Weights::parts()) {
            const auto found = file.tensors.find(member + part.name);
            if (found == file.tensors.end()
                || found->second.shape != std::vector<std::int64_t>{part.rows, part.columns})
                throw FormatError("boundary_net", path.string(),
                                  member + part.name + " is not " + std::to_string(part.rows) + " × "
                                      + std::to_string(part.columns));
            weights.*part.values = found->second.values;
        }
    }
    if (ensemble.empty())
        throw FormatError("boundary_net", path.string(), "there is no net in it (0.seen is missing)");
    return BoundaryNet(std::move(ensemble));
}

std::array<float, BoundaryNet::kDistances> BoundaryNet::distancesOf(float millisecondsFromCentre,
                                                                    const BoundaryQuestion& question)
{
    std::array<float, kDistances> distances{};
    for (std::size_t i = 0; i < BoundaryQuestion::kSources; ++i) {
        const float distance
            = std::clamp(millisecondsFromCentre - question.sources[i], -150.0F, 150.0F) / 30.0F;
        distances[i] = distance;
        distances[BoundaryQuestion::kSources + i] = std::abs(distance);
        distances[2 * BoundaryQuestion::kSources + i] = std::exp(-4.0F * distance * distance);
    }
    return distances;
}

BoundaryNet::Answer BoundaryNet::answer(const BoundarySound& sound, const BoundaryQuestion& question) const
{
    std::array<double, kCandidates> belief{};
    for (const Weights& net : m_ensemble) {
        const Common common = commonOf(net, question);
        std::array<float, kCandidates> scores{};
        for (int i = 0; i < kCandidates; ++i)
            scores[static_cast<std::size_t>(i)] = scoreOf(net, common, sound, question, i);
        const float best = *std::ranges::max_element(scores);
        float sum = 0.0F;
        for (float& score : scores) {
            score = std::exp(score - best);
            sum += score;
        }
        for (std::size_t i = 0; i < scores.size(); ++i)
            belief[i] += static_cast<double>(scores[i] / sum) / static_cast<double>(m_ensemble.size());
    }
    double before = 0.0; // belief before the candidate
    double previous = 0.0; // up to the middle of the one before
    double median = kCandidates - 1;
    for (std::size_t i = 0; i < belief.size(); ++i) {
        const double middle = before + belief[i] / 2;
        if (middle >= 0.5) {
            median = i == 0
                ? 0.0
                : static_cast<double>(i) - 1.0 + (0.5 - previous) / std::max(1e-6, middle - previous);
            break;
        }
        before += belief[i];
        previous = middle;
    }
    Answer answer;
    for (std::size_t i = 0; i < belief.size(); ++i)
        answer.error
            += belief[i] * std::abs(static_cast<double>(i) - median) / BoundarySound::kFramesPerSecond;
    answer.time = (question.centre + median - kReach) / BoundarySound::kFramesPerSecond;
    return answer;
}

std::filesystem::path boundaryNetFile(const Installation& installation)
{
    const std::filesystem::path folder = installation.speech();
    if (folder.empty())
        throw IoError("file_not_found", "speech/boundaries.safetensors",
                      "the net that finds the boundaries of words is missing from the installation");
    return folder / "boundaries.safetensors";
}

}
