#pragma once

#include <array>
#include <string>
#include <string_view>

namespace engine {

/// What a model is given in the place of something that is absent. It is part of every explanation.
enum class AbsentKind {
    Mean, ///< the training mean of each column, at the same steps
    Zero, ///< raw zeros, normalised
    Mask, ///< nothing to attend to, where the model can be told so
    Marginal, ///< other segments of the training fold; the average over them
};

inline constexpr std::array allAbsentKinds{AbsentKind::Mean, AbsentKind::Zero, AbsentKind::Mask,
                                           AbsentKind::Marginal};

/// How many segments of the training fold AbsentKind::Marginal draws.
inline constexpr std::size_t kMarginalDraws = 16;

/// What stands for single steps where `kind` stands for modalities: the mean for AbsentKind::Mask, which
/// hides modalities as a whole.
constexpr AbsentKind absentForSteps(AbsentKind kind)
{
    return kind == AbsentKind::Mask ? AbsentKind::Mean : kind;
}

/// `mean`, `zero`, `mask`, `marginal`.
std::string_view name(AbsentKind kind);

/// @throws FormatError (code `bad_option`) listing the names.
AbsentKind absentKindFromName(const std::string& name);

}
