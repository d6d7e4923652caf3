#pragma once

#include "engine/models/layers/attention.h"

namespace engine {

/// A pre-norm transformer block; a crossing one looks at a second sequence after itself.
struct LookBlockImpl : torch::nn::Module {
    /// @param widening  how many times D the width between the two linear layers is
    LookBlockImpl(std::int64_t width, std::int64_t heads, bool crosses, std::int64_t widening);

    /// @param x       B × T × D. @param mask  as MultiHeadAttention takes it.
    /// @param other   B × S × D; undefined for a block that does not cross. @param otherMask  undefined with `other`
    /// @return values B × T × D, weights B × T × S of the look at `other` with Displays::Yes
    Attended forward(torch::Tensor x, const torch::Tensor& mask, const torch::Tensor& other,
                     const torch::Tensor& otherMask, Displays displays);

    torch::nn::LayerNorm norm1, normCross, norm2;
    MultiHeadAttention attention, cross;
    torch::nn::Linear fc1, fc2;
};
TORCH_MODULE(LookBlock);

/// Tokens of a sequence, the vector of the whole at place 0.
struct EncodedClip {
    torch::Tensor tokens; ///< B × (1 + T) × D
    torch::Tensor mask; ///< B × 1 × (1 + T), −∞ at padding
};

/// A learnt token before a sequence, pre-norm blocks, a norm: what the encoders of a VAT share.
class LookEncoder : public torch::nn::Module {
public:
    /// @param x  what the encoder is for. @param lengths  B, int64, how much of each row is no padding
    /// @throws ShapeError (code `bad_inputs`) for what does not fit.
    virtual EncodedClip encode(const torch::Tensor& x, const torch::Tensor& lengths) = 0;

    struct Sizes {
        std::int64_t width = 0, heads = 1, layers = 1, widening = 2;
    };

protected:
    /// @param positions  of the longest sequence
    LookEncoder(const Sizes& sizes, std::int64_t positions);

    /// @param x      B × T × D, positions added. @param valid  B, int64
    EncodedClip blocksOver(const torch::Tensor& x, const torch::Tensor& valid);

    torch::Tensor m_cls, m_positions; ///< 1 × 1 × D; 1 × (1 + longest) × D, entry 0 that of the first token

private:
    std::vector<LookBlock> m_blocks;
    torch::nn::LayerNorm m_norm;
};

/// Of rows of features: B × T × F.
class RowEncoder final : public LookEncoder {
public:
    RowEncoder(std::int64_t features, const Sizes& sizes, std::int64_t longest);
    EncodedClip encode(const torch::Tensor& x, const torch::Tensor& lengths) override;

private:
    torch::nn::Linear m_project;
};

/// Of pictures: B × frames × 3 × S × S, RGB of 0 to 255. Tokens are patches, frame after frame, row by row.
class FrameEncoder final : public LookEncoder {
public:
    FrameEncoder(std::int64_t frames, std::int64_t side, std::int64_t patch, const Sizes& sizes);
    EncodedClip encode(const torch::Tensor& x, const torch::Tensor& lengths) override;

private:
    std::int64_t m_patches; ///< of a frame
    torch::nn::Conv2d m_patch;
    torch::Tensor m_time; ///< 1 × frames × D
};

/// Of mel power: B × bands × columns; its logarithm is standardised over each row's own columns. Tokens are
/// patches, column by column, low bands first.
class MelEncoder final : public LookEncoder {
public:
    MelEncoder(std::int64_t bands, std::int64_t columns, std::int64_t patch, const Sizes& sizes);
    EncodedClip encode(const torch::Tensor& x, const torch::Tensor& lengths) override;

private:
    std::int64_t m_side, m_rows; ///< of a patch; patches that stand above each other
    torch::nn::Conv2d m_patch;
};

}
