#include "engine/cli/whole_project.h"

#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/core/pending_file.h"

#include <fmt/format.h>

namespace engine::cli {

namespace fs = std::filesystem;

Annotation wholeProject(const fs::path& path, const char* purpose)
{
    ProjectFile file = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
    if (file.isNewer())
        throw FormatError("newer_version", path.string(), file.whyReadOnly());
    std::vector<std::string> problems;
    Annotation annotation = file.load(problems);
    if (file.isDamaged() || !problems.empty())
        throw FormatError("damaged", path.string(),
                          fmt::format("is damaged, so it is not {}{}{}", purpose,
                                      problems.empty() ? "" : ": ",
                                      problems.empty() ? std::string() : problems.front()));
    return annotation;
}

void refuseToReplace(const fs::path& out, bool overwrites)
{
    if (!overwrites && fs::exists(out))
        throw IoError("io", out.string(), "is there already; --overwrite replaces it");
}

void requireBeside(const fs::path& out, const fs::path& project)
{
    if (fs::weakly_canonical(out).parent_path() != fs::weakly_canonical(project).parent_path())
        throw IoError("io", out.string(),
                      "lies in another folder than " + project.string()
                          + ", from which its files are found; write it beside");
}

void writeCopyWith(const std::vector<Change>& changes, const fs::path& project, const fs::path& out)
{
    ProjectFile source = ProjectFile::open(project, ProjectFile::Access::ReadOnly);
    PendingFile pending(out);
    source.copyTo(pending.temporary());
    {
        ProjectFile copy = ProjectFile::open(pending.temporary());
        for (const Change& change : changes)
            copy.write(change);
    }
    pending.commit();
}

}
