#include "engine/models/serving/case_file.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/models/weights.h"
#include "engine/sequences/hdf5/h5_file.h"

namespace engine {

namespace {

std::vector<std::int64_t> signedShape(const hdf5::Dataset& dataset)
{
    const std::vector<std::size_t>& extents = dataset.shape().extents;
    return {extents.begin(), extents.end()};
}

void readInto(ModelCase& modelCase, const hdf5::Group& inputs)
{
    for (const std::string& name : inputs.names()) {
        const hdf5::Dataset dataset = inputs.dataset(name);
        FeatureArray::Values values = dataset.read();
        if (auto* const floats = std::get_if<std::vector<float>>(&values))
            modelCase.inputs.emplace(name, Tensor{signedShape(dataset), std::move(*floats)});
        else if (auto* const integers = std::get_if<std::vector<std::int64_t>>(&values))
            modelCase.integerInputs.emplace(name,
                                            ModelCase::Integers{signedShape(dataset), std::move(*integers)});
        else
            throw FormatError("bad_case", "inputs/" + name, "expected float32 or integers");
    }
}

std::map<std::string, Tensor> readTensors(const hdf5::Group& group)
{
    std::map<std::string, Tensor> tensors;
    for (const std::string& name : group.names()) {
        if (isStepCounter(name))
            continue;
        const hdf5::Dataset dataset = group.dataset(name);
        FeatureArray::Values values = dataset.read();
        auto* const floats = std::get_if<std::vector<float>>(&values);
        if (!floats)
            throw FormatError("bad_case", "params/" + name, "expected float32");
        tensors.emplace(name, Tensor{signedShape(dataset), std::move(*floats)});
    }
    return tensors;
}

void write(hdf5::Writer& file, const std::string& path, const Tensor& tensor)
{
    file.write(path, {ElementType::Float32, {tensor.shape.begin(), tensor.shape.end()}, tensor.values});
}

}

ModelCase readCase(const std::filesystem::path& path)
{
    const hdf5::File file(path);
    ModelCase modelCase;
    const std::string config = file.textAttribute("config").value_or("");
    modelCase.config = nlohmann::json::parse(config, nullptr, /*allow_exceptions=*/false);
    if (!modelCase.config.is_object())
        throw FormatError("bad_case", path.string(), "the attribute config is missing or no JSON object");
    modelCase.trains = file.textAttribute("mode").value_or("") == "train";
    const hdf5::Group root = file.root();
    modelCase.lossKind = file.textAttribute("loss_kind").value_or("");
    if (root.hasGroup("params")) // pieces and crops have none
        modelCase.parameters = readTensors(root.group("params"));
    readInto(modelCase, root.group("inputs"));
    return modelCase;
}

void writeResult(const std::filesystem::path& path, const CaseResult& result)
{
    PendingFile pending(path);
    hdf5::Writer file(pending.temporary());
    for (const auto& [name, tensor] : result.outputs)
        write(file, "/outputs/" + name, tensor);
    for (const auto& [name, tensor] : result.gradients)
        write(file, "/grads/" + name, tensor);
    for (const auto& [name, tensor] : result.parametersAfter)
        write(file, "/params_after/" + name, tensor);
    if (result.loss)
        write(file, "/loss", {{}, {*result.loss}});
    file.close();
    pending.commit();
}

}
