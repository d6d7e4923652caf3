#include "engine/models/layers/cls_encoder.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace engine {

ClsEncoderImpl::ClsEncoderImpl(const ClsEncoderSettings& settings)
    : token(register_module("cls_emb", torch::nn::Embedding(1, settings.width)))
{
    torch::nn::ModuleList list;
    for (std::int64_t i = 0; i < settings.layers; ++i) {
        layers.emplace_back(settings.width, settings.heads, settings.feedForward, settings.dropout);
        list->push_back(layers.back());
    }
    const auto encoder = std::make_shared<torch::nn::Module>();
    encoder->register_module("layers", list);
    register_module("encoder", encoder);
}

torch::Tensor ClsEncoderImpl::forward(const torch::Tensor& items, const torch::Tensor& lengths)
{
    const std::int64_t rows = lengths.size(0);
    const std::int64_t most = std::max<std::int64_t>(lengths.max().item<std::int64_t>(), 0);
    const torch::Tensor valid = torch::arange(most, lengths.options()).unsqueeze(0) < lengths.unsqueeze(1);
    const torch::Tensor padded = torch::zeros({rows * most, items.size(1)}, items.options())
                                     .index_copy(0, valid.flatten().nonzero().squeeze(1), items)
                                     .view({rows, most, items.size(1)});
    torch::Tensor x = torch::cat({token->weight.expand({rows, 1, -1}), padded}, 1);
    const torch::Tensor mask = keyMask(lengths + 1, most + 1, items.options().requires_grad(false));
    for (TokenLayer& layer : layers)
        x = layer(x, mask, Displays::No).values;
    return x.select(1, 0);
}

void checkCounts(const torch::Tensor& lengths, const torch::Tensor& items, const char* what)
{
    const bool isList = lengths.dim() == 1 && lengths.size(0) > 0 && !lengths.is_floating_point();
    if (!isList || (lengths < 0).any().item<bool>() || lengths.sum().item<std::int64_t>() != items.size(0))
        throw ShapeError("bad_inputs",
                         fmt::format("inputs/{}: expected whole numbers of 0 or more, one per segment, {} in "
                                     "all.",
                                     what, items.size(0)));
}

}
