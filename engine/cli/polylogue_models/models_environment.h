#pragma once

namespace engine {

/// Starts the program again, once, with the variables of mathEnvironment(), which the libraries read while
/// they are loaded.
///
/// Variables that are set already stay as they are; with all of them set, nothing happens. A caller that
/// starts the program often (the GUI) should set them itself, so that the libraries are not loaded twice.
void restartWithMathEnvironment(char** arguments);

}
