#include "engine/download/http_status.h"

namespace engine {

StatusMeaning meaningOf(long status)
{
    switch (status) {
    case 401:
    case 403:
        return {"the server does not let you have it",
                "Check the address, and whether the dataset needs a registration"};
    case 404:
    case 410:
        return {"the server has no such file", "Check the base address, which the file's name is added to"};
    case 429:
        return {"the server was asked too often", "Try again later"};
    default:
        return status >= 500
            ? StatusMeaning{"the server failed", "Try again later"}
            : StatusMeaning{"the server's answer is not a file", "Check the address in a browser"};
    }
}

bool isWorthRetrying(long status)
{
    return status >= 500 || status == 408 || status == 425 || status == 429;
}

}
