#include "engine/core/error.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/networks/network_registry.h"
#include "engine/models/serving/run_case.h"
#include "engine/models/staged_model.h"
#include "engine/models/tensor_conversion.h"
#include "engine/models/weights.h"

#include <QTest>

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace engine;
using nlohmann::json;

// Every option of every model in every combination, at small sizes: it runs, learns, follows word by word and
// keeps its shapes.

namespace {

constexpr std::int64_t kSegments = 3, kWords = 4;

/// A model's smallest configuration, and the values that its options can have.
struct OptionSets {
    json base;
    std::vector<std::pair<std::string, json>> options; ///< name, list of values; null leaves it out
};

const json kFlags{false, true};
const json kSome = json::array({nullptr, {"text"}, {"acoustic", "visual"}});

std::map<std::string, OptionSets> allOptionSets()
{
    return {
        {"EFLSTM",
         {{{"h", 5}},
          {{"cell", {"lstm", "gru"}},
           {"num_layers", {1, 2}},
           {"bidirectional", kFlags},
           {"attention", kFlags},
           {"head", {"mlp", "linear"}},
           {"dropout", {0.0, 0.5}},
           {"modalities", kSome}}}},
        {"FMT",
         {{{"m_a", 3}, {"m_v", 4}, {"ff", 7}, {"gru", 5}},
          {{"layers", {1, 2}},
           {"heads", {1, 2}},
           {"conv_dims", json::array({json::array(), {4}, {3, 2}})},
           {"chained", kFlags},
           {"mask_mode", {"query_zero", "key_length"}},
           {"drop", {0.0, 0.1}}}}},
        {"GMELSTM", {{{"h", 6}, {"out", 5}}, {{"ctrl", {nullptr, 4}}}}},
        {"GraphMFN",
         {{{"h_l", 6},
           {"h_a", 3},
           {"h_v", 4},
           {"mem", 5},
           {"inner", 5},
           {"att2", 7},
           {"g1", 6},
           {"g2", 8},
           {"out", 9},
           {"pattern", 11},
           {"eff_hidden", 10}},
          {{"efficacy", {"none", "sigmoid"}}, {"drop", json::array({0.0, {0.1, 0.2, 0.3, 0.4}})}}}},
        {"HierSeq2Seq",
         {{{"h1", 5},
           {"h2", 4},
           {"reg", 3},
           {"source", {"text"}},
           {"target", {"acoustic"}},
           {"then", {"visual"}}},
          {{"cell", {"lstm", "gru"}},
           {"layers", {1, 2}},
           {"bidirectional", kFlags},
           {"attention", kFlags},
           {"finetune", kFlags},
           {"teacher_forcing", {nullptr, 0.5}}}}},
        {"LFDNN",
         {{{"h_l", 6}, {"h_a", 3}, {"h_v", 4}, {"post", 5}},
          {{"drop", json::array({0.0, {0.1, 0.2, 0.3, 0.4}})}}}},
        {"LFLSTM", {{{"h_l", 6}, {"h_a", 4}, {"h_v", 3}, {"fc", 7}}, {{"dropout", {0.0, 0.5}}}}},
        {"LFRNN",
         {json::object(),
          {{"cell", {"lstm", "gru"}},
           {"layers", {1, 2}},
           {"hidden", {0, 4}},
           {"bidirectional", kFlags},
           {"dropout", {0.0, 0.2}},
           {"modalities", kSome}}}},
        {"LFTransformer",
         {{{"heads_l", 3}, {"heads_a", 2}, {"heads_v", 2}, {"ff", 9}},
          {{"layers", {1, 2}}, {"dropout", {nullptr, 0.0}}, {"modalities", kSome}}}},
        {"LMF",
         {{{"h_l", 6}, {"h_a", 3}, {"h_v", 4}, {"text_out", 5}},
          {{"rank", {1, 4}}, {"drop", json::array({0.0, {0.1, 0.2, 0.3}})}}}},
        {"MARN",
         {{{"h_l", 5}, {"h_a", 3}, {"h_v", 4}, {"r_l", 4}, {"r_a", 2}, {"r_v", 3}, {"z", 6}, {"out", 7}},
          {{"K", {1, 2}}, {"att_softmax", {"per_attention", "joint"}}, {"drop", {0.0, 0.3}}}}},
        {"MCTN",
         {{{"h", 5}, {"reg", 4}, {"source", {"text"}}},
          {{"target", json::array({{"acoustic"}, {"acoustic", "visual"}})},
           {"then", json::array({nullptr, {"visual"}})},
           {"bidirectional", kFlags},
           {"cycle_weight", {nullptr, 0.0}},
           {"reg_l2", {nullptr, 0.0}}}}},
        {"MFN",
         {{{"h_l", 7},
           {"h_a", 3},
           {"h_v", 4},
           {"mem", 6},
           {"att1", 8},
           {"att2", 6},
           {"g1", 9},
           {"g2", 7},
           {"out", 10}},
          {{"drop", json::array({0.0, {0.1, 0.2, 0.3, 0.4, 0.5}})}}}},
        {"MISA",
         {{{"hid", 6}, {"ff", 12}},
          {{"heads", {1, 2}},
           {"drop", {0.0, 0.5}},
           {"diff_w", {nullptr, 0.0}},
           {"sim_w", {nullptr, 0.0}},
           {"recon_w", {nullptr, 0.0}}}}},
        {"MulT",
         {{{"heads", 2}},
          {{"d", {6, 8}},
           {"layers", {1, 2}},
           {"mem_layers", {nullptr, 1}},
           {"attn_mask", kFlags},
           {"key_mask", kFlags},
           {"p_attn", {0.0, 0.1}},
           {"p_embed", {0.0, 0.25}}}}},
        {"RAVEN",
         {{{"norm", 3}, {"cell", 4}, {"h", 6}},
          {{"gate", {"linear", "sigmoid"}}, {"shift_weight", {0.0, 0.2}}, {"drop", {0.0, 0.2}}}}},
        {"RMFN",
         {{{"h_l", 5}, {"h_a", 3}, {"h_v", 4}, {"hl", 6}, {"fs", 5}, {"z", 4}, {"out", 7}},
          {{"stages", {1, 3}}, {"drop", {0.0, 0.3}}}}},
        {"SelfMM",
         {{{"h_l", 5},
           {"o_l", 4},
           {"h_a", 3},
           {"h_v", 4},
           {"o_a", 4},
           {"o_v", 5},
           {"t_dim", 5},
           {"a_dim", 4},
           {"v_dim", 3},
           {"f_dim", 6}},
          {{"label_limit", {nullptr, 1.0}}}}},
        {"Seq2Seq",
         {{{"h", 5}, {"reg", 4}, {"source", {"text"}}, {"target", {"visual"}}},
          {{"cell", {"lstm", "gru"}},
           {"layers", {1, 2}},
           {"bidirectional", kFlags},
           {"attention", kFlags},
           {"representation", {"sequence", "final"}},
           {"finetune", kFlags},
           {"teacher_forcing", {nullptr, 0.0}},
           {"kind", {"continuous", "codes", "tokens"}}}}},
        {"TFN",
         {{{"h_l", 6}, {"h_a", 3}, {"h_v", 4}, {"text_out", 4}, {"post", 7}},
          {{"out", {"scaled_sigmoid", "linear"}}, {"drop", json::array({0.0, {0.1, 0.2, 0.3, 0.4}})}}}},
        {"WilliamsEF",
         {{{"hidden", 5}, {"nodes", 7}},
          {{"layers", {1, 2, 3}},
           {"final", {"linear", "relu", "sigmoid", "tanh", "softplus", "softmax"}},
           {"order", {"lva", "lav", "alv", "avl", "vla", "val"}},
           {"drop", {0.0, 0.3}}}}},
        {"AVTransformer",
         {{{"d", 8}, {"heads", 2}},
          {{"shape", {"features", "raw"}},
           {"video_layers", {1, 2}},
           {"fusion_layers", {1, 2}},
           {"output", {"linear", "sigmoid"}},
           {"video_weight", {nullptr, 0.5}}}}},
        {"VAT",
         {{{"d", 8}, {"heads", 2}, {"proj", 4}, {"queue", 5}},
          {{"shape", {"features", "raw"}},
           {"layers", {1, 2}},
           {"fusion_layers", {1, 2}},
           {"output", {"linear", "sigmoid"}},
           {"contrast_weight", {nullptr, 0.0}},
           {"tasks", json::array({nullptr, {"classes"}, {"regression"}, {"classes", "regression"}})}}}},
        {"MME2E",
         {{{"class", "E2E"},
           {"variant", "mme2e"},
           {"face", 32},
           {"ch", {4, 4, 6, 8}},
           {"hid", 8},
           {"d", 8},
           {"layers", 1},
           {"heads", 2},
           {"ff", 8}},
          {{"modalities", json::array({nullptr, {"text"}, {"text", "visual"}})},
           {"standardise", kFlags},
           {"dropout", {0.0, 0.1}},
           {"sparse", {0.0, 0.8}}}}},
        {"FV2ES",
         {{{"class", "E2E"},
           {"variant", "fv2es"},
           {"face", 32},
           {"ch", {4, 4, 6, 8}},
           {"hid", 8},
           {"d", 8},
           {"layers", 1},
           {"heads", 2},
           {"ff", 8},
           {"nest", {{"dims", {4, 8}}, {"heads", {2, 2}}, {"depths", {1, 1}}}}},
          {{"form", {"multi", "single"}},
           {"modalities", json::array({nullptr, {"text"}, {"acoustic", "visual"}})},
           {"standardise", kFlags}}}},
    };
}

/// What stands for several options that depend on each other.
void spellOut(json& config)
{
    if (config.value("shape", "") == "raw")
        config.update({{"input", "raw"},
                       {"frames", 2},
                       {"side", 16},
                       {"patch", 8},
                       {"bands", 16},
                       {"columns", 32},
                       {"audio_patch", 16}});
    config.erase("shape");
    if (config.contains("kind")) {
        const std::string kind = config["kind"];
        config.erase("kind");
        config["target_kind"] = kind;
        if (kind == "codes")
            config.update({{"vocab", 7}, {"emb", 3}});
        if (kind == "tokens")
            config.update({{"target", {"text"}},
                           {"vocab", 6},
                           {"vocabulary", {"a", "b"}},
                           {"emb", 3},
                           {"max_steps", 4}});
    }
    if (config.value("tasks", json()) == json({"classes", "regression"}))
        config["n_values"] = 2;
}

std::vector<json> combinations(const std::string& name, const OptionSets& sets)
{
    json start = sets.base;
    start.update({{"d_l", 6}, {"d_a", 4}, {"d_v", 5}, {"out_dim", 2}});
    if (!start.contains("class"))
        start["class"] = name;
    std::vector<json> all{start};
    for (const auto& [option, values] : sets.options) {
        std::vector<json> more;
        for (const json& config : all) {
            for (const json& value : values) {
                more.push_back(config);
                if (!value.is_null())
                    more.back()[option] = value;
            }
        }
        all = std::move(more);
    }
    std::ranges::for_each(all, spellOut);
    return all;
}

ModalityBatch randomSegments(FusionModel& model)
{
    ModalityBatch batch{torch::randn({kSegments, kWords, 6}),
                        torch::randn({kSegments, kWords, 4}),
                        torch::randn({kSegments, kWords, 5}),
                        torch::tensor({4, 1, 3}, torch::kInt64),
                        {}};
    if (const auto* const staged = dynamic_cast<StagedModel*>(&model))
        batch.extras = staged->extrasOf({"a b", "c", "b a a"});
    if (const auto* const network = dynamic_cast<E2e*>(&model)) {
        const std::int64_t side = network->options().faceSide;
        batch.media = {{"faces", torch::randn({2 * kSegments, 3, side, side})},
                       {"v_lens", torch::full({kSegments}, 2, torch::kInt64)},
                       {"specs", torch::randn({kSegments, 128, 32})},
                       {"a_lens", torch::ones({kSegments}, torch::kInt64)}};
    }
    return batch;
}

bool isFinite(const torch::Tensor& tensor)
{
    return !tensor.is_floating_point() || tensor.isfinite().all().item<bool>();
}

/// What is wrong with a loss; empty: nothing.
std::string learns(FusionModel& model, const std::string& stage, const torch::Tensor& loss)
{
    if (loss.numel() != 1 || !isFinite(loss))
        return stage + ": the loss is no finite number";
    if (!loss.requires_grad())
        return {}; // nothing is left to learn: all weights are zero
    loss.backward();
    bool hasAny = false;
    for (const auto& parameter : model.named_parameters()) {
        const torch::Tensor& gradient = parameter.value().grad();
        hasAny = hasAny || gradient.defined();
        if (gradient.defined() && !isFinite(gradient))
            return stage + ": the gradient of " + parameter.key() + " is not finite";
    }
    model.zero_grad();
    return hasAny ? std::string() : stage + ": no parameter learns";
}

std::string trainingTrouble(FusionModel& model, const ModalityBatch& batch)
{
    model.train();
    const torch::Tensor rows = torch::arange(kSegments);
    const TaskLoss task = [](const torch::Tensor& prediction, const torch::Tensor& truths) {
        return (prediction - truths).abs().mean();
    };
    const FusionOutput some = model.forward(batch);
    const torch::Tensor truths = torch::rand_like(some.prediction);
    const TrainingStep step{batch, truths, rows, kSegments, 0, task};
    std::string trouble;
    if (auto* const staged = dynamic_cast<StagedModel*>(&model)) {
        const EachBatch once = [&](const auto& visit) { visit(batch); };
        model.eval();
        {
            const torch::NoGradGuard noGradient;
            staged->begin(once, 1);
        }
        for (const StageOffer& stage : staged->stages()) {
            model.train();
            if (trouble.empty())
                trouble = learns(model, stage.name, staged->stageLoss(stage.name, step));
            model.eval();
            const torch::NoGradGuard noGradient;
            if (trouble.empty() && !stage.watches.empty()
                && !std::isfinite(staged->stageFigure(stage.name, once)))
                trouble = stage.name + ": its figure is not finite";
        }
        const torch::NoGradGuard noGradient;
        staged->figures(once);
    } else {
        trouble = learns(model, "joint", model.objective(step));
    }
    model.eval();
    return trouble;
}

/// A weight exchange case of the same model and inputs.
ModelCase caseOf(const json& config, FusionModel& model, const NamedTensors& inputs)
{
    ModelCase modelCase;
    modelCase.config = config;
    modelCase.lossKind = "mean_square_of_pred";
    modelCase.parameters = toPlain(stateOf(model));
    for (const auto& [name, tensor] : inputs) {
        if (!tensor.defined())
            continue;
        if (tensor.is_floating_point()) {
            modelCase.inputs.emplace(name, toPlain(tensor));
            continue;
        }
        const torch::Tensor whole = tensor.to(torch::kInt64).contiguous();
        const auto* const values = whole.data_ptr<std::int64_t>();
        modelCase.integerInputs.emplace(
            name, ModelCase::Integers{whole.sizes().vec(), {values, values + whole.numel()}});
    }
    return modelCase;
}

/// What a VAT is fine-tuned by: classes, values, or both.
void addTargets(NamedTensors& inputs, const json& config)
{
    const json tasks = config.value("tasks", json({"classes"}));
    const bool hasClasses = std::ranges::find(tasks, "classes") != tasks.end();
    inputs["alpha"] = torch::tensor(0.4F);
    inputs["contrast_weight"] = torch::tensor(0.5F);
    inputs["y"] = hasClasses ? torch::tensor({0, 1, 1}, torch::kInt64) : torch::rand({kSegments, 2});
    if (tasks.size() == 2)
        inputs["y_values"] = torch::rand({kSegments, 2});
}

/// The words' predictions of a case are those of the segment that ends there.
std::string prefixTrouble(FusionModel& model, const NamedTensors& inputs, const CaseResult& result)
{
    const auto isWords = [&](const char* name) {
        return inputs.contains(name) && inputs.at(name).dim() == 3 && inputs.at(name).size(1) == kWords;
    };
    if (!std::ranges::all_of(modalityInputs, isWords))
        return {};
    const auto found = result.outputs.find("prefix_pred");
    if (found == result.outputs.end())
        return "there is no prefix_pred";
    const torch::Tensor prefixes = toTorch({{"p", found->second}}).at("p");
    if (prefixes.sizes() != torch::IntArrayRef({kSegments, kWords, 2}))
        return "prefix_pred has another shape";
    const torch::NoGradGuard noGradient;
    for (std::int64_t count = 1; count <= kWords; ++count) {
        NamedTensors prefix;
        for (const char* const name : modalityInputs)
            prefix.emplace(name, inputs.at(name).narrow(1, 0, count));
        prefix.emplace("lengths", torch::full({kSegments}, count, torch::kInt64));
        if (!torch::allclose(model.run(prefix, Displays::No).prediction, prefixes.select(1, count - 1), 1e-4,
                             1e-5))
            return fmt::format("prefix_pred after {} words is not that of the words", count);
    }
    return {};
}

std::string caseTrouble(const json& config, FusionModel& model, const ModalityBatch& batch)
{
    NamedTensors inputs = model.inputsOf(batch);
    const FusionOutput shown = model.run(inputs, Displays::Yes);
    if (shown.prediction.sizes() != torch::IntArrayRef({kSegments, 2}) || !isFinite(shown.prediction))
        return "the prediction has another shape, or is not finite";
    for (const auto& [name, tensor] : shown.outputs) {
        if (tensor.defined() && !isFinite(tensor))
            return "the output " + name + " is not finite";
    }
    for (const DisplayCard& card : model.displays()) {
        const auto output = shown.outputs.find(card.output);
        const bool isOfPictures = !card.axes.empty() && card.axes.front() == kFrameAxis; // of all segments
        if (output == shown.outputs.end() || (!isOfPictures && output->second.size(0) != kSegments))
            return "the display " + card.output + " has no output";
    }
    const bool compares = config.at("class") == "VAT";
    if (compares)
        addTargets(inputs, config);
    ModelCase modelCase = caseOf(config, model, inputs);
    if (compares)
        modelCase.lossKind = "vat_finetune";
    const CaseResult result = runCase(modelCase);
    if (compares && !result.outputs.contains("task_loss"))
        return "the case has no task_loss";
    if (!result.loss || !std::isfinite(*result.loss) || result.gradients.empty())
        return "the case has no loss";
    for (const auto& [name, gradient] : result.gradients) {
        if (!std::ranges::all_of(gradient.values, [](float value) { return std::isfinite(value); }))
            return "the case's gradient of " + name + " is not finite";
    }
    return prefixTrouble(model, inputs, result);
}

}

class TestOptionSets : public QObject {
    Q_OBJECT

private slots:
    void noModelIsLeftOut()
    {
        std::vector<std::string> listed;
        for (const auto& [name, sets] : allOptionSets())
            listed.push_back(name);
        std::vector<std::string> models = modelNames();
        std::ranges::copy(networkNames(), std::back_inserter(models));
        std::ranges::sort(models);
        QCOMPARE(listed, models);
    }

    void everyCombinationRunsAndLearns_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& [name, sets] : allOptionSets())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void everyCombinationRunsAndLearns()
    {
        QFETCH(const QString, name);
        const std::string model = name.toStdString();
        QStringList troubles;
        const std::vector<json> configs = combinations(model, allOptionSets().at(model));
        for (const json& config : configs) {
            std::string trouble;
            try {
                torch::manual_seed(11);
                const std::shared_ptr<FusionModel> made = createModel(config);
                const ModalityBatch batch = randomSegments(*made);
                made->eval();
                trouble = caseTrouble(config, *made, batch);
                if (trouble.empty() && config.value("form", "") != "single") // which only predicts
                    trouble = trainingTrouble(*made, batch);
            } catch (const std::exception& error) {
                trouble = error.what();
            }
            if (!trouble.empty())
                troubles.append(QString::fromStdString(config.dump() + ": " + trouble));
        }
        qInfo("%s: %zu sets", model.c_str(), configs.size());
        QVERIFY2(troubles.isEmpty(),
                 qPrintable(QStringLiteral("%1 of %2: %3")
                                .arg(troubles.size())
                                .arg(configs.size())
                                .arg(troubles.mid(0, 3).join(QLatin1Char('\n')))));
    }
};

QTEST_GUILESS_MAIN(TestOptionSets)
#include "tst_option_sets.moc"
