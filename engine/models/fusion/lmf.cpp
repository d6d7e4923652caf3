#include "engine/models/fusion/lmf.h"

namespace engine {

LmfOptions LmfOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    LmfOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.textOut = parameters.size("text_out");
    options.outputs = parameters.size("out_dim");
    options.rank = parameters.size("rank");
    const std::vector<double> dropouts = parameters.dropouts("drop", 3, 1);
    options.acousticDropout = dropouts[0];
    options.visualDropout = dropouts[1];
    options.textDropout = dropouts[2];
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LmfOptions::defaults()
{
    return {
        {"model",
         {{"h_l", 128}, {"h_a", 32}, {"h_v", 32}, {"text_out", 64}, {"rank", 4}, {"drop", {0.2, 0.2, 0.2}}}},
        {"training", {{"lr", 1e-3}, {"factor_lr", 1e-3}, {"batch", 32}}}};
}

Lmf::Lmf(const LmfOptions& options)
    : m_rank(options.rank)
    , m_nets(*this,
             {options.widths, options.hidden, options.textOut, options.acousticDropout, options.visualDropout,
              options.textDropout})
    , m_acousticFactor(register_parameter(
          "audio_factor", torch::empty({options.rank, options.hidden.acoustic + 1, options.outputs})))
    , m_visualFactor(register_parameter(
          "video_factor", torch::empty({options.rank, options.hidden.visual + 1, options.outputs})))
    , m_textFactor(register_parameter("text_factor",
                                      torch::empty({options.rank, options.textOut + 1, options.outputs})))
    , m_fusionWeights(register_parameter("fusion_weights", torch::empty({1, options.rank})))
    , m_fusionBias(register_parameter("fusion_bias", torch::zeros({1, options.outputs})))
{
    for (const torch::Tensor& factor : {m_acousticFactor, m_visualFactor, m_textFactor, m_fusionWeights})
        torch::nn::init::xavier_normal_(factor);
}

FusionOutput Lmf::run(const NamedTensors& inputs, Displays /*displays*/)
{
    const auto [text, acoustic, visual] = m_nets(inputs);
    const torch::Tensor product = torch::matmul(withOne(acoustic), m_acousticFactor)
        * torch::matmul(withOne(visual), m_visualFactor)
        * torch::matmul(withOne(text), m_textFactor); // R × B × O
    const torch::Tensor contribution = product.permute({1, 0, 2}) * m_fusionWeights.view({1, -1, 1});
    return {contribution.sum(1) + m_fusionBias,
            {{"h_l", text}, {"h_a", acoustic}, {"h_v", visual}, {"rank_contribution", contribution}}};
}

NamedTensors Lmf::inputsFrom(const ModalityBatch& batch) const
{
    return ModalityNets::inputsFrom(batch);
}

std::vector<DisplayCard> Lmf::displays() const
{
    std::vector<std::string> ranks;
    for (std::int64_t rank = 1; rank <= m_rank; ++rank)
        ranks.push_back(std::to_string(rank));
    return {{"rank_contribution",
             "Contribution of each rank",
             {"rank", "output"},
             {ranks, {}},
             DisplayScale::Signed}};
}

bool Lmf::isFactor(const std::string& parameter) const
{
    return parameter.ends_with("_factor");
}

}
