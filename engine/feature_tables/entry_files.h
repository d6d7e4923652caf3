#pragma once

#include "engine/sequences/sequence_file.h"

namespace engine {

/// A computational sequence whose entries lie in a file each: an entry is known by the file's name without
/// its ending, and read when it is asked for.
class EntryFiles : public SequenceFile {
public:
    virtual std::vector<std::filesystem::path> files() const = 0; ///< in the order of ids
    /// What was left out of an entry's file, in sentences. @throws as entry().
    virtual std::vector<std::string> notes(const std::string& id) const = 0;
    /// Whether times of an entry are seconds; else they count its rows.
    virtual bool hasTimes(const std::string&) const { return true; }

protected:
    using SequenceFile::SequenceFile;
};

}
