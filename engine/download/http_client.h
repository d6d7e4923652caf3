#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace engine {

/// A GET request for a whole file, or for its bytes from `from` on.
struct HttpRequest {
    std::string url;
    std::optional<std::uintmax_t> from; ///< first byte wanted
    std::string ifRange; ///< ETag or date: the server sends the whole file when it has changed since
};

/// The header of a response. After redirections, that of the last response.
struct HttpReply {
    long status = 0; ///< 0: there was no response
    std::string etag;
    std::string lastModified;
    std::optional<std::uintmax_t> length; ///< of this body
    std::optional<std::uintmax_t> rangeStart; ///< of a part (206)
    std::optional<std::uintmax_t> total; ///< of the whole file, as far as the server says
    std::chrono::seconds retryAfter{0};
};

struct HttpOutcome {
    enum class Trouble {
        None,
        Cut, ///< the connection ended early
        Stalled, ///< nothing came for too long
        Unreachable, ///< no such host, nobody listens, no answer
        Refused, ///< by the receiver
        Final ///< trying again will not help: too many redirections, a bad certificate
    };
    HttpReply reply;
    Trouble trouble = Trouble::None;
    std::string problem; ///< a part of a sentence; empty without trouble
};

/// Makes one request after the other and keeps the connection open between requests to the same server. Owns
/// a libcurl handle; use it on one thread only.
class HttpClient {
public:
    /// Takes the next bytes of a body; returns whether it wants more.
    using Receive = std::function<bool(const HttpReply& reply, std::span<const char> bytes)>;

    HttpClient(std::chrono::milliseconds connectTimeout, std::chrono::milliseconds stallTimeout);
    ~HttpClient();

    /// Follows up to ten redirections, to http and https only.
    /// @throws Cancelled at once when `stop` is requested; what `receive` throws.
    HttpOutcome get(const HttpRequest& request, const Receive& receive, std::stop_token stop);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The address without user and password, for messages.
std::string shownUrl(const std::string& url);

}
