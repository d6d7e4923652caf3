#pragma once

#include <filesystem>
#include <string>

namespace app {

/// From now on, a signal that ends the program because of a fault (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT;
/// so also an exception that nobody catches) leaves a note `DATE-PROCESS.txt` in a folder: what `head` says,
/// the signal, the thread, and the stack as names and offsets of modules. Nothing else of the process is
/// written: no data, no name of a file that is open, no folder of a module. Then the system does what it does
/// without the note.
///
/// To be called once, by the window's thread. The note is written with calls alone that are safe in a handler
/// of signals; a note that takes longer than five seconds is given up.
/// @param folder  made where it is missing; where that cannot be, there are no notes
/// @param head    lines about program and system
void noteCrashes(const std::filesystem::path& folder, const std::string& head);

}
