#include "engine/recipes/run_losses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

std::string lacking(const std::string& id, const std::vector<std::string>& sequences)
{
    return fmt::format("{}, missing in {}", id, fmt::join(sequences, ", "));
}

std::string counted(std::size_t count, std::string_view one)
{
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}

void RunLosses::Loss::add(std::size_t more, const std::string& example)
{
    if (count == 0)
        first = example;
    count += more;
}

RunLosses::RunLosses(const RecipePlan& plan)
{
    for (std::size_t step = 0; step < plan.steps.size(); ++step)
        m_steps.push_back({fmt::format("Step {} ({})", step + 1, name(plan.steps[step])), {}, {}, {}, {}});
}

void RunLosses::take(const VideoResult& result)
{
    const std::string& video = result.part.video;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const StepReport& report = result.reports[i];
        for (const auto& missing : {report.missingIn, report.alignment.missingIn}) {
            if (!missing.empty())
                m_steps[i].videos.add(1, lacking(video, missing));
        }
        if (!report.lackingParticipants.empty())
            m_steps[i].conversations.add(
                1, fmt::format("{}, without {}", video, fmt::join(report.lackingParticipants, ", ")));
        if (!report.dropped.empty())
            m_steps[i].ids.add(report.dropped.size(),
                               lacking(report.dropped.begin()->first, report.dropped.begin()->second));
        for (const auto& [key, rows] : report.alignment.rowsWithoutTimes)
            m_steps[i].rowsWithoutTimes[key].add(rows, video);
    }
}

std::vector<std::string> RunLosses::sentences() const
{
    std::vector<std::string> sentences;
    for (const OfStep& step : m_steps) {
        for (const auto& [loss, what] : {std::pair(&step.videos, "video"), std::pair(&step.ids, "id")}) {
            if (loss->count > 0)
                sentences.push_back(fmt::format("{} drops {} that a sequence lacks (such as {}).", step.name,
                                                counted(loss->count, what), loss->first));
        }
        if (step.conversations.count > 0)
            sentences.push_back(
                fmt::format("{} drops {} of conversations that lack a participant (such as {}).", step.name,
                            counted(step.conversations.count, "video"), step.conversations.first));
        for (const auto& [key, loss] : step.rowsWithoutTimes)
            sentences.push_back(
                fmt::format("{}: {} of {} (such as in {}) {} a time that is no number, and meet{} "
                            "nothing.",
                            step.name, counted(loss.count, "row"), key, loss.first,
                            loss.count == 1 ? "has" : "have", loss.count == 1 ? "s" : ""));
    }
    return sentences;
}

}
