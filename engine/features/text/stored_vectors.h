#pragma once

#include "engine/core/mapped_file.h"
#include "engine/core/run_context.h"
#include "engine/features/text/vector_cache.h"
#include "engine/features/text/word_vectors.h"

namespace engine {

/// The vectors of a cache, which stays on the disk: only the pages of words that are looked up are read.
class StoredVectors : public WordVectors {
public:
    /// @throws FormatError (`data_invalid`) when the file is no such cache, of another version or not whole.
    explicit StoredVectors(const std::filesystem::path& cache);

    const std::vector<FeatureColumn>& columns() const override { return m_columns; }
    std::string description() const override;
    bool find(std::string_view word, std::span<float> row) const override;
    bool findUnknown(std::span<float> row) const override; ///< of `<unk>`, where the file has it

    const VectorSource& source() const { return m_source; }
    std::size_t words() const { return m_words; }

private:
    std::string_view wordAt(std::size_t index) const;

    MappedFile m_file;
    VectorSource m_source;
    std::size_t m_words = 0;
    std::vector<FeatureColumn> m_columns;
    const char* m_values = nullptr; ///< N × D float32
    const char* m_offsets = nullptr; ///< N + 1 uint64, into `m_letters`
    const char* m_slots = nullptr; ///< of the words that can be found, by hash
    std::size_t m_slotCount = 0;
    std::string_view m_letters;
};

/// The vectors of a user's file; makes the cache in `folder` where it is missing or the file has changed.
/// @throws as writeVectorCache().
StoredVectors openVectors(const std::filesystem::path& file, const std::filesystem::path& folder,
                          const RunContext& run = {});

}
