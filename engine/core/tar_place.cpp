#include "engine/core/tar_place.h"

#include "engine/core/utf8.h"

#include <iterator>
#include <system_error>

namespace engine {

bool isTarName(const std::filesystem::path& path)
{
    return inLowerCase(path.extension().string()) == ".tar";
}

std::optional<TarPlace> placeInTar(const std::filesystem::path& path)
{
    std::filesystem::path front;
    for (auto part = path.begin(); part != path.end(); ++part) {
        front /= *part;
        std::error_code unknown;
        if (!isTarName(*part) || !std::filesystem::is_regular_file(front, unknown))
            continue;
        std::filesystem::path member;
        for (auto rest = std::next(part); rest != path.end(); ++rest)
            member /= *rest;
        if (member.empty())
            return std::nullopt;
        return TarPlace{front, member.lexically_normal().string()};
    }
    return std::nullopt;
}

}
