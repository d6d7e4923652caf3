#pragma once

#include "engine/core/run_context.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace engine {

/// 32 bytes of a SHA-256.
using Digest = std::array<std::uint8_t, 32>;

/// 64 lower-case hexadecimal digits.
std::string hexadecimal(const Digest& digest);

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(const void* bytes, std::size_t size);
    /// Adds the number as eight bytes, little endian.
    void add(std::uint64_t number) { add(&number, sizeof number); }
    /// Adds the number of values and then the values, so that no two different lists look alike.
    template <class Values>
    void addAll(const Values& values)
    {
        add(static_cast<std::uint64_t>(values.size()));
        add(values.data(), values.size() * sizeof(typename Values::value_type));
    }
    /// The hash of all that was added; nothing may be added afterwards.
    Digest digest();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// The hash of a file's bytes. @throws IoError (`file_not_found`, `io`), Cancelled.
Digest sha256OfFile(const std::filesystem::path& path, const RunContext& run = {});

}
