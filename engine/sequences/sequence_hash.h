#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/sha256.h"
#include "engine/sequences/metadata.h"

#include <string>

namespace engine {

class SequenceFile;

/// The hash of an entry's types, shapes and values as they are stored, whatever their layout in the file
/// (docs/formats.md, "SHA-256 of a sequence").
Digest digestOf(const EntryRows& rows);

/// Makes a sequence's SHA-256 from the digests of its entries.
class SequenceHash {
public:
    /// Adds an entry; ids must come in byte order.
    void add(const std::string& id, const Digest& digest);
    /// The hash as 64 hexadecimal digits; nothing may be added afterwards.
    std::string finish() { return hexadecimal(m_hash.digest()); }

private:
    Sha256 m_hash;
};

/// The SHA-256 of a file's sequence; it reads every entry. @throws as SequenceFile::entry for the first that
/// is damaged.
std::string sha256Of(const SequenceFile& file);

/// The metadata with `sha256`, `uuid` (made from the hash and the metadata, so that equal contents have equal
/// ids) and, as the SDK writes it, `md5` (null).
Metadata withHash(Metadata metadata, const std::string& sha256);

}
