#include "engine/models/fusion/registry.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/model_files/model_card.h"
#include "engine/models/conversation/bc_lstm.h"
#include "engine/models/conversation/dialogue_rnn.h"
#include "engine/models/fusion/ef_lstm.h"
#include "engine/models/fusion/fmt_transformer.h"
#include "engine/models/fusion/gme_lstm.h"
#include "engine/models/fusion/graph_mfn.h"
#include "engine/models/fusion/hier_seq2seq.h"
#include "engine/models/fusion/lf_dnn.h"
#include "engine/models/fusion/lf_lstm.h"
#include "engine/models/fusion/lf_rnn.h"
#include "engine/models/fusion/lf_transformer.h"
#include "engine/models/fusion/lmf.h"
#include "engine/models/fusion/marn.h"
#include "engine/models/fusion/mctn.h"
#include "engine/models/fusion/mfn.h"
#include "engine/models/fusion/misa.h"
#include "engine/models/fusion/mult.h"
#include "engine/models/fusion/raven.h"
#include "engine/models/fusion/rmfn.h"
#include "engine/models/fusion/self_mm.h"
#include "engine/models/fusion/seq2seq.h"
#include "engine/models/fusion/tfn.h"
#include "engine/models/fusion/williams.h"
#include "engine/models/fusion_model.h"
#include "engine/models/networks/network_registry.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <new>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

struct Entry {
    std::shared_ptr<FusionModel> (*create)(const nlohmann::json& config);
    nlohmann::json (*defaults)();
    void (*settle)(nlohmann::json& config, const TrainingFacts& facts);
    bool isStaged;
};

/// Of models whose sizes follow from the training segments; others have none to settle.
template <class Options>
void settleOptions(nlohmann::json& config, const TrainingFacts& facts)
{
    if constexpr (requires { Options::settle(config, facts); })
        Options::settle(config, facts);
}

template <class Model>
Entry entry()
{
    return {[](const nlohmann::json& config) -> std::shared_ptr<FusionModel> {
                return std::make_shared<Model>(Model::Options::fromJson(config));
            },
            &Model::Options::defaults, &settleOptions<typename Model::Options>,
            std::is_base_of_v<StagedModel, Model>};
}

const std::map<std::string, Entry>& registry()
{
    static const std::map<std::string, Entry> models{
        {"EFLSTM", entry<EfLstm>()},
        {"FMT", entry<Fmt>()},
        {"GMELSTM", entry<GmeLstm>()},
        {"GraphMFN", entry<GraphMfn>()},
        {"LFDNN", entry<LfDnn>()},
        {"LFLSTM", entry<LfLstm>()},
        {"HierSeq2Seq", entry<HierSeq2Seq>()},
        {"LFRNN", entry<LfRnn>()},
        {"LFTransformer", entry<LfTransformer>()},
        {"LMF", entry<Lmf>()},
        {"MARN", entry<Marn>()},
        {"MCTN", entry<Mctn>()},
        {"MFN", entry<Mfn>()},
        {"MISA", entry<Misa>()},
        {"MulT", entry<Mult>()},
        {"RAVEN", entry<Raven>()},
        {"RMFN", entry<Rmfn>()},
        {"SelfMM", entry<SelfMm>()},
        {"Seq2Seq", entry<Seq2Seq>()},
        {"TFN", entry<Tfn>()},
        {"WilliamsEF", entry<Williams>()},
    };
    return models;
}

const std::map<std::string, Entry>& conversationRegistry()
{
    static const std::map<std::string, Entry> models{
        {"BCLSTM", entry<BcLstm>()},
        {"DialogueRNN", entry<DialogueRnn>()},
    };
    return models;
}

/// Of classes that are no networks: null where there is none of this name.
const Entry* find(const std::string& className)
{
    for (const auto* const models : {&registry(), &conversationRegistry()}) {
        if (const auto found = models->find(className); found != models->end())
            return &found->second;
    }
    return nullptr;
}

std::vector<std::string> namesOf(const std::map<std::string, Entry>& models)
{
    std::vector<std::string> names;
    for (const auto& [name, entry] : models)
        names.push_back(name);
    return names;
}

std::string joinedNames()
{
    std::vector<std::string> names = modelNames();
    std::ranges::copy(conversationModelNames(), std::back_inserter(names));
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

const Entry& entryOf(const std::string& className)
{
    const Entry* const found = find(className);
    if (!found)
        throw FormatError("unknown_model", "model class \"" + className + '"',
                          "not in this build, which has: " + joinedNames());
    return *found;
}

/// Lower case, letters and digits only.
std::string simplified(const std::string& name)
{
    std::string simple;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            simple += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return simple;
}

/// `d_l 300, h 1000000`: what decides how large a model is.
std::string sizesOf(const nlohmann::json& config)
{
    std::string text;
    for (const auto& [name, value] : config.items()) {
        const bool isList = value.is_array() && !value.empty() && value.front().is_number_integer();
        if (value.is_number_integer() || isList)
            text += (text.empty() ? "" : ", ") + name + " " + jsonText(value);
    }
    return text;
}

[[noreturn]] void refuseSize(const std::string& className, const nlohmann::json& config)
{
    throw FormatError("bad_hyper_parameter", "model class " + className,
                      "is too large for the memory with " + sizesOf(config));
}

}

std::shared_ptr<FusionModel> createModel(const nlohmann::json& config)
{
    const std::string className = classOf(config);
    try {
        if (std::shared_ptr<FusionModel> network = createNetwork(config))
            return network;
        return entryOf(className).create(config);
    } catch (const std::bad_alloc&) {
        refuseSize(className, config);
    } catch (const c10::Error& error) {
        const std::string_view why = error.what_without_backtrace(); // no kind of its own for this one
        if (why.find("alloc") != std::string_view::npos || why.find("overflow") != std::string_view::npos)
            refuseSize(className, config);
        throw FormatError("bad_hyper_parameter", "model class " + className,
                          std::string("cannot be built: ") + error.what_without_backtrace());
    }
}

nlohmann::json modelDefaults(const std::string& className)
{
    if (const nlohmann::json network = networkDefaults(className); !network.is_null())
        return network;
    nlohmann::json defaults = entryOf(className).defaults();
    defaults["model"]["class"] = className;
    return defaults;
}

bool isStaged(const std::string& className)
{
    const auto* const found = find(className);
    return found ? found->isStaged : isNetworkStaged(className);
}

StageMenu stageMenu(nlohmann::json config)
{
    config.update({{"d_l", 1}, {"d_a", 1}, {"d_v", 1}, {"out_dim", 1}});
    if (isOfConversations(config.value("class", ""))) {
        TrainingFacts any;
        any.seenNumbers = 1;
        settleModel(config, any);
    }
    const std::shared_ptr<FusionModel> smallest = createModel(config);
    if (const auto* const staged = dynamic_cast<const StagedModel*>(smallest.get()))
        return {staged->stages(), staged->usualStages()};
    return {{{"joint"}}, {}};
}

void settleModel(nlohmann::json& config, const TrainingFacts& facts)
{
    const std::string className = config.value("class", "");
    if (networkDefaults(className).is_null())
        entryOf(className).settle(config, facts);
    else
        settleNetwork(config, facts);
}

std::string modelClass(const std::string& name)
{
    const std::string wanted = simplified(name);
    std::vector<std::string> beginnings;
    std::vector<std::string> candidates = modelNames();
    std::ranges::copy(conversationModelNames(), std::back_inserter(candidates));
    std::ranges::copy(networkNames(), std::back_inserter(candidates));
    for (const std::string& candidate : candidates) {
        if (simplified(candidate) == wanted)
            return candidate;
        if (!wanted.empty() && simplified(candidate).starts_with(wanted))
            beginnings.push_back(candidate);
    }
    return beginnings.size() == 1 ? beginnings.front() : (entryOf(name), name);
}

std::vector<std::string> modelNames()
{
    return namesOf(registry());
}

std::vector<std::string> conversationModelNames()
{
    return namesOf(conversationRegistry());
}

bool isOfConversations(const std::string& className)
{
    return conversationRegistry().contains(className);
}

std::vector<std::string> unalignedModelNames()
{
    std::vector<std::string> names = modelNames();
    std::erase_if(names, [](const std::string& name) {
        nlohmann::json smallest = modelDefaults(name).at("model");
        smallest.update({{"d_l", 1}, {"d_a", 1}, {"d_v", 1}, {"out_dim", 1}});
        return !createModel(smallest)->takesUnaligned();
    });
    return names;
}

}
