#pragma once

#include "widgets/base/theme.h"
#include "widgets/space/space_figure.h"

#include <array>
#include <optional>
#include <vector>

namespace widgets {

/// The tensor of a model that fuses by an outer product: sound ⊗ vision ⊗ text, each with a 1 before its
/// units, so that the products of one and of two modalities are parts of it (Zadeh et al., Tensor Fusion
/// Network, EMNLP 2017).
class FusionTensor {
public:
    FusionTensor() = default;
    /// @param sound, vision, text  the model's vectors, without the 1
    FusionTensor(const std::vector<float>& sound, const std::vector<float>& vision,
                 const std::vector<float>& text);

    std::size_t extent(std::size_t axis) const { return m_factors.at(axis).size(); } ///< 0: there is none
    using Cell = std::array<std::size_t, 3>; ///< entries of sound, vision, text; 0 is the 1
    float at(const Cell& cell) const;
    float greatest() const { return m_greatest; } ///< magnitude
    /// The mean over an axis at an entry of each of the other two.
    float marginal(std::size_t axis, const Cell& cell) const;
    bool isEmpty() const { return m_factors[0].empty(); }
    friend bool operator==(const FusionTensor&, const FusionTensor&) = default;

private:
    std::array<std::vector<float>, 3> m_factors;
    std::array<float, 3> m_means{};
    float m_greatest = 0.0F;
};

/// Which cells of a tensor are drawn.
struct TensorChoice {
    double threshold = 0.25; ///< least magnitude, as a part of the greatest
    std::array<std::optional<std::size_t>, 3> slices; ///< the only entry of an axis; absent: all
    friend bool operator==(const TensorChoice&, const TensorChoice&) = default;
};

struct TensorCells {
    std::vector<FusionTensor::Cell> cells; ///< in their order; at most kMostCells, the strongest
    std::size_t above = 0; ///< cells that the choice holds
};
inline constexpr std::size_t kMostCells = 1500;
TensorCells chosenCells(const FusionTensor& tensor, const TensorChoice& choice);

/// Cubes for these cells, and on the six walls the marginals, each wall within its own range; a wall is seen
/// from within only. Places are the middles of the cubes.
/// @param isCurrent  else in colours that say that this is over
SpaceFigure tensorFigure(const FusionTensor& tensor, const TensorCells& cells, bool isCurrent,
                         const Theme& theme);

}
