#pragma once

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What the program calls a project, wherever it names one: as a person called its file; one that the program
/// keeps in its own folder, as its dataset is called.
/// @param project  its file; empty: there is none yet
/// @param dataset  paths of its dataset
/// @param title    of the dataset, as its list says; empty: it has none
QString projectName(const std::filesystem::path& project, const std::vector<std::filesystem::path>& dataset,
                    const std::string& title);

/// The same of paths that are not open. Asks the disk.
QString projectName(const std::vector<std::filesystem::path>& paths);

}
