#pragma once

#include "engine/sequences/feature_levels.h"
#include "engine/sequences/sequence_file.h"
#include "engine/sequences/timed_features.h"

#include <memory>
#include <string>
#include <vector>

namespace engine {

/// One video's numeric features that stay in their file: the intervals lie in memory, rows are read when they
/// are asked for. May be used from any thread.
class StoredFeatures {
public:
    /// @param id  a video: its own entry, or its segments `id[k]` one after the other.
    /// @throws FormatError (`data_invalid`) for damaged or textual entries, and when the rows are not in the
    /// order of time, since sorting would need all of them in memory.
    /// @param offset  seconds by which the rows lie later than the file says
    StoredFeatures(std::shared_ptr<const SequenceFile> file, const std::string& id, double offset = 0.0);

    const SequenceFile& file() const { return *m_file; }
    const std::string& id() const { return m_id; }
    const std::vector<Interval>& intervals() const { return m_intervals; }
    ElementType timeType() const { return m_timeType; } ///< as TimedFeatures::timeType
    std::size_t dimensions() const { return m_dimensions; }
    std::size_t rows() const { return m_intervals.size(); }
    /// `count` rows from `first` on. @throws IoError (`data_invalid`) when they cannot be read.
    FeatureMatrix read(std::size_t first, std::size_t count) const;

    /// Reads rows, and as many before and behind them together, into memory, so that read() of any of them
    /// needs no file until others are held. Rows that cannot be read are held as such: read() throws at once.
    void hold(std::size_t first, std::size_t count) const;
    bool holds(std::size_t first, std::size_t count) const;
    /// How often the calling thread has read rows from a file: a thread that must not wait for a disk does so
    /// never.
    static std::size_t readsOfThisThread();

private:
    struct Held;
    FeatureMatrix readFile(std::size_t first, std::size_t count) const;
    struct Part {
        std::size_t first = 0; ///< row
        std::size_t count = 0;
        SequenceFile::RowReader readRows;
    };
    std::shared_ptr<const SequenceFile> m_file;
    std::string m_id;
    std::vector<Part> m_parts;
    std::vector<Interval> m_intervals;
    std::size_t m_dimensions = 0;
    ElementType m_timeType = ElementType::Float64;
    std::shared_ptr<Held> m_held;
};

/// Rows of features that stay in their file.
struct RowsInFile {
    std::shared_ptr<const StoredFeatures> features;
    std::size_t first = 0;
    std::size_t count = 0;
    void hold() const { features->hold(first, count); } ///< as StoredFeatures::hold()
};

/// What the features of a video take in memory as float32, in bytes; only shapes are looked at.
/// @throws as SequenceFile::shape().
std::size_t bytesInMemory(const SequenceFile& file, const std::string& id);

}
