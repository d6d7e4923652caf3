#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/sequences/metadata_edit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

struct EditMetadataOptions {
    std::string file;
    std::vector<std::string> fields;
    std::string out;
};

/// `contact="me@here"`: JSON, or text that is none. @throws CLI::ValidationError without a name or `=`.
std::pair<std::string, nlohmann::json> parseField(const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw CLI::ValidationError("KEY=JSON", "'" + text + "' is no KEY=JSON, as \"creator=Jane Doe\"");
    const std::string name = text.substr(0, equals);
    if (name.find('/') != std::string::npos || name == ".")
        throw CLI::ValidationError("KEY=JSON", "'" + name + "' is no possible name for a field");
    return {name, decodeMetadataField(text.substr(equals + 1))};
}

void listMissing(const Metadata& metadata)
{
    const std::vector<std::string> missing = missingFields(metadata);
    if (!missing.empty())
        say(stderr, "still missing: {}\n", fmt::join(missing, ", "));
}

int edit(const EditMetadataOptions& options, const Metadata& changes)
{
    Metadata metadata = openProbed(options.file, *makeProber())->metadata();
    editMetadata(options.file, changes, options.out);
    metadata.merge(Metadata(changes));
    listMissing(metadata);
    say(stdout, "{}\n", options.out);
    return 0;
}

}

void addEditMetadata(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "edit-metadata",
        "Writes a copy of a sequence with other metadata. Its data stays as it is; sha256, uuid and md5 are "
        "set "
        "anew. Says which fields of a complete sequence are still missing (info does, too).");
    auto options = std::make_shared<EditMetadataOptions>();
    command->add_option("FILE", options->file, "a computational sequence (.csd), which is not changed")
        ->required();
    command
        ->add_option("FIELD", options->fields,
                     "KEY=JSON, a field and its value: JSON, or a text that is no JSON, as "
                     "\"contact=me@example.org\" or "
                     "'dimension names=[\"pitch\",\"level\"]'; a text that looks like JSON in quotes: "
                     "'version=\"1.0\"'")
        ->required();
    command->add_option("--out", options->out, "the copy")->required();
    command->callback([options, &action] {
        Metadata changes;
        for (const std::string& field : options->fields) {
            const auto [name, value] = parseField(field);
            if (!changes.emplace(name, value).second)
                throw CLI::ValidationError("KEY=JSON", "'" + name + "' is given twice");
        }
        action = [options, changes] { return edit(*options, changes); };
    });
}

}
