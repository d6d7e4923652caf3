#pragma once

#include "engine/core/feature_array.h"

#include <memory>
#include <pybind11/numpy.h>

/// Rows of entries between the engine and NumPy.
namespace python {

/// The features of an entry as an array that may not be written to. Numbers of float32, float64 and 64 bits
/// are those of the entry, which the array keeps alive; others, and texts (`S`), are copied.
pybind11::array featuresOf(const std::shared_ptr<const engine::Entry>& entry);

/// The intervals, N × 2 in seconds, in the same way; float64 is not copied.
pybind11::array intervalsOf(const std::shared_ptr<const engine::Entry>& entry);

/// The features of an array, which are copied. @param name  what messages call the array
/// @throws ShapeError (`data_invalid`) for elements that are neither numbers nor texts, or fewer than two
/// axes.
engine::FeatureArray toFeatures(const pybind11::object& values, const std::string& name);

/// @throws ShapeError (`data_invalid`) for what is not N × 2 numbers.
engine::IntervalArray toIntervals(const pybind11::object& values, const std::string& name);

/// An entry of both. @throws as above, and for arrays that differ in rows.
engine::Entry toEntry(const pybind11::object& intervals, const pybind11::object& features,
                      const std::string& name);

/// `float32`, `S` …: how NumPy names a type.
std::string dtypeName(engine::ElementType type);

}
