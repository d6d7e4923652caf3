#include "engine/models/networks/vat_options.h"

#include "engine/core/error.h"
#include "engine/models/hyper_parameters.h"
#include "engine/models/staged_model.h"

#include <fmt/format.h>

namespace engine {

namespace {

void checkVat(bool fits, const char* name, const char* expected)
{
    if (!fits)
        throw FormatError("bad_hyper_parameter", fmt::format("hyper-parameter \"{}\"", name), expected);
}

void readTasks(const nlohmann::json& tasks, HyperParameters& parameters, VatOptions& options)
{
    options.hasClasses = tasks == nlohmann::json::array({"classes"})
        || tasks == nlohmann::json::array({"classes", "regression"});
    options.hasOnlyValues = tasks == nlohmann::json::array({"regression"});
    if (tasks.is_null() || tasks == nlohmann::json::array({"classes"}) || options.hasOnlyValues)
        return;
    checkVat(tasks == nlohmann::json::array({"classes", "regression"}), "tasks",
             R"(expected ["classes"], ["regression"] or ["classes", "regression"])");
    options.values = parameters.size("n_values");
}

}

VatOptions VatOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    VatOptions options;
    options.isRaw = parameters.choice("input", {"features", "raw"}) == "raw";
    parameters.any("d_l"); // text is not looked at
    options.width = parameters.size("d");
    options.heads = parameters.size("heads", 1);
    const std::int64_t layers = parameters.size("layers", 1);
    options.videoLayers = parameters.size("video_layers", layers);
    options.audioLayers = parameters.size("audio_layers", layers);
    options.fusionLayers = parameters.size("fusion_layers", 1);
    options.widening = parameters.size("mlp", options.widening);
    options.projection = parameters.size("proj");
    options.queue = parameters.size("queue");
    options.outputs = parameters.has("n_out") ? parameters.size("n_out") : parameters.size("out_dim", 1);
    options.momentum = parameters.number("momentum", 0.0, 1.0, options.momentum);
    options.alpha = parameters.number("alpha", 0.0, 1.0, options.alpha);
    options.contrastWeight = parameters.number("contrast_weight", 0.0, 1000.0, options.contrastWeight);
    options.areValuesBounded = parameters.choice("output", {"linear", "sigmoid"}) == "sigmoid";
    readTasks(parameters.any("tasks"), parameters, options);
    if (options.isRaw) {
        parameters.any("d_v"), parameters.any("d_a");
        options.frames = parameters.size("frames", options.frames);
        options.side = parameters.size("side", options.side);
        options.patch = parameters.size("patch", options.patch);
        options.bands = parameters.size("bands", options.bands);
        options.columns = parameters.size("columns", options.columns);
        options.audioPatch = parameters.size("audio_patch", options.audioPatch);
        checkVat(options.side % options.patch == 0, "side", "is no multiple of \"patch\"");
        checkVat(options.bands % options.audioPatch == 0, "bands", "is no multiple of \"audio_patch\"");
    } else {
        options.visualWidth = parameters.size("d_v");
        options.acousticWidth = parameters.size("d_a");
        options.longest = parameters.size("max_len", options.longest);
    }
    parameters.rejectUnknown();
    checkVat(options.width % options.heads == 0, "d", "is no multiple of \"heads\"");
    return options;
}

void VatOptions::settle(nlohmann::json& config, const TrainingFacts& facts)
{
    if (!config.contains("tasks")) {
        const bool hasBoth = facts.classes > 0 && facts.values > 0;
        if (hasBoth && config.at("class") == "VAT") { // which has a head of its own for values
            config["tasks"] = {"classes", "regression"};
            config["out_dim"] = facts.classes;
            config["n_values"] = facts.values;
        } else {
            config["tasks"] = {facts.classes > 0 && !hasBoth ? "classes" : "regression"};
        }
    }
    if (config.value("input", "features") == "features" && !config.contains("max_len"))
        config["max_len"] = facts.steps;
}

nlohmann::json VatOptions::defaults()
{
    return {{"model",
             {{"class", "VAT"},
              {"d", 96},
              {"heads", 4},
              {"video_layers", 4},
              {"audio_layers", 2},
              {"fusion_layers", 2},
              {"proj", 64},
              {"queue", 1024}}},
            {"training", {{"lr", 1e-4}, {"batch", 32}, {"clip", 1.0}}}};
}

}
