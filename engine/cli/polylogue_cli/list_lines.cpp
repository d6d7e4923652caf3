#include "engine/cli/polylogue_cli/list_lines.h"

#include "engine/core/error.h"

#include <fstream>

namespace engine::cli {

std::vector<std::string> linesOfList(const std::filesystem::path& list)
{
    std::ifstream file(list);
    if (!file)
        throw IoError("io", list.string(), "cannot be read");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        if (!line.empty() && line.front() != '#')
            lines.push_back(line);
    }
    return lines;
}

}
