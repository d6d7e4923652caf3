#pragma once

#include "engine/core/finding.h"
#include "engine/sequences/csd_file.h"

#include <string>
#include <vector>

namespace engine {

/// Checks every entry of a file by the SDK's integrity rules and lists each violation with its id. Reads all
/// of it.
///
/// Notes (codes): `features_not_finite`, once for the file.
/// Invalid: `intervals_not_2d`, `features_lt_2d`, `row_mismatch`, `unreadable`.
/// Warnings: `metadata_missing`, `no_entries`, `empty_entry`, `interval_inverted`, `interval_not_finite`,
/// `interval_columns`, `width_differs`, `sha256_differs` (the metadata's hash is not that of the data; only
/// checked when every entry is valid).
std::vector<Finding> checkIntegrity(const CsdFile& file);

/// The worst of the findings: `ok` (notes among them), `warnings` or `invalid`.
std::string verdict(const std::vector<Finding>& findings);

}
