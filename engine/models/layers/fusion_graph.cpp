#include "engine/models/layers/fusion_graph.h"

#include "engine/models/blocks/elementwise.h"

namespace engine {

namespace {

/// The vertices by their sets of modalities, and which of those before it feed each compound one.
constexpr std::array names{"l", "a", "v", "la", "lv", "av", "lav", "t"};
constexpr std::size_t firstCompound = 3;
const std::array<std::vector<std::size_t>, 5>& sourcesOfCompounds()
{
    static const std::array<std::vector<std::size_t>, 5> sources{
        {{0, 1}, {0, 2}, {1, 2}, {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4, 5, 6}}};
    return sources;
}

std::int64_t edgeCount()
{
    std::size_t count = 0;
    for (const std::vector<std::size_t>& sources : sourcesOfCompounds())
        count += sources.size();
    return static_cast<std::int64_t>(count);
}

torch::nn::Linear layer(torch::nn::Module& group, const char* name, std::int64_t in, std::int64_t out)
{
    return group.register_module(name, torch::nn::Linear(in, out));
}

}

FusionGraph::FusionGraph(torch::nn::Module& owner, const Options& options)
    : m_options(options)
    , m_efficacy1(nullptr)
    , m_efficacy2(nullptr)
    , m_efficacy3(nullptr)
{
    const auto graph = owner.register_module("dfg", std::make_shared<torch::nn::Module>());
    const auto width
        = [&](std::size_t vertex) { return vertex < firstCompound ? options.widths[vertex] : options.inner; };
    for (std::size_t i = 0; i < sourcesOfCompounds().size(); ++i) {
        std::int64_t input = 0;
        for (const std::size_t source : sourcesOfCompounds()[i])
            input += width(source);
        const std::string name = names[firstCompound + i];
        const auto vertex = graph->register_module(name == "t" ? name : "node_" + name,
                                                   std::make_shared<torch::nn::Module>());
        m_vertices.push_back({layer(*vertex, "fc1", input, options.pattern),
                              layer(*vertex, "fc2", options.pattern, options.inner)});
    }
    const auto efficacy = graph->register_module("eff", std::make_shared<torch::nn::Module>());
    m_efficacy1 = layer(*efficacy, "fc1", total(options.widths), options.efficacyHidden);
    m_efficacy2 = layer(*efficacy, "fc2", options.efficacyHidden, options.inner);
    m_efficacy3 = layer(*efficacy, "fc3", options.inner, edgeCount());
}

FusionGraph::Steps::Steps(const FusionGraph& graph)
    : m_widths(graph.m_options.widths)
    , m_bounded(graph.m_options.bounded)
    , m_efficacyFront(graph.m_efficacy1, graph.m_efficacy2, 0.0, blocks::Between::Nothing)
    , m_efficacyBack(graph.m_efficacy3)
{
    for (const Vertex& vertex : graph.m_vertices)
        m_vertices.emplace_back(vertex.fc1, vertex.fc2, 0.0, blocks::Between::Nothing);
}

FusionGraph::Out FusionGraph::Steps::operator()(const torch::Tensor& modalities) const
{
    torch::Tensor efficacies = m_efficacyBack(m_efficacyFront(modalities));
    if (m_bounded)
        efficacies = torch::sigmoid(efficacies);
    std::vector<torch::Tensor> values = modalities.split_with_sizes(m_widths.all(), 1);
    std::int64_t edge = 0;
    for (std::size_t i = 0; i < m_vertices.size(); ++i) {
        std::vector<torch::Tensor> sources;
        for (const std::size_t source : sourcesOfCompounds()[i])
            sources.push_back(values[source]);
        values.push_back(m_vertices[i](blocks::weightedConcat(sources, efficacies, edge)));
        edge += static_cast<std::int64_t>(sources.size());
    }
    return {values.back(), efficacies};
}

std::vector<std::string> FusionGraph::edges()
{
    std::vector<std::string> edges;
    for (std::size_t i = 0; i < sourcesOfCompounds().size(); ++i) {
        for (const std::size_t source : sourcesOfCompounds()[i])
            edges.push_back(std::string(names[source]) + '>' + names[firstCompound + i]);
    }
    return edges;
}

}
