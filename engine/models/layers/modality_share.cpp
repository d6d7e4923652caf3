#include "engine/models/layers/modality_share.h"

#include "engine/core/segment_input.h"

namespace engine {

torch::Tensor sharePerModality(const torch::Tensor& weights, const ModalitySizes& sizes, std::int64_t copies)
{
    std::vector<torch::Tensor> shares;
    std::int64_t offset = 0;
    for (const std::int64_t size : sizes.all()) {
        torch::Tensor share = torch::zeros({}, weights.options());
        for (std::int64_t copy = 0; copy < copies; ++copy)
            share = share + weights.narrow(-1, copy * total(sizes) + offset, size).sum(-1);
        shares.push_back(share);
        offset += size;
    }
    return torch::stack(shares, -1);
}

DisplayCard modalityShareCard(const std::string& title, const std::vector<std::string>& axes)
{
    std::vector<std::vector<std::string>> labels(axes.size());
    labels.back() = modalityNames();
    return {"modality_share", title, axes, labels, DisplayScale::Share};
}

void addMemorySummary(NamedTensors& outputs)
{
    outputs["retain_gate"] = outputs.at("gamma1").mean(-1);
    outputs["update_gate"] = outputs.at("gamma2").mean(-1);
    outputs["memory_norm"] = outputs.at("memory").norm(2, -1);
}

std::vector<DisplayCard> memoryCards()
{
    return {{"retain_gate", "Memory kept", {"step"}, {{}}, DisplayScale::Gate},
            {"update_gate", "Memory added", {"step"}, {{}}, DisplayScale::Gate},
            {"memory_norm", "Size of the memory", {"step"}, {{}}, DisplayScale::Magnitude}};
}

std::vector<std::string> modalityNames()
{
    std::vector<std::string> names;
    for (const Modality modality : allModalities)
        names.emplace_back(name(modality));
    return names;
}

}
