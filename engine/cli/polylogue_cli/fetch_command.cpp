#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/fetch_progress.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/datasets/datasets_base.h"
#include "engine/datasets/fetch_plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;
using Status = DownloadResult::Status;

struct FetchOptions {
    std::string dataset;
    fs::path out;
    std::string from;
    std::vector<std::string> only;
    unsigned jobs = 4;
    bool again = false;
    bool json = false;
};

/// The call is wrong, though no option by itself is: exit code 2.
struct WrongCall {
    std::string sentence;
};

/// A list file by its path, or a standard dataset by its id.
DatasetList listOf(const std::string& dataset)
{
    if (dataset.find('/') != std::string::npos || dataset.ends_with(".json"))
        return readDatasetList(dataset);
    std::vector<std::string> ids;
    for (DatasetList& list : standardDatasets(Installation::ofThisProgram().datasets())) {
        if (list.id == dataset)
            return std::move(list);
        ids.push_back(list.id.value_or(""));
    }
    throw WrongCall{
        fmt::format("There is no dataset '{}'. There are {}, and the path of any dataset list (.json).",
                    dataset, fmt::join(ids, ", "))};
}

/// What a list of the folder says already; it must not be of another dataset.
DatasetList earlierList(const fs::path& path, const DatasetList& list)
{
    if (!fs::exists(path))
        return {};
    DatasetList earlier = readDatasetList(path);
    if (isAnotherDataset(earlier, list))
        throw WrongCall{fmt::format("{} is a list of {}; fetch {} into another folder.", path.string(),
                                    earlier.name, list.name)};
    return earlier;
}

void checkKeys(const DatasetList& list, const std::vector<std::string>& only)
{
    for (const std::string& key : only) {
        if (list.sequence(key) || list.mediaOf(key))
            continue;
        std::vector<std::string> keys;
        for (const auto& sequence : list.sequences)
            keys.push_back(sequence.name);
        throw WrongCall{
            fmt::format("{} has nothing called '{}'. It has: {}.", list.name, key, fmt::join(keys, ", "))};
    }
}

std::string baseFor(const std::vector<FetchItem>& items, const std::string& asked)
{
    if (std::ranges::all_of(items, [](const FetchItem& item) { return item.facts.url.has_value(); }))
        return {};
    const std::optional<std::string> base = datasetsBase(asked);
    if (!base)
        throw WrongCall{fmt::format("Where do the files come from? Polylogue knows no address for them: say "
                                    "it with --from BASE, in the "
                                    "environment as POLYLOGUE_DATASETS, or as \"datasets_base\" in {}.",
                                    (configFolder() / "settings.json").string())};
    if (!isWebAddress(*base))
        throw WrongCall{fmt::format("'{}' is no address: it should begin with http:// or https://.", *base)};
    return *base;
}

const char* name(Status status)
{
    switch (status) {
    case Status::AlreadyThere:
        return "already there";
    case Status::Downloaded:
        return "downloaded";
    case Status::Resumed:
        return "resumed";
    case Status::Failed:
        break;
    }
    return "failed";
}

nlohmann::json asJson(const FetchItem& item, const DownloadResult& result)
{
    nlohmann::json json
        = {{"key", item.key}, {"file", item.file.generic_string()}, {"status", name(result.status)}};
    if (result.status == Status::Failed)
        json["message"] = result.message;
    else
        json.update({{"size", result.bytes}, {"sha256", result.sha256}});
    return json;
}

void print(const FetchItem& item, const DownloadResult& result)
{
    say(stdout, "{:13}  {}  {}", name(result.status), item.key, item.file.generic_string());
    if (result.status != Status::Failed)
        say(stdout, "  {:.1f} MB", static_cast<double>(result.bytes) / 1e6);
    say(stdout, "\n");
}

std::vector<DownloadResult> download(const std::vector<FetchItem>& items,
                                     const std::vector<Download>& downloads, const FetchOptions& options)
{
    DownloadOptions how;
    how.parallel = options.jobs;
    how.again = options.again;
    std::vector<std::string> names;
    std::vector<std::optional<std::uintmax_t>> sizes;
    for (const FetchItem& item : items) {
        names.push_back(item.file.generic_string());
        sizes.push_back(item.facts.size);
    }
    FetchProgress progress(std::move(names), std::move(sizes));
    return downloadAll(downloads, how, progress.events());
}

int fetch(const FetchOptions& options)
{
    const fs::path folder = fs::absolute(options.out / "").lexically_normal().parent_path();
    const DatasetList list = listOf(options.dataset);
    checkKeys(list, options.only);
    const std::vector<FetchItem> items = fetchItems(list, options.only);
    if (items.empty())
        throw FormatError("recipe_invalid", options.dataset, "lists no files");
    const DatasetList earlier = earlierList(folder / "dataset.json", list);
    const std::string base = baseFor(items, options.from);
    const std::vector<Download> downloads = downloadsOf(items, base, list.id.value_or(""), folder);
    std::vector<fs::path> outputs{folder / "dataset.json"};
    for (const Download& wanted : downloads)
        outputs.push_back(wanted.target);
    refuseInputsAsOutputs(std::vector<fs::path>{options.dataset}, outputs);
    const std::vector<DownloadResult> results = download(items, downloads, options);

    nlohmann::json report = {{"dataset", list.name}, {"files", nlohmann::json::array()}};
    std::map<fs::path, FileSum> sums;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (options.json)
            report["files"].push_back(asJson(items[i], results[i]));
        else
            print(items[i], results[i]);
        if (results[i].status == Status::Failed)
            say(stderr, "io: {}\n", results[i].message);
        else
            sums[downloads[i].target] = {results[i].bytes, results[i].sha256};
    }
    const auto missing = std::ranges::count(results, Status::Failed, &DownloadResult::status);
    const bool isComplete = missing == 0;
    if (isComplete) {
        writeDatasetList(fetchedList(list, earlier, folder, sums, progressOnTerminal("checksums")),
                         folder / "dataset.json");
        report["list"] = (options.out / "dataset.json").string();
    }
    if (options.json)
        fmt::print("{}\n", jsonText(report, 2));
    else if (isComplete)
        say(stdout, "{}\n", (options.out / "dataset.json").string());
    else
        say(stderr, "{} of {} files failed; the same command tries these again.\n", missing, items.size());
    return isComplete ? 0 : 1;
}

}

void addFetch(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "fetch", "Downloads a standard dataset, or any dataset list: resumes, checks, keeps what is there.");
    auto options = std::make_shared<FetchOptions>();
    command
        ->add_option("DATASET", options->dataset,
                     "cmu_mosi, cmu_mosei, pom, socialiq, or the path of a dataset list (.json)")
        ->required();
    command->add_option("--out", options->out, "folder for the files and their list (dataset.json)")
        ->required();
    command->add_option(
        "--from", options->from,
        "base address (http, https) that files' names are added to; {id} and {group} in it stand "
        "for the dataset's and the file's. Otherwise POLYLOGUE_DATASETS, or datasets_base in "
        "~/.config/polylogue/settings.json");
    command->add_option("--only", options->only, "keys of the sequences (or ids of the media) to fetch");
    command->add_option("--jobs", options->jobs, "files at a time (otherwise 4)")->check(CLI::Range(1, 64));
    command->add_flag("--again", options->again,
                      "fetch files that are there anew, unless their SHA-256 is known and agrees");
    command->add_flag("--json", options->json, "for machines");
    command->callback([options, &action] {
        action = [options] {
            try {
                return fetch(*options);
            } catch (const WrongCall& wrong) {
                say(stderr, "{}\n", wrong.sentence);
                return 2;
            }
        };
    });
}

}
