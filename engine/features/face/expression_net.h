#pragma once

#include "engine/nets/planes.h"

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace engine {

/// What raters see in a face, as far as a net can tell.
struct SeenExpression {
    static constexpr std::array<std::string_view, 7> kNames{"neutral", "happiness", "surprise", "sadness",
                                                            "anger",   "disgust",   "fear"};

    /// How often most of ten raters name each of kNames in faces like this one; their sum is 1.
    std::array<float, 7> chances{};
    /// Mean of what raters see: neutral 0, happiness 1, surprise 0.2, anger, disgust, fear and sadness −0.7,
    /// contempt −0.4.
    float valence = 0.0F;
};

/// A residual net of 0.9 million numbers (He et al., Deep residual learning, CVPR 2016) that learnt ten
/// raters' votes on faces (FER+: Barsoum et al., ICMI 2016); `scripts/train-expression` makes it, and its
/// card is beside it. A face and its mirrored picture are asked, and their mean answers. Can be used by
/// several threads.
class ExpressionNet {
public:
    static constexpr std::size_t kSide = 48; ///< pixels

    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `expression_net`), which names the tensor.
    static ExpressionNet read(const std::filesystem::path& path);

    /// @param face  kSide × kSide grey values, row after row; a face's crop (expressionPart())
    /// @param greys  how many values lie between black and white
    SeenExpression of(std::span<const float> face, float greys = 255.0F) const;

    /// What the last layer but one says of a face: the mean of both pictures.
    std::vector<float> inner(std::span<const float> face, float greys = 255.0F) const;

private:
    struct Stage {
        Convolution first;
        Convolution second;
        std::optional<Convolution> shortcut;
    };

    SeenExpression seenIn(const std::vector<float>& inner) const;

    Convolution m_stem;
    std::vector<Stage> m_stages;
    Tensor m_classes; ///< 8 × the last stage's channels
    Tensor m_classBias; ///< 8
    std::array<float, 8> m_valence{};
    float m_majoritySharpness = 1.0F;
};

}
