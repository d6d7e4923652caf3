#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// The folder of the programs, and what comes with them: in `../share/polylogue` of an installation, or in
/// the source tree that holds the build. A library in another program, such as Python, names the folder
/// itself.
class Installation {
public:
    explicit Installation(std::filesystem::path programs) : m_programs(std::move(programs)) { }
    static Installation ofThisProgram(); ///< the folder of the program that runs
    /// The program that runs, as it is started. In a portable folder (scripts/portable) that is the launcher
    /// NAME of NAME.bin, which may run by a loader of its own.
    static std::filesystem::path thisProgram();

    const std::filesystem::path& folder() const { return m_programs; }

    /// @throws IoError (`file_not_found`).
    std::filesystem::path program(const std::string& name) const;

    // Folders; each is empty where it is not installed.

    std::filesystem::path demo() const; ///< the demo dataset
    std::filesystem::path demoConversation() const; ///< the demo's conversation, a dataset in its folder
    /// Whether a dataset of this folder came with the program: the demo, or its conversation.
    bool isDemo(const std::filesystem::path& root) const;
    std::filesystem::path text() const; ///< the words' polarities (`sentiment_en.tsv`)
    std::filesystem::path datasets() const; ///< the lists of the standard datasets (`cmu_mosi.json`, …)
    std::filesystem::path speech() const; ///< what words are found in sound with (`boundaries.safetensors`)
    /// PocketSphinx' model of American English, where it comes with the programs and not from the system.
    std::filesystem::path speechModel() const;

    /// A part that learnt from people (`valence`, …), known by its card; they may be a package of their own.
    std::filesystem::path part(const std::string& name) const;

    /// What people run to turn a pickle, which this program does not open, into arrays: a sentence with the
    /// command of `scripts/unpickle.py`, to be copied. @param file  the pickle, or an archive that holds one
    std::string unpickleCommand(const std::filesystem::path& file) const;
    std::filesystem::path unpickle() const; ///< that script; `scripts/unpickle.py` where it is not found

    friend bool operator==(const Installation&, const Installation&) = default;

private:
    std::filesystem::path shared(const std::string& name, const char* file) const;

    std::filesystem::path m_programs;
};

/// `$XDG_CACHE_HOME/polylogue`, else `~/.cache/polylogue`; made when it is missing.
std::filesystem::path cacheFolder();

/// `$XDG_DATA_HOME/polylogue`, else `~/.local/share/polylogue`; it need not be there.
std::filesystem::path dataFolder();

/// `$XDG_CONFIG_HOME/polylogue`, else `~/.config/polylogue`; it need not be there.
std::filesystem::path configFolder();

}
