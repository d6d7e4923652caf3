#include "engine/training/run/trainer.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/torch_seed.h"
#include "engine/models/weights.h"
#include "engine/training/parallel/shared_learning.h"
#include "engine/training/run/checkpoint.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

using Clock = std::chrono::steady_clock;

NamedTensors copyOfState(const FusionModel& model)
{
    NamedTensors copy;
    for (const auto& [name, tensor] : stateOf(model))
        copy.emplace(name, tensor.detach().clone());
    return copy;
}

/// One training, from its beginning or from a checkpoint to its end.
class Training {
public:
    Training(FusionModel& model, const SegmentTensors& training, const SegmentTensors& validation,
             const TrainingTask& task, const TrainingSettings& settings, const TrainingHooks& hooks,
             const RunContext& run)
        : m_model(model)
        , m_training(training)
        , m_validation(validation)
        , m_task(task)
        , m_settings(settings)
        , m_hooks(hooks)
        , m_run(run)
        , m_optimiser(model, optimiserSettings(settings))
        , m_seed(settings.seed)
    {
        m_state.random.seed(settings.seed);
        if (hooks.resume && std::filesystem::exists(hooks.checkpoint))
            m_state = readCheckpoint(hooks.checkpoint, model, m_optimiser, hooks.identity);
        m_state.stage = hooks.stage;
        if (hooks.workers)
            m_shared.emplace(*hooks.workers, model, m_optimiser, settings.seed);
    }

    TrainingHistory toItsEnd()
    {
        const auto epochs = static_cast<std::size_t>(m_settings.epochs);
        const std::size_t already = m_state.epoch();
        const Clock::time_point start = Clock::now();
        while (!isOver()) {
            tick();
            const Clock::time_point epochStart = Clock::now();
            const double rate = m_settings.schedule.warmUp > 0.0
                ? batchRateFactor(m_settings.schedule,
                                  static_cast<double>(m_state.epoch()) / static_cast<double>(epochs))
                : rateFactor(m_settings.schedule, m_state.history.watched, m_settings.epochs,
                             m_settings.minDelta);
            m_optimiser.setRate(rate);
            learn();
            validate();
            const auto done = m_state.epoch();
            const std::chrono::duration<double> spent = Clock::now() - start,
                                                last = Clock::now() - epochStart;
            tell(rate, last.count(),
                 spent.count() / static_cast<double>(done - already) * static_cast<double>(epochs - done));
            if (m_hooks.learnt)
                m_hooks.learnt(done, outputsOf(m_model, m_training));
            // told first: what is told of an epoch whose checkpoint is lost is told again
            if (isOver() || static_cast<std::int64_t>(done) % m_hooks.checkpointEvery == 0)
                save();
        }
        loadState(m_model, m_state.best, "best epoch");
        m_model.eval();
        return m_state.history;
    }

private:
    bool isOver() const
    {
        const std::size_t done = m_state.epoch();
        return done >= static_cast<std::size_t>(m_settings.epochs)
            || (done > 0
                && done - 1 - m_state.history.bestEpoch >= static_cast<std::size_t>(m_settings.patience));
    }

    /// Between two epochs.
    void tick()
    {
        try {
            if (m_shared)
                m_shared->agree(m_state.epoch(), m_state.position, m_run.stop.stop_requested());
            if (m_shared && m_shared->stops())
                throw Cancelled();
            const RunContext own{m_shared ? std::stop_token() : m_run.stop, m_run.progress};
            own.tick(m_state.epoch(), static_cast<std::size_t>(m_settings.epochs));
        } catch (const Cancelled&) {
            if (m_state.epoch() > 0) // before that there is nothing to lose
                save();
            throw;
        }
    }

    bool isFirst() const { return !m_shared || m_shared->isFirst(); }

    /// Of several workers none stops alone.
    bool stops() const { return m_shared ? m_shared->stops() : m_run.stop.stop_requested(); }

    void save() const
    {
        if (!m_hooks.checkpoint.empty() && isFirst())
            writeCheckpoint(m_hooks.checkpoint, m_model, m_optimiser, m_state, m_hooks.identity,
                            m_hooks.card);
    }

    /// What is left of one pass over the training segments in random order.
    void learn()
    {
        m_model.train();
        if (m_state.order.empty()) {
            m_state.order.resize(static_cast<std::size_t>(m_training.size()));
            std::iota(m_state.order.begin(), m_state.order.end(), 0);
            shuffleAsPublished(m_state.order, m_state.random);
            m_state.position = 0;
            m_state.lossSum = 0.0;
        }
        for (const auto& [first, last] :
             batchBounds(m_state.order.size(), static_cast<std::size_t>(m_settings.batch))) {
            if (first < m_state.position)
                continue;
            if (stops()) {
                save();
                throw Cancelled();
            }
            if (m_settings.schedule.warmUp > 0.0)
                m_optimiser.setRate(batchRateFactor(m_settings.schedule, progress(first)));
            learnFrom(first, last);
            if (m_run.progress) // of all epochs: the caller divides
                m_run.progress(progress(last));
        }
    }

    /// The share of all epochs that is done when `segments` of this one are.
    double progress(std::size_t segments) const
    {
        return (static_cast<double>(m_state.epoch())
                + static_cast<double>(segments) / static_cast<double>(m_state.order.size()))
            / static_cast<double>(m_settings.epochs);
    }

    void learnFrom(std::size_t first, std::size_t last)
    {
        const auto [ownFirst, ownLast] = m_shared ? m_shared->ownPart(first, last) : std::pair(first, last);
        double loss = 0.0;
        try {
            if (m_shared)
                m_shared->seed(m_state.epoch(), first);
            if (m_shared && m_state.position == 0 && m_state.epoch() == 0)
                noteWhatIsWhole(first, last);
            if (ownFirst < ownLast) {
                torch::Tensor objective = objectiveOf(ownFirst, ownLast, first, last);
                if (m_shared)
                    objective = objective * shareOf(ownFirst, ownLast, first, last);
                objective.backward();
                loss = objective.item<double>();
                if (m_shared)
                    m_shared->refuseMemory();
            }
        } catch (const c10::Error& error) {
            if (ownLast - ownFirst == 1)
                throw ShapeError("bad_batch",
                                 "The model normalises over the segments of a batch, which takes at least 2; "
                                 "training.batch gives it 1.");
            throw ShapeError("bad_batch",
                             "The model cannot learn from a batch of " + std::to_string(ownLast - ownFirst)
                                 + " segments: " + error.what_without_backtrace());
        }
        if (m_shared)
            loss = m_shared->gather(loss, shareOf(ownFirst, ownLast, first, last),
                                    m_run.stop.stop_requested());
        if (!std::isfinite(loss))
            throw Error(
                "diverged",
                "The loss is no number any more in epoch " + std::to_string(m_state.epoch() + 1)
                    + ": features or labels may be too large, or the learning rate (training.lr) is.");
        m_optimiser.step();
        m_state.lossSum += loss * static_cast<double>(last - first);
        m_state.position = last;
    }

    static double shareOf(std::size_t ownFirst, std::size_t ownLast, std::size_t first, std::size_t last)
    {
        return static_cast<double>(ownLast - ownFirst) / static_cast<double>(last - first);
    }

    torch::Tensor rowsOf(std::size_t first, std::size_t last) const
    {
        return torch::tensor(
            std::vector<std::int64_t>(m_state.order.begin() + static_cast<std::ptrdiff_t>(first),
                                      m_state.order.begin() + static_cast<std::ptrdiff_t>(last)),
            torch::kInt64);
    }

    /// The objective of the segments from `first` to `last` of the order, which are a part of a batch, or all
    /// of it.
    torch::Tensor objectiveOf(std::size_t first, std::size_t last, std::size_t wholeFirst,
                              std::size_t wholeLast)
    {
        const torch::Tensor rows = rowsOf(first, last);
        ModalityBatch batch = m_training.batch(rows, SegmentTensors::Use::Learning);
        if (last - first < wholeLast - wholeFirst)
            padAs(batch, m_training.inputs, rowsOf(wholeFirst, wholeLast));
        const torch::Tensor places = rows.to(m_training.inputs.lengths.device());
        const torch::Tensor targets
            = m_training.targets.defined() ? m_training.targets.index_select(0, places) : torch::Tensor();
        const TrainingStep step{batch,
                                targets,
                                places,
                                m_training.size(),
                                static_cast<std::int64_t>(m_state.epoch()),
                                m_task.loss,
                                m_settings.epochs};
        return m_task.objective ? m_task.objective(step) : m_model.objective(step);
    }

    /// Says so where workers do not learn what one process learns, as the objective looks at a batch as a
    /// whole. It is measured on the first batch, without what is drawn at random.
    void noteWhatIsWhole(std::size_t first, std::size_t last)
    {
        if (!isFirst() || !m_hooks.note)
            return;
        const TorchSeed apart(m_settings.seed);
        const torch::NoGradGuard noGradient;
        m_model.eval();
        const double whole = objectiveOf(first, last, first, last).item<double>();
        double sum = 0.0;
        for (std::size_t rank = 0; rank < m_shared->workers(); ++rank) {
            const auto [begin, end] = m_shared->part(first, last, rank);
            if (begin < end)
                sum += objectiveOf(begin, end, first, last).item<double>() * shareOf(begin, end, first, last);
        }
        m_model.train();
        constexpr double ofSums = 5e-6; // more than what the order of sums changes
        if (std::abs(whole - sum) > ofSums * std::max(1.0, std::abs(whole)))
            m_hooks.note(
                "the objective of this model looks at a batch as a whole, and each worker at its part of "
                "it: they learn something else than one process does from the same batches");
        else if (m_shared->hasNorms())
            m_hooks.note(
                "this model normalises over the segments of a batch, and each worker over its part of "
                "it: they learn something else than one process does from the same batches");
    }

    void validate()
    {
        TrainingHistory& history = m_state.history;
        history.trainingLoss.push_back(m_state.lossSum / static_cast<double>(m_state.order.size()));
        m_state.order.clear();
        const torch::NoGradGuard noGradient;
        if (isFirst())
            measure();
        else
            takeNone();
        if (m_shared)
            m_shared->takeFigures(history.validationLoss.back(), history.watched.back());
        if (history.watched.size() == 1
            || history.watched.back() < history.watched[history.bestEpoch] - m_settings.minDelta) {
            history.bestEpoch = history.watched.size() - 1;
            m_state.best = copyOfState(m_model);
        }
    }

    /// Places for the figures that the first worker measures.
    void takeNone()
    {
        m_state.history.validationLoss.push_back(0.0);
        m_state.history.watched.push_back(0.0);
    }

    /// What decides which epoch is best.
    void measure()
    {
        TrainingHistory& history = m_state.history;
        if (m_task.validation) {
            m_model.eval();
            history.validationLoss.push_back(m_task.validation());
            history.watched.push_back(m_task.ownFigure ? m_task.ownFigure() : history.validationLoss.back());
            return;
        }
        const torch::Tensor outputs = outputsOf(m_model, m_validation);
        history.validationLoss.push_back(m_task.loss(outputs, m_validation.targets).item<double>());
        history.watched.push_back(m_task.watched ? m_task.watched(outputs) : history.validationLoss.back());
    }

    void tell(double rate, double seconds, double secondsLeft) const
    {
        const TrainingHistory& history = m_state.history;
        if (m_hooks.epochDone)
            m_hooks.epochDone({m_state.epoch(), static_cast<std::size_t>(m_settings.epochs),
                               history.trainingLoss.back(), history.validationLoss.back(),
                               m_task.isWatchedNegated ? -history.watched.back() : history.watched.back(),
                               history.bestEpoch + 1, rate * m_settings.learningRate, seconds,
                               isOver() ? 0.0 : secondsLeft, m_hooks.stageName});
    }

    FusionModel& m_model;
    const SegmentTensors& m_training;
    const SegmentTensors& m_validation;
    const TrainingTask& m_task;
    const TrainingSettings& m_settings;
    const TrainingHooks& m_hooks;
    const RunContext& m_run;
    FlatOptimiser m_optimiser;
    std::optional<SharedLearning> m_shared; ///< of several workers
    TorchSeed m_seed; ///< of what a model draws while it learns
    TrainingState m_state;
};

}

std::vector<std::pair<std::size_t, std::size_t>> batchBounds(std::size_t count, std::size_t size)
{
    std::vector<std::pair<std::size_t, std::size_t>> bounds;
    for (std::size_t first = 0; first < count; first += size)
        bounds.emplace_back(first, std::min(first + size, count));
    if (bounds.size() > 1 && bounds.back().second - bounds.back().first == 1) {
        bounds.pop_back();
        bounds.back().second = count;
    }
    return bounds;
}

namespace {

/// All rows of batches; where they have more axes than row and output (turns), zeros behind, as many as the
/// longest batch has.
torch::Tensor joinedRows(std::vector<torch::Tensor> batches)
{
    for (std::int64_t axis = 1; axis + 1 < batches.front().dim(); ++axis) {
        std::int64_t longest = 0;
        for (const torch::Tensor& batch : batches)
            longest = std::max(longest, batch.size(axis));
        for (torch::Tensor& batch : batches) {
            std::vector<std::int64_t> padding(static_cast<std::size_t>(2 * (batch.dim() - axis)));
            padding.back() = longest - batch.size(axis);
            if (padding.back() > 0)
                batch = torch::constant_pad_nd(batch, padding);
        }
    }
    return torch::cat(batches);
}

}

torch::Tensor outputsOf(FusionModel& model, const SegmentTensors& segments, const std::string& side)
{
    const std::int64_t rowsPerBatch = segments.rowsTogether();
    model.eval();
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> outputs;
    for (std::int64_t first = 0; first < segments.size(); first += rowsPerBatch) {
        const FusionOutput output
            = model.forward(segments.range(first, std::min(first + rowsPerBatch, segments.size())));
        outputs.push_back(side.empty() ? output.prediction : output.outputs.at(side));
    }
    return joinedRows(std::move(outputs));
}

TrainingHistory train(FusionModel& model, const SegmentTensors& training, const SegmentTensors& validation,
                      const TrainingTask& task, const TrainingSettings& settings, const TrainingHooks& hooks,
                      const RunContext& run)
{
    if (training.size() < 2 || validation.size() == 0)
        throw ShapeError(
            "too_few_segments",
            "Training needs two labelled segments to learn from and one to validate with; of models of "
            "conversations, two conversations and one.");
    return Training(model, training, validation, task, settings, hooks, run).toItsEnd();
}

}
