#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"

#include <array>
#include <fstream>
#include <memory>

namespace engine::cli {

namespace {

struct RunCaseArguments {
    std::filesystem::path file;
    std::filesystem::path out;
};

/// Each answers the cases that it knows.
constexpr std::array kRunners{&segmentCase, &wordsCase, &publishingCase, &ratersCase};

nlohmann::ordered_json caseOf(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be opened");
    nlohmann::ordered_json recorded
        = nlohmann::ordered_json::parse(stream, nullptr, /*allow_exceptions=*/false);
    if (!recorded.is_object())
        throw FormatError("data_invalid", file.string(),
                          "is not a recorded case: one JSON object is expected");
    return recorded;
}

/// The case for those that look fields up by name.
nlohmann::json sortedCase(const nlohmann::ordered_json& recorded)
{
    nlohmann::json sorted = recorded;
    if (recorded.contains("shares")) { // the order of shares decides ties
        for (const auto& [name, part] : recorded.at("shares").items())
            sorted["order_of_shares"].push_back(name);
    }
    return sorted;
}

CaseResult resultOf(const nlohmann::ordered_json& recorded)
{
    if (CaseResult result = conversationCase(recorded))
        return result;
    const nlohmann::json sorted = sortedCase(recorded);
    for (const auto runner : kRunners) {
        if (CaseResult result = runner(sorted))
            return result;
    }
    return std::nullopt;
}

int runCase(const RunCaseArguments& options)
{
    refuseInputsAsOutputs(std::array{options.file}, std::array{options.out});
    const nlohmann::ordered_json recorded = caseOf(options.file);
    try {
        if (const CaseResult result = resultOf(recorded)) {
            writeTextFile(options.out, jsonText(*result, 1) + "\n").commit();
            return 0;
        }
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("data_invalid", options.file.string(), error.what());
    }
    throw FormatError("unknown_case", options.file.string(),
                      "asks for nothing that is known: see `what` or `statistic`");
}

}

void addRunCase(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "run-case",
        "Run a recorded case of a statistic: what it asks, written in the form of what it expects.");
    auto options = std::make_shared<RunCaseArguments>();
    command->add_option("CASE", options->file, "the case (.json)")->required();
    command->add_option("--out", options->out, "where the result goes (.json)")->required();
    command->callback([&action, options] { action = [options] { return runCase(*options); }; });
}

}
