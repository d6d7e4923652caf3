// polylogue._engine: the engine's values and functions for Python, plainly; the package around it
// (python/polylogue) gives them the manners of Python. Each function that may take long runs beside the
// interpreter (work.h).
#include "engine/sequences/hdf5/shared_library.h"

#include "python/engine/failures.h"
#include "python/engine/rooms.h"

PYBIND11_MODULE(_engine, module)
{
    module.doc() = "The engine of Polylogue, as polylogue's modules call it.";
    module.attr("version") = POLYLOGUE_VERSION;
    engine::hdf5::shareLibrary();
    python::translateFailures();
    python::addSequences(module);
    python::addRecipes(module);
    python::addAnnotations(module);
    python::addAgreements(module);
    python::addRaters(module);
}
