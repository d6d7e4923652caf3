#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/project/history.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A project on disk (`.polylogue`, SQLite). To be used on one thread only.
///
/// Every write is one transaction, durable when the call returns. How it reaches the file depends on the
/// folder (journaling.h); a project that was moved between two kinds of folders is converted when it is
/// opened to be written. SQLite's errors become IoError (`io`) with the reason in words.
class ProjectFile {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Creates an empty project, as a whole or not at all. @throws IoError (`io`) when it cannot be created
    /// or already exists. A file without tables, which an interrupted creation left, is replaced.
    static ProjectFile create(const std::filesystem::path& path);

    /// Opens a project. A file that holds more than a project's tables and indices (views, triggers, …)
    /// counts as damaged, and these objects are never run. A file that is damaged, has a newer schema or may
    /// not be written is opened for reading only; `whyReadOnly` tells why. For a damaged file nothing is
    /// written, not even beside it: the readable part is read into memory. In a folder that several machines
    /// see, what is opened for reading is a copy of the moment, in memory: neither locks nor the writer's log
    /// are relied on. A file without tables and without earlier states is created again when it is opened for
    /// writing.
    /// @throws IoError (`file_not_found`, `io`), FormatError (`not_a_project`; `damaged` where nothing can be
    /// read).
    static ProjectFile open(const std::filesystem::path& path, Access access = Access::ReadWrite);

    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ~ProjectFile();

    const std::filesystem::path& path() const;
    bool isReadOnly() const;
    const std::string& whyReadOnly() const;
    bool isNewer() const; ///< a newer Polylogue wrote it
    bool isDamaged() const; ///< and so read-only
    /// Whether a sound project was opened as a copy in memory: what is written later is not in it.
    bool isCopy() const;

    /// Asks `isOurs` before each write, where several machines see the folder and locks cannot be relied on.
    /// When it says no, write() throws IoError (`taken_over`) and nothing is written.
    void writeOnlyWhile(std::function<bool()> isOurs);

    /// Reads the project's state at one moment, as far as it can be read. When something is lost, the project
    /// is read-only from then on. @throws IoError (`io`).
    /// @param problems  receives what is damaged or lost, in words; empty for an undamaged file
    Annotation load(std::vector<std::string>& problems);

    /// The steps that can be undone. None of a damaged file, and of one that is only read.
    /// @throws IoError (`io`).
    History history();

    /// @param history  what the steps that can be undone have become by the change
    /// @throws IoError (`io`; `changed_elsewhere` when another program has written the file since it was
    /// opened or read here; `taken_over`); then no part of the change is in the file.
    void write(const Change& change, const std::optional<HistoryChange>& history = {});
    /// Takes the log beside the file in, as far as possible now, for whoever copies the file alone.
    void takeLogIn() noexcept;

    /// Makes a whole copy of the present state with SQLite's backup API; for a damaged file, an undamaged
    /// copy of the readable part. Steps that can be undone are left out. The copy is one file, and reading it
    /// creates no files beside it.
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
