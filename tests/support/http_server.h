#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// A small HTTP/1.1 server on the loopback that can misbehave as servers do.
namespace engine::test {

struct HttpServerRequest {
    std::string path;
    std::map<std::string, std::string> headers; ///< names in lower case

    std::string header(const std::string& name) const;
    /// N of `Range: bytes=N-`.
    std::optional<std::size_t> from() const;
};

/// One request's connection; it is closed when the handler returns, unless that wants to keep it.
class HttpServerConnection {
public:
    HttpServerConnection(int socket, const std::atomic<bool>& stopped) : m_socket(socket), m_stopped(stopped)
    {
    }

    void send(std::string_view bytes);
    /// Status line and headers; `fields` are whole lines without line ends.
    void sendHead(const std::string& status, const std::vector<std::string>& fields = {});
    /// A whole response.
    void reply(const std::string& status, const std::string& body, std::vector<std::string> fields = {});
    /// Sends nothing more, until the client hangs up or the server ends.
    void stall();
    /// The next response says that further requests may come on this connection, and they may.
    void keepOpen() { m_isKeptOpen = true; }
    bool isKeptOpen() const { return m_isKeptOpen; }

private:
    bool m_isKeptOpen = false;
    int m_socket;
    const std::atomic<bool>& m_stopped;
};

/// A file as servers serve it.
struct ServedFile {
    std::string body;
    std::string etag = R"("v1")"; ///< with quotes; empty: none
    std::string lastModified = {};
    bool ranges = true;
    std::optional<std::size_t> cutAfter
        = {}; ///< bytes of the body per response, before the connection is cut
    bool stalls = false; ///< instead of being cut
    bool saysLength = true;
    bool keepsOpen = false;

    void operator()(const HttpServerRequest& request, HttpServerConnection& connection) const;
};

class HttpServer {
public:
    using Handler = std::function<void(const HttpServerRequest&, HttpServerConnection&)>;

    HttpServer();
    HttpServer(const HttpServer&) = delete;
    ~HttpServer();

    std::string url(const std::string& path) const;
    /// The first request for the path is answered by the first handler, …; the last answers all further ones.
    void on(const std::string& path, std::vector<Handler> handlers);
    /// What was asked for so far.
    std::vector<HttpServerRequest> requests() const;

private:
    void accept();
    void serve(int socket);
    /// Whether another request may follow on this connection.
    bool serveOne(int socket);

    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stopped = false;
    mutable std::mutex m_mutex;
    std::map<std::string, std::vector<Handler>> m_handlers;
    std::vector<HttpServerRequest> m_requests;
    std::vector<std::jthread> m_connections;
    std::jthread m_acceptor;
};

}
