#pragma once

#include "engine/conversations/turn_summary.h"
#include "engine/synchrony/lead_lag.h"
#include "engine/synchrony/synchrony.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

namespace engine::cli {

/// A figure of a measure of conversations; null where there is none.
inline nlohmann::json numberOrNull(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}
inline nlohmann::json numberOrNull(const std::optional<double>& value)
{
    return value ? numberOrNull(*value) : nlohmann::json();
}
nlohmann::json numbersOrNull(std::span<const double> values);

/// One direction of lead and lag; null where there is none.
nlohmann::json leadJson(const std::optional<LeadLag>& found);

nlohmann::json summaryJson(const TurnSummary& summary);

/// `ipus`, `turns`, `transitions`, `participants`, `summary`.
nlohmann::json turnsJson(std::span<const Speaker> speakers, const TakenTurns& taken,
                         const ConversationFigures& figures);

/// The figures of a synchrony; those of chance only where there are enough surrogates.
nlohmann::json synchronyJson(const Synchrony& found);

}
