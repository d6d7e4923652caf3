#pragma once

#include "engine/models/flat_optimiser.h"
#include "engine/training/parallel/worker_group.h"

#include <utility>

namespace engine {

/// Pads the modalities of a batch with zeros to the steps of the longest of more segments, as these had in
/// one batch. @param rows  which of `all` these are, on the CPU
void padAs(ModalityBatch& batch, const ModalityBatch& all, const torch::Tensor& rows);

/// One worker's part in a training that several share: each learns from a part of every batch, and all make
/// the same step, by the mean of the gradients over the segments of the whole batch. So N workers learn what
/// one learns from the same batches, to the precision of sums, where the objective of a batch is the mean of
/// those of its segments and the model draws nothing at random. (Li et al., PyTorch Distributed: Experiences
/// on Accelerating Data Parallel Training, VLDB 2020.)
///
/// Means and variances that batch norms keep become the mean of those of the parts. What a model draws, each
/// worker but the first draws from a seed of its own for each batch, so that a training goes on after a
/// checkpoint as if it had not been interrupted.
class SharedLearning {
public:
    /// @throws as refuseMemory().
    SharedLearning(WorkerGroup& group, FusionModel& model, FlatOptimiser& optimiser, std::uint64_t seed);

    /// Some models have such values only once they have learnt from a batch.
    /// @throws FormatError (`bad_option`) for a model that keeps values from batch to batch.
    void refuseMemory() const;

    bool isFirst() const { return m_group.isFirst(); }
    bool hasNorms() const { return !m_norms.empty(); } ///< whether the model has batch norms
    std::size_t workers() const { return m_group.count(); }

    /// The part [first, last) of a batch that a worker learns from; may be empty, but not the first one's.
    /// Parts for batch norms have two segments at least.
    std::pair<std::size_t, std::size_t> part(std::size_t first, std::size_t last, std::size_t rank) const;
    std::pair<std::size_t, std::size_t> ownPart(std::size_t first, std::size_t last) const;

    /// From now on the model draws what this worker draws in this batch.
    void seed(std::size_t epoch, std::size_t first);

    /// Adds up the gradients, which each worker has of its part, weighted by the part's share of the batch.
    /// @param loss   of the part, weighted as well
    /// @param share  of the part in the batch
    /// @param stops  whether this worker is to stop
    /// @return the loss of the batch
    double gather(double loss, double share, bool stops);
    /// Whether one of the workers was to stop at the last gather() or agree().
    bool stops() const { return m_stops; }

    /// Between two epochs, when `position` segments of this one have been learnt from: all get the weights of
    /// the first, which another processor may have in other last digits. @throws Error (`other_state`) where
    /// a worker is at another place of the training.
    void agree(std::size_t epoch, std::size_t position, bool stops);
    /// All get the figures that the first one has.
    void takeFigures(double& loss, double& watched);

private:
    WorkerGroup& m_group;
    const FusionModel& m_model;
    FlatOptimiser& m_optimiser;
    std::uint64_t m_seed;
    std::vector<torch::Tensor> m_norms; ///< running means and variances
    bool m_stops = false;
};

}
