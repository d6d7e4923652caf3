#include "engine/training/suspects/word_edges.h"

#include "engine/core/same_length.h"
#include "engine/training/suspects/data_errors.h"
#include "engine/training/suspects/learnt_rows.h"
#include "engine/training/suspects/segment_summary.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <random>
#include <set>

namespace engine {

namespace {

constexpr double kNotSaid = std::numeric_limits<double>::quiet_NaN();
constexpr double kFrame = 1.0 / kFrameRate;
constexpr double kNearest = 0.2, kFarthest = 0.5; ///< by which a boundary is moved, in seconds
constexpr double kShortest = 0.05; ///< of a word, in seconds
constexpr std::array kTold{Modality::Acoustic, Modality::Visual};

double centreOf(std::size_t frame)
{
    return (static_cast<double>(frame) + 0.5) * kFrame;
}

/// Segments as rows: what is known of the words at each frame, and what is heard or seen there.
class SpokenRows {
public:
    SpokenRows(const FoldData& frames, const FoldData& segments, const SegmentWords& words)
        : m_frames(frames)
        , m_segments(segments)
        , m_words(words)
    {
    }

    std::size_t framesOf(std::size_t segment) const
    {
        return static_cast<std::size_t>(m_frames.lengthsOf(Modality::Text)[segment]);
    }

    bool knows(std::size_t segment, Modality modality) const
    {
        constexpr std::size_t fewestFrames = 10, fewestWords = 2;
        return m_words[segment].size() >= fewestWords && framesOf(segment) >= fewestFrames
            && m_frames.of(modality).width > 0 && m_frames.presenceOf(modality)[segment]
            && m_segments.lengthsOf(Modality::Text)[segment]
            == static_cast<std::int64_t>(m_words[segment].size());
    }

    /// words × D
    torch::Tensor textOf(std::size_t segment) const
    {
        return firstRows(m_segments, Modality::Text, segment, m_words[segment].size());
    }

    /// T × (D + WordMoment::kColumns)
    torch::Tensor telling(std::size_t segment) const
    {
        const std::size_t count = framesOf(segment), width = m_segments.of(Modality::Text).width;
        const torch::Tensor text = textOf(segment);
        const torch::Tensor result = torch::zeros(
            {static_cast<std::int64_t>(count), static_cast<std::int64_t>(width + WordMoment::kColumns)},
            torch::kFloat64);
        auto* const values = result.data_ptr<double>();
        for (std::size_t t = 0; t < count; ++t) {
            double* const row = values + t * (width + WordMoment::kColumns);
            const WordMoment moment = wordMoment(m_words[segment], centreOf(t));
            if (moment.word)
                std::copy_n(text.data_ptr<double>() + *moment.word * width, width, row);
            for (std::size_t part = 0; part < moment.count; ++part)
                row[width + moment.parts[part].column] += moment.parts[part].weight;
        }
        return result;
    }

    /// T × K, relative to the segment's mean: voices and faces tell nothing.
    torch::Tensor told(std::size_t segment, Modality modality) const
    {
        return centredRows(m_frames, modality, segment, framesOf(segment));
    }

private:
    const FoldData& m_frames;
    const FoldData& m_segments;
    const SegmentWords& m_words;
};

/// What is expected of a modality, in directions in which what is left is independent and of deviation 1.
struct Expectation {
    torch::Tensor whitening; ///< K × K
    torch::Tensor level; ///< K, of a pause far from all words
    torch::Tensor ofText; ///< D × K
    torch::Tensor ofMoments; ///< WordMoment::kColumns × K
};

Expectation learn(const SpokenRows& rows, Modality modality, const std::vector<std::size_t>& segments)
{
    std::vector<torch::Tensor> telling, told;
    for (const std::size_t segment : thinned(segments, [&](std::size_t one) { return rows.framesOf(one); })) {
        telling.push_back(rows.telling(segment));
        told.push_back(rows.told(segment, modality));
    }
    const torch::Tensor x = torch::cat(telling), y = torch::cat(told);
    const torch::Tensor scale = x.std(0, /*unbiased=*/false).clamp_min(1e-6);
    const torch::Tensor size = y.std(0, /*unbiased=*/false).clamp_min(1e-9);
    const RidgeFit fit = ridgeFit(x / scale, y / size);
    const torch::Tensor left = y / size - fit.of(x / scale);
    constexpr double shrinkage = 0.1;
    torch::Tensor covariance = left.t().matmul(left) / static_cast<double>(left.size(0));
    covariance = (1.0 - shrinkage) * covariance
        + shrinkage * covariance.diagonal().mean() * torch::eye(covariance.size(0), torch::kFloat64);
    const auto [values, vectors] = torch::linalg_eigh(covariance, "L");
    const torch::Tensor whitening
        = vectors / values.clamp_min(1e-9).sqrt().unsqueeze(0); // of values that are divided by `size`
    const torch::Tensor weights = (fit.weights / scale.unsqueeze(1)).matmul(whitening).contiguous();
    const std::int64_t width = weights.size(0) - static_cast<std::int64_t>(WordMoment::kColumns);
    Expectation expectation;
    expectation.whitening = (whitening / size.unsqueeze(1)).contiguous();
    expectation.level = ((fit.level - (fit.center).matmul(fit.weights)).unsqueeze(0).matmul(whitening))
                            .squeeze(0)
                            .contiguous();
    expectation.ofText = weights.narrow(0, 0, width).contiguous();
    expectation.ofMoments
        = weights.narrow(0, width, static_cast<std::int64_t>(WordMoment::kColumns)).contiguous();
    return expectation;
}

/// How unlikely what is heard or seen is where the words lie so, frame by frame.
class PlacedFit {
public:
    PlacedFit(const SpokenRows& rows, Modality modality, const Expectation& expectation, std::size_t segment)
        : m_frames(rows.framesOf(segment))
        , m_told(rows.told(segment, modality).matmul(expectation.whitening).contiguous())
        , m_words(rows.textOf(segment).matmul(expectation.ofText).contiguous())
        , m_expectation(expectation)
        , m_width(static_cast<std::size_t>(m_told.size(1)))
    {
    }

    /// Half of the squared deviations of frames first ≤ t < last, where words come `late` seconds later.
    double cost(std::span<const SegmentWord> words, std::size_t first, std::size_t last,
                double late = 0.0) const
    {
        double sum = 0.0;
        std::vector<double> left(m_width);
        for (std::size_t t = first; t < std::min(last, m_frames); ++t) {
            const WordMoment moment = wordMoment(words, centreOf(t) - late);
            const double* const told = m_told.data_ptr<double>() + t * m_width;
            const double* const level = m_expectation.level.data_ptr<double>();
            for (std::size_t k = 0; k < m_width; ++k)
                left[k] = told[k] - level[k];
            if (moment.word)
                subtract(left, m_words.data_ptr<double>() + *moment.word * m_width, 1.0);
            for (std::size_t part = 0; part < moment.count; ++part)
                subtract(left,
                         m_expectation.ofMoments.data_ptr<double>() + moment.parts[part].column * m_width,
                         moment.parts[part].weight);
            double squares = 0.0;
            for (const double value : left)
                squares += value * value;
            sum += 0.5 * squares;
        }
        return sum;
    }

private:
    static void subtract(std::vector<double>& from, const double* values, double weight)
    {
        for (std::size_t k = 0; k < from.size(); ++k)
            from[k] -= weight * values[k];
    }

    std::size_t m_frames;
    torch::Tensor m_told; ///< T × K
    torch::Tensor m_words; ///< words × K
    const Expectation& m_expectation;
    std::size_t m_width;
};

/// A boundary at another place.
struct Move {
    std::vector<SegmentWord> words;
    WordEdge edge; ///< times within the segment
    Interval touched; ///< where something changes
};

/// The beginning of a word, with the end of the one before where they are joined.
std::optional<Move> movedStart(const std::vector<SegmentWord>& words, std::size_t word, double by,
                               double length)
{
    const bool isJoined = word > 0 && words[word].span.start - words[word - 1].span.end < kJoined;
    const double old = words[word].span.start, moved = old + by;
    const double least = word == 0 ? 0.0
        : isJoined                 ? words[word - 1].span.start + kShortest
                                   : words[word - 1].span.end;
    if (moved < least - 1e-9 || moved > words[word].span.end - kShortest + 1e-9 || moved > length)
        return std::nullopt;
    Move move{words, {words[word].text, false, old, moved}, {}};
    move.words[word].span.start = moved;
    if (isJoined) {
        move.words[word - 1].span.end = moved;
        move.edge = {words[word - 1].text, true, old, moved};
    }
    move.touched = {word > 0 ? words[word - 1].span.start : 0.0, words[word].span.end};
    return move;
}

/// The end of a word behind which is a pause.
std::optional<Move> movedEnd(const std::vector<SegmentWord>& words, std::size_t word, double by,
                             double length)
{
    const bool isLast = word + 1 == words.size();
    if (!isLast && words[word + 1].span.start - words[word].span.end < kJoined)
        return std::nullopt; // it is the beginning of the next
    const double old = words[word].span.end, moved = old + by;
    const double most = isLast ? length : words[word + 1].span.start;
    if (moved < words[word].span.start + kShortest - 1e-9 || moved > most + 1e-9)
        return std::nullopt;
    Move move{words, {words[word].text, true, old, moved}, {}};
    move.words[word].span.end = moved;
    move.touched = {words[word].span.start, isLast ? length : words[word + 1].span.end};
    return move;
}

struct BestMove {
    double gain = kNotSaid;
    std::optional<WordEdge> edge;
};

/// The boundary of a segment that gains most by being moved.
BestMove bestMove(const std::vector<const PlacedFit*>& fits, const std::vector<SegmentWord>& words,
                  std::size_t frames)
{
    const double length = static_cast<double>(frames) * kFrame;
    BestMove best;
    const auto consider = [&](const std::optional<Move>& move) {
        if (!move)
            return;
        constexpr double reach = static_cast<double>(WordMoment::kSteps) * 0.05;
        const double from = std::max(move->touched.start - reach, 0.0);
        const auto first = static_cast<std::size_t>(from / kFrame),
                   last = static_cast<std::size_t>(std::max((move->touched.end + reach) / kFrame + 1.0, 0.0));
        double gain = 0.0, least = std::numeric_limits<double>::infinity();
        for (const PlacedFit* fit : fits) { // first the sound: what the face says may speak against it only
            gain += fit->cost(words, first, last) - fit->cost(move->words, first, last);
            least = std::min(least, gain);
        }
        gain = least;
        if (!(gain <= best.gain)) {
            best.gain = gain;
            best.edge = move->edge;
        }
    };
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (double by = kNearest; by <= kFarthest + 1e-9; by += kFrame) {
            for (const double signedBy : {-by, by}) {
                consider(movedStart(words, word, signedBy, length));
                consider(movedEnd(words, word, signedBy, length));
            }
        }
    }
    return best;
}

/// What the sound gains where all words are moved.
double gainOfAll(const PlacedFit& sound, const std::vector<SegmentWord>& words, std::size_t frames)
{
    const double written = sound.cost(words, 0, frames);
    double best = 0.0;
    for (double by = 0.15; by <= 0.6 + 1e-9; by += kFrame) {
        for (const double late : {-by, by})
            best = std::max(best, written - sound.cost(words, 0, frames, late));
    }
    return best;
}

/// The words with one boundary at another place; absent: there is no room.
std::optional<std::vector<SegmentWord>> movedSomewhere(const std::vector<SegmentWord>& words,
                                                       std::size_t frames, std::mt19937_64& random)
{
    constexpr int tries = 20;
    const double length = static_cast<double>(frames) * kFrame;
    for (int k = 0; k < tries; ++k) {
        const std::size_t word = random() % words.size();
        const double by = kFrame * static_cast<double>(5 + random() % 3),
                     sign = random() % 2 == 0 ? 1.0 : -1.0;
        if (const auto move = movedStart(words, word, sign * by, length))
            return move->words;
    }
    return std::nullopt;
}

std::string reasonOf(const WordEdge& edge)
{
    const double by = edge.written - edge.suggested;
    return fmt::format("the {} of {} seems {:.2g} s too {}", edge.isEnd ? "end" : "beginning",
                       edge.word.empty() ? std::string("a word") : "“" + edge.word + "”", std::abs(by),
                       by > 0 ? "late" : "early");
}

}

DataEvidence wordEdges(const FoldData& frames, const FoldData& segments, const SegmentWords& words,
                       const std::vector<std::size_t>& folds, const RunContext& run)
{
    requireSameLength("segments of frames", segments.size(), frames.size());
    requireSameLength("words of segments", words.size(), frames.size());
    requireSameLength("folds of segments", folds.size(), frames.size());
    const torch::NoGradGuard noGradient;
    const SpokenRows rows(frames, segments, words);
    DataEvidence evidence;
    evidence.kind = SuspectKind::WordEdge;
    evidence.strengths.assign(frames.size(), kNotSaid);
    evidence.reasons.assign(frames.size(), {});
    evidence.edges.assign(frames.size(), std::nullopt);
    evidence.planted.assign(frames.size(), kNotSaid);
    std::mt19937_64 random(frames.size());
    const std::set<std::size_t> all(folds.begin(), folds.end());
    std::size_t done = 0;
    for (const std::size_t fold : all) {
        std::vector<std::pair<Modality, Expectation>> learnt;
        for (const Modality modality : kTold) {
            std::vector<std::size_t> others;
            for (std::size_t i = 0; i < frames.size(); ++i) {
                if (folds[i] != fold && rows.knows(i, modality))
                    others.push_back(i);
            }
            constexpr std::size_t fewest = 8; // segments to learn from
            if (others.size() >= fewest)
                learnt.emplace_back(modality, learn(rows, modality, others));
        }
        for (std::size_t i = 0; i < frames.size(); ++i) {
            if (folds[i] != fold)
                continue;
            std::vector<PlacedFit> fits;
            fits.reserve(kTold.size());
            std::vector<const PlacedFit*> known;
            const PlacedFit* sound = nullptr;
            for (const auto& [modality, expectation] : learnt) {
                if (!rows.knows(i, modality))
                    continue;
                known.push_back(&fits.emplace_back(rows, modality, expectation, i));
                if (modality == Modality::Acoustic)
                    sound = known.back();
            }
            if (!sound) // faces alone tell too little of words
                continue;
            const BestMove found = bestMove(known, words[i], rows.framesOf(i));
            if (!found.edge)
                continue;
            evidence.strengths[i] = found.gain - gainOfAll(*sound, words[i], rows.framesOf(i));
            evidence.edges[i] = found.edge;
            evidence.reasons[i] = reasonOf(*found.edge);
            if (const auto moved = movedSomewhere(words[i], rows.framesOf(i), random))
                evidence.planted[i] = bestMove(known, *moved, rows.framesOf(i)).gain
                    - gainOfAll(*sound, *moved, rows.framesOf(i));
        }
        run.tick(++done, all.size());
    }
    return evidence;
}

}
