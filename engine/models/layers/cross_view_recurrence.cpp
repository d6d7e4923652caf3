#include "engine/models/layers/cross_view_recurrence.h"

#include "engine/models/blocks/elementwise.h"

namespace engine {

CrossViewRecurrence::CrossViewRecurrence(CellSteps cells, blocks::TwoLayerSteps out, CrossView crossView)
    : m_cells(std::move(cells))
    , m_out(std::move(out))
    , m_name(crossView.name)
    , m_crossView(std::move(crossView.start))
    , m_state(m_cells.start(m_crossView.size(0), m_crossView.options()))
{
}

std::vector<std::vector<torch::Tensor>> CrossViewRecurrence::project(const std::vector<torch::Tensor>& words)
{
    return m_cells.project(words);
}

void CrossViewRecurrence::advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active,
                                  StepLog* log)
{
    const blocks::CellBank::Out now = m_cells(word, m_state, m_crossView);
    const torch::Tensor crossView = fuse(m_state, now, m_crossView, log);
    m_state = {blocks::whereActive(active, now.state, m_state.state),
               blocks::whereActive(active, now.cell, m_state.cell)};
    m_crossView = blocks::whereActive(active, crossView, m_crossView);
    if (log)
        (*log)[m_name].push_back(m_crossView);
}

torch::Tensor CrossViewRecurrence::prediction()
{
    return m_out(joined());
}

torch::Tensor CrossViewRecurrence::joined() const
{
    return torch::cat({m_state.state, m_crossView}, 1);
}

}
