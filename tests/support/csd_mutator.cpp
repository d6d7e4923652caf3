#include "tests/support/csd_mutator.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <random>
#include <string_view>

namespace engine::test {

namespace {

/// Bytes from the beginning of a structure in which damage is likely to be noticed.
constexpr std::size_t kStructureBytes = 256;

template <typename T>
T numberAt(std::string_view bytes, std::size_t at)
{
    T value{};
    if (at + sizeof value <= bytes.size())
        std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

template <typename T>
void putNumber(std::string& bytes, std::size_t at, T value)
{
    if (at + sizeof value <= bytes.size())
        std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// The checksum of HDF5's metadata: Bob Jenkins, lookup3.c, hashlittle with 0 to begin with.
std::uint32_t lookup3(std::string_view bytes)
{
    std::uint32_t a = 0xdeadbeef + static_cast<std::uint32_t>(bytes.size());
    std::uint32_t b = a;
    std::uint32_t c = a;
    const auto word = [&](std::size_t at) { // what is not there counts as 0
        std::uint32_t value = 0;
        if (at < bytes.size())
            std::memcpy(&value, bytes.data() + at, std::min<std::size_t>(4, bytes.size() - at));
        return value;
    };
    if (bytes.empty())
        return c;
    std::size_t at = 0;
    for (; bytes.size() - at > 12; at += 12) {
        a += word(at);
        b += word(at + 4);
        c += word(at + 8);
        a = (a - c) ^ std::rotl(c, 4);
        c += b;
        b = (b - a) ^ std::rotl(a, 6);
        a += c;
        c = (c - b) ^ std::rotl(b, 8);
        b += a;
        a = (a - c) ^ std::rotl(c, 16);
        c += b;
        b = (b - a) ^ std::rotl(a, 19);
        a += c;
        c = (c - b) ^ std::rotl(b, 4);
        b += a;
    }
    a += word(at);
    b += word(at + 4);
    c += word(at + 8);
    c = (c ^ b) - std::rotl(b, 14);
    a = (a ^ c) - std::rotl(c, 11);
    b = (b ^ a) - std::rotl(a, 25);
    c = (c ^ b) - std::rotl(b, 16);
    a = (a ^ c) - std::rotl(c, 4);
    b = (b ^ a) - std::rotl(a, 14);
    return (c ^ b) - std::rotl(b, 24);
}

/// Numbers that sizes and counts must not be.
std::uint64_t oddNumber(std::mt19937_64& random, std::size_t fileSize)
{
    const std::array<std::uint64_t, 12> numbers{std::uint64_t{1} << 60,
                                                ~std::uint64_t{0},
                                                ~std::uint64_t{0} - 1,
                                                std::uint64_t{1} << 63,
                                                std::uint64_t{1} << 32,
                                                (std::uint64_t{1} << 32) - 1,
                                                std::uint64_t{1} << 31,
                                                fileSize,
                                                fileSize - 1,
                                                2 * fileSize,
                                                0,
                                                1};
    return numbers[random() % numbers.size()];
}

void flipBits(std::string& bytes, std::size_t at, std::mt19937_64& random)
{
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
}

}

CsdMutator::CsdMutator(std::string bytes) : m_bytes(std::move(bytes))
{
    for (const char* signature : {"\x89HDF\r\n\x1a\n",
                                  "TREE",
                                  "SNOD",
                                  "HEAP",
                                  "GCOL",
                                  "OHDR",
                                  "OCHK",
                                  "FRHP",
                                  "FHDB",
                                  "FHIB",
                                  "BTHD",
                                  "BTLF",
                                  "BTIN",
                                  "FAHD",
                                  "FADB",
                                  "EAHD",
                                  "EAIB",
                                  "EASB",
                                  "EADB",
                                  "FSHD",
                                  "FSSE",
                                  "SMTB",
                                  "SMLI"}) {
        for (std::size_t at = m_bytes.find(signature); at != std::string::npos;
             at = m_bytes.find(signature, at + 1))
            m_structures.push_back(at);
    }
    findHeadersOfVersion1();
    findHeadersOfVersion2();
    std::ranges::sort(m_structures);
}

void CsdMutator::findHeadersOfVersion1()
{
    for (std::size_t at = 0; at + 24 < m_bytes.size(); at += 8) {
        const auto count = numberAt<std::uint16_t>(m_bytes, at + 2);
        const auto size = numberAt<std::uint32_t>(m_bytes, at + 8);
        if (numberAt<std::uint16_t>(m_bytes, at) != 1 || count == 0 || count > 64
            || numberAt<std::uint32_t>(m_bytes, at + 4) == 0 || numberAt<std::uint32_t>(m_bytes, at + 4) > 8
            || size < 8 || size > 4096 || size % 8 != 0 || numberAt<std::uint32_t>(m_bytes, at + 12) != 0
            || at + 16 + size > m_bytes.size())
            continue;
        m_structures.push_back(at);
        readMessages(at + 16, at + 16 + size, false, false);
    }
}

void CsdMutator::findHeadersOfVersion2()
{
    for (std::size_t at = m_bytes.find("OHDR"); at != std::string::npos; at = m_bytes.find("OHDR", at + 1)) {
        const unsigned flags = numberAt<std::uint8_t>(m_bytes, at + 5);
        const std::size_t sizeAt = at + 6 + ((flags & 0x20U) != 0 ? 16 : 0) + ((flags & 0x10U) != 0 ? 4 : 0);
        const std::size_t sizeBytes = std::size_t{1} << (flags & 3U);
        const std::size_t mask = sizeBytes == 8 ? ~std::size_t{0} : (std::size_t{1} << (8 * sizeBytes)) - 1;
        const std::size_t first = sizeAt + sizeBytes;
        const std::size_t size = numberAt<std::uint64_t>(m_bytes, sizeAt) & mask;
        if (size > m_bytes.size() || first + size + 4 > m_bytes.size())
            continue;
        m_checked.push_back({at, first + size - at});
        readMessages(first, first + size, true, (flags & 0x04U) != 0);
    }
}

void CsdMutator::readMessages(std::size_t first, std::size_t last, bool isVersion2, bool hasOrder)
{
    const std::size_t headBytes = isVersion2 ? (hasOrder ? 6 : 4) : 8;
    for (std::size_t at = first; at + headBytes <= last;) {
        const unsigned type
            = isVersion2 ? numberAt<std::uint8_t>(m_bytes, at) : numberAt<std::uint16_t>(m_bytes, at);
        const std::size_t size = numberAt<std::uint16_t>(m_bytes, at + (isVersion2 ? 1 : 2));
        if (at + headBytes + size > last || type > 0x18)
            return;
        if (type != 0 && size > 0)
            m_messages.push_back({type, at + headBytes, size, at});
        at += headBytes + size;
    }
}

std::size_t CsdMutator::placeInStructure(std::uint64_t random) const
{
    const std::size_t begin = m_structures[random % m_structures.size()];
    return std::min(begin + (random >> 32) % kStructureBytes, m_bytes.size() - 1);
}

void CsdMutator::damageMessage(std::string& bytes, unsigned type, std::uint64_t seed) const
{
    std::mt19937_64 random(seed);
    std::vector<Message> candidates;
    std::ranges::copy_if(m_messages, std::back_inserter(candidates),
                         [&](const Message& message) { return message.type == type; });
    if (candidates.empty())
        candidates = m_messages;
    const Message& message = candidates[random() % candidates.size()];
    switch (random() % 4) {
    case 0: // the version, class, rank, kind that stand in front
        bytes[message.at + random() % std::min<std::size_t>(4, message.size)]
            = static_cast<char>(random() % 20);
        break;
    case 1:
        flipBits(bytes, message.at + random() % message.size, random);
        break;
    case 2:
        putNumber(bytes, message.at + (random() % message.size) / 4 * 4,
                  static_cast<std::uint32_t>(oddNumber(random, bytes.size())));
        break;
    default:
        putNumber(bytes, message.at + (random() % message.size) / 8 * 8, oddNumber(random, bytes.size()));
    }
}

std::string CsdMutator::mutant(Damage damage, std::uint64_t seed) const
{
    std::mt19937_64 random(seed);
    std::string bytes = m_bytes;
    const std::size_t places = 1 + random() % 4;
    const auto anyStructure = [&] { return m_structures[random() % m_structures.size()]; };
    switch (damage) {
    case Damage::BitsOfStructure:
        for (std::size_t i = 0; i < places; ++i)
            flipBits(bytes, placeInStructure(random()), random);
        break;
    case Damage::BytesOfStructure:
        for (std::size_t i = 0; i < places; ++i)
            bytes[placeInStructure(random())] = static_cast<char>(random());
        break;
    case Damage::BitsAnywhere:
        for (std::size_t i = 0; i < 16 * places; ++i)
            flipBits(bytes, random() % bytes.size(), random);
        break;
    case Damage::CutAtBorder:
        bytes.resize(random() % 2 == 0 ? anyStructure() + (random() % 2) * 8
                                       : random() % bytes.size() / 512 * 512);
        break;
    case Damage::CutAnywhere:
        bytes.resize(random() % bytes.size());
        break;
    case Damage::Sizes:
        putNumber(bytes, placeInStructure(random()) / 8 * 8, oddNumber(random, bytes.size()));
        break;
    case Damage::Addresses:
        putNumber<std::uint64_t>(bytes, placeInStructure(random()) / 8 * 8, anyStructure());
        break;
    case Damage::Dataspaces:
        damageMessage(bytes, 0x01, random());
        break;
    case Damage::Datatypes:
        damageMessage(bytes, 0x03, random());
        break;
    case Damage::Layouts:
        damageMessage(bytes, 0x08, random());
        break;
    case Damage::Filters:
        damageMessage(bytes, 0x0B, random());
        break;
    case Damage::Messages: {
        const Message& message = m_messages[random() % m_messages.size()];
        bytes[message.head + (random() % 4 == 0 ? 2 : 0)] = static_cast<char>(1 + random() % 0x16);
        break;
    }
    }
    repairChecksums(bytes);
    return bytes;
}

void CsdMutator::repairChecksums(std::string& bytes) const
{
    for (const Checked& part : m_checked)
        putNumber(bytes, part.first + part.size,
                  part.first + part.size <= bytes.size()
                      ? lookup3(std::string_view(bytes).substr(part.first, part.size))
                      : 0);
}

}
