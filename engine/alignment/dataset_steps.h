#pragma once

#include "engine/sequences/computational_sequence.h"

#include <string>

/// The steps of a recipe beside align: each takes a dataset and gives the changed one.
namespace engine {

/// The sequence under this key. @throws FormatError (`unknown_reference`).
const ComputationalSequence& sequenceOf(const Dataset& dataset, const std::string& key);

/// Keeps the videos that every sequence has, compared without `[k]`.
Dataset unify(Dataset dataset);

/// Keeps the ids (with their `[k]`) that every sequence has.
Dataset hardUnify(Dataset dataset);

/// What stands in for missing rows.
enum class Fill { Zeros, Ones };

/// Gives every sequence that lacks an id of the reference that id, with the reference's intervals and
/// constant features of its own width and type. @throws FormatError (`unknown_reference`), ShapeError
/// (`data_invalid`) for text.
Dataset impute(Dataset dataset, const std::string& reference, Fill fill);

/// Joins the segments `v[k]` of each video again, in the order of k, after hardUnify.
/// @throws FormatError (`data_invalid`) for ids without `[k]`.
Dataset revert(Dataset dataset);

/// Sorts the rows of every entry stably by start.
Dataset sort(Dataset dataset);

}
