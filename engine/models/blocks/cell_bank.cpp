#include "engine/models/blocks/cell_bank.h"

#include "engine/models/blocks/products.h"

namespace engine::blocks {

using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

namespace {

using CellsPtr = c10::intrusive_ptr<CollectedCells>;

CellsPtr cellsOf(AutogradContext* context)
{
    return c10::static_intrusive_pointer_cast<CollectedCells>(context->saved_data["cells"].toCapsule());
}

/// What a step computed: gates after their activations, B × 4·H, and the new state and cell.
struct Computed {
    torch::Tensor gates, state, cell;
};

Computed compute(const CollectedCells& cells, const std::vector<torch::Tensor>& inputs,
                 const torch::Tensor& state, const torch::Tensor& cell, const torch::Tensor& code)
{
    const std::int64_t rows = state.size(0);
    const std::int64_t hidden = cells.hidden;
    const auto options = state.options().requires_grad(false);
    Computed result{torch::empty({rows, 4 * hidden}, options), torch::empty({rows, hidden}, options),
                    torch::empty({rows, hidden}, options)};
    std::int64_t offset = 0;
    for (std::size_t m = 0; m < cells.recurrent.size(); ++m) {
        const std::int64_t own = cells.recurrent[m].size(1);
        float* const gates = result.gates.data_ptr<float>() + 4 * offset;
        const float* const input = inputs[m].data_ptr<float>();
        for (std::int64_t row = 0; row < rows; ++row)
            std::copy_n(input + row * inputs[m].stride(0), 4 * own, gates + row * 4 * hidden);
        timesTransposed(rows, 4 * own, own, {state.data_ptr<float>() + offset, hidden},
                        {cells.recurrent[m].data_ptr<float>(), own}, 1.0f, gates, 4 * hidden);
        if (cells.code > 0)
            timesTransposed(rows, 4 * own, cells.code, {code.data_ptr<float>(), cells.code},
                            {cells.shared[m].data_ptr<float>(), cells.code}, 1.0f, gates, 4 * hidden);
        for (std::int64_t row = 0; row < rows; ++row)
            lstmForward(own, cells.order, gates + row * 4 * hidden,
                        cell.data_ptr<float>() + row * hidden + offset,
                        result.cell.data_ptr<float>() + row * hidden + offset,
                        result.state.data_ptr<float>() + row * hidden + offset);
        offset += own;
    }
    return result;
}

/// The node between the weights and the steps.
struct CollectCells : Function<CollectCells> {
    static torch::Tensor forward(AutogradContext* context, at::TensorList weights, const CellsPtr& cells)
    {
        context->set_materialize_grads(false);
        context->saved_data["cells"] = c10::IValue::make_capsule(cells);
        return torch::empty({0}, weights[0].options().requires_grad(false));
    }

    static variable_list backward(AutogradContext* context, const variable_list& /*none*/)
    {
        const CellsPtr cells = cellsOf(context);
        variable_list result(cells->recurrent.size() + cells->shared.size() + 1);
        if (cells->gradients.empty())
            return result;
        const torch::Tensor gradients = torch::cat(cells->gradients);
        const torch::Tensor states = torch::cat(cells->states);
        const torch::Tensor codes = cells->code > 0 ? torch::cat(cells->codes) : torch::Tensor();
        cells->gradients.clear();
        cells->states.clear();
        cells->codes.clear();
        std::int64_t offset = 0;
        for (std::size_t m = 0; m < cells->recurrent.size(); ++m) {
            const std::int64_t own = cells->recurrent[m].size(1);
            const Matrix ofGates{gradients.data_ptr<float>() + 4 * offset, 4 * cells->hidden};
            result[m] = torch::empty({4 * own, own}, gradients.options());
            transposedTimes(4 * own, own, gradients.size(0), ofGates,
                            {states.data_ptr<float>() + offset, cells->hidden}, result[m].data_ptr<float>(),
                            own);
            if (cells->code > 0) {
                torch::Tensor& ofShared = result[cells->recurrent.size() + m];
                ofShared = torch::empty({4 * own, cells->code}, gradients.options());
                transposedTimes(4 * own, cells->code, gradients.size(0), ofGates,
                                {codes.data_ptr<float>(), cells->code}, ofShared.data_ptr<float>(),
                                cells->code);
            }
            offset += own;
        }
        return result;
    }
};

struct CellStep : Function<CellStep> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& /*token*/,
                                 at::TensorList inputs, const torch::Tensor& state, const torch::Tensor& cell,
                                 const torch::Tensor& code, const CellsPtr& cells)
    {
        Computed computed = compute(*cells, inputs.vec(), state, cell, code);
        context->saved_data["cells"] = c10::IValue::make_capsule(cells);
        context->save_for_backward({computed.gates, state, cell, code, computed.cell});
        return {computed.state, computed.cell};
    }

    static variable_list backward(AutogradContext* context, const variable_list& given)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor &gates = saved[0], &state = saved[1], &cell = saved[2], &code = saved[3],
                            &after = saved[4];
        const CellsPtr cells = cellsOf(context);
        const torch::Tensor ofState = given[0].contiguous();
        const torch::Tensor ofCell = given[1].contiguous().clone(); // becomes that of the cell before
        const std::int64_t rows = state.size(0);
        const std::int64_t hidden = cells->hidden;
        const torch::Tensor ofGates = torch::empty_like(gates);
        torch::Tensor ofPrevious = torch::empty_like(ofState);
        torch::Tensor ofCode
            = cells->code > 0 ? torch::zeros({rows, cells->code}, ofState.options()) : torch::Tensor();
        variable_list result(1 + cells->recurrent.size() + 4);
        std::int64_t offset = 0;
        for (std::size_t m = 0; m < cells->recurrent.size(); ++m) {
            const std::int64_t own = cells->recurrent[m].size(1);
            float* const ownGates = ofGates.data_ptr<float>() + 4 * offset;
            for (std::int64_t row = 0; row < rows; ++row) {
                const std::int64_t at = row * hidden + offset;
                lstmBackward(own, cells->order, gates.data_ptr<float>() + 4 * at, cell.data_ptr<float>() + at,
                             after.data_ptr<float>() + at, ofState.data_ptr<float>() + at,
                             ofCell.data_ptr<float>() + at, ofGates.data_ptr<float>() + 4 * at);
            }
            times(rows, own, 4 * own, {ownGates, 4 * hidden}, {cells->recurrent[m].data_ptr<float>(), own},
                  0.0f, ofPrevious.data_ptr<float>() + offset, hidden);
            if (cells->code > 0)
                times(rows, cells->code, 4 * own, {ownGates, 4 * hidden},
                      {cells->shared[m].data_ptr<float>(), cells->code}, 1.0f, ofCode.data_ptr<float>(),
                      cells->code);
            result[1 + m] = ofGates.narrow(1, 4 * offset, 4 * own);
            offset += own;
        }
        cells->states.push_back(state.detach());
        if (cells->code > 0)
            cells->codes.push_back(code.detach());
        cells->gradients.push_back(ofGates);
        const std::size_t next = 1 + cells->recurrent.size();
        result[next] = ofPrevious;
        result[next + 1] = ofCell;
        result[next + 2] = ofCode;
        return result;
    }
};

/// The same by LibTorch's own functions, wherever the tensors are.
CellBank::Out plainly(const CollectedCells& cells, const std::vector<torch::Tensor>& recurrent,
                      const std::vector<torch::Tensor>& shared, const std::vector<torch::Tensor>& inputs,
                      const torch::Tensor& state, const torch::Tensor& cell, const torch::Tensor& code)
{
    std::vector<torch::Tensor> states, after;
    std::int64_t offset = 0;
    for (std::size_t m = 0; m < recurrent.size(); ++m) {
        const std::int64_t own = recurrent[m].size(1);
        torch::Tensor gates = inputs[m] + torch::matmul(state.narrow(1, offset, own), recurrent[m].t());
        if (cells.code > 0)
            gates = gates + torch::matmul(code, shared[m].t());
        const std::vector<torch::Tensor> parts = gates.chunk(4, 1);
        const bool torchOrder = cells.order == GateOrder::InputForgetCellOutput;
        const torch::Tensor input = torch::sigmoid(parts[torchOrder ? 0 : 1]);
        const torch::Tensor forget = torch::sigmoid(parts[torchOrder ? 1 : 0]);
        const torch::Tensor output = torch::sigmoid(parts[torchOrder ? 3 : 2]);
        const torch::Tensor candidate = torch::tanh(parts[torchOrder ? 2 : 3]);
        after.push_back(forget * cell.narrow(1, offset, own) + input * candidate);
        states.push_back(output * torch::tanh(after.back()));
        offset += own;
    }
    return {torch::cat(states, 1), torch::cat(after, 1)};
}

}

CellBank::CellBank(std::vector<torch::Tensor> recurrent, std::vector<torch::Tensor> shared, GateOrder order)
    : m_recurrent(std::move(recurrent))
    , m_shared(std::move(shared))
    , m_order(order)
{
    m_collected = c10::make_intrusive<CollectedCells>();
    for (const torch::Tensor& weight : m_recurrent) {
        m_hidden += weight.size(1);
        m_collected->recurrent.push_back(weight.detach().contiguous());
    }
    for (const torch::Tensor& weight : m_shared)
        m_collected->shared.push_back(weight.detach().contiguous());
    m_collected->hidden = m_hidden;
    m_collected->code = m_shared.empty() ? 0 : m_shared.front().size(1);
    m_collected->order = m_order;
    if (!records(m_recurrent.front()) || !isPlain(m_recurrent.front()))
        return;
    std::vector<torch::Tensor> weights = m_recurrent;
    weights.insert(weights.end(), m_shared.begin(), m_shared.end());
    m_token = CollectCells::apply(at::TensorList(weights), m_collected);
}

CellBank::Out CellBank::start(std::int64_t rows, const torch::TensorOptions& options) const
{
    const torch::Tensor zeros = torch::zeros({rows, m_hidden}, options);
    return {zeros, zeros};
}

CellBank::Out CellBank::operator()(const std::vector<torch::Tensor>& inputs, const torch::Tensor& state,
                                   const torch::Tensor& cell, const torch::Tensor& code) const
{
    for (std::size_t m = 0; m < m_recurrent.size(); ++m)
        TORCH_CHECK(inputs.at(m).dim() == 2 && inputs[m].size(0) == state.size(0)
                        && inputs[m].size(1) == m_recurrent[m].size(0) && inputs[m].stride(1) == 1,
                    "a cell of ", m_recurrent[m].size(1), " gets an input of the shape ", inputs[m].sizes());
    TORCH_CHECK(state.sizes() == cell.sizes() && state.size(1) == m_hidden, "a bank of ", m_hidden,
                " gets a state of the shape ", state.sizes());
    TORCH_CHECK(m_shared.empty()
                    || (code.sizes() == torch::IntArrayRef({state.size(0), m_shared.front().size(1)})),
                "the code has another width");
    const bool isFast = isPlain(state) && (m_token.defined() || !records(inputs.front()));
    if (!isFast)
        return plainly(*m_collected, m_recurrent, m_shared, inputs, state, cell, code);
    if (!m_token.defined()) {
        Computed computed = compute(*m_collected, inputs, state, cell, code);
        return {computed.state, computed.cell};
    }
    const torch::Tensor noCode = code.defined() ? code : torch::empty({0});
    const variable_list out
        = CellStep::apply(m_token, at::TensorList(inputs), state, cell, noCode, m_collected);
    return {out[0], out[1]};
}

}
