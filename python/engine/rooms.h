#pragma once

#include <pybind11/pybind11.h>

/// Each adds its subject to the module `polylogue._engine`.
namespace python {

void addSequences(pybind11::module_& module);
void addRecipes(pybind11::module_& module);
void addAnnotations(pybind11::module_& module);
void addAgreements(pybind11::module_& module);
void addRaters(pybind11::module_& module); ///< after addAgreements, which knows tables of ratings

}
