#include "engine/training/parallel/shared_learning.h"

#include "engine/core/error.h"
#include "engine/models/weights.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace engine {

namespace {

bool isNorm(std::string_view name)
{
    return name.ends_with("running_mean") || name.ends_with("running_var");
}

/// A number that differs wherever one of these does (splitmix64).
std::uint64_t mixed(std::initializer_list<std::uint64_t> numbers)
{
    std::uint64_t mix = 0;
    for (const std::uint64_t number : numbers) {
        mix += number + 0x9E3779B97F4A7C15U;
        mix = (mix ^ (mix >> 30U)) * 0xBF58476D1CE4E5B9U;
        mix = (mix ^ (mix >> 27U)) * 0x94D049BB133111EBU;
        mix ^= mix >> 31U;
    }
    return mix;
}

}

void padAs(ModalityBatch& batch, const ModalityBatch& all, const torch::Tensor& rows)
{
    for (const Modality modality : allModalities) {
        const torch::Tensor& lengths = all.lengthsOf(modality);
        const auto longest = lengths.index_select(0, rows.to(lengths.device())).max().item<std::int64_t>();
        torch::Tensor& features = batch.of(modality);
        if (features.size(1) < longest)
            features = torch::constant_pad_nd(features, {0, 0, 0, longest - features.size(1)});
    }
}

SharedLearning::SharedLearning(WorkerGroup& group, FusionModel& model, FlatOptimiser& optimiser,
                               std::uint64_t seed)
    : m_group(group)
    , m_model(model)
    , m_optimiser(optimiser)
    , m_seed(seed)
{
    refuseMemory();
    for (const auto& [name, tensor] : stateOf(model)) {
        if (isNorm(name))
            m_norms.push_back(tensor);
    }
}

void SharedLearning::refuseMemory() const
{
    if (!m_model.trainingState().empty())
        throw FormatError("bad_option", "--workers",
                          "this model keeps values from batch to batch while it learns, of which each worker "
                          "would see a part; it learns in one process");
}

std::pair<std::size_t, std::size_t> SharedLearning::part(std::size_t first, std::size_t last,
                                                         std::size_t rank) const
{
    const std::size_t least = hasNorms() ? 2 : 1; // a batch norm cannot learn from a single row
    const std::size_t learning = std::clamp<std::size_t>((last - first) / least, 1, workers());
    if (rank >= learning)
        return {last, last};
    const std::size_t size = (last - first) / learning, more = (last - first) % learning;
    const std::size_t begin = first + rank * size + std::min(rank, more);
    return {begin, begin + size + (rank < more ? 1 : 0)};
}

std::pair<std::size_t, std::size_t> SharedLearning::ownPart(std::size_t first, std::size_t last) const
{
    return part(first, last, m_group.rank());
}

void SharedLearning::seed(std::size_t epoch, std::size_t first)
{
    if (!isFirst()) // whose numbers a checkpoint holds
        torch::manual_seed(mixed({m_seed, m_group.rank(), epoch, first}));
}

double SharedLearning::gather(double loss, double share, bool stops)
{
    const torch::NoGradGuard noGradient;
    torch::Tensor gradient = m_optimiser.gradient();
    std::vector<char>& reached = m_optimiser.reached();
    std::vector<float> told{static_cast<float>(loss), stops ? 1.0F : 0.0F};
    told.insert(told.end(), reached.begin(), reached.end());
    std::vector<torch::Tensor> parts{gradient.to(torch::kCPU), torch::tensor(told)};
    for (const torch::Tensor& norm : m_norms)
        parts.push_back((norm * share).reshape({-1}).to(torch::kCPU));
    torch::Tensor all = torch::cat(parts);
    m_group.sum(all);

    auto sums = [&all, place = std::int64_t{0}](std::int64_t count) mutable {
        const torch::Tensor some = all.narrow(0, place, count);
        place += count;
        return some;
    };
    gradient.copy_(sums(gradient.numel()));
    const torch::Tensor heard = sums(static_cast<std::int64_t>(told.size()));
    const float* const values = heard.data_ptr<float>();
    m_stops = values[1] > 0.0F;
    for (std::size_t i = 0; i < reached.size(); ++i)
        reached[i] = values[2 + i] > 0.0F ? 1 : 0;
    for (torch::Tensor& norm : m_norms)
        norm.copy_(sums(norm.numel()).view(norm.sizes()));
    return static_cast<double>(values[0]);
}

void SharedLearning::agree(std::size_t epoch, std::size_t position, bool stops)
{
    const torch::NoGradGuard noGradient;
    const std::array<double, 2> own{static_cast<double>(epoch), static_cast<double>(position)};
    torch::Tensor place = torch::tensor({own[0], own[1]}, torch::kFloat64);
    m_group.takeFromFirst(place);
    const bool isElsewhere = place[0].item<double>() != own[0] || place[1].item<double>() != own[1];
    if (m_group.any(isElsewhere))
        throw Error(
            "other_state",
            fmt::format("The workers are not at the same place of the training: the first is in epoch "
                        "{} after {} segments, this one (rank {}) in epoch {} after {}. All must see "
                        "the same --out and be given the same options.",
                        place[0].item<double>() + 1.0, place[1].item<double>(), m_group.rank(), own[0] + 1.0,
                        own[1]));
    torch::Tensor weights = m_optimiser.weights();
    m_group.takeFromFirst(weights);
    for (torch::Tensor& norm : m_norms)
        m_group.takeFromFirst(norm);
    m_stops = m_group.any(stops);
}

void SharedLearning::takeFigures(double& loss, double& watched)
{
    torch::Tensor figures = torch::tensor({loss, watched}, torch::kFloat64);
    m_group.takeFromFirst(figures);
    loss = figures[0].item<double>();
    watched = figures[1].item<double>();
}

}
