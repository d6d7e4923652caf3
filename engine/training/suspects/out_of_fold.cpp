#include "engine/training/suspects/out_of_fold.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/explain/fusion_activations.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/threads.h"
#include "engine/models/torch_seed.h"
#include "engine/training/data/data_hash.h"
#include "engine/training/data/statistics.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/trainer.h"
#include "engine/training/suspects/labels_of.h"
#include "engine/training/suspects/segment_summary.h"
#include "engine/training/suspects/video_folds.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fmt/format.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <thread>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMethod = "2"; ///< changes when the same settings give other numbers
constexpr std::int64_t kNeighbours = 15, kNamedNeighbours = 5;

/// A kind of model of the ensemble. Without dropout, training draws nothing from LibTorch's generator, which
/// all threads share.
struct MemberPlan {
    std::string name;
    nlohmann::json architecture; ///< null: a ridge regression
    EnabledModalities enabled{true, true, true};
    bool givesNeighbours = false;

    /// A network that sees all modalities.
    bool seesAll() const { return !architecture.is_null() && only().empty(); }
    std::string only() const
    {
        for (const Modality modality : allModalities) {
            EnabledModalities alone{};
            alone[static_cast<std::size_t>(modality)] = true;
            if (enabled == alone)
                return std::string(engine::name(modality));
        }
        return {};
    }
};

std::vector<MemberPlan> membersFor(const FoldData& segments)
{
    const nlohmann::json means{{"class", "LFDNN"}, {"h_l", 32},  {"h_a", 16},
                               {"h_v", 16},        {"post", 32}, {"drop", {0, 0, 0, 0}}};
    const nlohmann::json tensors{{"class", "LMF"}, {"h_l", 32},      {"h_a", 16},        {"h_v", 16},
                                 {"rank", 4},      {"text_out", 24}, {"drop", {0, 0, 0}}};
    const nlohmann::json early{
        {"class", "EFLSTM"}, {"h", 32}, {"dropout", 0.0}, {"cell", "gru"}, {"attention", true}};
    const nlohmann::json late{{"class", "LFLSTM"}, {"h_l", 32}, {"h_a", 16},
                              {"h_v", 16},         {"fc", 32},  {"dropout", 0.0}};
    std::vector<MemberPlan> members{
        {"LFDNN", means, {true, true, true}, true},
        {"LMF", tensors},
        {segments.isAligned() ? "EFLSTM" : "LFLSTM", segments.isAligned() ? early : late},
        {kRidgeOfAll, {}}};
    for (const Modality modality : allModalities) {
        if (!segments.hasAny(modality) || segments.of(modality).width == 0)
            continue;
        EnabledModalities alone{};
        alone[static_cast<std::size_t>(modality)] = true;
        members.push_back({std::string(name(modality)) + " alone", means, alone});
        members.push_back({std::string(name(modality)) + " ridge", {}, alone});
    }
    return members;
}

/// Few segments are learnt from more often, in smaller batches: so there are steps enough.
TrainingSettings trainingOf(std::size_t segments, std::uint64_t seed)
{
    constexpr std::size_t few = 600, smallest = 8, largest = 64, batches = 24;
    TrainingSettings settings;
    settings.epochs = segments < few ? 60 : 30;
    settings.patience = segments < few ? 10 : 5;
    settings.batch = static_cast<std::int64_t>(std::clamp(segments / batches, smallest, largest));
    settings.learningRate = settings.factorLearningRate = 2e-3;
    settings.weightDecay = 1e-3;
    settings.loss = "huber";
    settings.seed = seed;
    return settings;
}

/// One model of one fold.
struct Part {
    const MemberPlan* member = nullptr;
    std::size_t fold = 0;
    std::shared_ptr<FusionModel> model; ///< null: a ridge regression, or it was kept
    std::map<std::string, Tensor> said; ///< `predictions` and so on, by the segments of the fold
};

Tensor tensorOf(const torch::Tensor& values)
{
    const torch::Tensor whole = values.detach().to(torch::kFloat32).contiguous();
    Tensor result;
    result.shape = {whole.numel()};
    result.values.assign(whole.data_ptr<float>(), whole.data_ptr<float>() + whole.numel());
    return result;
}

class Ensemble {
public:
    Ensemble(const FoldData& segments, const OutOfFoldSettings& settings, const std::string& where,
             const RunContext& run)
        : m_settings(settings)
        , m_run(run)
        , m_segments(segments)
    {
        takeLabels(where);
        m_result.folds = videoFolds(segments.ids, settings.folds, settings.seed, where);
        m_members = membersFor(segments);
        Sha256 hash;
        hash.addAll(sha256Of(m_segments));
        hash.addAll(fmt::format("{} {} {} {}", kMethod, settings.folds, settings.seed, settings.column));
        m_identity = hexadecimal(hash.digest());
        for (const Modality modality : allModalities)
            m_summaries[static_cast<std::size_t>(modality)] = segmentSummary(segments, modality);
    }

    OutOfFold all()
    {
        prepareParts({});
        trainParts();
        collect();
        return std::move(m_result);
    }

    TrainedShare share(Share share)
    {
        prepareParts(share);
        trainParts();
        return {m_parts.size(), m_members.size() * m_settings.folds};
    }

private:
    /// The labels of the column, or of all classes, as what is learnt: mean 0 and deviation 1.
    void takeLabels(const std::string& where)
    {
        const bool isOneHot = areOneHot(m_segments.labels);
        const std::size_t columns = isOneHot ? m_segments.labels.columns : 1;
        FeatureMatrix scaled(m_segments.size(), columns);
        m_levels.assign(columns, 0.0);
        m_scales.assign(columns, 1.0);
        for (std::size_t column = 0; column < columns; ++column) {
            const std::vector<double> labels
                = labelsOf(m_segments, isOneHot ? column : m_settings.column, where);
            double sum = 0.0, squares = 0.0;
            for (const double label : labels) {
                sum += label;
                squares += label * label;
            }
            const auto count = static_cast<double>(labels.size());
            m_levels[column] = sum / count;
            m_scales[column]
                = std::sqrt(std::max(0.0, squares / count - m_levels[column] * m_levels[column]));
            for (std::size_t i = 0; i < labels.size(); ++i)
                scaled.at(i, column) = static_cast<float>((labels[i] - m_levels[column]) / m_scales[column]);
        }
        m_segments.labels = std::move(scaled);
    }

    double meanScale() const
    {
        return std::accumulate(m_scales.begin(), m_scales.end(), 0.0) / static_cast<double>(m_scales.size());
    }

    std::size_t outputs() const { return m_segments.labels.columns; }

    std::uint64_t seedOf(std::size_t member, std::size_t fold) const
    {
        return m_settings.seed * 1000003 + member * 101 + fold;
    }

    fs::path fileOf(const Part& part) const
    {
        std::string name = part.member->name;
        std::ranges::replace(name, ' ', '-');
        return m_settings.work / fmt::format("{}-{}.safetensors", name, part.fold + 1);
    }

    /// Takes what was kept of the same part of the same work.
    bool isKept(Part& part) const
    {
        if (m_settings.work.empty() || !fs::exists(fileOf(part)))
            return false;
        try {
            Safetensors kept = readSafetensors(fileOf(part));
            if (kept.metadata["identity"] != m_identity)
                return false;
            part.said = std::move(kept.tensors);
            return part.said.contains("predictions");
        } catch (const Error&) { // broken: it is made again
            return false;
        }
    }

    /// Those of a share: each part is what it is alone.
    void prepareParts(Share share)
    {
        if (!m_settings.work.empty())
            makeFolder(m_settings.work);
        for (std::size_t member = 0; member < m_members.size(); ++member) {
            for (std::size_t fold = 0; fold < m_settings.folds; ++fold) {
                if (!share.has(member * m_settings.folds + fold))
                    continue;
                Part part{&m_members[member], fold, nullptr, {}};
                if (!isKept(part) && !m_members[member].architecture.is_null()) {
                    nlohmann::json architecture = m_members[member].architecture;
                    constexpr std::array<const char*, 3> widths{"d_l", "d_a", "d_v"};
                    for (std::size_t i = 0; i < widths.size(); ++i)
                        architecture[widths[i]] = std::max<std::size_t>(1, m_segments.features[i].width);
                    architecture["out_dim"] = outputs();
                    const TorchSeed seed(seedOf(member, fold));
                    part.model = createModel(architecture);
                }
                m_parts.push_back(std::move(part));
            }
        }
    }

    void trainParts()
    {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_parts[i].said.empty())
                open.push_back(i);
        }
        const TorchThreads oneEach(1);
        std::atomic<std::size_t> next = 0, done = m_parts.size() - open.size();
        std::mutex telling;
        std::exception_ptr problem;
        const auto work = [&] {
            const TorchThreads torchThreads(1);
            while (true) {
                const std::size_t place = next++;
                if (place >= open.size())
                    return;
                try {
                    Part& part = m_parts[open[place]];
                    train(part);
                    keep(part);
                    const std::scoped_lock lock(telling);
                    m_run.tick(++done, m_parts.size());
                } catch (...) {
                    const std::scoped_lock lock(telling);
                    if (!problem)
                        problem = std::current_exception();
                    next = open.size();
                }
            }
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < std::max<std::size_t>(1, m_settings.threads); ++i)
                threads.emplace_back(work);
        }
        if (problem)
            std::rethrow_exception(problem);
    }

    void keep(const Part& part) const
    {
        if (!m_settings.work.empty())
            writeSafetensors(fileOf(part), {part.said, {{"identity", m_identity}}});
    }

    std::vector<std::size_t> segmentsOf(std::size_t fold, bool isIn) const
    {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_result.folds.size(); ++i) {
            if ((m_result.folds[i] == fold) == isIn)
                places.push_back(i);
        }
        return places;
    }

    void train(Part& part) const
    {
        if (m_run.stop.stop_requested())
            throw Cancelled();
        if (part.model)
            trainModel(part);
        else
            part.said = {{"predictions", tensorOf(ridge(part))}};
        part.model = nullptr;
    }

    static torch::Tensor rowsOf(const std::vector<std::size_t>& places)
    {
        return torch::tensor(std::vector<std::int64_t>(places.begin(), places.end()), torch::kInt64);
    }

    torch::Tensor ridge(const Part& part) const
    {
        const torch::Tensor learnt = rowsOf(segmentsOf(part.fold, false)),
                            asked = rowsOf(segmentsOf(part.fold, true));
        std::vector<torch::Tensor> columns;
        for (std::size_t modality = 0; modality < m_summaries.size(); ++modality) {
            if (part.member->enabled[modality])
                columns.push_back(m_summaries[modality]);
        }
        const torch::Tensor x = scaledBy(torch::cat(columns, 1), learnt);
        const torch::Tensor labels = torch::tensor(m_segments.labels.values)
                                         .to(torch::kFloat64)
                                         .reshape({-1, static_cast<std::int64_t>(outputs())});
        return ridgeFit(x.index_select(0, learnt), labels.index_select(0, learnt))
            .of(x.index_select(0, asked));
    }

    /// Videos of the training part of a fold by which a model's best epoch is chosen: one in eight.
    std::pair<std::vector<std::size_t>, std::vector<std::size_t>>
    validationApart(const std::vector<std::size_t>& places) const
    {
        constexpr std::size_t every = 8;
        std::vector<std::string> ids;
        for (const std::size_t place : places)
            ids.push_back(m_segments.ids[place]);
        std::set<std::string> videos;
        for (const std::string& id : ids)
            videos.insert(videoOfSegment(id));
        if (videos.size() < 2)
            return {places, places};
        const std::vector<std::size_t> parts
            = videoFolds(ids, std::min(every, videos.size()), m_settings.seed, "");
        std::pair<std::vector<std::size_t>, std::vector<std::size_t>> apart;
        for (std::size_t i = 0; i < places.size(); ++i)
            (parts[i] == 0 ? apart.second : apart.first).push_back(places[i]);
        return apart;
    }

    void trainModel(Part& part) const
    {
        const auto [learnt, watched] = validationApart(segmentsOf(part.fold, false));
        const FoldData training = selected(m_segments, learnt);
        TrainedModel trained{part.model, {}};
        trained.card.name = part.member->name;
        trained.card.labels.assign(outputs(), {"label", -3.0F, 3.0F, 0, 0.0F});
        for (std::size_t column = 0; column < outputs(); ++column)
            trained.card.labels[column].column = column;
        trained.card.normalisation = measureNormalisation(training);
        trained.card.modalities = part.member->enabled;
        const auto prepared
            = [&](const FoldData& fold) { return prepare(fold, trained.card, part.member->enabled); };
        const SegmentTensors tensors = prepared(training),
                             validation = prepared(selected(m_segments, watched)),
                             asked = prepared(selected(m_segments, segmentsOf(part.fold, true)));
        const TrainingSettings settings = trainingOf(
            learnt.size(), seedOf(static_cast<std::size_t>(part.member - m_members.data()), part.fold));
        TrainingHooks hooks;
        std::vector<torch::Tensor> errors;
        if (part.member->seesAll())
            hooks.epochDone = [&](const EpochReport&) {
                errors.push_back((outputsOf(*trained.model, asked) - asked.targets).detach().abs().mean(1));
            };
        engine::train(*trained.model, tensors, validation,
                      {taskLoss(settings, Task::Regression, tensors.targets), {}}, settings, hooks,
                      {m_run.stop, nullptr});
        const torch::NoGradGuard noGradient;
        part.said["predictions"] = tensorOf(outputsOf(*trained.model, asked));
        if (!errors.empty())
            part.said["errors"] = tensorOf(torch::stack(errors)); // epoch by epoch
        if (part.member->givesNeighbours)
            addNeighbours(part, trained, tensors, asked, rowsOf(learnt));
    }

    static torch::Tensor activations(const TrainedModel& trained, const SegmentTensors& segments)
    {
        std::vector<torch::Tensor> parts;
        segments.each()([&](const ModalityBatch& batch) {
            if (const auto fused = fusionActivations(trained, batch, 0))
                parts.push_back(fused->values.detach());
        });
        return parts.empty() ? torch::zeros({segments.size(), 1}, torch::kFloat64) : torch::cat(parts);
    }

    /// Mean and deviation of the labels of the nearest segments that the model learnt from, and which these
    /// are. @param places  of those that it learnt from
    static void addNeighbours(Part& part, const TrainedModel& trained, const SegmentTensors& learnt,
                              const SegmentTensors& asked, const torch::Tensor& places)
    {
        torch::Tensor known, wanted;
        {
            const torch::AutoGradMode withGradient(true);
            known = activations(trained, learnt);
            wanted = activations(trained, asked);
        }
        const std::int64_t count = std::min(kNeighbours, known.size(0));
        const auto nearest = torch::cdist(wanted, known).topk(count, 1, /*largest=*/false);
        const torch::Tensor labels = learnt.targets.index_select(0, std::get<1>(nearest).flatten())
                                         .reshape({-1, count, learnt.targets.size(1)});
        part.said["neighbours"] = tensorOf(labels.mean(1));
        part.said["neighbour_deviations"] = tensorOf(labels.std(1, /*unbiased=*/false).mean(1));
        const torch::Tensor first = std::get<1>(nearest).narrow(1, 0, std::min(kNamedNeighbours, count));
        part.said["nearest"] = tensorOf(places.index_select(0, first.flatten()));
    }

    void collect()
    {
        const std::size_t count = m_segments.size();
        for (const MemberPlan& member : m_members)
            m_result.members.push_back({member.name, std::vector<double>(count * outputs()), member.only()});
        m_result.neighbours.resize(count * outputs());
        m_result.neighbourDeviations.resize(count);
        m_result.nearest.resize(count);
        m_result.errors.resize(count);
        for (const Part& part : m_parts) {
            const std::vector<std::size_t> places = segmentsOf(part.fold, true);
            const auto spread = [&](const char* name, std::vector<double>& values) {
                const auto found = part.said.find(name);
                if (found == part.said.end())
                    return;
                for (std::size_t i = 0; i < places.size(); ++i) {
                    for (std::size_t k = 0; k < outputs(); ++k)
                        values[places[i] * outputs() + k] = m_levels[k]
                            + m_scales[k] * static_cast<double>(found->second.values.at(i * outputs() + k));
                }
            };
            spread("predictions",
                   m_result.members[static_cast<std::size_t>(part.member - m_members.data())].values);
            spread("neighbours", m_result.neighbours);
            if (const auto found = part.said.find("neighbour_deviations"); found != part.said.end()) {
                for (std::size_t i = 0; i < places.size(); ++i)
                    m_result.neighbourDeviations[places[i]]
                        = meanScale() * static_cast<double>(found->second.values.at(i));
            }
            if (const auto nearest = part.said.find("nearest"); nearest != part.said.end())
                takeNearest(nearest->second, places);
        }
        collectErrors();
    }

    void takeNearest(const Tensor& nearest, const std::vector<std::size_t>& places)
    {
        const std::size_t each = places.empty() ? 0 : nearest.values.size() / places.size();
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t k = 0; k < each; ++k)
                m_result.nearest[places[i]].push_back(static_cast<std::size_t>(nearest.values[i * each + k]));
        }
    }

    /// The mean over the models that tell errors, as long as the one that was trained longest.
    void collectErrors()
    {
        std::size_t epochs = 0;
        std::map<std::size_t, double> models; // by fold
        for (const Part& part : m_parts) {
            const auto errors = part.said.find("errors");
            const std::size_t count = segmentsOf(part.fold, true).size();
            if (errors == part.said.end() || count == 0)
                continue;
            epochs = std::max(epochs, errors->second.values.size() / count);
            models[part.fold] += 1.0;
        }
        for (std::vector<double>& errors : m_result.errors)
            errors.assign(epochs, 0.0);
        for (const Part& part : m_parts) {
            const auto errors = part.said.find("errors");
            const std::vector<std::size_t> places = segmentsOf(part.fold, true);
            if (errors == part.said.end() || places.empty())
                continue;
            const std::size_t known = errors->second.values.size() / places.size();
            for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
                for (std::size_t i = 0; i < places.size(); ++i)
                    m_result.errors[places[i]][epoch]
                        += meanScale() / models[part.fold]
                        * static_cast<double>(
                               errors->second.values[std::min(epoch, known - 1) * places.size() + i]);
            }
        }
    }

    const OutOfFoldSettings m_settings;
    const RunContext& m_run;
    FoldData m_segments; ///< with scaled labels
    std::vector<double> m_levels, m_scales; ///< of each column of what is learnt
    std::vector<MemberPlan> m_members;
    std::array<torch::Tensor, allModalities.size()> m_summaries;
    std::string m_identity;
    std::vector<Part> m_parts;
    OutOfFold m_result;
};

}

OutOfFold trainOutOfFold(const FoldData& segments, const OutOfFoldSettings& settings,
                         const std::string& where, const RunContext& run)
{
    return Ensemble(segments, settings, where, run).all();
}

TrainedShare trainShareOutOfFold(const FoldData& segments, const OutOfFoldSettings& settings, Share share,
                                 const std::string& where, const RunContext& run)
{
    return Ensemble(segments, settings, where, run).share(share);
}

}
