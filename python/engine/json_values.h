#pragma once

#include <nlohmann/json.hpp>
#include <pybind11/pybind11.h>

namespace python {

/// A JSON value as Python's json reads it.
pybind11::object toPython(const nlohmann::json& value);

/// @throws error_already_set (TypeError, ValueError) for what is no JSON value; FormatError (`data_invalid`)
/// for NaN and infinities.
nlohmann::json toJson(const pybind11::handle& value);

}
