#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : m_number(other.release()) { }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        if (this != &other)
            reset(other.release());
        return *this;
    }

    explicit operator bool() const { return m_number >= 0; }
    int get() const { return m_number; }
    int release()
    {
        const int number = m_number;
        m_number = -1;
        return number;
    }
    void reset(int number = -1);

private:
    int m_number = -1;
};

/// One call of the system, begun again where a signal came between: sends bytes, and with the first of them a
/// descriptor. @param descriptor  −1: none
/// @return how many were sent; below 0: nobody is at the other end
std::ptrdiff_t sendSome(int socket, std::string_view bytes, int descriptor);
/// The same for what comes. @param descriptor  takes one that comes along
/// @return how many came; 0 or below: the other end is closed
std::ptrdiff_t receiveSome(int socket, char* bytes, std::size_t most, Descriptor& descriptor);

/// What goes between a program and its `polylogue-media`: a head in CBOR, bytes that are not looked at, and
/// perhaps a file descriptor.
struct MediaMessage {
    nlohmann::json head;
    std::vector<char> bytes;
    Descriptor handle;
};

/// One end of the line. Several threads may send; one receives.
class MessageSocket {
public:
    static constexpr std::uint32_t kLongestHead = 1U << 20U; ///< bytes
    static constexpr std::uint32_t kMostBytes = 256U << 20U; ///< behind a head

    explicit MessageSocket(Descriptor socket) : m_socket(std::move(socket)) { }

    /// @param handle  is sent along; −1: none
    /// @return false where nobody is at the other end
    bool send(const nlohmann::json& head, std::string_view bytes = {}, int handle = -1);

    /// Waits for the next message. Absent where the other end is closed, or sends what is no message: the
    /// line is to be given up.
    std::optional<MediaMessage> receive();

private:
    bool sendAll(std::string_view bytes, int handle);
    bool receiveAll(char* bytes, std::size_t count, Descriptor& handle);

    Descriptor m_socket;
    std::mutex m_sending;
};

/// Two ends of a line that no program inherits that is started. @throws IoError (`io`)
std::pair<Descriptor, Descriptor> makeLine();

}
