#include "engine/core/text_file.h"

#include "engine/core/error.h"

#include <fstream>
#include <string_view>

namespace engine {

PendingFile writeTextFile(const std::filesystem::path& path, const std::string& text)
{
    PendingFile pending(path);
    std::ofstream file(pending.temporary(), std::ios::binary);
    file << text;
    file.close();
    if (!file)
        throw IoError("io", path.string(), "cannot be written (is the folder there, is the disk full?)");
    return pending;
}

std::string tableCell(const std::string& text, bool always)
{
    if (!always && text.find_first_of(",;\t\"\r\n") == std::string::npos)
        return text;
    std::string cell = "\"";
    for (const char letter : text)
        cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return cell + "\"";
}

std::string guardedCell(const std::string& text, bool guards)
{
    return guards && !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos
        ? "'" + text
        : text;
}

void makeFolder(const std::filesystem::path& folder)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
}

}
