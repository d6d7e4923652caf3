#include "engine/training/data_hash.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace engine {

namespace {

class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        check(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr));
    }

    void add(const void* bytes, std::size_t size) { check(EVP_DigestUpdate(m_context.get(), bytes, size)); }

    void add(std::uint64_t number) { add(&number, sizeof number); }

    /// The values after their count, so that no two different lists look alike.
    template <class Values>
    void addAll(const Values& values)
    {
        add(static_cast<std::uint64_t>(values.size()));
        add(values.data(), values.size() * sizeof(typename Values::value_type));
    }

    std::string hexadecimal()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int size = 0;
        check(EVP_DigestFinal_ex(m_context.get(), digest.data(), &size));
        std::string text;
        for (unsigned int i = 0; i < size; ++i)
            text += fmt::format("{:02x}", digest[i]);
        return text;
    }

private:
    static void check(int success)
    {
        if (success != 1)
            throw std::runtime_error("libcrypto cannot compute SHA-256");
    }

    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

}

std::string sha256Of(std::span<const LabelledSegment> segments)
{
    Sha256 hash;
    for (const LabelledSegment& segment : segments) {
        hash.addAll(segment.id);
        for (const Modality modality : allModalities) {
            hash.add(static_cast<std::uint64_t>(segment.input.of(modality).columns));
            hash.addAll(segment.input.of(modality).values);
        }
        hash.addAll(segment.labels);
    }
    return hash.hexadecimal();
}

}
