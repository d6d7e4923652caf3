#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/subnets.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// `audio_subnet`, `video_subnet`, `text_subnet`: a vector of each modality, which LMF and TFN fuse. Zadeh et
/// al., Tensor Fusion Network, EMNLP 2017.
class ModalityNets {
public:
    struct Sizes {
        ModalitySizes widths; ///< features per word
        ModalitySizes hidden; ///< of the text LSTM, and the acoustic and visual vectors
        std::int64_t textOut = 0; ///< of the text vector
        double acousticDropout = 0.0;
        double visualDropout = 0.0;
        double textDropout = 0.0;
    };

    ModalityNets(torch::nn::Module& owner, const Sizes& sizes);

    struct Vectors {
        torch::Tensor text, acoustic, visual; ///< B × H of the modality
    };

    /// @param inputs  `x_l` B × T × D_text, `x_a` B × D_acoustic, `x_v` B × D_visual and, if some rows are
    ///                padded, `lengths`.
    Vectors operator()(const NamedTensors& inputs);

    /// Those inputs: acoustic and visual features averaged over their steps.
    static NamedTensors inputsFrom(const ModalityBatch& batch);

private:
    SubNet m_acoustic, m_visual;
    TextSubNet m_text;
};

}
