#include "engine/publishing/publication_copies.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace engine {

namespace {

/// Letters of other scripts stay: names are UTF-8.
std::string safeName(std::string name)
{
    std::ranges::replace_if(
        name,
        [](unsigned char sign) {
            return sign < 0x80 && std::isalnum(sign) == 0
                && std::string_view("._-").find(static_cast<char>(sign)) == std::string_view::npos;
        },
        '_');
    return name.empty() || name.front() == '.' ? "_" + name : name;
}

}

std::map<std::string, std::filesystem::path>
publicationCopies(const DatasetList& list, const std::vector<std::string>& sequences, bool withMedia)
{
    std::map<std::string, std::filesystem::path> copies;
    const auto add = [&](const std::string& folder, const std::string& name, const std::string& ending,
                         const std::filesystem::path& from) {
        std::string place = folder + safeName(name) + ending;
        for (int number = 2; copies.contains(place); ++number)
            place = fmt::format("{}{}-{}{}", folder, safeName(name), number, ending);
        copies[place] = from;
    };
    for (const std::string& key : sequences) {
        const DatasetList::Sequence* sequence = list.sequence(key);
        if (!sequence)
            throw FormatError("data_invalid", list.root.string(), "the dataset has no sequence " + key);
        add("", key, ".csd", sequence->file);
    }
    for (const DatasetList::Media& media : list.media) {
        const std::filesystem::path file = media.file.path();
        if (withMedia)
            add("media/", media.id, file.extension().string(), file);
    }
    return copies;
}

}
