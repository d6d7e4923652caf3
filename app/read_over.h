#pragma once

#include <QString>

#include <filesystem>
#include <span>

namespace app {

/// Whether a picture or a video would be written over a file that is read, by whatever name; complains if so.
bool wouldWriteOver(std::span<const std::filesystem::path> read, const QString& target);

}
