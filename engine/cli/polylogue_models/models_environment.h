#pragma once

namespace engine {

/// Starts the program anew, once, with mathEnvironment(), which the libraries read while they are loaded.
///
/// Variables that are set already stay as they are; with all of them set, nothing happens. Who starts the
/// program often (the GUI) sets them and saves loading the libraries twice.
void restartWithMathEnvironment(char** arguments);

}
