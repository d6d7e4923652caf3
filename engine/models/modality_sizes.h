#pragma once

#include "engine/models/hyper_parameters.h"

#include <array>

namespace engine {

/// One size per modality.
struct ModalitySizes {
    std::int64_t text = 0;
    std::int64_t acoustic = 0;
    std::int64_t visual = 0;

    /// In the order of `allModalities`.
    std::array<std::int64_t, 3> all() const { return {text, acoustic, visual}; }
    std::int64_t operator[](std::size_t modality) const { return all()[modality]; }
};

/// `PREFIX_l`, `PREFIX_a`, `PREFIX_v`.
inline ModalitySizes sizesPerModality(HyperParameters& parameters, const std::string& prefix)
{
    return {parameters.size(prefix + "_l"), parameters.size(prefix + "_a"), parameters.size(prefix + "_v")};
}

inline std::int64_t total(const ModalitySizes& sizes)
{
    return sizes.text + sizes.acoustic + sizes.visual;
}

}
