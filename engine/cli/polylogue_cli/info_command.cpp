#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/each_file.h"
#include "engine/cli/polylogue_cli/packed_info.h"
#include "engine/cli/probing.h"
#include "engine/sequences/csd_index.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::cli {

namespace {

struct InfoOptions {
    std::vector<std::string> files;
    bool ids = false;
    bool json = false;
};

/// What the entries have in common.
struct Summary {
    std::size_t rows = 0;
    std::set<std::size_t> widths;
    std::set<std::string> types;
};

Summary summarise(const CsdIndex& index)
{
    Summary summary;
    for (const auto& [shape, count] : index.items.shapes()) {
        const std::vector<std::size_t>& extents = shape.features;
        summary.rows += count * (extents.empty() ? 0 : extents.front());
        std::size_t width = 1;
        for (std::size_t axis = 1; axis < extents.size(); ++axis)
            width *= extents[axis];
        summary.widths.insert(width);
        summary.types.insert(name(shape.featureType));
    }
    return summary;
}

/// A metadata field as text; absent and empty ones are a dash.
std::string field(const CsdIndex& index, const char* name)
{
    const auto found = index.metadata.find(name);
    if (found == index.metadata.end() || found->second.is_null())
        return "–";
    return metadataText(found->second);
}

nlohmann::json asJson(const std::string& path, const CsdIndex& index, bool withIds)
{
    const Summary summary = summarise(index);
    nlohmann::json json{{"name", index.rootName},     {"ids", index.items.size()},
                        {"rows", summary.rows},       {"widths", summary.widths},
                        {"types", summary.types},     {"duration_s", nullptr},
                        {"metadata", index.metadata}, {"missing_metadata", missingFields(index.metadata)}};
    if (index.duration)
        json["duration_s"] = *index.duration;
    for (const auto& [place, problem] : index.items.problems())
        json["problems"][std::string(index.items[place].id)] = path + ": " + problem;
    for (std::size_t i = 0; withIds && i < index.items.size(); ++i) {
        const EntryList::Item item = index.items[i];
        if (item.problem.empty())
            json["entries"][std::string(item.id)] = {{"intervals", item.shape.intervals},
                                                     {"features", item.shape.features},
                                                     {"type", name(item.shape.featureType)}};
    }
    return json;
}

void printIds(const CsdIndex& index)
{
    for (std::size_t i = 0; i < index.items.size(); ++i) {
        const EntryList::Item item = index.items[i];
        say(stdout, "    {}  {}\n", item.id,
            item.problem.empty()
                ? fmt::format("{} {}", fmt::join(item.shape.features, "×"), name(item.shape.featureType))
                : "cannot be read");
    }
}

void print(const std::string& path, const CsdIndex& index, bool withIds)
{
    const Summary summary = summarise(index);
    say(stdout, "{}\n", path);
    say(stdout, "  name         {}\n", index.rootName);
    say(stdout, "  description  {}\n", field(index, "computational sequence description"));
    say(stdout, "  ids          {}\n", index.items.size());
    say(stdout, "  rows         {}\n", summary.rows);
    say(stdout, "  width        {}\n", fmt::join(summary.widths, ", "));
    say(stdout, "  type         {}\n", fmt::join(summary.types, ", "));
    say(stdout, "  duration     {}\n",
        index.duration ? fmt::format("{:.1f} s", *index.duration)
                       : "not summed: that takes the times of very many rows");
    say(stdout, "  version      {}\n", field(index, "computational sequence version"));
    say(stdout, "  uuid         {}\n", field(index, "uuid"));
    say(stdout, "  sha256       {}\n", field(index, "sha256"));
    const std::vector<std::string> missing = missingFields(index.metadata);
    say(stdout, "  metadata     {}\n",
        missing.empty() ? "complete" : fmt::format("missing: {}", fmt::join(missing, ", ")));
    if (withIds)
        printIds(index);
}

/// Entries that cannot be read, on stderr. @return whether there are any.
bool reportProblems(const std::string& path, const CsdIndex& index)
{
    for (const auto& [place, problem] : index.items.problems())
        say(stderr, "data_invalid: {}: {}\n", path, problem);
    return !index.items.problems().empty();
}

int info(const InfoOptions& options)
{
    const auto prober = makeProber();
    return describeEach(options.files, options.json, [&](const std::string& path, nlohmann::json* report) {
        if (isPackedFile(path))
            return describePacked(path, options.ids, *prober, report);
        const CsdIndex index
            = cachedIndex(path, prober->indexFolder(), [&](const auto& csd) { prober->check(csd); });
        if (report)
            *report = asJson(path, index, options.ids);
        else
            print(path, index, options.ids);
        return !reportProblems(path, index);
    });
}

}

void addInfo(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "info", "Says what files hold: name, ids, rows, widths, types, duration, metadata, hash.");
    auto options = std::make_shared<InfoOptions>();
    command
        ->add_option("FILE", options->files, "computational sequences (.csd), or packed segments (.h5, .npz)")
        ->required();
    command->add_flag("--ids", options->ids, "also every id with the shape and type of its features");
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] { action = [options] { return info(*options); }; });
}

}
