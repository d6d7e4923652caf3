#pragma once

#include "engine/extraction/feature_sets.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace engine {

/// How far an extraction is, and how long it goes on: what steps are expected to take is put right by what
/// the same steps really took on this machine. Not thread-safe.
class ExtractionProgress {
public:
    /// @param threads  that work at once
    explicit ExtractionProgress(unsigned threads) : m_threads(threads) { }

    /// Steps that one thread does one after the other, each with the seconds of one core that are expected.
    /// @return the number by which the unit is known
    std::size_t add(const std::vector<std::pair<ExtractionStep, double>>& steps);
    /// A step goes on. @param seconds  since it began
    void reach(std::size_t unit, ExtractionStep step, double fraction, double seconds);
    /// A step is over. @param isMade  false: it was there before, or could not be made; its time says nothing
    void end(std::size_t unit, ExtractionStep step, double seconds, bool isMade);

    double overall() const; ///< 0…1, of the work that was expected
    /// Seconds until the end. Nothing as long as too little is done to tell.
    std::optional<double> left() const;

private:
    struct Step {
        double expected = 0.0;
        double fraction = 0.0; ///< done
        double seconds = 0.0; ///< that it took so far
    };
    /// Of all steps of a kind, in seconds that were expected, but for `spent`.
    struct Kind {
        double open = 0.0;
        double done = 0.0; ///< within `spent`
        double spent = 0.0;
    };
    double paceOf(ExtractionStep step) const;

    unsigned m_threads;
    std::vector<std::map<ExtractionStep, Step>> m_units;
    std::map<ExtractionStep, Kind> m_kinds;
    std::set<std::size_t> m_running; ///< units that began and are not over
    double m_expected = 0.0;
    double m_done = 0.0; ///< of the expected seconds, also those of what was there before
};

}
