#pragma once

#include "engine/core/run_context.h"
#include "engine/features/text/word_vectors.h"

#include <cstdint>
#include <filesystem>
#include <set>

namespace engine {

/// What a cache of vectors was made of: it is valid as long as these agree.
struct VectorSource {
    std::string name; ///< the file's name, without its folder
    std::uint64_t size = 0; ///< bytes
    std::int64_t changed = 0; ///< ns since 1970
    std::string beginning; ///< SHA-256 of its first MiB, 64 hexadecimal digits

    friend bool operator==(const VectorSource&, const VectorSource&) = default;
};

/// @throws IoError (`file_not_found`, `io`).
VectorSource vectorSourceOf(const std::filesystem::path& file);

/// Reads a file of vectors (`readVectors`) and writes its cache, which `StoredVectors` opens in no time.
/// Holds 16 bytes and the letters of each word in memory, not the vectors. Of duplicate words the first one
/// counts.
/// @throws as readVectors(); IoError (`io`).
void writeVectorCache(const std::filesystem::path& file, const std::filesystem::path& cache,
                      const RunContext& run = {});

/// Writes a cache of these words only: the vocabulary of a project, which then needs the large file no more.
/// @param vectors  unknown words are left out; what stands for unknown words (`<unk>`) is kept
/// @throws IoError (`io`).
void writeVocabulary(const WordVectors& vectors, const VectorSource& source,
                     const std::set<std::string>& words, const std::filesystem::path& target);

}
