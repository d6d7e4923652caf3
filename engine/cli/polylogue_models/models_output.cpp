#include "engine/cli/polylogue_models/models_output.h"

#include "engine/core/json_text.h"
#include "engine/core/terminal_text.h"
#include "engine/parts/installed_part.h"
#include "engine/training/data/task.h"
#include "engine/training/run/span_scores.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

void printReport(const Report& report, bool json, int decimals)
{
    if (!json) {
        fmt::print("{}", terminalLines(textTable(report, decimals)));
        return;
    }
    const nlohmann::json last = heldOutResult(report);
    std::set<std::pair<std::string, std::string>> told;
    for (const ReportRow& row : report) {
        if (!told.emplace(row.modalities, row.fold).second)
            continue;
        if (const nlohmann::json result = resultOf(report, row.fold, row.modalities); result != last)
            fmt::print("{}\n", jsonText(result));
    }
    fmt::print("{}\n", jsonText(last));
}

void printNotes(const std::vector<std::string>& notes)
{
    for (const std::string& note : notes)
        fmt::print(stderr, "note: {}\n", terminalLines(note));
}

void printCautions(const ModelCard& card)
{
    if (card.learntFrom && card.learntFrom->who == Who::Drawn)
        printNotes({"the model learnt from drawn speakers: it says nothing about real people"});
    if (!asksParts(card))
        return;
    const Installation installed = Installation::ofThisProgram();
    for (const auto& [part, lost] : {std::pair{kExpressionPart, "faces say nothing"},
                                     {kArousalPart, "voices say nothing"},
                                     {kValencePart, "words say nothing"}}) {
        if (!hasPart(installed, part))
            printNotes(
                {fmt::format("the part {} is not installed (package polylogue-parts): {}", part, lost)});
    }
}

void printNotes(const FeatureData& data, const ModelCard& card)
{
    if (!data.labelNames.empty() && areRenamed(card.labels, data.labelNames))
        fmt::print(stderr, "note: the labels are called {}; columns count as the model's\n",
                   terminalText(fmt::format("{}", fmt::join(data.labelNames, ", "))));
    printNotes(data.notes);
}

}
