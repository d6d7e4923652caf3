#include "scripts/boundaries/boundary_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <numeric>
#include <random>

namespace engine {

namespace {

using Net = BoundaryNet;
using Weights = BoundaryNet::Weights;

constexpr int kBands = BoundarySound::kBands;
constexpr int kFurthest = 38; ///< frames that the net looks to both sides
constexpr int kWindow = 2 * (Net::kReach + kFurthest) + 1;
constexpr float kFrameMilliseconds = 2.5F;

class Random {
public:
    explicit Random(std::uint32_t seed) : m_bits(seed) { }
    float uniform() { return static_cast<float>(m_bits() >> 8) / 16777216.0F; } ///< 0…1
    float normal() { return m_normal(m_bits); }
    std::uint32_t below(std::uint32_t count)
    {
        return static_cast<std::uint32_t>((static_cast<std::uint64_t>(m_bits()) * count) >> 32);
    }

private:
    std::mt19937 m_bits;
    std::normal_distribution<float> m_normal;
};

using Window = std::array<std::array<float, kBands>, kWindow>;

/// The frames around the boundary as another voice, microphone and room would have them.
Window varied(const BoundaryExample& example, Random& random)
{
    Window window;
    const float stretch = 1.0F + (random.uniform() - 0.5F) * 0.24F;
    const float shift = (random.uniform() - 0.5F) * 1.5F;
    const float level = random.normal() * 0.2F;
    std::array<float, kBands> channel{};
    for (float& value : channel)
        value = random.normal() * 0.1F;
    const bool hasFloor = random.uniform() < 0.5F;
    const float floor = random.uniform() * 2.2F - 3.2F;
    const int first = example.question.centre - Net::kReach - kFurthest;
    for (int t = 0; t < kWindow; ++t) {
        const std::span<const float, kBands> bands = example.sound->bands(first + t);
        for (int b = 0; b < kBands; ++b) {
            const float place = std::clamp(static_cast<float>(b) * stretch + shift, 0.0F, kBands - 1.001F);
            const auto below = static_cast<std::size_t>(place);
            const float part = place - static_cast<float>(below);
            float value = (1.0F - part) * bands[below] + part * bands[below + 1] + level + channel[b];
            if (hasFloor)
                value = std::max(value, floor + 0.15F * random.normal());
            window[t][b] = value;
        }
    }
    return window;
}

Weights zeros()
{
    Weights weights;
    for (const Weights::Part& part : Weights::parts())
        (weights.*part.values).assign(static_cast<std::size_t>(part.rows * part.columns), 0.0F);
    return weights;
}

/// Uniform within 1/√inputs, as is usual for linear layers.
Weights initial(Random& random)
{
    Weights weights = zeros();
    const auto fill = [&](std::vector<float>& values, int inputs) {
        for (float& value : values)
            value = (2.0F * random.uniform() - 1.0F) / std::sqrt(static_cast<float>(inputs));
    };
    fill(weights.seen, Net::kSeen);
    fill(weights.facts, Net::kFacts + Net::kDistances);
    fill(weights.distances, Net::kFacts + Net::kDistances);
    fill(weights.bias, Net::kSeen);
    fill(weights.gate, Net::kFacts);
    fill(weights.gateBias, Net::kFacts);
    fill(weights.mix, Net::kHidden);
    fill(weights.mixBias, Net::kHidden);
    fill(weights.score, Net::kMixed);
    return weights;
}

/// y += x · row of a matrix
template <std::size_t columns>
void addRow(std::array<float, columns>& y, const std::vector<float>& matrix, std::size_t row, float x)
{
    const float* const values = matrix.data() + row * columns;
    for (std::size_t i = 0; i < columns; ++i)
        y[i] += x * values[i];
}

/// row of a matrix += x · y
template <std::size_t columns>
void addToRow(std::vector<float>& matrix, std::size_t row, float x, const std::array<float, columns>& y)
{
    float* const values = matrix.data() + row * columns;
    for (std::size_t i = 0; i < columns; ++i)
        values[i] += x * y[i];
}

using Hidden = std::array<float, Net::kHidden>;
using Mixed = std::array<float, Net::kMixed>;

/// What was computed for a candidate, for the way back.
struct Candidate {
    std::array<float, Net::kSeen> seen;
    std::array<float, Net::kDistances> distances;
    Hidden hidden; ///< after the rectifier, before the gate
    Mixed mixed; ///< after the rectifier
    float score;
    float wanted; ///< share of the answer
};

class Trainer {
public:
    explicit Trainer(const BoundaryTraining& training)
        : m_training(training)
        , m_random(training.seed)
        , m_weights(initial(m_random))
        , m_gradient(zeros())
        , m_mean(zeros())
        , m_square(zeros())
    {
    }

    Weights train(const std::vector<BoundaryExample>& examples)
    {
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto batch = static_cast<std::size_t>(m_training.batch);
        const std::size_t steps = m_training.epochs * ((order.size() + batch - 1) / batch);
        std::size_t step = 0;
        for (int epoch = 0; epoch < m_training.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[m_random.below(static_cast<std::uint32_t>(i))]);
            double loss = 0.0;
            for (std::size_t first = 0; first < order.size(); first += batch) {
                const std::size_t end = std::min(order.size(), first + batch);
                m_gradient = zeros();
                for (std::size_t i = first; i < end; ++i)
                    loss += show(examples[order[i]], 1.0F / static_cast<float>(end - first));
                const double phase = static_cast<double>(step) / static_cast<double>(steps);
                move(m_training.rate * 0.5F * static_cast<float>(1.0 + std::cos(std::numbers::pi * phase)),
                     ++step);
            }
            std::fprintf(stderr, "seed %u, epoch %d of %d: loss %.4f\n", m_training.seed, epoch + 1,
                         m_training.epochs, loss / static_cast<double>(order.size()));
        }
        return m_weights;
    }

private:
    /// Adds the gradient of an example. @return its loss
    double show(const BoundaryExample& example, float share)
    {
        const Window window = varied(example, m_random);
        BoundaryQuestion question = example.question;
        for (std::size_t i = 0; i < question.sources.size(); ++i)
            question.sources[i] += m_random.normal() * (i + 1 < question.sources.size() ? 12.0F : 4.0F);
        std::vector<std::size_t> facts;
        for (std::size_t place = 0; place < question.classes.size(); ++place)
            facts.push_back(place * BoundaryQuestion::kClasses
                            + static_cast<std::size_t>(question.classes[place]));
        Hidden base{};
        Hidden gate{};
        std::ranges::copy(m_weights.bias, base.begin());
        std::ranges::copy(m_weights.gateBias, gate.begin());
        for (const std::size_t fact : facts) {
            addRow(base, m_weights.facts, fact, 1.0F);
            addRow(gate, m_weights.gate, fact, 1.0F);
        }
        addRow(base, m_weights.facts, Net::kFacts - 1, question.noiseFloor);
        addRow(gate, m_weights.gate, Net::kFacts - 1, question.noiseFloor);
        for (float& value : gate)
            value = 2.0F / (1.0F + std::exp(-value));

        m_candidates.clear(); // every second frame, now the even and now the odd ones
        for (int frame = -Net::kReach + static_cast<int>(m_random.below(2)); frame <= Net::kReach; frame += 2)
            forward(m_candidates.emplace_back(), window, question, base, gate, frame, example.answer);
        const double loss = normalise(example.weight);

        Hidden baseGradient{};
        Hidden gateGradient{};
        for (const Candidate& candidate : m_candidates)
            backward(candidate, gate, candidate.score * share, baseGradient, gateGradient);
        for (std::size_t h = 0; h < gateGradient.size(); ++h)
            gateGradient[h] *= gate[h] * (1.0F - gate[h] / 2.0F);
        addToRow(m_gradient.bias, 0, 1.0F, baseGradient);
        addToRow(m_gradient.gateBias, 0, 1.0F, gateGradient);
        for (const std::size_t fact : facts) {
            addToRow(m_gradient.facts, fact, 1.0F, baseGradient);
            addToRow(m_gradient.gate, fact, 1.0F, gateGradient);
        }
        addToRow(m_gradient.facts, Net::kFacts - 1, question.noiseFloor, baseGradient);
        addToRow(m_gradient.gate, Net::kFacts - 1, question.noiseFloor, gateGradient);
        return loss;
    }

    void forward(Candidate& candidate, const Window& window, const BoundaryQuestion& question,
                 const Hidden& base, const Hidden& gate, int frame, float answer)
    {
        const float milliseconds = static_cast<float>(frame) * kFrameMilliseconds;
        candidate.wanted = std::max(0.0F, 1.0F - std::abs(milliseconds - answer) / 10.0F);
        candidate.distances = Net::distancesOf(milliseconds, question);
        candidate.hidden = base;
        for (std::size_t i = 0; i < candidate.distances.size(); ++i)
            addRow(candidate.hidden, m_weights.distances, i, candidate.distances[i]);
        std::size_t row = 0;
        const float kept = 1.0F - m_training.dropout;
        for (const int look : Net::kLooks) {
            for (const float value :
                 window[static_cast<std::size_t>(frame + look + Net::kReach + kFurthest)]) {
                const float shown = m_random.uniform() < kept ? value / kept : 0.0F;
                candidate.seen[row] = shown;
                if (shown != 0.0F)
                    addRow(candidate.hidden, m_weights.seen, row, shown);
                ++row;
            }
        }
        std::ranges::copy(m_weights.mixBias, candidate.mixed.begin());
        for (std::size_t h = 0; h < candidate.hidden.size(); ++h) {
            candidate.hidden[h] = std::max(0.0F, candidate.hidden[h]);
            if (candidate.hidden[h] > 0.0F)
                addRow(candidate.mixed, m_weights.mix, h, candidate.hidden[h] * gate[h]);
        }
        candidate.score = 0.0F;
        for (std::size_t k = 0; k < candidate.mixed.size(); ++k) {
            candidate.mixed[k] = std::max(0.0F, candidate.mixed[k]);
            candidate.score += m_weights.score[k] * candidate.mixed[k];
        }
    }

    /// Scores become their derivatives. @return the loss
    double normalise(float weight)
    {
        float best = m_candidates.front().score;
        float wanted = 0.0F;
        for (const Candidate& candidate : m_candidates) {
            best = std::max(best, candidate.score);
            wanted += candidate.wanted;
        }
        double sum = 0.0;
        for (const Candidate& candidate : m_candidates)
            sum += std::exp(static_cast<double>(candidate.score - best));
        double loss = 0.0;
        for (Candidate& candidate : m_candidates) {
            const double logarithm = static_cast<double>(candidate.score - best) - std::log(sum);
            const double target
                = static_cast<double>(candidate.wanted) / std::max(1e-6, static_cast<double>(wanted));
            loss -= target * logarithm;
            candidate.score = static_cast<float>(std::exp(logarithm) - target) * weight;
        }
        return loss * static_cast<double>(weight);
    }

    void backward(const Candidate& candidate, const Hidden& gate, float slope, Hidden& baseGradient,
                  Hidden& gateGradient)
    {
        Mixed mixed{};
        for (std::size_t k = 0; k < mixed.size(); ++k) {
            m_gradient.score[k] += slope * candidate.mixed[k];
            mixed[k] = candidate.mixed[k] > 0.0F ? slope * m_weights.score[k] : 0.0F;
        }
        addToRow(m_gradient.mixBias, 0, 1.0F, mixed);
        Hidden hidden{};
        for (std::size_t h = 0; h < hidden.size(); ++h) {
            if (candidate.hidden[h] <= 0.0F)
                continue;
            float slopeOfInput = 0.0F;
            for (std::size_t k = 0; k < mixed.size(); ++k)
                slopeOfInput += m_weights.mix[h * Net::kMixed + k] * mixed[k];
            addToRow(m_gradient.mix, h, candidate.hidden[h] * gate[h], mixed);
            gateGradient[h] += slopeOfInput * candidate.hidden[h];
            hidden[h] = slopeOfInput * gate[h];
            baseGradient[h] += hidden[h];
        }
        for (std::size_t i = 0; i < candidate.distances.size(); ++i)
            addToRow(m_gradient.distances, i, candidate.distances[i], hidden);
        for (std::size_t row = 0; row < candidate.seen.size(); ++row) {
            if (candidate.seen[row] != 0.0F)
                addToRow(m_gradient.seen, row, candidate.seen[row], hidden);
        }
    }

    /// A step of AdamW.
    void move(float rate, std::size_t step)
    {
        constexpr float kMeanDecay = 0.9F;
        constexpr float kSquareDecay = 0.999F;
        const float meanShare = 1.0F - std::pow(kMeanDecay, static_cast<float>(step));
        const float squareShare = 1.0F - std::pow(kSquareDecay, static_cast<float>(step));
        for (const Weights::Part& part : Weights::parts()) {
            std::vector<float>& values = m_weights.*part.values;
            const std::vector<float>& gradient = m_gradient.*part.values;
            std::vector<float>& mean = m_mean.*part.values;
            std::vector<float>& square = m_square.*part.values;
            for (std::size_t i = 0; i < values.size(); ++i) {
                mean[i] = kMeanDecay * mean[i] + (1.0F - kMeanDecay) * gradient[i];
                square[i] = kSquareDecay * square[i] + (1.0F - kSquareDecay) * gradient[i] * gradient[i];
                values[i] -= rate
                    * (mean[i] / meanShare / (std::sqrt(square[i] / squareShare) + 1e-8F)
                       + m_training.decay * values[i]);
            }
        }
    }

    BoundaryTraining m_training;
    Random m_random;
    Weights m_weights;
    Weights m_gradient;
    Weights m_mean;
    Weights m_square;
    std::vector<Candidate> m_candidates;
};

}

BoundaryNet::Weights trainBoundaries(const std::vector<BoundaryExample>& examples,
                                     const BoundaryTraining& training)
{
    return Trainer(training).train(examples);
}

}
