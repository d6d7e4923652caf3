#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/each_file.h"
#include "engine/cli/polylogue_cli/packed_info.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/sequences/integrity.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine::cli {

namespace {

/// What cannot be used of a file of packed segments.
std::vector<Finding> findingsOfPacked(const std::filesystem::path& path, Prober& prober)
{
    std::vector<Finding> findings;
    const auto file = openPacked(path, prober);
    for (const std::string& note : file->notes())
        findings.push_back({Finding::Severity::Warning, "not_shown", path.filename().string(), note});
    file->check();
    return findings;
}

std::vector<Finding> findingsOf(const std::filesystem::path& path, Prober& prober)
{
    try {
        if (isPackedFile(path))
            return findingsOfPacked(path, prober);
        return checkIntegrity(*openProbed(path, prober));
    } catch (const Error& error) {
        return {{Finding::Severity::Invalid, error.code(), path.filename().string(), error.what()}};
    }
}

bool isMissingMetadata(const Finding& finding)
{
    return finding.code == "metadata_missing";
}

nlohmann::json asJson(const std::vector<Finding>& findings)
{
    nlohmann::json list = nlohmann::json::array();
    for (const Finding& finding : findings)
        list.push_back({{"severity", name(finding.severity)},
                        {"code", finding.code},
                        {"place", finding.place},
                        {"message", finding.message}});
    return list;
}

void print(const std::string& file, const std::vector<Finding>& findings)
{
    say(stdout, "{}: {}\n", file, verdict(findings));
    const auto missing = std::ranges::count_if(findings, isMissingMetadata);
    for (const Finding& finding : findings) {
        if (missing < 2 || !isMissingMetadata(finding))
            say(stdout, "  {} {} ({}): {}\n", name(finding.severity), finding.place, finding.code,
                finding.message);
    }
    if (missing >= 2) // behind the others, which they would bury
        say(stdout,
            "  warning {} (metadata_missing): {} fields of the metadata are missing; info names them.\n",
            std::filesystem::path(file).filename().string(), missing);
}

int validate(const std::vector<std::string>& files, bool json)
{
    const auto prober = makeProber();
    return describeEach(files, json, [&](const std::string& file, nlohmann::json* report) {
        const std::vector<Finding> findings = findingsOf(file, *prober);
        if (report)
            *report = {{"verdict", verdict(findings)}, {"findings", asJson(findings)}};
        else
            print(file, findings);
        return verdict(findings) != "invalid";
    });
}

}

void addValidate(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> files;
        bool json = false;
    };
    auto* command = program.add_subcommand("validate",
                                           "Checks files by the integrity rules and lists every violation.");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->files, "computational sequences (.csd)")->required();
    command->add_flag("--json", options->json, "for machines");
    command->callback(
        [options, &action] { action = [options] { return validate(options->files, options->json); }; });
}

}
