#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_comparison.h"
#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/scorer.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <map>
#include <memory>

namespace engine {

namespace {

namespace fs = std::filesystem;

struct CompareOptions {
    std::vector<std::string> models;
    std::vector<std::string>
        against; ///< those of the models that are a second side; none: there are no sides
    std::string dataset;
    std::string data;
    std::string fold = "test"; ///< or `all`
    std::string out;
    std::uint64_t seed = 1;
    int threads = 1;
    bool json = false;
};

/// One model's word on the wanted folds.
struct Said {
    std::vector<std::string> keys; ///< id and, where an id comes again, which time
    std::vector<std::string> ids;
    std::vector<std::string> folds;
    FeatureMatrix predictions;
    FeatureMatrix truths;
};

void append(FeatureMatrix& all, const FeatureMatrix& more)
{
    all.columns = more.columns;
    all.rows += more.rows;
    all.values.insert(all.values.end(), more.values.begin(), more.values.end());
}

Said saidBy(const Scorer& scorer, const CompareOptions& options)
{
    const FeatureSource source{options.data, options.dataset, scorer.recipe()};
    const FeatureData data = foldsFor(scorer, source, /*ownFolds=*/false);
    printNotes(data, scorer.card());
    scorer.requireTakes(data);
    const std::vector<LabelCard> labels = scorer.labelsIn(data);
    Said said;
    std::map<std::string, int> times;
    for (const FoldData& fold : data.folds) {
        if (fold.size() == 0 || (options.fold != "all" && fold.name != options.fold))
            continue;
        if (fold.labels.columns == 0)
            throw FormatError("no_labels", source.name(), "the fold " + fold.name + " has no labels");
        for (const std::string& id : fold.ids) {
            said.keys.push_back(fmt::format("{} {}", id, times[id]++));
            said.ids.push_back(id);
            said.folds.push_back(fold.name);
        }
        append(said.predictions, scorer.predict(fold, data.isUtteranceLevel, scorer.card().modalities));
        append(said.truths, truthsOf(fold, labels, scorer.task()));
    }
    if (said.ids.empty())
        throw FormatError("no_folds", source.name(),
                          options.fold == "all" ? "no labelled segment is in the folds train, valid or test"
                                                : "no labelled segment is in the fold " + options.fold
                                  + ", as " + scorer.card().name + " has it");
    return said;
}

std::string namesOf(const std::vector<LabelCard>& labels)
{
    std::string names;
    for (const LabelCard& label : labels)
        names += (names.empty() ? "" : ", ") + label.name;
    return names;
}

/// @throws FormatError (code `other_outputs`) when their outputs mean something else.
void requireSameOutputs(const ModelCard& first, const std::string& firstFile, const ModelCard& card,
                        const std::string& file)
{
    const auto refuse = [&](const std::string& what) {
        throw FormatError("other_outputs", file, what + "; such models cannot be compared");
    };
    if (card.task != first.task)
        refuse(fmt::format("its task is {}, that of {} is {}", card.task, firstFile, first.task));
    if (namesOf(card.labels) != namesOf(first.labels))
        refuse(fmt::format("its outputs are {}, those of {} are {}", namesOf(card.labels), firstFile,
                           namesOf(first.labels)));
    for (std::size_t i = 0; i < card.labels.size(); ++i) {
        const LabelCard &own = card.labels[i], &other = first.labels[i];
        if (own.low != other.low || own.high != other.high || own.neutral != other.neutral)
            refuse(fmt::format(
                "its scale of {} is {} to {} (neutral {}), that of {} is {} to {} (neutral {})", own.name,
                own.low, own.high, own.neutral, firstFile, other.low, other.high, other.neutral));
    }
}

FeatureMatrix chosen(const FeatureMatrix& matrix, const std::vector<std::size_t>& rows)
{
    FeatureMatrix taken(rows.size(), matrix.columns);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::ranges::copy(matrix.row(rows[i]), taken.row(i).begin());
    return taken;
}

/// The segments that all of them have in the wanted folds, in the order of the first.
ComparedPredictions common(const std::vector<Said>& said)
{
    std::vector<std::map<std::string, std::size_t>> places(said.size());
    for (std::size_t model = 0; model < said.size(); ++model) {
        for (std::size_t i = 0; i < said[model].keys.size(); ++i)
            places[model].emplace(said[model].keys[i], i);
    }
    ComparedPredictions compared;
    std::vector<std::vector<std::size_t>> rows(said.size());
    for (std::size_t i = 0; i < said.front().keys.size(); ++i) {
        const std::string& key = said.front().keys[i];
        if (!std::ranges::all_of(places, [&](const auto& known) { return known.contains(key); }))
            continue;
        compared.ids.push_back(said.front().ids[i]);
        compared.folds.push_back(said.front().folds[i]);
        for (std::size_t model = 0; model < said.size(); ++model)
            rows[model].push_back(places[model].at(key));
    }
    compared.truths = chosen(said.front().truths, rows.front());
    for (std::size_t model = 0; model < said.size(); ++model)
        compared.predictions.push_back(chosen(said[model].predictions, rows[model]));
    return compared;
}

/// Says how many segments only some of the models have in these folds.
void noteLeftOut(const std::vector<Said>& said, std::size_t common, const CompareOptions& options)
{
    for (std::size_t model = 0; model < said.size(); ++model) {
        if (const std::size_t out = said[model].ids.size() - common; out > 0)
            printNotes({fmt::format("{}: {} of its segments in the fold {} are left out, which not all "
                                    "models have there",
                                    options.models[model], out, options.fold)});
    }
}

void tell(const ComparedPredictions& compared, const ModelComparison& result, const CompareOptions& options)
{
    if (!options.out.empty())
        writeComparison(options.out, compared, result);
    if (options.json)
        printComparisonJson(compared, result);
    else
        printComparison(compared, result);
}

/// @param options  `models` are those of both sides
void compare(const CompareOptions& options)
{
    if (options.models.size() < 2)
        throw CLI::ValidationError("compare", "name two models at least");
    if (options.dataset.empty() == options.data.empty())
        throw CLI::ValidationError("compare", "name either --dataset or --data");
    std::vector<fs::path> models(options.models.begin(), options.models.end());
    models.push_back(options.data);
    refuseInputsAsOutputs(withListedFiles(std::move(models), options.dataset),
                          std::array<fs::path, 1>{options.out});
    if (!options.out.empty() && fs::path(options.out).extension() != ".csv")
        throw FormatError("bad_ending", options.out, "expected a name that ends with .csv");
    const TorchThreads torchThreads(options.threads);
    std::vector<Scorer> scorers;
    for (const std::string& model : options.models) {
        scorers.emplace_back(model);
        requireSameOutputs(scorers.front().card(), options.models.front(), scorers.back().card(), model);
    }
    std::vector<Said> said;
    for (const Scorer& scorer : scorers)
        said.push_back(saidBy(scorer, options));
    ComparedPredictions compared = common(said);
    if (compared.ids.empty())
        throw FormatError("no_folds", options.data.empty() ? options.dataset : options.data,
                          "no segment is in the fold " + options.fold + " of all models");
    noteLeftOut(said, compared.ids.size(), options);
    compared.task = scorers.front().task();
    compared.labels = scorers.front().card().labels;
    compared.models = options.models;
    compared.threshold = scorers.front().threshold();
    for (const Scorer& scorer : scorers)
        compared.thresholds.push_back(scorer.thresholds());
    if (options.against.empty())
        return tell(compared, comparisonOf(compared, options.fold, options.seed), options);
    const std::size_t firsts = options.models.size() - options.against.size();
    ComparedPredictions means = meansOfSides(compared, firsts);
    means.models
        = {fmt::format("{} model(s): {}", firsts, fmt::join(std::span(options.models).first(firsts), ", ")),
           fmt::format("{} model(s): {}", options.against.size(), fmt::join(options.against, ", "))};
    tell(means, comparisonOfSides(compared, firsts, means, options.fold, options.seed), options);
}

}

void addCompareCommand(CLI::App& program)
{
    auto options = std::make_shared<CompareOptions>();
    CLI::App* const command = program.add_subcommand(
        "compare", "Say how models differ on the same segments, and whether that is more than chance.");
    constexpr int most = 26; // they are called by letters
    command->add_option("models", options->models, "The model files (.safetensors), two or more")
        ->required()
        ->expected(1, most);
    command
        ->add_option("--against", options->against,
                     "The models of a second side: those named first, then, are one side, and each side "
                     "counts by the mean of its models' figures")
        ->expected(1, most);
    command->add_option("--dataset", options->dataset, "The dataset list (dataset.json)");
    command->add_option("--data", options->data, "Or features (.h5, .npz)");
    command->add_option("--fold", options->fold, "train, valid, test or all; test, if not given")
        ->check(CLI::IsMember({"train", "valid", "test", "all"}));
    command->add_option("--out", options->out, "A table (.csv) of all segments");
    command->add_option("--seed", options->seed, "Of the draws of videos; 1, if not given");
    command->add_option("--threads", options->threads, "1, if not given")->check(CLI::Range(1, 256));
    command->add_flag("--json", options->json, "Print all of it as a line of JSON");
    command->callback([options] {
        std::ranges::copy(options->against, std::back_inserter(options->models));
        compare(*options);
    });
}

}
