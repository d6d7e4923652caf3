#pragma once

#include "engine/nets/graph_layers.h"

namespace engine {

/// A net that is read from a TensorFlow Lite file and computed operator by operator, each as that runtime
/// defines it, in 32 bits. Can be used by several threads.
class GraphNet {
public:
    /// @param source  the file; it is not needed afterwards
    /// @throws FormatError of the source: as readOperatorGraph(), a graph that is not given one tensor of
    /// floats, an operator that is given what no operator before it made or numbers that it cannot take, more
    /// work than small nets have.
    explicit GraphNet(const FlatTable::Source& source);

    const GraphShape& given() const { return m_given; } ///< shape of what the net is given
    const std::vector<GraphShape>& made() const { return m_madeShapes; } ///< in the order of the file

    /// @param numbers  as many as given() says. @return the numbers of each tensor of made()
    std::vector<std::vector<float>> of(std::span<const float> numbers) const;

private:
    struct Step {
        std::vector<std::size_t> given; ///< tensors
        std::size_t made = 0; ///< tensor
        std::vector<std::size_t> freed; ///< tensors that nobody needs afterwards
        GraphLayer layer;
    };

    void addSteps(OperatorGraph& graph, const FlatTable::Source& source);
    void noteFreed();

    GraphShape m_given;
    std::size_t m_first = 0; ///< tensor of what the net is given
    std::vector<std::size_t> m_made; ///< tensors
    std::vector<GraphShape> m_madeShapes;
    std::vector<std::shared_ptr<const std::vector<float>>> m_constants; ///< by tensor; null: none
    std::vector<Step> m_steps;
};

}
