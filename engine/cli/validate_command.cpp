#include "engine/cli/cli_output.h"
#include "engine/cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/sequences/integrity.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

std::vector<Finding> findingsOf(const std::filesystem::path& path, Prober& prober)
{
    try {
        return checkIntegrity(*openProbed(path, prober));
    } catch (const Error& error) {
        return {{Finding::Severity::Invalid, error.code(), path.filename().string(), error.what()}};
    }
}

nlohmann::json asJson(const std::vector<Finding>& findings)
{
    nlohmann::json list = nlohmann::json::array();
    for (const Finding& finding : findings)
        list.push_back({{"severity", finding.severity == Finding::Severity::Invalid ? "invalid" : "warning"},
                        {"code", finding.code},
                        {"place", finding.place},
                        {"message", finding.message}});
    return list;
}

void print(const std::string& file, const std::vector<Finding>& findings)
{
    say(stdout, "{}: {}\n", file, verdict(findings));
    for (const Finding& finding : findings)
        say(stdout, "  {} {} ({}): {}\n",
            finding.severity == Finding::Severity::Invalid ? "invalid" : "warning", finding.place,
            finding.code, finding.message);
}

int validate(const std::vector<std::string>& files, bool json)
{
    const auto prober = makeProber();
    nlohmann::json report = nlohmann::json::object();
    bool allValid = true;
    for (const std::string& file : files) {
        const std::vector<Finding> findings = findingsOf(file, *prober);
        allValid = allValid && verdict(findings) != "invalid";
        if (json)
            report[file] = {{"verdict", verdict(findings)}, {"findings", asJson(findings)}};
        else
            print(file, findings);
    }
    if (json)
        fmt::print("{}\n", report.dump(2));
    return allValid ? 0 : 1;
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
