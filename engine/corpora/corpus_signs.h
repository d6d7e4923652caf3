#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// The conversation layout (`conversationLayout`) that a folder has, by the files and folders that only this
/// corpus has; empty: none is seen. Looks at a few names, opens no file, and never throws.
std::string layoutSeenIn(const std::filesystem::path& folder);

}
