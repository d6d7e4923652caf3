#pragma once

#include "engine/training/data/feature_data.h"
#include "engine/training/figures/report.h"

namespace engine {

/// Prints a report: as a table, or as a line of JSON for each model and fold, the held-out result last.
void printReport(const Report& report, bool json, int decimals = 3);

/// Prints notes for people on stderr: `note: acoustic: is missing in test`.
void printNotes(const std::vector<std::string>& notes);
/// Prints what must be known before answers about recordings are read: parts that are not installed, and that
/// a model learnt from drawings.
void printCautions(const ModelCard& card);
/// Prints the notes on the data, for this model.
void printNotes(const FeatureData& data, const ModelCard& card);

}
