#pragma once

#include "engine/core/segment_input.h"
#include "engine/models/hyper_parameters.h"

#include <algorithm>
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

/// A list of modalities, in the order of `allModalities`, whatever order they are named in.
inline std::vector<Modality> modalityList(HyperParameters& parameters, const std::string& field,
                                          const std::vector<Modality>& whenAbsent)
{
    std::vector<std::string> names;
    for (const Modality modality : allModalities)
        names.emplace_back(name(modality));
    const auto chosen = parameters.list(field, names);
    if (!chosen)
        return whenAbsent;
    std::vector<Modality> list;
    for (const Modality modality : allModalities) {
        if (std::ranges::find(*chosen, name(modality)) != chosen->end())
            list.push_back(modality);
    }
    return list;
}

/// The features of these modalities together.
inline std::int64_t totalOf(const ModalitySizes& sizes, const std::vector<Modality>& modalities)
{
    std::int64_t sum = 0;
    for (const Modality modality : modalities)
        sum += sizes[static_cast<std::size_t>(modality)];
    return sum;
}

inline std::int64_t total(const ModalitySizes& sizes)
{
    return sizes.text + sizes.acoustic + sizes.visual;
}

}
