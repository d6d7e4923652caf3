#include "engine/models/blocks/lstm.h"

#include "engine/models/blocks/collected.h"
#include "engine/models/blocks/packed_layers.h"
#include "engine/models/blocks/pointwise.h"
#include "engine/models/blocks/products.h"

namespace engine::blocks {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

/// One layer in one direction over T steps. Everything is time-major, so that a step's rows lie together.
struct Pass {
    std::int64_t steps, rows, hidden;
    bool backwards;
    const std::int64_t* lengths; ///< one per row, or null

    std::int64_t step(std::int64_t index) const { return backwards ? steps - 1 - index : index; }
    /// Where the state before the `index`-th step of this direction lies, and that after it.
    std::int64_t before(std::int64_t index) const { return index * rows * hidden; }
    std::int64_t after(std::int64_t index) const { return (index + 1) * rows * hidden; }
    bool isPadding(std::int64_t row, std::int64_t step) const { return lengths && step >= lengths[row]; }
};

/// @param gates   T × B × 4·H: projections of the input; after the activations on return.
/// @param states  (T + 1) × B × H in the order of the pass, the first zeros; `cells` alike.
void runForward(const Pass& pass, float* gates, const torch::Tensor& recurrent, float* states, float* cells)
{
    const std::int64_t hidden = pass.hidden;
    const Matrix weight{recurrent.data_ptr<float>(), hidden};
    for (std::int64_t index = 0; index < pass.steps; ++index) {
        const std::int64_t step = pass.step(index);
        float* const own = gates + step * pass.rows * 4 * hidden;
        if (index > 0)
            timesTransposed(pass.rows, 4 * hidden, hidden, {states + pass.before(index), hidden}, weight,
                            1.0f, own, 4 * hidden);
        for (std::int64_t row = 0; row < pass.rows; ++row) {
            const std::int64_t at = row * hidden;
            if (pass.isPadding(row, step)) {
                std::copy_n(states + pass.before(index) + at, hidden, states + pass.after(index) + at);
                std::copy_n(cells + pass.before(index) + at, hidden, cells + pass.after(index) + at);
            } else {
                lstmForward(hidden, GateOrder::InputForgetCellOutput, own + 4 * at,
                            cells + pass.before(index) + at, cells + pass.after(index) + at,
                            states + pass.after(index) + at);
            }
        }
    }
}

/// The states of the pass by step instead, zeros at padding: T × B × H.
torch::Tensor byStep(const Pass& pass, const torch::Tensor& states)
{
    torch::Tensor sequence = torch::zeros({pass.steps, pass.rows, pass.hidden}, states.options());
    for (std::int64_t index = 0; index < pass.steps; ++index) {
        const std::int64_t step = pass.step(index);
        for (std::int64_t row = 0; row < pass.rows; ++row) {
            if (!pass.isPadding(row, step))
                std::copy_n(states.data_ptr<float>() + pass.after(index) + row * pass.hidden, pass.hidden,
                            sequence.data_ptr<float>() + (step * pass.rows + row) * pass.hidden);
        }
    }
    return sequence;
}

struct LstmPass : Function<LstmPass> {
    /// @param x  T × B × D; @return sequence T × B × H, last B × H
    static variable_list forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& input,
                                 const torch::Tensor& recurrent, const torch::Tensor& inputBias,
                                 const torch::Tensor& recurrentBias,
                                 const c10::optional<torch::Tensor>& lengths, bool backwards)
    {
        const Pass pass{x.size(0), x.size(1), recurrent.size(1), backwards,
                        lengths ? lengths->data_ptr<std::int64_t>() : nullptr};
        const auto options = x.options().requires_grad(false);
        const std::int64_t count = pass.steps * pass.rows;
        torch::Tensor gates = (inputBias + recurrentBias).expand({count, 4 * pass.hidden}).contiguous();
        timesTransposed(count, 4 * pass.hidden, x.size(2), {x.data_ptr<float>(), x.size(2)},
                        {input.data_ptr<float>(), x.size(2)}, 1.0f, gates.data_ptr<float>(), 4 * pass.hidden);
        torch::Tensor states = torch::empty({pass.steps + 1, pass.rows, pass.hidden}, options);
        torch::Tensor cells = torch::empty_like(states);
        states[0].zero_();
        cells[0].zero_();
        runForward(pass, gates.data_ptr<float>(), recurrent, states.data_ptr<float>(),
                   cells.data_ptr<float>());
        torch::Tensor last = states[pass.steps].clone();
        torch::Tensor sequence = byStep(pass, states);
        if (context) {
            context->saved_data["backwards"] = backwards;
            context->set_materialize_grads(false);
            context->save_for_backward(
                {x, input, recurrent, lengths.value_or(torch::Tensor()), gates, states, cells});
        }
        return {sequence, last};
    }

    static variable_list backward(AutogradContext* context, const variable_list& given)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &input = saved[1], &recurrent = saved[2], &lengths = saved[3],
                            &gates = saved[4], &states = saved[5], &cells = saved[6];
        const Pass pass{x.size(0), x.size(1), recurrent.size(1), context->saved_data["backwards"].toBool(),
                        lengths.defined() ? lengths.data_ptr<std::int64_t>() : nullptr};
        const std::int64_t hidden = pass.hidden;
        const torch::Tensor ofSequence = given[0].defined() ? given[0].contiguous() : torch::Tensor();
        torch::Tensor ofState = given[1].defined() ? given[1].clone(at::MemoryFormat::Contiguous)
                                                   : torch::zeros({pass.rows, hidden}, gates.options());
        torch::Tensor ofCell = torch::zeros({pass.rows, hidden}, gates.options());
        torch::Tensor ofGates = torch::empty_like(gates);
        torch::Tensor before
            = torch::empty_like(gates.narrow(1, 0, hidden)); // states before each step, by step
        for (std::int64_t index = pass.steps - 1; index >= 0; --index)
            stepBack(pass, index, ofSequence, gates, states, cells, recurrent, ofState, ofCell, ofGates,
                     before);

        const std::int64_t count = pass.steps * pass.rows;
        const Matrix gradient{ofGates.data_ptr<float>(), 4 * hidden};
        torch::Tensor ofInput = torch::empty_like(input);
        transposedTimes(4 * hidden, x.size(2), count, gradient, {x.data_ptr<float>(), x.size(2)},
                        ofInput.data_ptr<float>(), x.size(2));
        torch::Tensor ofRecurrent = torch::empty_like(recurrent);
        transposedTimes(4 * hidden, hidden, count, gradient, {before.data_ptr<float>(), hidden},
                        ofRecurrent.data_ptr<float>(), hidden);
        const torch::Tensor ofBias = ofGates.sum(0);
        torch::Tensor ofX;
        if (context->needs_input_grad(0)) {
            ofX = torch::empty_like(x);
            times(count, x.size(2), 4 * hidden, gradient, {input.data_ptr<float>(), x.size(2)}, 0.0f,
                  ofX.data_ptr<float>(), x.size(2));
        }
        return {ofX, ofInput, ofRecurrent, ofBias, ofBias, torch::Tensor(), torch::Tensor()};
    }

private:
    static void stepBack(const Pass& pass, std::int64_t index, const torch::Tensor& ofSequence,
                         const torch::Tensor& gates, const torch::Tensor& states, const torch::Tensor& cells,
                         const torch::Tensor& recurrent, torch::Tensor& ofState, torch::Tensor& ofCell,
                         torch::Tensor& ofGates, torch::Tensor& before)
    {
        const std::int64_t hidden = pass.hidden;
        const std::int64_t step = pass.step(index);
        const std::int64_t first = step * pass.rows * hidden;
        float* const own = ofGates.data_ptr<float>() + 4 * first;
        float* const state = ofState.data_ptr<float>();
        std::copy_n(states.data_ptr<float>() + pass.before(index), pass.rows * hidden,
                    before.data_ptr<float>() + first);
        for (std::int64_t row = 0; row < pass.rows; ++row) {
            const std::int64_t at = row * hidden;
            if (pass.isPadding(row, step)) {
                std::fill_n(own + 4 * at, 4 * hidden, 0.0f); // the state went through: so does its gradient
                continue;
            }
            if (ofSequence.defined()) {
                const float* const extra = ofSequence.data_ptr<float>() + first + at;
                for (std::int64_t j = 0; j < hidden; ++j)
                    state[at + j] += extra[j];
            }
            lstmBackward(hidden, GateOrder::InputForgetCellOutput, gates.data_ptr<float>() + 4 * (first + at),
                         cells.data_ptr<float>() + pass.before(index) + at,
                         cells.data_ptr<float>() + pass.after(index) + at, state + at,
                         ofCell.data_ptr<float>() + at, own + 4 * at);
            std::fill_n(state + at, hidden, 0.0f);
        }
        if (index > 0)
            times(pass.rows, hidden, 4 * hidden, {own, 4 * hidden}, {recurrent.data_ptr<float>(), hidden},
                  1.0f, state, hidden);
    }
};

}

LstmStates runLstm(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths)
{
    TORCH_CHECK(!lengths.defined() || (lengths.dim() == 1 && lengths.size(0) == x.size(0)), "expected ",
                x.size(0), " lengths, one per row");
    if (!isPlain(x))
        return runPacked(lstm, x, lengths); // LibTorch's own way, wherever the tensors are
    TORCH_CHECK(x.dim() == 3 && x.size(2) == lstm->options.input_size(), "input of ", x.sizes(),
                ", expected ", lstm->options.input_size(), " features"); // products do not look
    const c10::optional<torch::Tensor> rowLengths
        = lengths.defined() ? c10::make_optional(lengths.contiguous()) : c10::nullopt;
    const auto weights = lstm->named_parameters();
    const std::int64_t layers = lstm->options.num_layers();
    torch::Tensor sequence = x.transpose(0, 1).contiguous();
    std::vector<torch::Tensor> sequences, lasts;
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        sequences.clear();
        lasts.clear();
        if (layer > 0 && lstm->is_training() && lstm->options.dropout() > 0.0)
            sequence = torch::dropout(sequence, lstm->options.dropout(), true);
        for (const bool backwards : {false, true}) {
            if (backwards && !lstm->options.bidirectional())
                continue;
            const std::string suffix = "_l" + std::to_string(layer) + (backwards ? "_reverse" : "");
            const torch::Tensor &input = weights["weight_ih" + suffix],
                                &recurrent = weights["weight_hh" + suffix];
            const torch::Tensor &bias = weights["bias_ih" + suffix],
                                &recurrentBias = weights["bias_hh" + suffix];
            const bool isRecorded = records(sequence) || records(input);
            const variable_list out = isRecorded
                ? LstmPass::apply(sequence, input, recurrent, bias, recurrentBias, rowLengths, backwards)
                : LstmPass::forward(nullptr, sequence, input, recurrent, bias, recurrentBias, rowLengths,
                                    backwards);
            sequences.push_back(out[0]);
            lasts.push_back(out[1]);
        }
        sequence = sequences.size() == 1 ? sequences.front() : torch::cat(sequences, 2);
    }
    return {sequence.transpose(0, 1), lasts.size() == 1 ? lasts.front() : torch::cat(lasts, 1)};
}

}
