#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace engine::test {

/// Ways to damage an HDF5 file.
enum class Damage {
    BitsOfStructure, ///< in the superblock, object headers, trees, heaps
    BytesOfStructure,
    BitsAnywhere,
    CutAtBorder, ///< where a structure begins, or at a multiple of 512
    CutAnywhere,
    Sizes, ///< fields of 8 bytes: 2^60, all ones, the file's size, nearly overflowing
    Addresses, ///< fields of 8 bytes become the address of another structure: links to itself, to a parent
    Dataspaces, ///< ranks and extents
    Datatypes, ///< classes, sizes, precisions
    Layouts, ///< kinds of storage, addresses, extents of chunks
    Filters, ///< numbers and parameters
    Messages ///< kinds and sizes of header messages: attributes and links out of what was something else
};

/// Damages copies of a sound HDF5 file, the same for the same seed. Structures are found by their signatures
/// and, where a header has none, by its form; checksums are made right again, so that the damage is not found
/// by them.
class CsdMutator {
public:
    explicit CsdMutator(std::string bytes);

    std::string mutant(Damage damage, std::uint64_t seed) const;

private:
    struct Message {
        unsigned type = 0;
        std::size_t at = 0; ///< of its body
        std::size_t size = 0;
        std::size_t head = 0; ///< where its type stands
    };
    struct Checked {
        std::size_t first = 0;
        std::size_t size = 0; ///< the checksum follows
    };

    void findHeadersOfVersion1();
    void findHeadersOfVersion2();
    void readMessages(std::size_t first, std::size_t last, bool isVersion2, bool hasOrder);
    void damageMessage(std::string& bytes, unsigned type, std::uint64_t seed) const;
    std::size_t placeInStructure(std::uint64_t random) const;
    void repairChecksums(std::string& bytes) const;

    std::string m_bytes;
    std::vector<std::size_t> m_structures; ///< where they begin
    std::vector<Message> m_messages;
    std::vector<Checked> m_checked;
};

}
