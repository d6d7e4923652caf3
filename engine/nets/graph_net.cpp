#include "engine/nets/graph_net.h"

#include "engine/nets/one_core.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr double kMostProducts = 2e9; // of one run
constexpr std::int64_t kMostAtAll = std::int64_t{32} << 20; // numbers that all layers are given and make

}

GraphNet::GraphNet(const FlatTable::Source& source)
{
    OperatorGraph graph = readOperatorGraph(source);
    if (graph.given.size() != 1 || graph.tensors[graph.given.front()].isWhole
        || graph.tensors[graph.given.front()].floats)
        source.refuse("is not given one tensor of floats");
    m_first = graph.given.front();
    m_given = graph.tensors[m_first].shape;
    std::int64_t count = 1;
    for (const std::int64_t length : m_given) {
        count *= std::min(length, kMostMadeNumbers + 1);
        if (count > kMostMadeNumbers)
            source.refuse(fmt::format("is given {} numbers, expected at most {}", fmt::join(m_given, " × "),
                                      kMostMadeNumbers));
    }
    m_made = graph.made;
    addSteps(graph, source);
    for (const std::size_t tensor : m_made)
        m_madeShapes.push_back(graph.tensors[tensor].shape);
    for (GraphTensor& tensor : graph.tensors)
        m_constants.push_back(std::move(tensor.floats));
    noteFreed();
}

void GraphNet::addSteps(OperatorGraph& graph, const FlatTable::Source& source)
{
    std::vector<bool> isThere(graph.tensors.size());
    isThere[m_first] = true;
    for (std::size_t i = 0; i < graph.tensors.size(); ++i) {
        const GraphTensor& tensor = graph.tensors[i];
        if (tensor.floats || !tensor.whole.empty())
            isThere[i] = true;
    }
    double products = 0.0;
    std::int64_t numbers = 0;
    for (std::size_t i = 0; i < graph.operators.size(); ++i) {
        const GraphOperator& each = graph.operators[i];
        std::vector<const GraphTensor*> given;
        for (const std::size_t tensor : each.given) {
            if (!isThere[tensor])
                source.refuse(fmt::format(
                    "has an operator {} that is given tensor {}, which none before it makes", i, tensor));
            given.push_back(&graph.tensors[tensor]);
            numbers += countOf(graph.tensors[tensor].shape);
        }
        if (isThere[each.made])
            source.refuse(fmt::format("makes tensor {} twice", each.made));
        GraphLayer layer = graphLayer(each, given, source, i);
        products += layer.products;
        numbers += countOf(layer.shape);
        if (products > kMostProducts || numbers > kMostAtAll)
            source.refuse("is more work than a small net has");
        isThere[each.made] = true;
        graph.tensors[each.made] = {layer.shape, nullptr, {}, false};
        m_steps.push_back({each.given, each.made, {}, std::move(layer)});
    }
    for (const std::size_t tensor : m_made) {
        const bool isMade
            = std::ranges::any_of(m_steps, [&](const Step& step) { return step.made == tensor; });
        if (!isMade)
            source.refuse(fmt::format("asks for tensor {}, which no operator makes", tensor));
    }
}

void GraphNet::noteFreed()
{
    std::vector<bool> isNeeded(m_constants.size());
    for (const std::size_t tensor : m_made)
        isNeeded[tensor] = true;
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        for (const std::size_t tensor : step->given) {
            if (!isNeeded[tensor])
                step->freed.push_back(tensor);
            isNeeded[tensor] = true;
        }
    }
}

std::vector<std::vector<float>> GraphNet::of(std::span<const float> numbers) const
{
    const OneCore core;
    std::vector<std::unique_ptr<float[]>> made(m_constants.size());
    std::vector<const float*> places(m_constants.size());
    for (std::size_t i = 0; i < m_constants.size(); ++i)
        places[i] = m_constants[i] ? m_constants[i]->data() : nullptr;
    places[m_first] = numbers.data();
    std::vector<const float*> given;
    for (const Step& step : m_steps) {
        given.clear();
        for (const std::size_t tensor : step.given)
            given.push_back(places[tensor]);
        made[step.made]
            = std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(countOf(step.layer.shape)));
        places[step.made] = made[step.made].get();
        step.layer.run(given, made[step.made].get());
        for (const std::size_t tensor : step.freed)
            made[tensor].reset();
    }
    std::vector<std::vector<float>> results;
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        const float* first = places[m_made[i]];
        results.emplace_back(first, first + countOf(m_madeShapes[i]));
    }
    return results;
}

}
