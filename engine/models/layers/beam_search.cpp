#include "engine/models/layers/beam_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

struct Beam {
    std::vector<std::int64_t> ids;
    double logLikelihood = 0.0;
    std::int64_t row = 0; ///< of the decoder's state
    bool isFinished = false;

    double score(double lengthPenalty) const
    {
        return logLikelihood / std::pow(static_cast<double>(ids.size()), lengthPenalty);
    }
};

/// The `width` ids with the greatest log probability, greatest first, the lower of equal ones first.
std::vector<std::int64_t> likeliest(const float* logs, std::int64_t count, std::int64_t width)
{
    std::vector<std::int64_t> ids(static_cast<std::size_t>(count));
    std::iota(ids.begin(), ids.end(), 0);
    const auto kept = static_cast<std::ptrdiff_t>(std::min(width, count));
    std::partial_sort(ids.begin(), ids.begin() + kept, ids.end(), [logs](std::int64_t a, std::int64_t b) {
        return logs[a] > logs[b] || (logs[a] == logs[b] && a < b);
    });
    ids.resize(static_cast<std::size_t>(kept));
    return ids;
}

/// The open beams, each with its likeliest next ids; the finished ones as they are.
/// @param logs  log probabilities, a row for each open beam
std::vector<Beam> expanded(const std::vector<Beam>& beams, const torch::Tensor& logs,
                           const BeamSettings& settings)
{
    std::vector<Beam> candidates;
    std::int64_t row = 0;
    for (const Beam& beam : beams) {
        if (beam.isFinished) {
            candidates.push_back(beam);
            continue;
        }
        const torch::Tensor own = logs[row];
        const float* const values = own.data_ptr<float>();
        for (const std::int64_t id : likeliest(values, own.size(0), settings.width)) {
            candidates.push_back(
                {beam.ids, beam.logLikelihood + static_cast<double>(values[id]), row, id == settings.end});
            candidates.back().ids.push_back(id);
        }
        ++row;
    }
    return candidates;
}

/// The source once for each of `count` beams.
Encoded repeated(const Encoded& source, std::int64_t count)
{
    return {source.sequence.expand({count, -1, -1}), source.last.expand({count, -1}).contiguous(), {}};
}

}

Encoded rowOf(const Encoded& source, std::int64_t row)
{
    const std::int64_t steps
        = source.lengths.defined() ? source.lengths[row].item<std::int64_t>() : source.sequence.size(1);
    return {source.sequence.narrow(0, row, 1).narrow(1, 0, steps), source.last.narrow(0, row, 1), {}};
}

std::vector<Hypothesis> beamSearch(AttentionDecoder& decoder, const Encoded& source,
                                   const BeamSettings& settings)
{
    const torch::NoGradGuard noGradient;
    std::vector<Beam> beams(1);
    AttentionDecoderImpl::State state;
    for (std::int64_t step = 0; step < settings.steps; ++step) {
        std::vector<std::int64_t> rows, ids;
        for (Beam& beam : beams) {
            if (beam.isFinished)
                continue;
            rows.push_back(beam.row);
            ids.push_back(beam.ids.empty() ? 0 : beam.ids.back());
        }
        if (rows.empty())
            break;
        const auto count = static_cast<std::int64_t>(rows.size());
        AttentionDecoderImpl::Pass pass(*decoder, repeated(source, count));
        if (step == 0) {
            state = pass.start();
        } else {
            const torch::Tensor places = torch::tensor(rows, torch::kInt64).to(source.last.device());
            state = {state.hidden.index_select(0, places), state.cell.index_select(0, places),
                     state.attended.index_select(0, places)};
        }
        const torch::Tensor before
            = decoder->embedded(torch::tensor(ids, torch::kInt64).to(source.last.device()));
        const torch::Tensor logs
            = torch::log_softmax(pass.step(before, state), 1).to(torch::kCPU, torch::kFloat32).contiguous();
        beams = expanded(beams, logs, settings);
        std::ranges::stable_sort(beams, std::greater(),
                                 [&](const Beam& beam) { return beam.score(settings.lengthPenalty); });
        beams.resize(std::min(beams.size(), static_cast<std::size_t>(settings.width)));
    }
    std::vector<Hypothesis> hypotheses;
    for (const Beam& beam : beams)
        hypotheses.push_back({beam.ids, beam.score(settings.lengthPenalty)});
    return hypotheses;
}

torch::Tensor greedyIds(AttentionDecoder& decoder, const Encoded& source, std::int64_t steps,
                        std::int64_t end, std::int64_t pad)
{
    const torch::NoGradGuard noGradient;
    const torch::Tensor ids = decoder->decode(source, steps, Teacher()).outputs.argmax(2);
    const torch::Tensor ends = (ids == end).to(torch::kInt64);
    return ids.masked_fill(torch::cumsum(ends, 1) - ends > 0, pad);
}

}
