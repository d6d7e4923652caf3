#include "engine/cli/polylogue_cli/conversation_figures.h"

namespace engine::cli {

nlohmann::json numbersOrNull(std::span<const double> values)
{
    nlohmann::json list = nlohmann::json::array();
    for (const double value : values)
        list.push_back(numberOrNull(value));
    return list;
}

nlohmann::json leadJson(const std::optional<LeadLag>& found)
{
    if (!found)
        return {};
    return {{"order", found->order},
            {"F", found->f},
            {"df", {found->order, found->freedom}},
            {"p", found->chance},
            {"gain", found->gain}};
}

nlohmann::json summaryJson(const TurnSummary& summary)
{
    return {{"turns", summary.turns},
            {"transitions", summary.transitions},
            {"silence_share", summary.silenceShare},
            {"overlap_share", summary.overlapShare},
            {"fto_mean_s", numberOrNull(summary.ftoMean)},
            {"fto_median_s", numberOrNull(summary.ftoMedian)},
            {"fto_q25_s", numberOrNull(summary.ftoQuarter)},
            {"fto_q75_s", numberOrNull(summary.ftoThreeQuarters)},
            {"smooth_share", numberOrNull(summary.smoothShare)},
            {"overlap_transitions", summary.overlapTransitions},
            {"turns_per_minute", summary.turnsPerMinute},
            {"balance", numberOrNull(summary.balance)}};
}

namespace {

nlohmann::json participantJson(const ParticipantTurns& who)
{
    return {{"talk_s", who.talk},
            {"talk_share", numberOrNull(who.talkShare)},
            {"speaks_share", who.speaksShare},
            {"turns", who.turns},
            {"turn_median_s", numberOrNull(who.turnMedian)},
            {"response_median_s", numberOrNull(who.responseMedian)},
            {"backchannels", who.backchannels},
            {"attempts", who.attempts},
            {"interruptions", who.interruptions}};
}

}

nlohmann::json turnsJson(std::span<const Speaker> speakers, const TakenTurns& taken,
                         const ConversationFigures& figures)
{
    nlohmann::json json{{"ipus", nlohmann::json::array()},
                        {"turns", nlohmann::json::array()},
                        {"transitions", nlohmann::json::array()},
                        {"participants", nlohmann::json::object()},
                        {"summary", summaryJson(figures.summary)}};
    for (const SpeechStretch& one : taken.stretches)
        json["ipus"].push_back({{"participant", speakers[one.speaker].id},
                                {"start", one.start},
                                {"end", one.end},
                                {"kind", name(one.kind)}});
    for (const SpeakingTurn& turn : taken.turns)
        json["turns"].push_back({{"participant", speakers[turn.speaker].id},
                                 {"start", turn.start},
                                 {"end", turn.end},
                                 {"ipus", turn.stretches},
                                 {"pauses", turn.pauses}});
    for (const TurnTransition& move : taken.transitions)
        json["transitions"].push_back({{"from", speakers[move.from].id},
                                       {"to", speakers[move.to].id},
                                       {"at", move.at},
                                       {"fto", move.fto},
                                       {"kind", name(move.kind)}});
    for (std::size_t i = 0; i < speakers.size(); ++i)
        json["participants"][speakers[i].id] = participantJson(figures.participants[i]);
    return json;
}

nlohmann::json synchronyJson(const Synchrony& found)
{
    nlohmann::json json{{"defined", true},
                        {"rows", found.matrix.rows},
                        {"lag_s", found.lag},
                        {"strength_z", found.strengthZ},
                        {"strength_r", found.strengthR},
                        {"mean_abs_z", found.meanAbsZ},
                        {"surrogates", found.surrogates},
                        {"peaks", found.peakCount},
                        {"peak_mean_r", numberOrNull(found.peakMeanR)},
                        {"peak_lag_median_s", numberOrNull(found.peakLagMedian)},
                        {"first_leads", numberOrNull(found.firstLeads)},
                        {"second_leads", numberOrNull(found.secondLeads)}};
    if (!found.chance)
        return json;
    json["p_strength"] = found.chance->pStrength;
    json["p_mean_abs"] = found.chance->pMeanAbs;
    json["effect"] = numberOrNull(found.chance->effect);
    json["effect_mean_abs"] = numberOrNull(found.chance->effectMeanAbs);
    json["strip_chance_95"] = numberOrNull(found.chance->strip95);
    json["rows_found"] = found.chance->rowsFound;
    return json;
}

}
