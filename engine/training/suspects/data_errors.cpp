#include "engine/training/suspects/data_errors.h"

#include "engine/core/segment_id.h"
#include "engine/training/suspects/row_fit.h"
#include "engine/training/suspects/segment_summary.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <random>

namespace engine {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// The middle of all, and their deviation as the quartiles tell it.
struct Usual {
    double middle = kUnknown, spread = kUnknown;

    explicit Usual(const std::vector<double>& values)
    {
        std::vector<double> known;
        std::ranges::copy_if(values, std::back_inserter(known),
                             [](double value) { return std::isfinite(value); });
        if (known.size() < 4)
            return;
        std::ranges::sort(known);
        middle = known[known.size() / 2];
        spread = std::max((middle - known[known.size() / 4]) / 0.6745, 1e-9);
    }

    /// How far from the middle in deviations, within −3…12; NaN stays.
    double of(double value) const { return std::clamp((value - middle) / spread, -3.0, 12.0); }
};

std::vector<double> standardised(const std::vector<double>& values, const Usual& usual)
{
    std::vector<double> result;
    for (const double value : values)
        result.push_back(std::isfinite(usual.middle) ? usual.of(value) : kUnknown);
    return result;
}

/// How far faces are from the middle one of a video, measured by how far faces of one video differ.
struct Strangeness {
    std::vector<double> own; ///< N: of each face in its video; NaN where that has too few
    std::vector<double> exchanged; ///< N: of the partner's face there
};

Strangeness strangeness(const FoldData& rows, const std::vector<std::size_t>& partners)
{
    const torch::NoGradGuard noGradient;
    const torch::Tensor all = segmentSummary(rows, Modality::Visual);
    Strangeness result{std::vector<double>(rows.size(), kUnknown),
                       std::vector<double>(rows.size(), kUnknown)};
    if (all.size(1) == 0)
        return result;
    const torch::Tensor means = all.narrow(1, 0, all.size(1) / 2);
    std::map<std::string, std::vector<std::int64_t>> videos;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows.presenceOf(Modality::Visual)[i])
            videos[videoOfSegment(rows.ids[i])].push_back(static_cast<std::int64_t>(i));
    }
    torch::Tensor middles = torch::zeros_like(means);
    std::vector<std::int64_t> known, others;
    for (const auto& [video, places] : videos) {
        if (places.size() < 3)
            continue;
        const torch::Tensor place = torch::tensor(places, torch::kInt64);
        const torch::Tensor own = means.index_select(0, place);
        middles.index_copy_(0, place,
                            std::get<0>(own.median(0, /*keepdim=*/true)).expand({own.size(0), own.size(1)}));
        known.insert(known.end(), places.begin(), places.end());
    }
    if (known.size() < 4)
        return result;
    for (const std::int64_t place : known)
        others.push_back(static_cast<std::int64_t>(partners[static_cast<std::size_t>(place)]));
    const torch::Tensor place = torch::tensor(known, torch::kInt64);
    const torch::Tensor middle = middles.index_select(0, place);
    const torch::Tensor rest = means.index_select(0, place) - middle;
    // half of the columns' deviations are measured robustly, since what is sought is among them
    const torch::Tensor usual = (std::get<0>(rest.abs().median(0)) / 0.6745).clamp_min(1e-6);
    const auto sizesOf = [&](const torch::Tensor& apart) {
        return (apart / usual).clamp(-8.0, 8.0).square().mean(1).clamp_min(1e-9).log().contiguous();
    };
    const torch::Tensor own = sizesOf(rest),
                        exchanged
        = sizesOf(means.index_select(0, torch::tensor(others, torch::kInt64)) - middle);
    for (std::size_t k = 0; k < known.size(); ++k) {
        result.own[static_cast<std::size_t>(known[k])] = own.data_ptr<double>()[k];
        if (rows.presenceOf(Modality::Visual)[static_cast<std::size_t>(others[k])])
            result.exchanged[static_cast<std::size_t>(known[k])] = exchanged.data_ptr<double>()[k];
    }
    return result;
}

/// For each segment another one, of another video where there are several.
std::vector<std::size_t> partnersOf(const FoldData& rows)
{
    std::mt19937_64 random(rows.size());
    std::vector<std::size_t> partners;
    constexpr int tries = 20;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::size_t partner = random() % rows.size();
        for (int k = 0; k < tries && videoOfSegment(rows.ids[partner]) == videoOfSegment(rows.ids[i]); ++k)
            partner = random() % rows.size();
        partners.push_back(partner);
    }
    return partners;
}

double strengthOf(double apart, double looks)
{
    const bool moves = std::isfinite(apart), isSeen = std::isfinite(looks);
    return moves && isSeen ? apart + looks : moves ? 1.5 * apart : isSeen ? 1.5 * looks : kUnknown;
}

}

DataEvidence otherFaces(const FoldData& rows, const std::vector<std::size_t>& folds, bool areFrames,
                        const RunContext& run)
{
    const std::vector<std::size_t> partners = partnersOf(rows);
    const RowFit fit = rowFit(rows, Modality::Visual, folds, 0, areFrames, partners, run);
    std::vector<double> misfits(rows.size(), kUnknown), exchangedMisfits(rows.size(), kUnknown);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!fit.isKnown[i])
            continue;
        misfits[i] = -fit.at(i, 0);
        exchangedMisfits[i] = -fit.exchanged[i];
    }
    const Strangeness strange = strangeness(rows, partners);
    const Usual usualMisfit(misfits), usualLooks(strange.own);
    const std::vector<double> apart = standardised(misfits, usualMisfit),
                              looks = standardised(strange.own, usualLooks),
                              plantedApart = standardised(exchangedMisfits, usualMisfit),
                              plantedLooks = standardised(strange.exchanged, usualLooks);
    DataEvidence evidence;
    evidence.kind = SuspectKind::OtherFace;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool moves = std::isfinite(apart[i]), isSeen = std::isfinite(looks[i]);
        evidence.strengths.push_back(strengthOf(apart[i], looks[i]));
        // what would be known of it as it is
        evidence.planted.push_back(
            strengthOf(moves ? plantedApart[i] : kUnknown, isSeen ? plantedLooks[i] : kUnknown));
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
    const RowFit fit = rowFit(frames, Modality::Acoustic, folds, farthest, /*areFrames=*/true, {}, run);
    DataEvidence evidence;
    evidence.kind = SuspectKind::LateSound;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        int best = nearest;
        for (int lag = -farthest; lag <= farthest; ++lag) {
            if (std::abs(lag) >= nearest && fit.at(i, lag) > fit.at(i, best))
                best = lag;
        }
        evidence.strengths.push_back(fit.isKnown[i] ? fit.at(i, best) - fit.at(i, 0) : kUnknown);
        // were the sound later by so many rows, what is at one lag would be at a larger one
        constexpr int planted = 8;
        double most = -std::numeric_limits<double>::infinity();
        for (int lag = nearest; lag <= farthest; ++lag)
            most = std::max(most, fit.at(i, lag - planted));
        evidence.planted.push_back(fit.isKnown[i] ? most - fit.at(i, -planted) : kUnknown);
        evidence.reasons.push_back(fmt::format("the sound comes {:.2g} s {}: so it would fit words and face",
                                               std::abs(best) / kFrameRate, best > 0 ? "late" : "early"));
    }
    return evidence;
}

}
