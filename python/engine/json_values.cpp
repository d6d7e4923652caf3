#include "python/engine/json_values.h"

#include "engine/core/error.h"

namespace python {

namespace py = pybind11;

py::object toPython(const nlohmann::json& value)
{
    const std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    return py::module_::import("json").attr("loads")(py::bytes(text));
}

nlohmann::json toJson(const py::handle& value)
{
    const py::object text = py::module_::import("json").attr("dumps")(value);
    try {
        return nlohmann::json::parse(text.cast<std::string>());
    } catch (const nlohmann::json::exception&) {
        throw engine::FormatError("data_invalid", "the value",
                                  "holds a number that JSON does not have (NaN or infinity)");
    }
}

}
