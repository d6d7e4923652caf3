#include "engine/cli/cli_output.h"
#include "engine/cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine::cli {

namespace {

struct Summary {
    std::size_t ids = 0;
    std::size_t rows = 0;
    std::set<std::size_t> widths;
    std::set<std::string> types;
    double duration = 0.0; ///< sum over ids of the time from first start to last end, in seconds
};

Summary summarise(const CsdFile& file)
{
    Summary summary;
    summary.ids = file.ids().size();
    for (const std::string& id : file.ids()) {
        const EntryShape shape = file.shape(id);
        summary.rows += shape.features.empty() ? 0 : shape.features.front();
        std::size_t width = 1;
        for (std::size_t axis = 1; axis < shape.features.size(); ++axis)
            width *= shape.features[axis];
        summary.widths.insert(width);
        summary.types.insert(name(shape.featureType));
        const IntervalArray intervals = file.intervals(id);
        if (intervals.values.empty())
            continue;
        double first = intervals.values.front().start;
        double last = intervals.values.front().end;
        for (const Interval& interval : intervals.values) {
            first = std::min(first, interval.start);
            last = std::max(last, interval.end);
        }
        summary.duration += last - first;
    }
    return summary;
}

/// A metadata field as text; absent and empty ones are a dash.
std::string field(const CsdFile& file, const char* name)
{
    const auto found = file.metadata().find(name);
    if (found == file.metadata().end() || found->second.is_null())
        return "–";
    return metadataText(found->second);
}

nlohmann::json asJson(const CsdFile& file, const Summary& summary)
{
    return {{"name", file.rootName()},     {"ids", summary.ids},
            {"rows", summary.rows},        {"widths", summary.widths},
            {"types", summary.types},      {"duration_s", summary.duration},
            {"metadata", file.metadata()}, {"missing_metadata", missingFields(file.metadata())}};
}

void print(const std::string& path, const CsdFile& file, const Summary& summary)
{
    fmt::print("{}\n", path);
    fmt::print("  name         {}\n", file.rootName());
    fmt::print("  description  {}\n", field(file, "computational sequence description"));
    fmt::print("  ids          {}\n", summary.ids);
    fmt::print("  rows         {}\n", summary.rows);
    fmt::print("  width        {}\n", fmt::join(summary.widths, ", "));
    fmt::print("  type         {}\n", fmt::join(summary.types, ", "));
    fmt::print("  duration     {:.1f} s\n", summary.duration);
    fmt::print("  version      {}\n", field(file, "computational sequence version"));
    fmt::print("  uuid         {}\n", field(file, "uuid"));
    const std::vector<std::string> missing = missingFields(file.metadata());
    fmt::print("  metadata     {}\n",
               missing.empty() ? "complete" : fmt::format("missing: {}", fmt::join(missing, ", ")));
}

int info(const std::vector<std::string>& files, bool json)
{
    const auto prober = makeProber();
    nlohmann::json report = nlohmann::json::object();
    int code = 0;
    for (const std::string& path : files) {
        try {
            const auto file = openProbed(path, *prober);
            const Summary summary = summarise(*file);
            if (json)
                report[path] = asJson(*file, summary);
            else
                print(path, *file, summary);
        } catch (const Error& error) { // the other files are still worth looking at
            fmt::print(stderr, "{}: {}\n", error.code(), error.what());
            report[path] = {{"error", {{"code", error.code()}, {"message", error.what()}}}};
            code = 1;
        }
    }
    if (json)
        fmt::print("{}\n", report.dump(2));
    return code;
}

}

void addInfo(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> files;
        bool json = false;
    };
    auto* command = program.add_subcommand(
        "info", "Says what files hold: name, ids, rows, widths, types, duration, metadata.");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->files, "computational sequences (.csd)")->required();
    command->add_flag("--json", options->json, "for machines");
    command->callback(
        [options, &action] { action = [options] { return info(options->files, options->json); }; });
}

}
