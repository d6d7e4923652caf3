#include "engine/models/layers/translation_sides.h"

#include "engine/core/error.h"

namespace engine {

namespace {

}

torch::Tensor TranslationSide::rowsOf(const ModalityBatch& batch) const
{
    if (modalities.size() == 1)
        return batch.of(modalities.front());
    if (!batch.isAligned())
        throw ShapeError("unaligned",
                         "The model reads or writes " + name()
                             + " side by side, but the modalities are not aligned.");
    std::vector<torch::Tensor> parts;
    for (const Modality modality : modalities)
        parts.push_back(batch.of(modality));
    return torch::cat(parts, 2);
}

const torch::Tensor& TranslationSide::lengthsOf(const ModalityBatch& batch) const
{
    return batch.lengthsOf(modalities.front());
}

torch::Tensor TranslationSide::targetLengthsOf(const ModalityBatch& batch) const
{
    torch::Tensor lengths = lengthsOf(batch);
    if (!batch.present.defined())
        return lengths;
    for (const Modality modality : modalities)
        lengths = lengths * batch.present.select(1, static_cast<std::int64_t>(modality)).to(lengths.dtype());
    return lengths;
}

std::string TranslationSide::name() const
{
    std::string text;
    for (const Modality modality : modalities)
        text += (text.empty() ? "" : "+") + std::string(engine::name(modality));
    return text;
}

TranslationSides::TranslationSides(HyperParameters& parameters) : m_hasWidths(parameters.has("d_x"))
{
    if (!m_hasWidths)
        m_sizes = sizesPerModality(parameters, "d");
}

TranslationSide TranslationSides::read(HyperParameters& parameters, const std::string& width,
                                       const std::string& list, const std::vector<Modality>& whenAbsent) const
{
    if (m_hasWidths)
        return {{}, parameters.size(width)};
    const std::vector<Modality> modalities = modalityList(parameters, list, whenAbsent);
    return {modalities, totalOf(m_sizes, modalities)};
}

}
