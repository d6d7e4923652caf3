#include "engine/models/serving/model_file.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/with_source.h"
#include "engine/model_files/model_card_file.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"
#include "engine/parts/installed_part.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

/// A model is built before its weights are read into it; one whose sizes the file's tensors do not bear out
/// would take memory and time without end.
void checkSizes(const nlohmann::json& architecture, const Safetensors& file, const std::string& source,
                const std::string& before = "architecture.")
{
    constexpr std::size_t deepest = 64; // characters of a name of names
    for (const auto& [name, value] : architecture.items()) {
        if (value.is_object() && before.size() < deepest)
            checkSizes(value, file, source, before + name + ".");
    }
    constexpr std::int64_t harmless = 64;
    std::int64_t largest = harmless;
    for (const auto& [name, tensor] : file.tensors) {
        for (const std::int64_t extent : tensor.shape)
            largest = std::max(largest, extent);
    }
    const auto tensors = static_cast<std::int64_t>(file.tensors.size());
    // widths are held against the card's scales: a model need not read every modality
    constexpr std::array ofNoTensor{"max_steps", "beam", "min_count", "d_l", "d_a", "d_v"};
    for (const auto& [name, value] : architecture.items()) {
        if (std::ranges::find(ofNoTensor, name) != ofNoTensor.end())
            continue;
        constexpr std::int64_t patch = 16; // of pixels, or columns: there is a place for each patch alone
        const std::int64_t most = name.ends_with("layers") || name == "depths" ? tensors
            : name == "columns" || name == "side"                              ? patch * largest
                                                                               : largest;
        for (const nlohmann::json& size : value.is_array() ? value : nlohmann::json::array({value})) {
            if (size.is_number_integer() && size.get<std::int64_t>() > most)
                throw FormatError("bad_model_card", source,
                                  before + name + " is " + jsonText(size)
                                      + ", more than the tensors of the file bear out");
        }
    }
}

void checkFinite(const Safetensors& file, const std::string& source)
{
    for (const auto& [name, tensor] : file.tensors) {
        if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); }))
            throw FormatError("bad_weights", source, "tensor " + name + " has values that are no numbers");
    }
}

std::shared_ptr<FusionModel> modelOf(const ModelCard& card, const std::string& source)
{
    if (!card.architecture.is_object() || !card.architecture.contains("class"))
        throw FormatError("bad_model_card", source, "the model card: architecture.class is missing");
    return withSource(source, [&] { return createModel(card.architecture); });
}

/// The widths that the architecture names must be those of the card's scales.
void checkWidths(const ModelCard& card, const std::string& source)
{
    constexpr std::array names{"d_l", "d_a", "d_v"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = card.architecture.find(names[i]);
        if (found != card.architecture.end() && found->is_number_integer()
            && found->get<std::size_t>() != card.normalisation[i].width())
            throw FormatError("bad_model_card", source,
                              fmt::format("architecture.{} is {}, but the card has scales of {} features",
                                          names[i], jsonText(*found), card.normalisation[i].width()));
    }
}

/// The input widths and the number of labels are in the architecture as well: they must agree.
void checkAgreement(FusionModel& model, const ModelCard& card, const std::string& source)
{
    const auto step = [&card](Modality modality) {
        const auto width
            = static_cast<std::int64_t>(card.normalisation[static_cast<std::size_t>(modality)].width());
        return torch::zeros({1, 1, width});
    };
    const torch::InferenceMode inference;
    ModalityBatch one{step(Modality::Text),
                      step(Modality::Acoustic),
                      step(Modality::Visual),
                      torch::ones({1}, torch::kInt64),
                      {}};
    if (const ConversationModel* const turns = asConversationModel(model))
        one.extras = {{"speaker", torch::zeros({1, 1}, torch::kInt64)},
                      {"x_n", torch::zeros({1, 1, 1, turns->seenNumbers()})}};
    torch::Tensor prediction;
    try {
        prediction = model.forward(one).prediction;
    } catch (const c10::Error&) {
        throw FormatError("bad_model_card", source, "the input widths are not those of the architecture");
    }
    if (prediction.size(-1) != static_cast<std::int64_t>(card.labels.size()))
        throw FormatError("bad_model_card", source,
                          "names " + std::to_string(card.labels.size()) + " labels for "
                              + std::to_string(prediction.size(-1)) + " outputs");
}

}

namespace {

/// What a checkpoint keeps of the best epoch so far.
Safetensors bestOf(Safetensors checkpoint, const std::string& path)
{
    const std::string_view prefix = kBestInCheckpoint;
    Safetensors best;
    best.metadata = std::move(checkpoint.metadata);
    for (auto& [name, tensor] : checkpoint.tensors) {
        if (name.starts_with(prefix))
            best.tensors.emplace(name.substr(prefix.size()), std::move(tensor));
    }
    if (best.tensors.empty())
        throw FormatError("bad_checkpoint", path,
                          "is the checkpoint of a run that has no epoch behind it yet");
    return best;
}

}

TrainedModel readModel(const std::filesystem::path& named)
{
    std::error_code missing;
    const std::filesystem::path path = named == kReadyPart && !std::filesystem::exists(named, missing)
        ? openPart(Installation::ofThisProgram(), kReadyPart).file("ready.safetensors")
        : named;
    Safetensors file = readSafetensors(path);
    if (file.metadata.contains(kCheckpointKey))
        file = bestOf(std::move(file), path.string());
    TrainedModel trained{nullptr, cardOf(file.metadata, path.string())};
    checkSizes(trained.card.architecture, file, path.string());
    checkFinite(file, path.string());
    checkWidths(trained.card, path.string());
    trained.model = modelOf(trained.card, path.string());
    loadState(*trained.model, toTorch(file.tensors), path.string());
    trained.model->eval();
    checkAgreement(*trained.model, trained.card, path.string());
    return trained;
}

std::map<std::string, Tensor> readWeights(const std::filesystem::path& path)
{
    Safetensors file = readSafetensors(path, OtherTypes::Leave);
    if (file.metadata.contains(kCheckpointKey))
        file = bestOf(std::move(file), path.string());
    return std::move(file.tensors);
}

void writeModel(const std::filesystem::path& path, const TrainedModel& trained)
{
    writeSafetensors(path, {toPlain(stateOf(*trained.model)), metadataOf(trained.card)});
}

}
