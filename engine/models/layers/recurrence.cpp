#include "engine/models/layers/recurrence.h"

#include "engine/core/error.h"

namespace engine {

namespace {

/// `x_l`, `x_a`, `x_v`, which must agree in all but their last axis.
std::vector<torch::Tensor> sequences(const NamedTensors& inputs, std::int64_t axes)
{
    std::vector<torch::Tensor> all;
    for (const char* const name : modalityInputs) {
        const torch::Tensor& x = requiredInput(inputs, name);
        const bool fits = x.dim() == axes
            && (all.empty() || x.sizes().slice(0, axes - 1) == all.front().sizes().slice(0, axes - 1));
        if (!fits)
            throw ShapeError(
                "bad_inputs",
                std::string("inputs/") + name
                    + ": expected segments × steps × features, as many segments and steps as x_l.");
        all.push_back(x);
    }
    return all;
}

/// T masks B × 1; an undefined one where all rows have a word.
std::vector<torch::Tensor> activeRows(const torch::Tensor& lengths, std::int64_t steps)
{
    std::vector<torch::Tensor> masks(static_cast<std::size_t>(steps));
    if (!lengths.defined())
        return masks;
    const auto shortest = lengths.min().item<std::int64_t>();
    for (std::int64_t step = shortest; step < steps; ++step)
        masks[static_cast<std::size_t>(step)] = (lengths > step).unsqueeze(1);
    return masks;
}

class RecurrentRun final : public LiveRun {
public:
    RecurrentRun(std::function<std::unique_ptr<Recurrence>(std::int64_t, const torch::TensorOptions&)> start,
                 std::function<void(NamedTensors&)> finish)
        : m_start(std::move(start))
        , m_finish(std::move(finish))
    {
    }

    FusionOutput next(const NamedTensors& word, Displays displays) override
    {
        const torch::NoGradGuard noGradient;
        std::vector<torch::Tensor> words;
        for (const torch::Tensor& x : sequences(word, 2))
            words.push_back(x.unsqueeze(0));
        if (!m_recurrence) {
            m_rows = words.front().size(1);
            m_recurrence = m_start(m_rows, words.front().options());
        }
        if (words.front().size(1) != m_rows)
            throw ShapeError("bad_inputs", "A live run goes on with as many segments as it began with.");
        StepLog log;
        m_recurrence->advance(m_recurrence->project(words).front(), {},
                              displays == Displays::Yes ? &log : nullptr);
        FusionOutput output{m_recurrence->prediction(), {}};
        for (const auto& [name, values] : log)
            output.outputs.emplace(name, values.front().unsqueeze(1));
        if (displays == Displays::Yes)
            m_finish(output.outputs);
        return output;
    }

private:
    std::function<std::unique_ptr<Recurrence>(std::int64_t, const torch::TensorOptions&)> m_start;
    std::function<void(NamedTensors&)> m_finish;
    std::unique_ptr<Recurrence> m_recurrence;
    std::int64_t m_rows = 0;
};

}

FusionOutput StepwiseModel::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> words;
    for (const torch::Tensor& x : sequences(inputs, 3))
        words.push_back(x.transpose(0, 1).contiguous());
    const std::int64_t steps = words.front().size(0);
    const std::unique_ptr<Recurrence> recurrence
        = unroll(words.front().size(1), words.front().options().requires_grad(false));
    const std::vector<std::vector<torch::Tensor>> projected = recurrence->project(words);
    const std::vector<torch::Tensor> active = activeRows(lengthsOf(inputs, inputs.at("x_l")), steps);
    StepLog log;
    for (std::size_t step = 0; step < projected.size(); ++step)
        recurrence->advance(projected[step], active[step], displays == Displays::Yes ? &log : nullptr);

    FusionOutput output{recurrence->prediction(), {}};
    for (const auto& [name, values] : log)
        output.outputs.emplace(name, torch::stack(values, 1));
    if (displays == Displays::Yes)
        addOutputs(output.outputs);
    return output;
}

std::unique_ptr<LiveRun> StepwiseModel::live()
{
    return liveRun(
        [this](std::int64_t rows, const torch::TensorOptions& options) { return unroll(rows, options); },
        [this](NamedTensors& outputs) { addOutputs(outputs); });
}

void StepwiseModel::addOutputs(NamedTensors& /*outputs*/) const { }

std::unique_ptr<LiveRun>
liveRun(std::function<std::unique_ptr<Recurrence>(std::int64_t, const torch::TensorOptions&)> start,
        std::function<void(NamedTensors&)> finish)
{
    return std::make_unique<RecurrentRun>(std::move(start), std::move(finish));
}

}
