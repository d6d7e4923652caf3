#pragma once

#include "engine/annotation/project/project_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>

#include "tests/support/whole_project.h"

namespace engine::test {

/// A project with everything in it and a step to undo, as small as SQLite writes it.
inline void writeWholeProject(const std::filesystem::path& path)
{
    const Change change = everything();
    {
        auto project = ProjectFile::create(path);
        HistoryChange history;
        history.steps.push_back({"move word 3", PackedChange(change), PackedChange(change)});
        history.position = 1;
        project.write(change, history);
    }
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = DELETE");
    database.exec("PRAGMA page_size = 512");
    database.exec("VACUUM");
}

}
