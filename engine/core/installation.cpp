#include "engine/core/installation.h"

#include "engine/core/error.h"
#include "engine/core/shell_word.h"

#include <cerrno>
#include <cstdlib>

namespace engine {

namespace {

/// Where the user keeps such files: what the variable says, else this folder at home.
std::filesystem::path userFolder(const char* variable, const char* atHome)
{
    const char* chosen = std::getenv(variable);
    const char* home = std::getenv("HOME");
    return chosen && *chosen ? std::filesystem::path(chosen)
        : home && *home      ? std::filesystem::path(home) / atHome
                             : std::filesystem::temp_directory_path();
}

}

Installation Installation::ofThisProgram()
{
    return Installation(std::filesystem::read_symlink("/proc/self/exe").parent_path());
}

std::filesystem::path Installation::thisProgram()
{
    const std::filesystem::path running = std::filesystem::read_symlink("/proc/self/exe");
    const bool isLoader = running.filename().string().starts_with("ld-linux");
    std::filesystem::path name
        = isLoader ? std::filesystem::path(program_invocation_short_name) : running.filename();
    if (name.extension() == ".bin")
        name.replace_extension();
    const std::filesystem::path launcher = running.parent_path() / name;
    return std::filesystem::exists(launcher) ? launcher : running;
}

std::filesystem::path Installation::program(const std::string& name) const
{
    const std::filesystem::path program = m_programs / name;
    const std::filesystem::path built = m_programs / "../bin" / name; // of a test
    if (!std::filesystem::exists(program) && std::filesystem::exists(built))
        return built.lexically_normal();
    if (!std::filesystem::exists(program))
        throw IoError("file_not_found", program.string(), "this program is missing from the installation");
    return program;
}

std::filesystem::path Installation::demo() const
{
    return shared("demo", "dataset.json");
}

std::filesystem::path Installation::demoConversation() const
{
    return shared("demo_conversation", "dataset.json");
}

bool Installation::isDemo(const std::filesystem::path& root) const
{
    return !root.empty() && (root == demo() || root == demoConversation());
}

std::filesystem::path Installation::text() const
{
    return shared("text", "sentiment_en.tsv");
}

std::filesystem::path Installation::datasets() const
{
    return shared("datasets", "cmu_mosi.json");
}

std::filesystem::path Installation::speech() const
{
    return shared("speech", "boundaries.safetensors");
}

std::filesystem::path Installation::speechModel() const
{
    return shared("speech_model", "en-us/mdef");
}

std::filesystem::path Installation::part(const std::string& name) const
{
    return shared("parts/" + name, "card.json");
}

std::filesystem::path Installation::unpickle() const
{
    std::filesystem::path script = "scripts/unpickle.py";
    for (const char* relative : {"../share/polylogue", "../../../scripts"}) {
        const std::filesystem::path there = (m_programs / relative / "unpickle.py").lexically_normal();
        if (std::filesystem::exists(there))
            script = there;
    }
    return script;
}

std::string Installation::unpickleCommand(const std::filesystem::path& file) const
{
    const std::filesystem::path script = unpickle();
    std::filesystem::path target = file;
    target.replace_extension(file.extension() == ".npz" ? ".arrays.npz" : ".npz");
    return "To convert it: python3 " + shellQuoted(script.string()) + " " + shellQuoted(file.string()) + " "
        + shellQuoted(target.string());
}

/// The folder `name` that comes with the programs, known by a file in it; empty when it is nowhere.
std::filesystem::path Installation::shared(const std::string& name, const char* file) const
{
    // <prefix>/bin → its share; <source>/build/<preset>/bin and <source>/build/<preset>/tests → the source
    // tree
    for (const char* relative : {"../share/polylogue", "../../../resources"}) {
        const std::filesystem::path folder = (m_programs / relative / name).lexically_normal();
        if (std::filesystem::exists(folder / file))
            return folder;
    }
    return {};
}

std::filesystem::path cacheFolder()
{
    const std::filesystem::path folder = userFolder("XDG_CACHE_HOME", ".cache") / "polylogue";
    std::error_code ignored; // a cache that cannot be made is a slower program, no error
    std::filesystem::create_directories(folder, ignored);
    return folder;
}

std::filesystem::path dataFolder()
{
    return userFolder("XDG_DATA_HOME", ".local/share") / "polylogue";
}

std::filesystem::path configFolder()
{
    return userFolder("XDG_CONFIG_HOME", ".config") / "polylogue";
}

}
