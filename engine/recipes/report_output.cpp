#include "engine/recipes/report_output.h"

#include "engine/recipes/recipe_writer.h"

namespace engine {

namespace {

nlohmann::json asJson(const SequenceAlignment& sequence)
{
    nlohmann::json dropped = nlohmann::json::object();
    if (!sequence.outside.empty())
        dropped["outside"] = sequence.outside;
    if (!sequence.tooShort.empty())
        dropped["too_short"] = sequence.tooShort;
    if (!sequence.notNumbers.empty())
        dropped["not_a_number"] = sequence.notNumbers;
    return {{"rows", sequence.rows},
            {"rows_per_target", sequence.rowsPerTarget},
            {"coverage_s", sequence.coverageSeconds},
            {"in_several_targets", sequence.receivedTwice},
            {"dropped_rows", dropped}};
}

nlohmann::json asJson(const AlignmentReport& report)
{
    nlohmann::json sequences = nlohmann::json::object();
    for (const auto& [key, sequence] : report.sequences)
        sequences[key] = asJson(sequence);
    return {{"targets", report.targets},
            {"target_s", report.targetSeconds},
            {"skipped_targets", report.skippedTargets},
            {"sequences", sequences}};
}

}

ReportOutput::ReportOutput(const RecipePlan& plan) : m_json({{"steps", nlohmann::json::array()}})
{
    for (const RecipeStep& step : plan.steps) {
        nlohmann::json entry{{"op", name(step)}};
        if (const auto* align = std::get_if<AlignStep>(&step)) {
            entry["reference"] = referenceJson(align->reference);
            entry["videos"] = nlohmann::json::object();
        }
        m_json["steps"].push_back(std::move(entry));
    }
}

void ReportOutput::take(const VideoResult& result)
{
    for (std::size_t i = 0; i < result.reports.size(); ++i) {
        const StepReport& report = result.reports[i];
        nlohmann::json& step = m_json["steps"][i];
        std::vector<std::string> missing = report.missingIn;
        missing.insert(missing.end(), report.alignment.missingIn.begin(), report.alignment.missingIn.end());
        if (!missing.empty())
            step["dropped_videos"][result.part.video] = missing;
        else if (!report.alignment.sequences.empty())
            step["videos"][result.part.video] = asJson(report.alignment);
        if (!report.lackingParticipants.empty())
            step["lacking_participants"][result.part.video] = report.lackingParticipants;
        for (const auto& [id, lacking] : report.dropped)
            step["dropped_ids"][id] = lacking;
        if (!report.filled.empty())
            step["filled_rows"][result.part.video] = report.filled;
    }
}

}
