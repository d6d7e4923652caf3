#include "engine/cli/option_tree.h"

#include "engine/core/json_text.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace engine::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The words between the braces of `TEXT:{a,b}`, as CLI::IsMember describes itself.
std::vector<std::string> choicesIn(const std::string& type)
{
    std::vector<std::string> choices;
    const std::size_t opens = type.find('{');
    const std::size_t closes = opens == std::string::npos ? opens : type.find('}', opens);
    if (closes == std::string::npos)
        return choices;
    std::size_t at = opens + 1;
    while (at < closes) {
        const std::size_t end = std::min(type.find(',', at), closes);
        choices.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return choices;
}

/// `TEXT`, `FILE`, `FOLDER`; of a number within bounds `INT 1…9`.
std::string valueIn(const std::string& type)
{
    if (type == "TEXT:FILE" || type == "TEXT:DIR")
        return type == "TEXT:DIR" ? "FOLDER" : "FILE";
    const std::string word = type.substr(0, type.find(':'));
    constexpr std::string_view opening = " in [";
    const std::size_t bounds = type.find(opening);
    const std::size_t end = bounds == std::string::npos ? bounds : type.find(']', bounds);
    if (end == std::string::npos)
        return word;
    std::string range = type.substr(bounds + opening.size(), end - bounds - opening.size());
    const std::string_view to = " - ";
    if (const std::size_t at = range.find(to); at != std::string::npos)
        range.replace(at, to.size(), "…");
    return word + " " + range;
}

std::vector<std::string> namesOfOptions(const std::set<CLI::Option*>& options)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : options)
        names.push_back(option->get_name());
    std::ranges::sort(names); // the set is ordered by address
    return names;
}

Json optionEntry(const CLI::Option& option)
{
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    if (option.get_positional() && names.empty())
        names.push_back(option.get_name(true));
    const bool isFlag = option.get_items_expected_max() == 0;
    const std::string type = isFlag ? std::string() : option.get_type_name();
    const auto named = [&](const char* what) { return type.find(what) != std::string::npos; };
    const char delimiter = option.get_delimiter();
    return {{"names", names},
            {"value", isFlag ? std::string() : valueIn(type)},
            {"help", option.get_description()},
            {"required", option.get_required()},
            {"several", !isFlag && option.get_expected_max() > 1},
            {"choices", choicesIn(type)},
            {"separator", delimiter == '\0' ? std::string() : std::string(1, delimiter)},
            {"files",
             named("DIR") && !named("FILE") ? "folder"
                 : named("FILE")            ? "file"
                                            : ""},
            {"needs", namesOfOptions(option.get_needs())},
            {"excludes", namesOfOptions(option.get_excludes())}};
}

/// Options and commands, those of groups without a name of their own among them. Of a group of which exactly
/// one option must be given, each names all: `one_of`.
void addContent(const CLI::App& program, Json& tree)
{
    std::vector<std::string> alternatives;
    if (program.get_name().empty() && program.get_require_option_min() == 1
        && program.get_require_option_max() == 1) {
        for (const CLI::Option* option : program.get_options()) {
            if (option != program.get_help_ptr())
                alternatives.push_back(option->get_name());
        }
    }
    for (const CLI::Option* option : program.get_options()) {
        if (option->get_group().empty() // CLI11 hides what is in no group
            || (program.get_name().empty() && option == program.get_help_ptr()))
            continue;
        Json entry = optionEntry(*option);
        entry["one_of"] = alternatives;
        tree[option->nonpositional() ? "options" : "arguments"].push_back(entry);
    }
    for (const CLI::App* inner : program.get_subcommands({})) {
        if (inner->get_name().empty())
            addContent(*inner, tree);
        else if (!inner->get_group().empty())
            tree["commands"].push_back(optionTree(*inner));
    }
}

}

Json optionTree(const CLI::App& program)
{
    Json tree{{"name", program.get_name()},     {"about", program.get_description()},
              {"footer", program.get_footer()}, {"options", Json::array()},
              {"arguments", Json::array()},     {"commands", Json::array()}};
    addContent(program, tree);
    return tree;
}

bool printsOptionTree(const CLI::App& program, int argc, char** argv,
                      const std::function<void(Json& tree)>& change)
{
    if (argc != 2 || std::string_view(argv[1]) != "--option-tree")
        return false;
    Json tree = optionTree(program);
    if (change)
        change(tree);
    fmt::print("{}\n", jsonText(tree));
    return true;
}

}
