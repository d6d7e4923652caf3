#include "engine/core/sha256.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <openssl/evp.h>
#include <stdexcept>
#include <vector>

namespace engine {

static_assert(std::endian::native == std::endian::little, "numbers are hashed as they lie in memory");

namespace {

void check(int success)
{
    if (success != 1)
        throw std::runtime_error("libcrypto cannot compute SHA-256");
}

}

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    check(EVP_DigestInit_ex(m_context->handle.get(), EVP_sha256(), nullptr));
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(const void* bytes, std::size_t size)
{
    check(EVP_DigestUpdate(m_context->handle.get(), bytes, size));
}

Digest Sha256::digest()
{
    Digest digest{};
    unsigned int size = 0;
    check(EVP_DigestFinal_ex(m_context->handle.get(), digest.data(), &size));
    return digest;
}

std::string hexadecimal(const Digest& digest)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

Digest sha256OfFile(const std::filesystem::path& path, const RunContext& run)
{
    const std::optional<StoredBytes> bytes = storedBytesIfAny(path);
    const std::uintmax_t size = bytes ? bytes->size : 0;
    std::ifstream file(bytes ? bytes->file : path, std::ios::binary);
    if (bytes)
        file.seekg(static_cast<std::streamoff>(bytes->begin));
    if (!bytes || !file)
        throw IoError("file_not_found", path.string(), "there is no such file, or it cannot be read");
    Sha256 hash;
    std::vector<char> block(std::size_t{1} << 20);
    for (std::uintmax_t done = 0; done < size;) {
        run.tick(done, size);
        const std::uintmax_t wanted
            = bytes->isPart ? std::min<std::uintmax_t>(block.size(), size - done) : block.size();
        file.read(block.data(), static_cast<std::streamsize>(wanted));
        const auto got = static_cast<std::size_t>(file.gcount());
        if (got == 0)
            throw IoError("io", path.string(), "cannot be read to its end");
        hash.add(block.data(), got);
        done += got;
    }
    return hash.digest();
}

}
