#include "engine/models/layers/modality_nets.h"

#include "engine/models/layers/padding.h"

namespace engine {

ModalityNets::ModalityNets(torch::nn::Module& owner, const Sizes& sizes)
    : m_acoustic(owner.register_module(
        "audio_subnet", SubNet(sizes.widths.acoustic, sizes.hidden.acoustic, sizes.acousticDropout)))
    , m_visual(owner.register_module("video_subnet",
                                     SubNet(sizes.widths.visual, sizes.hidden.visual, sizes.visualDropout)))
    , m_text(owner.register_module(
          "text_subnet", TextSubNet(sizes.widths.text, sizes.hidden.text, sizes.textOut, sizes.textDropout)))
{
}

ModalityNets::Vectors ModalityNets::operator()(const NamedTensors& inputs)
{
    Vectors vectors;
    vectors.acoustic = m_acoustic(requiredInput(inputs, "x_a"));
    vectors.visual = m_visual(requiredInput(inputs, "x_v"));
    vectors.text = m_text(requiredInput(inputs, "x_l"), lengthsOf(inputs, Modality::Text));
    return vectors;
}

NamedTensors ModalityNets::inputsFrom(const ModalityBatch& batch)
{
    return {{"x_l", batch.text},
            {"x_a", timeAverage(batch.acoustic, batch.lengthsOf(Modality::Acoustic))},
            {"x_v", timeAverage(batch.visual, batch.lengthsOf(Modality::Visual))},
            {"lengths", batch.lengths}};
}

}
