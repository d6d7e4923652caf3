#include "engine/features/face/expression_net.h"

#include "engine/model_files/net_file.h"
#include "engine/nets/one_core.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kClasses = 8; // contempt, too

Convolution convolutionIn(const NetFile& file, const std::string& name, std::size_t given,
                          std::int64_t kernel, std::size_t stride)
{
    Tensor weights = file.tensor(name + ".weight", {0, static_cast<std::int64_t>(given), kernel, kernel});
    Tensor bias = file.tensor(name + ".bias", {weights.shape[0]});
    return {std::move(weights), std::move(bias), stride};
}

/// Less its mean, over its deviation.
Planes standardised(std::span<const float> face, float greys, bool isMirrored)
{
    constexpr std::size_t side = ExpressionNet::kSide;
    double sum = 0.0;
    for (const float value : face)
        sum += static_cast<double>(value);
    const double mean = sum / static_cast<double>(face.size());
    double squares = 0.0;
    for (const float value : face)
        squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
    const double deviation
        = std::sqrt(squares / static_cast<double>(face.size())) + 8.0 / 255.0 * static_cast<double>(greys);
    Planes picture(1, side, side);
    for (std::size_t i = 0; i < face.size(); ++i) {
        const std::size_t x = i % side;
        const std::size_t target = i - x + (isMirrored ? side - 1 - x : x);
        picture.values[target] = static_cast<float>((static_cast<double>(face[i]) - mean) / deviation);
    }
    return picture;
}

template <std::size_t Count>
std::array<float, Count> softmax(std::span<const float> logits, float factor)
{
    std::array<float, Count> result{};
    const float best = *std::max_element(logits.begin(), logits.begin() + Count);
    float sum = 0.0F;
    for (std::size_t i = 0; i < Count; ++i)
        sum += result[i] = std::exp((logits[i] - best) * factor);
    for (float& value : result)
        value /= sum;
    return result;
}

}

ExpressionNet ExpressionNet::read(const std::filesystem::path& path)
{
    const NetFile file(path, "expression_net");
    ExpressionNet net;
    net.m_stem = convolutionIn(file, "stem", 1, 3, 1);
    std::size_t channels = net.m_stem.made();
    for (std::size_t i = 1; i == 1 || file.has(fmt::format("stage{}.first.weight", i)); ++i) {
        const std::string stage = fmt::format("stage{}.", i);
        const std::size_t stride = i == 1 ? 1 : 2;
        Stage& made = net.m_stages.emplace_back();
        made.first = convolutionIn(file, stage + "first", channels, 3, stride);
        made.second = convolutionIn(file, stage + "second", made.first.made(), 3, 1);
        if (file.has(stage + "short.weight"))
            made.shortcut = convolutionIn(file, stage + "short", channels, 1, stride);
        const std::size_t passed = made.shortcut ? made.shortcut->made() : channels;
        if (passed != made.second.made() || (!made.shortcut && stride != 1))
            file.refuse(fmt::format("{}second makes {} channels, but {} pass it by", stage,
                                    made.second.made(), passed));
        channels = made.second.made();
    }
    net.m_classes = file.tensor("classes.weight", {kClasses, static_cast<std::int64_t>(channels)});
    net.m_classBias = file.tensor("classes.bias", {kClasses});
    std::ranges::copy(file.numbers("valence", kClasses), net.m_valence.begin());
    net.m_majoritySharpness = file.numbers("majority_sharpness", 1).front();
    return net;
}

std::vector<float> ExpressionNet::inner(std::span<const float> face, float greys) const
{
    const OneCore core;
    std::vector<float> mean(static_cast<std::size_t>(m_classes.shape[1]));
    for (const bool isMirrored : {false, true}) {
        Planes planes = m_stem.of(standardised(face, greys, isMirrored));
        rectify(planes);
        planes = halved(planes);
        for (const Stage& stage : m_stages) {
            Planes made = stage.first.of(planes);
            rectify(made);
            made = stage.second.of(made);
            add(made, stage.shortcut ? stage.shortcut->of(planes) : planes);
            rectify(made);
            planes = std::move(made);
        }
        const std::vector<float> last = means(planes);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += last[i] / 2.0F;
    }
    return mean;
}

SeenExpression ExpressionNet::of(std::span<const float> face, float greys) const
{
    return seenIn(inner(face, greys));
}

SeenExpression ExpressionNet::seenIn(const std::vector<float>& inner) const
{
    std::array<float, kClasses> logits{};
    for (std::size_t k = 0; k < kClasses; ++k) {
        logits[k] = m_classBias.values[k];
        for (std::size_t i = 0; i < inner.size(); ++i)
            logits[k] += m_classes.values[k * inner.size() + i] * inner[i];
    }
    SeenExpression seen;
    seen.chances = softmax<7>(logits, m_majoritySharpness);
    const std::array<float, kClasses> shares = softmax<kClasses>(logits, 1.0F);
    for (std::size_t k = 0; k < kClasses; ++k)
        seen.valence += shares[k] * m_valence[k];
    return seen;
}

}
