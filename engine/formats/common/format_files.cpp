#include "engine/formats/common/format_files.h"

#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"

#include <algorithm>

namespace engine {

namespace {

std::string fileName(const std::string& tier)
{
    std::string name;
    for (const char letter : tier)
        name += static_cast<unsigned char>(letter) < 0x20
                || std::string_view("/\\:*?\"<>|\x7f").find(letter) != std::string_view::npos
            ? '_'
            : letter;
    return name;
}

}

std::vector<std::filesystem::path> pathsFor(const std::vector<std::string>& names,
                                            const std::filesystem::path& out)
{
    if (names.size() == 1)
        return {out};
    std::vector<std::filesystem::path> paths;
    for (const std::string& name : names) {
        std::filesystem::path path = out;
        path.replace_filename(out.stem().string() + "-" + fileName(name) + out.extension().string());
        for (int number = 2; std::ranges::find(paths, path) != paths.end(); ++number)
            path.replace_filename(out.stem().string() + "-" + fileName(name) + "-" + std::to_string(number)
                                  + out.extension().string());
        paths.push_back(path);
    }
    return paths;
}

ExchangedTiers withoutContinuous(const ExchangedTiers& tiers)
{
    ExchangedTiers result = tiers;
    std::erase_if(result.tiers,
                  [](const ExchangedTier& tier) { return tier.tier.kind == TierKind::Continuous; });
    return result;
}

ExchangedTiers withoutEmpty(ExchangedTiers tiers)
{
    std::erase_if(tiers.tiers, [](const ExchangedTier& tier) { return tier.segments.empty(); });
    return tiers;
}

void checkTargets(const std::vector<std::filesystem::path>& files, const std::filesystem::path& out,
                  const ExportOptions& options)
{
    if (files.empty())
        throw FormatError("nothing_to_write", out.string(),
                          "is not written: no tier is left that it could hold");
    refuseInputsAsOutputs(options.sources, files);
    std::error_code absent;
    for (const std::filesystem::path& file : files) {
        if (!options.replacesOthers && file != out && std::filesystem::exists(file, absent))
            throw FormatError(
                "file_exists", file.string(),
                "would be written too and is there already; move it away, or give another name");
    }
}

std::vector<std::filesystem::path>
writePerTier(const ExchangedTiers& tiers, const std::filesystem::path& out, const ExportOptions& options,
             const std::function<std::string(const ExchangedTier&)>& textOf)
{
    const std::vector<std::filesystem::path> paths = pathsFor(uniqueNames(tiers), out);
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i)
        files.emplace_back(paths[i], textOf(tiers.tiers[i]));
    return writeTogether(files, out, options);
}

std::vector<std::filesystem::path>
writeTogether(const std::vector<std::pair<std::filesystem::path, std::string>>& files,
              const std::filesystem::path& out, const ExportOptions& options)
{
    std::vector<PendingFile> pending;
    std::vector<std::filesystem::path> paths;
    for (const auto& [path, text] : files)
        paths.push_back(path);
    checkTargets(paths, out, options);
    for (const auto& [path, text] : files)
        pending.push_back(writeTextFile(path, text));
    for (PendingFile& file : pending)
        file.commit();
    return paths;
}

std::filesystem::path companion(const std::filesystem::path& path, const std::string& part,
                                const std::string& other)
{
    const std::string name = path.filename().string();
    const std::size_t at = name.rfind(part);
    std::filesystem::path result = path;
    result.replace_filename(at == std::string::npos
                                ? name + "." + other
                                : name.substr(0, at) + other + name.substr(at + part.size()));
    return result;
}

std::string withoutBlanks(std::string text)
{
    std::ranges::replace_if(
        text,
        [](char letter) { return std::string_view(" \t\r\n\v\f").find(letter) != std::string_view::npos; },
        '_');
    return text.empty() ? "-" : text;
}

}
