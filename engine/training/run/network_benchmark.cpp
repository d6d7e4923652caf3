#include "engine/training/run/network_benchmark.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/torch_seed.h"

namespace engine {

namespace {

/// Running means and deviations as training leaves them: of no batch norm 0 and 1.
void disturbNorms(torch::nn::Module& network)
{
    for (const auto& buffer : network.named_buffers()) {
        if (buffer.key().ends_with("running_mean"))
            torch::Tensor(buffer.value()).normal_(0.0, 0.1);
        else if (buffer.key().ends_with("running_var"))
            torch::Tensor(buffer.value()).uniform_(0.5, 1.5);
    }
}

std::shared_ptr<E2e> networkOf(const nlohmann::json& model)
{
    const auto network = std::dynamic_pointer_cast<E2e>(createModel(model));
    if (!network)
        throw FormatError("bad_config", "benchmark", "is for networks that see faces");
    network->eval();
    return network;
}

}

std::vector<TrunkTimes> trunkTimes(const nlohmann::json& model, const std::vector<std::string>& forms,
                                   std::int64_t batch, std::int64_t repeats)
{
    const TorchSeed seed(1);
    const torch::InferenceMode inference;
    nlohmann::json sizes = model;
    sizes["modalities"] = "v"; // the other modalities' nets are not needed
    const std::shared_ptr<E2e> whole = networkOf(sizes);
    disturbNorms(*whole);
    std::vector<std::shared_ptr<E2e>> networks;
    std::vector<TrunkTimes> times;
    for (const std::string& form : forms.empty() ? std::vector<std::string>{"multi"} : forms) {
        if (form != "multi" && form != "single")
            throw FormatError("bad_config", "--form " + form, "is none; expected multi or single");
        nlohmann::json architecture = sizes;
        networks.push_back(
            form == "multi" ? whole : std::dynamic_pointer_cast<E2e>(fusedNetwork(*whole, architecture)));
        times.push_back({form, {}, 0.0, 0});
        for (const torch::Tensor& parameter : networks.back()->parameters())
            times.back().parameters += parameter.numel();
    }
    const std::int64_t side = whole->options().faceSide;
    const torch::Tensor faces = torch::randn({batch, 3, side, side});
    torch::Tensor first;
    for (std::size_t form = 0; form < networks.size(); ++form) { // not counted
        const torch::Tensor maps = networks[form]->pictureMaps(faces);
        if (form == 0)
            first = maps;
        times[form].difference = (maps - first).abs().max().item<double>();
    }
    for (std::int64_t i = 0; i < repeats; ++i) {
        for (std::size_t form = 0; form < networks.size(); ++form) {
            const Stopwatch watch;
            networks[form]->pictureMaps(faces);
            times[form].milliseconds.push_back(watch.milliseconds());
        }
    }
    return times;
}

}
