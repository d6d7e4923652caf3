#pragma once

#include "engine/models/blocks/linear_steps.h"
#include "engine/models/modality_sizes.h"

#include <string>

namespace engine {

/// The Dynamic Fusion Graph: a vertex for each set of modalities, fed by the vertices of its subsets, and a
/// vertex for the outcome, fed by all. The efficacy of an edge, how much flows along it, is computed at each
/// step. Zadeh et al., Multimodal Language Analysis in the Wild, ACL 2018.
class FusionGraph {
public:
    struct Options {
        ModalitySizes widths; ///< of the vertices `l`, `a`, `v`
        std::int64_t inner = 0; ///< N, of all other vertices
        std::int64_t pattern = 100; ///< hidden layer of each vertex
        std::int64_t efficacyHidden = 100;
        bool bounded = false; ///< efficacies pass a sigmoid and lie between 0 and 1, to be shown
    };

    /// Registers `dfg` with `node_la`, `node_lv`, `node_av`, `node_lav`, `t` (`fc1`, `fc2`) and `eff` (`fc1`,
    /// `fc2`, `fc3`).
    FusionGraph(torch::nn::Module& owner, const Options& options);

    struct Out {
        torch::Tensor outcome; ///< B × N, of the vertex t
        torch::Tensor efficacies; ///< B × 19, in the order of edges()
    };

    /// The graph in one forward pass.
    class Steps {
    public:
        explicit Steps(const FusionGraph& graph);

        /// @param modalities  B × Σ widths: the vertices l, a, v side by side.
        Out operator()(const torch::Tensor& modalities) const;

    private:
        ModalitySizes m_widths;
        bool m_bounded;
        std::vector<blocks::TwoLayerSteps> m_vertices; ///< as FusionGraph's
        blocks::TwoLayerSteps m_efficacyFront;
        blocks::LinearSteps m_efficacyBack;
    };

    /// `l>la`, `a>la`, …: source and target of each efficacy.
    static std::vector<std::string> edges();

private:
    struct Vertex {
        torch::nn::Linear fc1, fc2;
    };

    Options m_options;
    std::vector<Vertex> m_vertices; ///< la, lv, av, lav, t
    torch::nn::Linear m_efficacy1, m_efficacy2, m_efficacy3;
};

}
