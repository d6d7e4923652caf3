#include "engine/training/run/trainer.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/torch_seed.h"
#include "engine/models/weights.h"
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
    void tick() const
    {
        try {
            m_run.tick(m_state.epoch(), static_cast<std::size_t>(m_settings.epochs));
        } catch (const Cancelled&) {
            if (m_state.epoch() > 0) // before that there is nothing to lose
                save();
            throw;
        }
    }

    void save() const
    {
        if (!m_hooks.checkpoint.empty())
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
            if (m_run.stop.stop_requested()) {
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
        const torch::Tensor rows = torch::tensor(
            std::vector<std::int64_t>(m_state.order.begin() + static_cast<std::ptrdiff_t>(first),
                                      m_state.order.begin() + static_cast<std::ptrdiff_t>(last)),
            torch::kInt64);
        const ModalityBatch batch = m_training.batch(rows, SegmentTensors::Use::Learning);
        const torch::Tensor places = rows.to(m_training.inputs.lengths.device());
        const torch::Tensor targets
            = m_training.targets.defined() ? m_training.targets.index_select(0, places) : torch::Tensor();
        double loss = 0.0;
        try {
            const TrainingStep step{batch,
                                    targets,
                                    places,
                                    m_training.size(),
                                    static_cast<std::int64_t>(m_state.epoch()),
                                    m_task.loss,
                                    m_settings.epochs};
            const torch::Tensor objective
                = m_task.objective ? m_task.objective(step) : m_model.objective(step);
            objective.backward();
            loss = objective.item<double>();
        } catch (const c10::Error& error) {
            if (last - first == 1)
                throw ShapeError("bad_batch",
                                 "The model normalises over the segments of a batch, which takes at least 2; "
                                 "training.batch gives it 1.");
            throw ShapeError("bad_batch",
                             "The model cannot learn from a batch of " + std::to_string(last - first)
                                 + " segments: " + error.what_without_backtrace());
        }
        if (!std::isfinite(loss))
            throw Error(
                "diverged",
                "The loss is no number any more in epoch " + std::to_string(m_state.epoch() + 1)
                    + ": features or labels may be too large, or the learning rate (training.lr) is.");
        m_optimiser.step();
        m_state.lossSum += loss * static_cast<double>(last - first);
        m_state.position = last;
    }

    void validate()
    {
        TrainingHistory& history = m_state.history;
        history.trainingLoss.push_back(m_state.lossSum / static_cast<double>(m_state.order.size()));
        m_state.order.clear();
        const torch::NoGradGuard noGradient;
        measure();
        if (history.watched.size() == 1
            || history.watched.back() < history.watched[history.bestEpoch] - m_settings.minDelta) {
            history.bestEpoch = history.watched.size() - 1;
            m_state.best = copyOfState(m_model);
        }
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
    return torch::cat(outputs);
}

TrainingHistory train(FusionModel& model, const SegmentTensors& training, const SegmentTensors& validation,
                      const TrainingTask& task, const TrainingSettings& settings, const TrainingHooks& hooks,
                      const RunContext& run)
{
    if (training.size() < 2 || validation.size() == 0)
        throw ShapeError("too_few_segments",
                         "Training needs two labelled segments to learn from and one to validate with.");
    return Training(model, training, validation, task, settings, hooks, run).toItsEnd();
}

}
