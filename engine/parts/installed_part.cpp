#include "engine/parts/installed_part.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"

namespace engine {

namespace {

constexpr const char* kCardFile = "card.json";
constexpr std::size_t kShownDigits = 12; // of a sum: enough to tell two files apart

}

std::filesystem::path InstalledPart::file(const std::string& name) const
{
    if (!card.files.contains(name))
        throw FormatError("part_damaged", (folder / kCardFile).string(),
                          "files has no " + name + ", which the part is made of");
    return folder / name;
}

bool hasPart(const Installation& installation, const std::string& name)
{
    return !installation.part(name).empty();
}

InstalledPart openPart(const Installation& installation, const std::string& name)
{
    const std::filesystem::path folder = installation.part(name);
    if (folder.empty())
        throw IoError("part_missing", "the part " + name, "is not installed: package polylogue-parts");
    return openPartIn(folder, name);
}

InstalledPart openPartIn(const std::filesystem::path& folder, const std::string& name)
{
    InstalledPart part{folder, readPartCard(folder / kCardFile)};
    if (part.card.part != name)
        throw FormatError("part_damaged", (folder / kCardFile).string(),
                          "part is " + part.card.part + ", expected " + name);
    for (const auto& [file, expected] : part.card.files) {
        const std::filesystem::path path = folder / file;
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error))
            throw FormatError("part_damaged", path.string(), "is missing, but the part's card lists it");
        const std::string sum = hexadecimal(sha256OfFile(path));
        if (sum != expected)
            throw FormatError("part_damaged", path.string(),
                              "has the SHA-256 " + sum.substr(0, kShownDigits) + "…, expected "
                                  + expected.substr(0, kShownDigits)
                                  + "…; install the package polylogue-parts again");
    }
    return part;
}

}
