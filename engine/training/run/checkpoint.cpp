#include "engine/training/run/checkpoint.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace engine {

namespace {

using nlohmann::json;

constexpr const char* kKey = kCheckpointKey;
constexpr int kVersion = 1;

void addAll(Safetensors& file, const std::string& prefix, const NamedTensors& tensors)
{
    for (const auto& [name, tensor] : tensors)
        file.tensors.emplace(prefix + name, toPlain(tensor.detach().to(torch::kCPU, torch::kFloat32)));
}

NamedTensors allOf(const Safetensors& file, const std::string& prefix)
{
    NamedTensors tensors;
    for (const auto& [name, tensor] : file.tensors) {
        if (name.starts_with(prefix))
            tensors.emplace(name.substr(prefix.size()), toTorch(tensor));
    }
    return tensors;
}

torch::Device deviceOfModel(const FusionModel& model)
{
    const auto parameters = model.parameters();
    return parameters.empty() ? torch::Device(torch::kCPU) : parameters.front().device();
}

/// The generator that dropout draws from.
at::Generator generatorOf(const FusionModel& model)
{
    return at::globalContext().defaultGenerator(deviceOfModel(model));
}

std::vector<std::uint8_t> bytesOf(const torch::Tensor& bytes)
{
    const torch::Tensor onCpu = bytes.to(torch::kCPU).contiguous();
    return {onCpu.data_ptr<std::uint8_t>(), onCpu.data_ptr<std::uint8_t>() + onCpu.numel()};
}

std::string textOf(const std::mt19937_64& random)
{
    std::ostringstream text;
    text << random;
    return text.str();
}

json stateJson(const FusionModel& model, const TrainingState& state, const std::string& identity)
{
    json object{{"version", kVersion},
                {"identity", identity},
                {"best_epoch", state.history.bestEpoch},
                {"training_loss", state.history.trainingLoss},
                {"validation_loss", state.history.validationLoss},
                {"watched", state.history.watched},
                {"order", state.order},
                {"position", state.position},
                {"loss_sum", state.lossSum},
                {"order_generator", textOf(state.random)},
                {"generator", bytesOf(generatorOf(model).get_state())}};
    if (state.stage)
        object["stage"] = *state.stage;
    return object;
}

TrainingState stateFrom(const json& object)
{
    TrainingState state;
    object.at("best_epoch").get_to(state.history.bestEpoch);
    object.at("training_loss").get_to(state.history.trainingLoss);
    object.at("validation_loss").get_to(state.history.validationLoss);
    object.at("watched").get_to(state.history.watched);
    object.at("order").get_to(state.order);
    object.at("position").get_to(state.position);
    object.at("loss_sum").get_to(state.lossSum);
    std::istringstream(object.at("order_generator").get<std::string>()) >> state.random;
    return state;
}

}

void writeCheckpoint(const std::filesystem::path& path, const FusionModel& model,
                     const FlatOptimiser& optimiser, const TrainingState& state, const std::string& identity,
                     const std::map<std::string, std::string>& card)
{
    Safetensors file;
    file.metadata.insert(card.begin(), card.end());
    addAll(file, "model/", stateOf(model));
    addAll(file, kBestInCheckpoint, state.best);
    addAll(file, "optimiser/", optimiser.state());
    addAll(file, "objective/", model.trainingState());
    file.metadata[kKey] = jsonText(stateJson(model, state, identity));
    writeSafetensors(path, file);
}

TrainingState readCheckpoint(const std::filesystem::path& path, FusionModel& model, FlatOptimiser& optimiser,
                             const std::string& identity)
{
    const Safetensors file = readSafetensors(path);
    const auto refuse
        = [&path](const std::string& what) { throw FormatError("bad_checkpoint", path.string(), what); };
    const auto text = file.metadata.find(kKey);
    if (text == file.metadata.end())
        refuse("is no checkpoint");
    TrainingState state;
    try {
        const json object = json::parse(text->second);
        if (object.at("version") != kVersion)
            refuse("was written by another version of this program");
        if (object.at("identity") != identity)
            refuse(
                "is of another model, other data or other settings; without --resume training begins anew");
        state = stateFrom(object);
        const auto bytes = object.at("generator").get<std::vector<std::uint8_t>>();
        const torch::Tensor generator
            = torch::empty({static_cast<std::int64_t>(bytes.size())}, torch::kUInt8);
        std::copy(bytes.begin(), bytes.end(), generator.data_ptr<std::uint8_t>());
        loadState(model, allOf(file, "model/"), path.string());
        optimiser.restore(allOf(file, "optimiser/"));
        model.setTrainingState(allOf(file, "objective/"));
        generatorOf(model).set_state(generator);
    } catch (const json::exception& error) {
        refuse(std::string("is damaged: ") + error.what());
    } catch (const c10::Error& error) {
        refuse(std::string("is damaged: ") + error.what_without_backtrace());
    }
    state.best = allOf(file, kBestInCheckpoint);
    return state;
}

std::size_t stageOfCheckpoint(const std::filesystem::path& path)
{
    const std::map<std::string, std::string> metadata = readSafetensorsMetadata(path);
    const auto text = metadata.find(kKey);
    const json object
        = text == metadata.end() ? json() : json::parse(text->second, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        throw FormatError("bad_checkpoint", path.string(), "is no checkpoint");
    const auto stage = object.find("stage");
    return stage != object.end() && stage->is_number_unsigned() ? stage->get<std::size_t>() : 0;
}

}
