#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// One side of a translation: the modalities that are read or written, side by side within each step.
struct TranslationSide {
    std::vector<Modality> modalities; ///< none where only the width is known, as in weight exchange files
    std::int64_t width = 0; ///< D

    /// B × T × D. @throws ShapeError (code `unaligned`) for several modalities with steps of their own.
    torch::Tensor rowsOf(const ModalityBatch& batch) const;
    /// B, int64: the steps that are not padding.
    const torch::Tensor& lengthsOf(const ModalityBatch& batch) const;
    /// The same as a target: 0 for segments that lack one of the modalities.
    torch::Tensor targetLengthsOf(const ModalityBatch& batch) const;
    /// `text+acoustic`.
    std::string name() const;
};

/// Reads the sides of a translation: either widths (`d_x`, `d_y`), or the widths of the modalities (`d_l`,
/// `d_a`, `d_v`) and a list of some of them (`source`, `target`).
class TranslationSides {
public:
    explicit TranslationSides(HyperParameters& parameters);

    /// @param width  its field, `d_x`; @param list  its field, `source`; @param whenAbsent  the list when
    /// none is named
    TranslationSide read(HyperParameters& parameters, const std::string& width, const std::string& list,
                         const std::vector<Modality>& whenAbsent) const;

private:
    bool m_hasWidths;
    ModalitySizes m_sizes;
};

}
