#pragma once

namespace engine {

/// Starts the program anew, once, with the environment in which LibTorch's two thread pools do not fight:
/// OpenBLAS on one thread, OpenMP's idle threads asleep. Both libraries read it while they are loaded, before
/// main().
///
/// Variables that are set already stay as they are; with both of them set, nothing happens. Who starts the
/// program often (the GUI) sets them and saves loading the libraries twice.
void restartWithQuietThreads(char** arguments);

}
