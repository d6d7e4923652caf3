#include "engine/corpora/path_pattern.h"

#include <string_view>

namespace engine {

namespace {

bool fits(std::string_view path, std::string_view pattern);

/// `{a,b}rest`: one of them, and then the rest.
bool fitsAlternatives(std::string_view path, std::string_view pattern)
{
    const std::size_t end = pattern.find('}');
    if (end == std::string_view::npos)
        return false;
    std::string_view choices = pattern.substr(1, end - 1);
    while (true) {
        const std::size_t comma = choices.find(',');
        const std::string_view choice = choices.substr(0, comma);
        if (path.starts_with(choice) && fits(path.substr(choice.size()), pattern.substr(end + 1)))
            return true;
        if (comma == std::string_view::npos)
            return false;
        choices.remove_prefix(comma + 1);
    }
}

bool fits(std::string_view path, std::string_view pattern)
{
    while (!pattern.empty()) {
        if (pattern.starts_with("**/")) {
            const std::string_view rest = pattern.substr(3);
            for (std::size_t at = 0; at != std::string_view::npos;) {
                if (fits(path.substr(at), rest))
                    return true;
                const std::size_t slash = path.find('/', at);
                at = slash == std::string_view::npos ? slash : slash + 1;
            }
            return false;
        }
        if (pattern.front() == '*') {
            for (std::size_t taken = 0; taken <= path.size(); ++taken) {
                if (fits(path.substr(taken), pattern.substr(1)))
                    return true;
                if (taken < path.size() && path[taken] == '/')
                    return false;
            }
            return false;
        }
        if (pattern.front() == '{')
            return fitsAlternatives(path, pattern);
        if (path.empty() || path.front() != pattern.front())
            return false;
        path.remove_prefix(1);
        pattern.remove_prefix(1);
    }
    return path.empty();
}

}

bool fitsPattern(const std::string& path, const std::string& pattern)
{
    return fits(path, pattern);
}

}
