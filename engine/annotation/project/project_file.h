#pragma once

#include "engine/annotation/annotation.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// A project on disk (`.polylogue`, SQLite). All calls from one thread.
///
/// Every write is one transaction, durable when the call returns (WAL, synchronous=FULL). SQLite's errors
/// become IoError (`io`) with the reason in words.
class ProjectFile {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// A new, empty project; it is there as a whole or not at all. @throws IoError (`io`) when it cannot be
    /// made, or is there already (but one without tables, as an interrupted creation left it, is replaced).
    static ProjectFile create(const std::filesystem::path& path);

    /// A stranger's file is as good as a damaged one where it holds more than a project's tables and indices
    /// (views, triggers, …): these are never run. A file of a newer schema, one that may not be written, or a
    /// damaged one is opened to be read; `whyReadOnly` says why. Of a damaged one nothing is written, not
    /// even beside it: what can be had of it is read into memory. One that is to be written, has no tables
    /// and no earlier states is made anew.
    /// @throws IoError (`file_not_found`, `io`), FormatError (`not_a_project`; `damaged` where nothing can be
    /// read).
    static ProjectFile open(const std::filesystem::path& path, Access access = Access::ReadWrite);

    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ~ProjectFile();

    const std::filesystem::path& path() const;
    bool isReadOnly() const;
    const std::string& whyReadOnly() const;
    /// Whether a newer Polylogue wrote it.
    bool isNewer() const;
    /// Whether it is open to be read because something is wrong with it.
    bool isDamaged() const;

    /// What it holds, as far as it can be read, at one moment. @throws IoError (`io`).
    /// Where something is lost, it is open to be read from then on.
    /// @param problems  what is damaged or lost, in words; empty for a sound file
    Annotation load(std::vector<std::string>& problems);

    /// @throws IoError (`io`; `changed_elsewhere` when another program has written it since it was opened or
    /// read here); then nothing of the change is in the file.
    void write(const Change& change);

    /// A whole copy, as of now, by SQLite's backup API; of a damaged file a sound one of what can be read.
    /// It is in one file, and stays so while it is only read.
    /// @throws IoError (`io`).
    void copyTo(const std::filesystem::path& path);

private:
    struct State;
    static ProjectFile openRecovered(const std::filesystem::path& path, const std::string& why,
                                     bool isDamaged);
    explicit ProjectFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
