#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace engine::cli {

/// What `--help` of a program and of its commands says, for scripts/manuals.py, which makes manual pages and
/// completion of that: `{"name", "about", "footer", "options", "arguments", "commands"}`. An option has
/// `{"names", "value", "help", "required", "several", "choices", "separator", "files", "needs", "excludes",
/// "one_of"}`: `value` is what follows (`TEXT`; empty for a flag), `files` is `file`, `folder`, or empty. An
/// argument has the name of its place as the only one of its `names`. What `--help` does not show is left
/// out.
nlohmann::ordered_json optionTree(const CLI::App& program);

/// Prints the tree and returns true, when the only argument is `--option-tree`, which is no option that
/// `--help` names.
/// @param change  what is added to the tree before
bool printsOptionTree(const CLI::App& program, int argc, char** argv,
                      const std::function<void(nlohmann::ordered_json& tree)>& change = {});

}
