#pragma once

namespace engine {

/// What an HTTP status other than success means, in words for people.
struct StatusMeaning {
    const char* what; ///< `the server has no such file`
    const char* advice; ///< a sentence without its full stop
};
StatusMeaning meaningOf(long status);

/// Whether the same request may succeed a little later.
bool isWorthRetrying(long status);

}
