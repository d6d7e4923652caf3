#include "engine/cli/polylogue_cli/rated_label.h"

#include "engine/cli/probing.h"
#include "engine/cli/said.h"
#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/tier_ratings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/ranges.h>

namespace engine::cli {

RatingTables readRatingFiles(const std::vector<std::filesystem::path>& files,
                             const RatingFileOptions& options)
{
    const bool areTiers = std::ranges::all_of(files, holdsTiers);
    for (const std::filesystem::path& file : files) {
        if (areTiers && formatOf(file).id == "csd")
            makeProber()->check(file);
    }
    RatingTables ratings = areTiers ? tierRatings(files, options) : readRatings(files, options);
    for (const std::string& note : ratings.notes)
        say(stderr, "{}\n", note);
    return ratings;
}

void addRatedLabel(CLI::App& command, const std::shared_ptr<RatedLabelArguments>& arguments, bool isRequired)
{
    command
        .add_option("RATINGS", arguments->files,
                    "tables of ratings (CSV, TSV): a column per rater, a file per rater, or a row per unit "
                    "and annotator; or tiers, as agreement takes them")
        ->required(isRequired);
    command.add_option("--id", arguments->reading.ids, "columns that name the unit and are no ratings")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--label", arguments->reading.labels, "which label, where there are several")
        ->expected(1);
    command
        .add_option("--missing", arguments->reading.missing,
                    "a word that stands for no rating, beside ., NA and NaN")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        .add_option("--scale", arguments->scale,
                    "lowest and highest step of the scale, --scale=-3,3 (otherwise of the ratings)")
        ->delimiter(',')
        ->expected(2)
        ->allow_extra_args(false);
}

RatingTable ratedLabel(const RatedLabelArguments& arguments)
{
    RatingTables ratings = readRatingFiles(arguments.files, arguments.reading);
    if (ratings.tables.size() == 1)
        return std::move(ratings.tables.front());
    std::vector<std::string> names;
    for (const RatingTable& table : ratings.tables)
        names.push_back(table.label());
    throw FormatError("data_invalid", arguments.files.front().string(),
                      names.empty() ? std::string("holds no ratings")
                                    : fmt::format("holds ratings of {}; --label says of which they are taken",
                                                  fmt::join(names, ", ")));
}

SteppedLabel steppedLabel(const RatedLabelArguments& arguments, RatingTable table)
{
    const std::string file = arguments.files.front().string();
    try {
        RatingScale scale = ratingScaleOf(table);
        if (!arguments.scale.empty())
            scale = ratingScaleFrom(scale, arguments.scale[0], arguments.scale[1]);
        OrdinalRatings ratings = ordinalRatings(table, scale);
        return {std::move(table), scale, std::move(ratings)};
    } catch (const ShapeError& error) {
        throw FormatError(error.code(), file, error.what());
    }
}

std::size_t requiredColumn(const DelimitedText& table, const std::string& name)
{
    if (const auto column = table.column(name))
        return *column;
    throw FormatError("data_invalid", table.path.string(),
                      fmt::format("has no column '{}', but {}", name, fmt::join(table.columns, ", ")));
}

double requiredNumber(const DelimitedText& table, const DelimitedText::Row& row, std::size_t column)
{
    const std::string& text = row.cells[column];
    double number = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        throw FormatError(
            "data_invalid", table.path.string(),
            fmt::format("line {}: '{}' in column '{}' is no number", row.line, text, table.columns[column]));
    return number;
}

}
