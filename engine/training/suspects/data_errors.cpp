#include "engine/training/suspects/data_errors.h"

#include "engine/training/suspects/row_fit.h"
#include "engine/training/suspects/segment_summary.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>

namespace engine {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// How far from the middle of all, in deviations as the quartiles tell them; within −3…12.
std::vector<double> standardised(std::vector<double> values)
{
    std::vector<double> known;
    std::ranges::copy_if(values, std::back_inserter(known),
                         [](double value) { return std::isfinite(value); });
    if (known.size() < 4)
        return std::vector<double>(values.size(), kUnknown);
    std::ranges::sort(known);
    const double middle = known[known.size() / 2];
    const double spread = std::max((middle - known[known.size() / 4]) / 0.6745, 1e-9);
    for (double& value : values)
        value = std::clamp((value - middle) / spread, -3.0, 12.0); // NaN stays
    return values;
}

/// How far each face is from the middle one of its video, measured by how far faces of one video differ.
std::vector<double> strangeness(const FoldData& rows)
{
    const torch::NoGradGuard noGradient;
    const torch::Tensor all = segmentSummary(rows, Modality::Visual);
    std::vector<double> result(rows.size(), kUnknown);
    if (all.size(1) == 0)
        return result;
    const torch::Tensor means = all.narrow(1, 0, all.size(1) / 2);
    std::map<std::string, std::vector<std::int64_t>> videos;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows.presenceOf(Modality::Visual)[i])
            videos[videoOf(rows.ids[i])].push_back(static_cast<std::int64_t>(i));
    }
    torch::Tensor apart = torch::zeros_like(means);
    std::vector<std::int64_t> known;
    for (const auto& [video, places] : videos) {
        if (places.size() < 3)
            continue;
        const torch::Tensor place = torch::tensor(places, torch::kInt64);
        const torch::Tensor own = means.index_select(0, place);
        apart.index_copy_(0, place, own - std::get<0>(own.median(0, /*keepdim=*/true)));
        known.insert(known.end(), places.begin(), places.end());
    }
    if (known.size() < 4)
        return result;
    const torch::Tensor place = torch::tensor(known, torch::kInt64);
    const torch::Tensor rest = apart.index_select(0, place);
    // half of the columns' deviations are measured robustly, since what is sought is among them
    const torch::Tensor usual = std::get<0>(rest.abs().median(0)) / 0.6745;
    const torch::Tensor scaled = (rest / usual.clamp_min(1e-6)).clamp(-8.0, 8.0);
    const torch::Tensor sizes = scaled.square().mean(1).clamp_min(1e-9).log().contiguous();
    for (std::size_t k = 0; k < known.size(); ++k)
        result[static_cast<std::size_t>(known[k])] = sizes.data_ptr<double>()[k];
    return result;
}

}

DataEvidence otherFaces(const FoldData& rows, const std::vector<std::size_t>& folds, bool areFrames,
                        const RunContext& run)
{
    const RowFit fit = rowFit(rows, Modality::Visual, folds, 0, areFrames, run);
    std::vector<double> apart(rows.size(), kUnknown);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (fit.isKnown[i])
            apart[i] = -fit.at(i, 0);
    }
    apart = standardised(apart);
    const std::vector<double> looks = standardised(strangeness(rows));
    DataEvidence evidence;
    evidence.kind = SuspectKind::OtherFace;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool moves = std::isfinite(apart[i]), isSeen = std::isfinite(looks[i]);
        evidence.strengths.push_back(moves && isSeen ? apart[i] + looks[i]
                                         : moves     ? 1.5 * apart[i]
                                         : isSeen    ? 1.5 * looks[i]
                                                     : kUnknown);
        constexpr double clear = 2.0;
        const bool isStrange = isSeen && looks[i] > clear, isApart = moves && apart[i] > clear;
        evidence.reasons.push_back(
            isStrange && isApart ? "the face fits another segment: it does not move with the words and the "
                                   "sound, and does not look as in the rest of the video"
                : isStrange ? "the face fits another segment: it does not look as in the rest of the video"
                            : "the face fits another segment: it does not move with the words and the sound");
    }
    return evidence;
}

DataEvidence lateSounds(const FoldData& frames, const std::vector<std::size_t>& folds, const RunContext& run)
{
    constexpr int farthest = 12, nearest = 3; // frames
    const RowFit fit = rowFit(frames, Modality::Acoustic, folds, farthest, /*areFrames=*/true, run);
    DataEvidence evidence;
    evidence.kind = SuspectKind::LateSound;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        int best = nearest;
        for (int lag = -farthest; lag <= farthest; ++lag) {
            if (std::abs(lag) >= nearest && fit.at(i, lag) > fit.at(i, best))
                best = lag;
        }
        evidence.strengths.push_back(fit.isKnown[i] ? fit.at(i, best) - fit.at(i, 0) : kUnknown);
        evidence.reasons.push_back(fmt::format("the sound comes {:.2g} s {}: so it would fit words and face",
                                               std::abs(best) / kFrameRate, best > 0 ? "late" : "early"));
    }
    return evidence;
}

}
