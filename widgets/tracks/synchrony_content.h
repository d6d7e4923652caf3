#pragma once

#include "engine/synchrony/synchrony.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace widgets {

/// How two people of a conversation go together, in the time of the timeline.
struct SynchronyContent {
    QString first; ///< a name; positive lags: that person comes first
    QString second;
    QString signal; ///< `smile`; of two different ones both: `smile, loudness`
    std::shared_ptr<const engine::Synchrony> synchrony; ///< null: undefined, or not known yet
    QString reason; ///< why it is undefined, a sentence; may be empty
    double start = 0.0; ///< seconds: where the window of row 0 begins
    double hop = 1.0; ///< seconds from one row to the next, above 0
    double window = 8.0; ///< seconds of each row
    engine::SurrogateKind chance = engine::SurrogateKind::Shift;
    bool isComputing = false; ///< the synchrony, or a newer one, is on its way
    bool isChanceComing = false; ///< only chance is not known yet

    double middleOf(std::size_t row) const { return start + hop * static_cast<double>(row) + window / 2; }
    std::size_t rows() const { return synchrony ? synchrony->matrix.rows : 0; }
    /// The row whose middle is nearest to a time; absent: none lies there.
    std::optional<std::size_t> rowAt(double seconds) const;
    /// Whether the row's largest r is more than chance: q ≤ 0.05. @param row  below rows()
    bool isFound(std::size_t row) const;
    /// Where the row is highest; absent where no cell has a value. @param row  below rows()
    std::optional<engine::LagPeak> bestOf(std::size_t row) const;
    /// `Ada comes first`, `together`
    QString leaderAt(double lag) const;
    /// `smile · Ada, Bert  r .31 at +0.6 s (Ada comes first), p .005`
    QString summary() const;

    friend bool operator==(const SynchronyContent&, const SynchronyContent&) = default;
};

}
