#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/each_file.h"
#include "engine/cli/polylogue_cli/packed_info.h"
#include "engine/cli/probing.h"
#include "engine/core/json_text.h"
#include "engine/feature_tables/table_sequence.h"
#include "engine/packed/packed_sequence.h"
#include "engine/sequences/sequence_statistics.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine::cli {

namespace {

nlohmann::json asJson(const DimensionStatistics& dimension)
{
    const auto number
        = [](double value) { return std::isnan(value) ? nlohmann::json() : nlohmann::json(value); };
    return {{"name", dimension.name},
            {"count", dimension.count()},
            {"nan", dimension.nans()},
            {"infinite", dimension.infinities()},
            {"min", number(dimension.minimum())},
            {"max", number(dimension.maximum())},
            {"mean", number(dimension.mean())},
            {"sd", number(dimension.standardDeviation())},
            {"constant", dimension.isConstant()}};
}

nlohmann::json asJson(const SequenceFile& file, const SequenceStatistics& statistics)
{
    nlohmann::json json = {{"name", file.rootName()},
                           {"ids", statistics.ids},
                           {"rows", statistics.rows},
                           {"text", statistics.isText},
                           {"dimensions", nlohmann::json::array()}};
    if (!statistics.namesFrom.empty())
        json["names_from"] = statistics.namesFrom;
    for (const DimensionStatistics& dimension : statistics.dimensions)
        json["dimensions"].push_back(asJson(dimension));
    return json;
}

void print(const std::string& path, const SequenceFile& file, const SequenceStatistics& statistics)
{
    say(stdout, "{}: {}, {} ids, {} rows\n", path, file.rootName(), statistics.ids, statistics.rows);
    if (statistics.isText) {
        say(stdout, "  text; 'polylogue-cli words' counts it\n");
        return;
    }
    if (!statistics.namesFrom.empty())
        say(stdout, "  the file does not name its columns; the names are those of {}\n",
            statistics.namesFrom);
    std::size_t widest = 9;
    for (const DimensionStatistics& dimension : statistics.dimensions)
        widest = std::max(widest, dimension.name.size());
    say(stdout, "  {:<{}}  {:>10}  {:>12}  {:>12}  {:>12}  {:>12}\n", "dimension", widest, "count", "mean",
        "sd", "min", "max");
    for (const DimensionStatistics& dimension : statistics.dimensions) {
        say(stdout, "  {:<{}}  {:>10}  {:>12.6g}  {:>12.6g}  {:>12.6g}  {:>12.6g}", dimension.name, widest,
            dimension.count(), dimension.mean(), dimension.standardDeviation(), dimension.minimum(),
            dimension.maximum());
        if (dimension.nans() > 0)
            say(stdout, "  {} NaN", dimension.nans());
        if (dimension.infinities() > 0)
            say(stdout, "  {} infinite", dimension.infinities());
        say(stdout, "{}\n", dimension.isConstant() ? "  constant" : "");
    }
}

/// The features and labels of a file of packed segments.
std::vector<std::pair<std::string, std::shared_ptr<const SequenceFile>>>
numbersOf(const std::shared_ptr<const PackedFile>& file)
{
    PackedSequences sequences = sequencesOf(file);
    if (sequences.labels)
        sequences.features.emplace_back("labels", sequences.labels);
    return sequences.features;
}

int stats(const std::vector<std::string>& files, bool json)
{
    const auto prober = makeProber();
    return describeEach(files, json, [&](const std::string& path, nlohmann::json* report) {
        if (isPackedFile(path)) {
            for (const auto& [name, sequence] : numbersOf(openPacked(path, *prober))) {
                const SequenceStatistics statistics = statisticsOf(*sequence, progressOnTerminal(path));
                if (report)
                    (*report)[name] = asJson(*sequence, statistics);
                else
                    print(path, *sequence, statistics);
            }
            return true;
        }
        std::shared_ptr<const SequenceFile> file;
        if (const auto origin = featureTableOrigin(path))
            file = std::make_shared<const TableSequence>(origin->name,
                                                         std::vector<std::filesystem::path>{path});
        else
            file = openProbed(path, *prober);
        const SequenceStatistics statistics = statisticsOf(*file, progressOnTerminal(path));
        if (report)
            *report = asJson(*file, statistics);
        else
            print(path, *file, statistics);
        return true;
    });
}

int words(const std::string& path, bool json)
{
    const auto prober = makeProber();
    const std::vector<WordCount> counts = wordCounts(*openProbed(path, *prober), progressOnTerminal(path));
    if (!json) {
        for (const WordCount& word : counts)
            say(stdout, "{:>8}  {}\n", word.count, word.word);
        return 0;
    }
    nlohmann::json list = nlohmann::json::array();
    for (const WordCount& word : counts)
        list.push_back({{"word", word.word}, {"count", word.count}});
    // Old files hold words in Latin-1: a replacement character is better than no answer.
    fmt::print("{}\n", jsonText(list, 2));
    return 0;
}

}

void addStats(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> files;
        bool json = false;
    };
    auto* command = program.add_subcommand(
        "stats", "Statistics per dimension: count, mean, standard deviation, range, what is not finite.");
    auto options = std::make_shared<Options>();
    command
        ->add_option("FILE", options->files, "computational sequences (.csd), or packed segments (.h5, .npz)")
        ->required();
    command->add_flag("--json", options->json, "for machines");
    command->callback(
        [options, &action] { action = [options] { return stats(options->files, options->json); }; });
}

void addWords(CLI::App& program, Action& action)
{
    struct Options {
        std::string file;
        bool json = false;
    };
    auto* command
        = program.add_subcommand("words", "Lists the words of a text sequence, the most frequent first.");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "a computational sequence of text (.csd)")->required();
    command->add_flag("--json", options->json, "for machines");
    command->callback(
        [options, &action] { action = [options] { return words(options->file, options->json); }; });
}

}
