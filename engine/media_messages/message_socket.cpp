#include "engine/media_messages/message_socket.h"

#include "engine/core/error.h"
#include "engine/worker/frames.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace engine {

namespace {

using Lengths = std::array<std::uint32_t, 2>; // of head and bytes; both ends run on the same machine

/// Room for the one descriptor that comes with a message.
struct alignas(cmsghdr) DescriptorRoom {
    std::array<char, CMSG_SPACE(sizeof(int))> bytes{};
};

}

void Descriptor::reset(int number)
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = number;
}

std::ptrdiff_t sendSome(int socket, std::string_view bytes, int descriptor)
{
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    DescriptorRoom room;
    if (descriptor >= 0) {
        message.msg_control = room.bytes.data();
        message.msg_controllen = room.bytes.size();
        cmsghdr* carried = CMSG_FIRSTHDR(&message);
        carried->cmsg_level = SOL_SOCKET;
        carried->cmsg_type = SCM_RIGHTS;
        carried->cmsg_len = CMSG_LEN(sizeof descriptor);
        std::memcpy(CMSG_DATA(carried), &descriptor, sizeof descriptor);
    }
    ssize_t sent = 0;
    do
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent;
}

std::ptrdiff_t receiveSome(int socket, char* bytes, std::size_t most, Descriptor& descriptor)
{
    iovec part{bytes, most};
    DescriptorRoom room;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.bytes.data();
    message.msg_controllen = room.bytes.size();
    ssize_t got = 0;
    do
        got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    const cmsghdr* carried = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (carried && carried->cmsg_level == SOL_SOCKET && carried->cmsg_type == SCM_RIGHTS
        && carried->cmsg_len == CMSG_LEN(sizeof(int))) {
        int number = -1;
        std::memcpy(&number, CMSG_DATA(carried), sizeof number);
        descriptor.reset(number);
    }
    return got;
}

bool MessageSocket::send(const nlohmann::json& head, std::string_view bytes, int handle)
{
    std::string message(sizeof(Lengths), '\0');
    nlohmann::json::to_cbor(head, message);
    const Lengths lengths{static_cast<std::uint32_t>(message.size() - sizeof(Lengths)),
                          static_cast<std::uint32_t>(bytes.size())};
    std::memcpy(message.data(), &lengths, sizeof lengths);
    const std::lock_guard lock(m_sending);
    return sendAll(message, handle) && sendAll(bytes, -1);
}

bool MessageSocket::sendAll(std::string_view bytes, int handle)
{
    while (!bytes.empty()) {
        const std::ptrdiff_t sent = sendSome(m_socket.get(), bytes, handle);
        if (sent < 0)
            return false;
        handle = -1; // went with the first byte
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool MessageSocket::receiveAll(char* bytes, std::size_t count, Descriptor& handle)
{
    while (count > 0) {
        const std::ptrdiff_t got = receiveSome(m_socket.get(), bytes, count, handle);
        if (got <= 0)
            return false;
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<MediaMessage> MessageSocket::receive()
{
    MediaMessage message;
    Lengths lengths{};
    if (!receiveAll(reinterpret_cast<char*>(lengths.data()), sizeof lengths, message.handle))
        return std::nullopt;
    const auto [head, bytes] = lengths;
    if (head > kLongestHead || bytes > kMostBytes)
        return std::nullopt;
    std::string cbor(head, '\0');
    if (!receiveAll(cbor.data(), head, message.handle))
        return std::nullopt;
    message.bytes.resize(bytes);
    if (!receiveAll(message.bytes.data(), bytes, message.handle))
        return std::nullopt;
    try {
        message.head = decodeMessage(cbor);
    } catch (const std::exception&) { // no CBOR
        return std::nullopt;
    }
    return message.head.is_object() ? std::optional(std::move(message)) : std::nullopt;
}

std::pair<Descriptor, Descriptor> makeLine()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw IoError("io", "socketpair", std::strerror(errno));
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

}
