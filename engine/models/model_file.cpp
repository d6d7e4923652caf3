#include "engine/models/model_file.h"

#include "engine/core/error.h"
#include "engine/models/model_card_file.h"
#include "engine/models/registry.h"
#include "engine/models/safetensors.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

namespace engine {

namespace {

/// The input widths and the number of labels are in the architecture as well: they must agree.
void checkAgreement(FusionModel& model, const ModelCard& card, const std::string& source)
{
    const auto step = [&card](Modality modality) {
        const auto width
            = static_cast<std::int64_t>(card.normalisation[static_cast<std::size_t>(modality)].width());
        return torch::zeros({1, 1, width});
    };
    const torch::InferenceMode inference;
    torch::Tensor prediction;
    try {
        prediction = model
                         .forward({step(Modality::Text),
                                   step(Modality::Acoustic),
                                   step(Modality::Visual),
                                   torch::ones({1}, torch::kInt64),
                                   {}})
                         .prediction;
    } catch (const c10::Error&) {
        throw FormatError("bad_model_card", source, "the input widths are not those of the architecture");
    }
    if (prediction.size(1) != static_cast<std::int64_t>(card.labels.size()))
        throw FormatError("bad_model_card", source,
                          "names " + std::to_string(card.labels.size()) + " labels for "
                              + std::to_string(prediction.size(1)) + " outputs");
}

}

TrainedModel readModel(const std::filesystem::path& path)
{
    const Safetensors file = readSafetensors(path);
    TrainedModel trained{nullptr, cardOf(file.metadata, path.string())};
    trained.model = createModel(trained.card.architecture);
    loadState(*trained.model, toTorch(file.tensors), path.string());
    trained.model->eval();
    checkAgreement(*trained.model, trained.card, path.string());
    return trained;
}

void writeModel(const std::filesystem::path& path, const TrainedModel& trained)
{
    writeSafetensors(path, {toPlain(stateOf(*trained.model)), metadataOf(trained.card)});
}

}
