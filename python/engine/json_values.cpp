#include "python/engine/json_values.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

namespace python {

namespace py = pybind11;

py::object toPython(const nlohmann::json& value)
{
    const std::string text = engine::asciiJsonText(value);
    return py::module_::import("json").attr("loads")(py::bytes(text));
}

nlohmann::json toJson(const py::handle& value)
{
    const auto scalar = [](const py::object& each) -> py::object { // of NumPy, or a tensor of PyTorch
        if (!py::hasattr(each, "item") || !py::hasattr(each, "ndim") || each.attr("ndim").cast<int>() != 0)
            throw py::type_error(py::str(py::type::of(each).attr("__name__")).cast<std::string>());
        return each.attr("item")();
    };
    py::object text;
    try {
        text
            = py::module_::import("json").attr("dumps")(value, py::arg("default") = py::cpp_function(scalar));
    } catch (const py::error_already_set& error) {
        if (!error.matches(PyExc_TypeError) && !error.matches(PyExc_ValueError)
            && !error.matches(PyExc_RecursionError))
            throw;
        throw engine::FormatError("data_invalid", "the value",
                                  "holds what is neither number, text, list nor dict: "
                                      + py::str(error.value()).cast<std::string>());
    }
    try {
        return nlohmann::json::parse(text.cast<std::string>());
    } catch (const nlohmann::json::exception&) {
        throw engine::FormatError("data_invalid", "the value",
                                  "holds a number that JSON does not have (NaN or infinity)");
    }
}

}
