#include "engine/models/layers/modality_cells.h"

namespace engine {

namespace {

constexpr std::array cellLetters{"l", "a", "v"};

}

CellSteps::CellSteps(std::vector<blocks::LinearSteps> inputs, blocks::CellBank bank)
    : m_inputs(std::move(inputs))
    , m_bank(std::move(bank))
{
}

std::vector<std::vector<torch::Tensor>> CellSteps::project(const std::vector<torch::Tensor>& words) const
{
    const std::int64_t steps = words.front().size(0);
    std::vector<std::vector<torch::Tensor>> byStep(static_cast<std::size_t>(steps));
    for (std::size_t m = 0; m < m_inputs.size(); ++m) {
        const torch::Tensor& x = words[m];
        const std::vector<torch::Tensor> projected
            = m_inputs[m](x.reshape({-1, x.size(2)})).view({steps, x.size(1), -1}).unbind(0);
        for (std::size_t step = 0; step < projected.size(); ++step)
            byStep[step].push_back(projected[step]);
    }
    return byStep;
}

LstmCells::LstmCells(torch::nn::Module& owner, const ModalitySizes& widths, const ModalitySizes& hidden)
{
    for (std::size_t m = 0; m < cellLetters.size(); ++m)
        m_cells.push_back(owner.register_module(std::string("lstm_") + cellLetters[m],
                                                torch::nn::LSTMCell(widths[m], hidden[m])));
}

CellSteps LstmCells::steps() const
{
    std::vector<blocks::LinearSteps> inputs;
    std::vector<torch::Tensor> recurrent;
    for (const torch::nn::LSTMCell& cell : m_cells) {
        inputs.emplace_back(cell->weight_ih, cell->bias_ih + cell->bias_hh);
        recurrent.push_back(cell->weight_hh);
    }
    return {std::move(inputs),
            blocks::CellBank(std::move(recurrent), {}, blocks::GateOrder::InputForgetCellOutput)};
}

LsthmCells::LsthmCells(torch::nn::Module& owner, const ModalitySizes& widths, const ModalitySizes& hidden,
                       std::int64_t code)
{
    for (std::size_t m = 0; m < cellLetters.size(); ++m) {
        const auto group = owner.register_module(std::string("lsthm_") + cellLetters[m],
                                                 std::make_shared<torch::nn::Module>());
        const auto layer = [&](const char* name, std::int64_t width) {
            return group->register_module(name, torch::nn::Linear(width, 4 * hidden[m]));
        };
        Layers layers{layer("W", widths[m]), layer("U", hidden[m]), layer("V", code)};
        m_cells.push_back(layers);
    }
}

CellSteps LsthmCells::steps() const
{
    std::vector<blocks::LinearSteps> inputs;
    std::vector<torch::Tensor> recurrent, shared;
    for (const Layers& cell : m_cells) {
        inputs.emplace_back(cell.input->weight, cell.input->bias + cell.recurrent->bias + cell.code->bias);
        recurrent.push_back(cell.recurrent->weight);
        shared.push_back(cell.code->weight);
    }
    return {
        std::move(inputs),
        blocks::CellBank(std::move(recurrent), std::move(shared), blocks::GateOrder::ForgetInputOutputCell)};
}

}
