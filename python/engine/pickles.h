#pragma once

#include <pybind11/pybind11.h>

namespace python {

/// For `__reduce__` of values of the engine. What Python does by itself there ends the process (pybind11
/// 2.10); the package's own classes pickle, and know what these values hold.
inline pybind11::object refuseToPickle(const pybind11::object& self)
{
    throw pybind11::type_error(pybind11::str(pybind11::type::of(self).attr("__name__")).cast<std::string>()
                               + " of the engine does not pickle; that of the package polylogue does");
}

}
