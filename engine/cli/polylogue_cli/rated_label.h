#pragma once

#include "engine/agreement/rating_files.h"
#include "engine/core/delimited_text.h"
#include "engine/raters/ordinal_ratings.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace engine::cli {

/// Ratings of tables, or of tiers where all files hold tiers; csd files are probed first. What was left out
/// of the files is said on stderr. @throws as readRatings() and tierRatings().
RatingTables readRatingFiles(const std::vector<std::filesystem::path>& files,
                             const RatingFileOptions& options);

/// Which ratings a command about one label reads.
struct RatedLabelArguments {
    std::vector<std::filesystem::path> files;
    RatingFileOptions reading;
    std::vector<double> scale; ///< lowest and highest step; empty: those of the ratings
};

/// Adds RATINGS, --id, --label, --missing and --scale.
void addRatedLabel(CLI::App& command, const std::shared_ptr<RatedLabelArguments>& arguments, bool isRequired);

/// The one label of the files. @throws FormatError (`data_invalid`) where several labels are there and none
/// is chosen, or none at all.
RatingTable ratedLabel(const RatedLabelArguments& arguments);

/// A label's ratings as steps.
struct SteppedLabel {
    RatingTable table;
    RatingScale scale;
    OrdinalRatings ratings;
};

/// @throws FormatError (`no_steps`, `no_numbers`) with file, rating and what is expected.
SteppedLabel steppedLabel(const RatedLabelArguments& arguments, RatingTable table);

/// A column that must be there. @throws FormatError (`data_invalid`) with the names that are.
std::size_t requiredColumn(const DelimitedText& table, const std::string& name);

/// The finite number of a cell. @throws FormatError (`data_invalid`) with file, line and column.
double requiredNumber(const DelimitedText& table, const DelimitedText::Row& row, std::size_t column);

}
