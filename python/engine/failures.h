#pragma once

#include <exception>
#include <pybind11/pybind11.h>

namespace python {

/// From now on a failure of the engine is an exception of `polylogue.errors` with the engine's code.
void translateFailures();

/// Raises what a callback of Python raised while the engine worked, as the cause of the engine's failure.
/// @param cause  may be null
[[noreturn]] void raiseWithCause(const std::exception_ptr& failure, const pybind11::object& cause);

/// The exception of `polylogue.errors` for a failure of the engine; rethrows any other failure.
pybind11::object exceptionOf(const std::exception_ptr& failure);

}
