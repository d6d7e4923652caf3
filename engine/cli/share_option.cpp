#include "engine/cli/share_option.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace engine::cli {

Share shareNamed(const std::string& text)
{
    Share share;
    if (text.empty())
        return share;
    const char* const last = text.data() + text.size();
    const auto [slash, error] = std::from_chars(text.data(), last, share.number);
    const bool isSplit = error == std::errc() && slash != last && *slash == '/';
    const auto [end, error2] = std::from_chars(isSplit ? slash + 1 : last, last, share.of);
    if (!isSplit || error2 != std::errc() || end != last || share.number < 1 || share.number > share.of)
        throw CLI::ValidationError("--shard",
                                   "'" + text + "' is no shard; expected i/n with i from 1 to n, as 2/3");
    --share.number;
    return share;
}

}
