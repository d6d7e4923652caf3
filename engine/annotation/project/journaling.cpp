#include "engine/annotation/project/journaling.h"

#include "engine/core/file_system.h"

#include <atomic>
#include <cstdlib>
#include <string_view>

namespace engine {

namespace {

JournalingChoice fromEnvironment()
{
    const char* value = std::getenv("POLYLOGUE_PROJECT_FOLDERS");
    const std::string_view chosen = value ? value : "";
    return chosen == "local"  ? JournalingChoice::AlwaysWithLog
        : chosen == "network" ? JournalingChoice::NeverWithLog
                              : JournalingChoice::ByFolder;
}

std::atomic<JournalingChoice>& chosenJournaling()
{
    static std::atomic<JournalingChoice> choice = fromEnvironment();
    return choice;
}

}

void setJournalingChoice(JournalingChoice choice)
{
    chosenJournaling() = choice;
}

std::filesystem::path besideProject(std::filesystem::path project, const char* suffix)
{
    return project += suffix;
}

void removeBeside(const std::filesystem::path& project)
{
    std::error_code ignored;
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(besideProject(project, suffix), ignored);
}

Journaling journalingAt(const std::filesystem::path& project)
{
    const JournalingChoice choice = chosenJournaling();
    if (choice == JournalingChoice::ByFolder)
        return fileSystemAt(project).isShared() ? Journaling::WithoutLog : Journaling::WithLog;
    return choice == JournalingChoice::AlwaysWithLog ? Journaling::WithLog : Journaling::WithoutLog;
}

}
