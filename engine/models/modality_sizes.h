#pragma once

#include "engine/models/hyper_parameters.h"

#include <array>

namespace engine {

/// One size per modality, in the order text, acoustic, visual.
using ModalitySizes = std::array<std::int64_t, 3>;

/// `PREFIX_l`, `PREFIX_a`, `PREFIX_v`.
inline ModalitySizes sizesPerModality(HyperParameters& parameters, const std::string& prefix)
{
    return {parameters.size(prefix + "_l"), parameters.size(prefix + "_a"), parameters.size(prefix + "_v")};
}

inline std::int64_t total(const ModalitySizes& sizes)
{
    return sizes[0] + sizes[1] + sizes[2];
}

}
