#pragma once

#include "engine/download/download.h"
#include "engine/download/http_client.h"

namespace engine {

/// Fetches one file: from the check of an existing target until the new file has its final name.
///
/// @param progress  bytes so far, and the total when it is known.
/// @param notice    receives news for a person meanwhile.
/// @throws Cancelled; every other failure is in the result.
DownloadResult
downloadFile(const Download& download, const DownloadOptions& options, HttpClient& client,
             const std::function<void(std::uintmax_t, std::optional<std::uintmax_t>)>& progress,
             const std::function<void(const std::string&)>& notice, std::stop_token stop);

}
