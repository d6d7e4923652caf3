#pragma once

#include "engine/core/feature_matrix.h"

#include <array>
#include <string_view>

namespace engine {

enum class Modality { Text, Acoustic, Visual };
inline constexpr std::array allModalities{Modality::Text, Modality::Acoustic, Modality::Visual};

constexpr std::string_view name(Modality modality)
{
    constexpr std::array<std::string_view, 3> names{"text", "acoustic", "visual"};
    return names[static_cast<std::size_t>(modality)];
}

/// Which modalities a model may see, in the order of `allModalities`.
using EnabledModalities = std::array<bool, allModalities.size()>;

/// What a fusion model sees of one segment: per modality T × D features, row t belonging to the segment's
/// word t.
///
/// All three have the same T. A word that received no row of a modality has a row of zeros there (imputed).
struct SegmentInput {
    FeatureMatrix text;
    FeatureMatrix acoustic;
    FeatureMatrix visual;

    FeatureMatrix& of(Modality modality)
    {
        return modality == Modality::Text ? text : modality == Modality::Acoustic ? acoustic : visual;
    }
    const FeatureMatrix& of(Modality modality) const { return const_cast<SegmentInput*>(this)->of(modality); }

    friend bool operator==(const SegmentInput&, const SegmentInput&) = default;
};

}
