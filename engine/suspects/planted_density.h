#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How much denser errors that were planted are at a place of a queue than all segments are. The head of the
/// queue is at 0, its end at 1; what is denser behind than before is levelled, so it never rises.
class PlantedDensity {
public:
    /// @param places    of the planted ones in the queue of the others, 0…1
    /// @param weights   how much each counts
    /// @param segments  in the queue: of fewer it is seen less finely
    /// @throws ShapeError (`row_mismatch`) when there are not as many weights as places.
    PlantedDensity(std::span<const double> places, std::span<const double> weights, std::size_t segments);

    double at(double place) const;

    /// The largest share of errors that leaves no part of the queue's head with more errors than segments
    /// (Blanchard, Lee and Scott, JMLR 2010).
    double most() const;

private:
    void flatten(const std::vector<double>& sums);

    std::size_t m_segments;
    std::vector<double> m_edges, m_values; ///< parts of the queue, narrow at its head
};

}
