#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/sha256.h"
#include "engine/sequences/metadata.h"

#include <string>

namespace engine {

class CsdFile;

/// Of an entry's types, shapes and values as they are stored, whatever the layout (docs/formats.md, "SHA-256
/// of a sequence").
Digest digestOf(const EntryRows& rows);

/// Makes a sequence's SHA-256 of the digests of its entries.
class SequenceHash {
public:
    /// Ids in byte order.
    void add(const std::string& id, const Digest& digest);
    /// 64 hexadecimal digits; nothing may be added after it.
    std::string finish() { return hexadecimal(m_hash.digest()); }

private:
    Sha256 m_hash;
};

/// Reads every entry. @throws as CsdFile::entry for the first that is damaged.
std::string sha256Of(const CsdFile& file);

/// The metadata with `sha256`, `uuid` (made of that and the metadata: the same contents have the same) and,
/// as the SDK writes it, `md5` (null).
Metadata withHash(Metadata metadata, const std::string& sha256);

}
