#include "tests/support/http_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sstream>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace engine::test {

namespace {

/// Waits in small steps, so that the server's end is noticed. False: nothing will come any more.
bool waitForBytes(int socket, const std::atomic<bool>& stopped)
{
    while (!stopped) {
        pollfd waiting{socket, POLLIN, 0};
        if (poll(&waiting, 1, 20) > 0)
            return true;
    }
    return false;
}

std::optional<HttpServerRequest> readRequest(int socket, const std::atomic<bool>& stopped)
{
    std::string text;
    while (text.find("\r\n\r\n") == std::string::npos) {
        char block[4096];
        if (!waitForBytes(socket, stopped))
            return std::nullopt;
        const ssize_t got = recv(socket, block, sizeof block, 0);
        if (got <= 0)
            return std::nullopt;
        text.append(block, static_cast<std::size_t>(got));
    }
    HttpServerRequest request;
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    request.path = line.substr(4, line.rfind(' ') - 4); // GET /path HTTP/1.1
    while (std::getline(lines, line) && line != "\r") {
        const std::size_t colon = line.find(':');
        std::string name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
    }
    return request;
}

}

std::string HttpServerRequest::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::optional<std::size_t> HttpServerRequest::from() const
{
    const std::string range = header("range");
    if (!range.starts_with("bytes="))
        return std::nullopt;
    return std::strtoull(range.c_str() + 6, nullptr, 10);
}

void HttpServerConnection::send(std::string_view bytes)
{
    while (!bytes.empty() && !m_stopped) {
        pollfd waiting{m_socket, POLLOUT, 0};
        if (poll(&waiting, 1, 20) <= 0)
            continue;
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0)
            return; // the client hung up
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void HttpServerConnection::sendHead(const std::string& status, const std::vector<std::string>& fields)
{
    std::string head = "HTTP/1.1 " + status + (m_isKeptOpen ? "\r\n" : "\r\nConnection: close\r\n");
    for (const std::string& field : fields)
        head += field + "\r\n";
    send(head + "\r\n");
}

void HttpServerConnection::reply(const std::string& status, const std::string& body,
                                 std::vector<std::string> fields)
{
    fields.push_back("Content-Length: " + std::to_string(body.size()));
    sendHead(status, fields);
    send(body);
}

void HttpServerConnection::stall()
{
    char byte = 0;
    if (waitForBytes(m_socket, m_stopped))
        recv(m_socket, &byte, 1, 0);
}

void ServedFile::operator()(const HttpServerRequest& request, HttpServerConnection& connection) const
{
    std::size_t first = ranges ? request.from().value_or(0) : 0;
    const std::string condition = request.header("if-range");
    if (!condition.empty() && condition != etag && condition != lastModified)
        first = 0;
    const bool isPart = first > 0;
    std::vector<std::string> fields;
    if (!etag.empty())
        fields.push_back("ETag: " + etag);
    if (!lastModified.empty())
        fields.push_back("Last-Modified: " + lastModified);
    const std::string size = std::to_string(body.size());
    if (isPart && first >= body.size()) {
        fields.push_back("Content-Range: bytes */" + size);
        connection.reply("416 Range Not Satisfiable", "", fields);
        return;
    }
    if (isPart)
        fields.push_back("Content-Range: bytes " + std::to_string(first) + "-"
                         + std::to_string(body.size() - 1) + "/" + size);
    if (saysLength)
        fields.push_back("Content-Length: " + std::to_string(body.size() - first));
    if (keepsOpen)
        connection.keepOpen();
    connection.sendHead(isPart ? "206 Partial Content" : "200 OK", fields);
    connection.send(std::string_view(body).substr(first, cutAfter.value_or(body.size())));
    if (stalls)
        connection.stall();
}

HttpServer::HttpServer()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(m_listener, 64) != 0)
        throw std::runtime_error("the test server cannot listen on the loopback");
    getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::jthread([this] { accept(); });
}

HttpServer::~HttpServer()
{
    m_stopped = true;
    m_acceptor.join();
    m_connections.clear(); // joins
    close(m_listener);
}

std::string HttpServer::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void HttpServer::on(const std::string& path, std::vector<Handler> handlers)
{
    const std::scoped_lock lock(m_mutex);
    m_handlers[path] = std::move(handlers);
}

std::vector<HttpServerRequest> HttpServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void HttpServer::accept()
{
    while (waitForBytes(m_listener, m_stopped)) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            m_connections.emplace_back([this, socket] { serve(socket); });
    }
}

void HttpServer::serve(int socket)
{
    while (serveOne(socket)) {
    }
    shutdown(socket, SHUT_WR);
    close(socket);
}

bool HttpServer::serveOne(int socket)
{
    const auto request = readRequest(socket, m_stopped);
    if (!request)
        return false;
    Handler handler;
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.push_back(*request);
        std::vector<Handler>& handlers = m_handlers[request->path];
        if (!handlers.empty())
            handler = handlers.front();
        if (handlers.size() > 1)
            handlers.erase(handlers.begin());
    }
    HttpServerConnection connection(socket, m_stopped);
    if (handler)
        handler(*request, connection);
    else
        connection.reply("404 Not Found", "<html>not found</html>");
    return connection.isKeptOpen();
}

}
