#include "python/engine/failures.h"

#include "engine/core/error.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace python {

namespace py = pybind11;

namespace {

const char* familyOf(const engine::Error& error)
{
    if (dynamic_cast<const engine::Cancelled*>(&error) != nullptr)
        return "Stopped";
    if (dynamic_cast<const engine::IoError*>(&error) != nullptr)
        return "FileError";
    if (dynamic_cast<const engine::FormatError*>(&error) != nullptr)
        return "FormatError";
    if (dynamic_cast<const engine::ShapeError*>(&error) != nullptr)
        return "ShapeError";
    return "Error";
}

/// Text of the engine need not be UTF-8: a path is bytes.
py::str textOf(const std::string& bytes)
{
    return py::reinterpret_steal<py::str>(
        PyUnicode_DecodeUTF8(bytes.data(), static_cast<Py_ssize_t>(bytes.size()), "replace"));
}

void raise(const py::object& exception)
{
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
}

}

py::object exceptionOf(const std::exception_ptr& failure)
{
    const py::module_ errors = py::module_::import("polylogue.errors");
    try {
        std::rethrow_exception(failure);
    } catch (const engine::Error& error) {
        return errors.attr("made")(familyOf(error), textOf(error.code()), textOf(error.what()));
    } catch (const nlohmann::json::exception& error) {
        return errors.attr("made")("FormatError", "data_invalid", textOf(error.what()));
    } catch (const std::filesystem::filesystem_error& error) {
        return errors.attr("made")("FileError", "io", textOf(error.what()));
    }
}

void raiseWithCause(const std::exception_ptr& failure, const py::object& cause)
{
    const py::object exception = exceptionOf(failure);
    if (cause) {
        exception.attr("__cause__") = cause;
        exception.attr("__suppress_context__") = true;
    }
    raise(exception);
    throw py::error_already_set();
}

void translateFailures()
{
    py::register_local_exception_translator([](std::exception_ptr failure) {
        if (!failure)
            return;
        const py::object exception = exceptionOf(failure); // throws on what is not the engine's
        raise(exception);
    });
}

}
