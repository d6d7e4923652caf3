#include "widgets/tracks/synchrony_content.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/synchrony_track.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kFoundAt = 0.05; ///< q

}

std::optional<std::size_t> SynchronyContent::rowAt(double seconds) const
{
    const double place = (seconds - start - window / 2) / hop;
    if (!(place >= -0.5) || !(place < static_cast<double>(rows()) - 0.5))
        return std::nullopt;
    return static_cast<std::size_t>(std::lround(std::max(place, 0.0)));
}

bool SynchronyContent::isFound(std::size_t row) const
{
    return synchrony->chance && row < synchrony->chance->qRows.size()
        && synchrony->chance->qRows[row] <= kFoundAt;
}

/// The peak of the smoothed row, else its greatest cell.
std::optional<engine::LagPeak> SynchronyContent::bestOf(std::size_t row) const
{
    const engine::LagMatrix& matrix = synchrony->matrix;
    std::optional<engine::LagPeak> best;
    for (std::size_t column = 0; column < matrix.columns; ++column) {
        const double r = matrix.at(row, column);
        if (!std::isnan(r) && (!best || r > best->r))
            best = engine::LagPeak{synchrony->lags[column], r};
    }
    if (best && row < synchrony->peaks.size() && synchrony->peaks[row])
        best->lag = synchrony->peaks[row]->lag;
    return best;
}

QString SynchronyContent::leaderAt(double lag) const
{
    const std::size_t lags = synchrony ? synchrony->lags.size() : 0;
    const double step = lags > 1 ? std::abs(synchrony->lags[1] - synchrony->lags[0]) : 0.0;
    if (std::abs(lag) <= step / 2)
        return SynchronyTrack::tr("together");
    return SynchronyTrack::tr("%1 comes first").arg(lag > 0 ? first : second);
}

QString SynchronyContent::summary() const
{
    const QString who = SynchronyTrack::tr("%1 · %2, %3").arg(signal, first, second);
    if (!synchrony) {
        const QString state = isComputing ? SynchronyTrack::tr("is being computed…")
            : reason.isEmpty()            ? SynchronyTrack::tr("too short to tell")
                                          : SynchronyTrack::tr("cannot be told: %1").arg(reason);
        return QStringLiteral("%1  %2").arg(who, state);
    }
    QString figures = SynchronyTrack::tr("r %1 at %2 s (%3)")
                          .arg(boundedNumber(synchrony->strengthR, 2), signedNumber(synchrony->lag, 1),
                               leaderAt(synchrony->lag));
    if (synchrony->chance)
        figures = SynchronyTrack::tr("%1, p %2").arg(figures, chanceNumber(synchrony->chance->pStrength));
    else if (isChanceComing)
        figures = SynchronyTrack::tr("%1, chance is being computed…").arg(figures);
    else if (chance == engine::SurrogateKind::Pseudo)
        figures = SynchronyTrack::tr("%1, no chance: too few people in other conversations").arg(figures);
    return QStringLiteral("%1  %2").arg(who, figures);
}

}
