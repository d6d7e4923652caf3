#include "engine/download/http_client.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <curl/curl.h>
#include <exception>
#include <fmt/format.h>

namespace engine {

namespace {

using Clock = std::chrono::steady_clock;

template <auto Free>
struct Deleter {
    template <typename Pointer>
    void operator()(Pointer pointer) const
    {
        Free(pointer);
    }
};

std::string header(CURL* easy, const char* name)
{
    curl_header* found = nullptr;
    return curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

std::optional<std::uintmax_t> number(std::string_view text)
{
    std::uintmax_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// `bytes 5-9/10`, `bytes */10`, `bytes 5-9/*`.
void readRange(std::string_view range, HttpReply& reply)
{
    if (!range.starts_with("bytes "))
        return;
    range.remove_prefix(6);
    const std::size_t slash = range.find('/');
    if (slash == std::string_view::npos)
        return;
    reply.total = number(range.substr(slash + 1));
    reply.rangeStart = number(range.substr(0, std::min(range.find('-'), slash)));
}

HttpReply readReply(CURL* easy)
{
    HttpReply reply;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &reply.status);
    reply.etag = header(easy, "ETag");
    reply.lastModified = header(easy, "Last-Modified");
    curl_off_t length = -1;
    curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (length >= 0)
        reply.length = static_cast<std::uintmax_t>(length);
    curl_off_t wait = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &wait);
    reply.retryAfter = std::chrono::seconds(wait);
    if (reply.status == 200)
        reply.total = reply.length;
    else
        readRange(header(easy, "Content-Range"), reply);
    return reply;
}

/// One request's way through libcurl's C callback, which no exception may cross.
struct Reception {
    CURL* easy;
    const HttpClient::Receive& receive;
    std::optional<HttpReply> reply = {}; ///< once the first byte of the body is there
    bool refused = false;
    std::exception_ptr failure = nullptr;
    Clock::time_point lastBytes = Clock::now(); ///< or when the connection was made
};

std::size_t onBytes(char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& reception = *static_cast<Reception*>(context);
    reception.lastBytes = Clock::now();
    try {
        if (!reception.reply)
            reception.reply = readReply(reception.easy);
        if (reception.receive(*reception.reply, {bytes, count}))
            return count;
        reception.refused = true;
    } catch (...) {
        reception.failure = std::current_exception();
    }
    return CURL_WRITEFUNC_ERROR;
}

HttpOutcome::Trouble troubleOf(CURLcode code, bool hadConnection)
{
    switch (code) {
    case CURLE_OK:
        return HttpOutcome::Trouble::None;
    case CURLE_WRITE_ERROR:
        return HttpOutcome::Trouble::Refused;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return HttpOutcome::Trouble::Cut;
    case CURLE_OPERATION_TIMEDOUT:
        return hadConnection ? HttpOutcome::Trouble::Stalled : HttpOutcome::Trouble::Unreachable;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
        return HttpOutcome::Trouble::Unreachable;
    default:
        return HttpOutcome::Trouble::Final;
    }
}

void initialise()
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (once != CURLE_OK)
        throw IoError("io", "libcurl", curl_easy_strerror(once));
}

}

struct HttpClient::State {
    std::chrono::milliseconds connectTimeout;
    std::chrono::milliseconds stallTimeout;
    std::unique_ptr<CURLM, Deleter<curl_multi_cleanup>> multi;
    std::unique_ptr<CURL, Deleter<curl_easy_cleanup>> easy;
    char problem[CURL_ERROR_SIZE] = {};

    void set(const HttpRequest& request, curl_slist* headers, Reception& reception)
    {
        CURL* handle = easy.get();
        curl_easy_reset(handle);
        problem[0] = 0;
        curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 10L);
        curl_easy_setopt(handle, CURLOPT_USERAGENT, "polylogue/" POLYLOGUE_VERSION);
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L); // there are other threads
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(handle, CURLOPT_BUFFERSIZE, 256L * 1024);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connectTimeout.count()));
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &onBytes);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &reception);
        if (request.from) // not RESUME_FROM, which takes a whole file as an error
            curl_easy_setopt(handle, CURLOPT_RANGE, fmt::format("{}-", *request.from).c_str());
    }

    /// Whether the request goes out. (The time of connecting stays 0 on a connection that is used again.)
    bool hasConnection() const
    {
        curl_off_t sending = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_PRETRANSFER_TIME_T, &sending);
        return sending > 0;
    }

    /// @throws Cancelled.
    CURLcode perform(Reception& reception, std::stop_token stop)
    {
        struct Added {
            CURLM* multi;
            CURL* easy;
            Added(CURLM* m, CURL* e) : multi(m), easy(e) { curl_multi_add_handle(multi, easy); }
            ~Added() { curl_multi_remove_handle(multi, easy); }
        };
        const Added added(multi.get(), easy.get());
        const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi.get()); });
        for (int running = 1; running > 0;) {
            if (stop.stop_requested())
                throw Cancelled();
            const CURLMcode failed = curl_multi_perform(multi.get(), &running);
            if (failed != CURLM_OK)
                throw IoError("io", "libcurl", curl_multi_strerror(failed));
            if (!hasConnection()) // libcurl's own time-out holds until then
                reception.lastBytes = Clock::now();
            // Not libcurl's low-speed limit: that is an average, and sees a stall only seconds later.
            const auto patience = reception.lastBytes + stallTimeout - Clock::now();
            if (running > 0 && patience <= Clock::duration::zero())
                return CURLE_OPERATION_TIMEDOUT;
            const auto pause = std::chrono::ceil<std::chrono::milliseconds>(patience).count();
            if (running > 0)
                curl_multi_poll(multi.get(), nullptr, 0, static_cast<int>(std::clamp<long>(pause, 1, 1000)),
                                nullptr);
        }
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(multi.get(), &left);
        return message && message->msg == CURLMSG_DONE ? message->data.result : CURLE_RECV_ERROR;
    }
};

HttpClient::HttpClient(std::chrono::milliseconds connectTimeout, std::chrono::milliseconds stallTimeout)
{
    initialise();
    m_state = std::make_unique<State>();
    m_state->connectTimeout = connectTimeout;
    m_state->stallTimeout = stallTimeout;
    m_state->multi.reset(curl_multi_init());
    m_state->easy.reset(curl_easy_init());
    if (!m_state->multi || !m_state->easy)
        throw IoError("io", "libcurl", "cannot be started");
}

HttpClient::~HttpClient() = default;

HttpOutcome HttpClient::get(const HttpRequest& request, const Receive& receive, std::stop_token stop)
{
    CURL* easy = m_state->easy.get();
    Reception reception{easy, receive};
    std::unique_ptr<curl_slist, Deleter<curl_slist_free_all>> headers;
    if (request.from && !request.ifRange.empty())
        headers.reset(curl_slist_append(nullptr, ("If-Range: " + request.ifRange).c_str()));
    m_state->set(request, headers.get(), reception);
    const CURLcode code = m_state->perform(reception, std::move(stop));
    if (reception.failure)
        std::rethrow_exception(reception.failure);

    HttpOutcome outcome;
    outcome.reply = reception.reply ? *reception.reply : readReply(easy);
    outcome.trouble = troubleOf(code, m_state->hasConnection());
    if (code != CURLE_OK)
        outcome.problem = m_state->problem[0] ? m_state->problem : curl_easy_strerror(code);
    return outcome;
}

std::string shownUrl(const std::string& url)
{
    const std::size_t host = url.find("://");
    if (host == std::string::npos)
        return url;
    const std::size_t path = url.find('/', host + 3);
    const std::size_t at = url.rfind('@', path);
    return at == std::string::npos || at < host ? url : url.substr(0, host + 3) + url.substr(at + 1);
}

}
