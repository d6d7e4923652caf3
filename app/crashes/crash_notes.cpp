#include "app/crashes/crash_notes.h"

#include "engine/core/installation.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTold = ".told"; // before `.txt`

bool wasTold(const fs::path& note)
{
    return note.stem().extension() == kTold;
}

}

fs::path CrashNotes::usualFolder()
{
    return engine::cacheFolder() / "crashes";
}

std::vector<fs::path> CrashNotes::all() const
{
    std::vector<fs::path> notes;
    std::error_code missing;
    for (const auto& item : fs::directory_iterator(m_folder, missing)) {
        if (item.path().extension() == ".txt")
            notes.push_back(item.path());
    }
    std::ranges::sort(notes, std::greater());
    return notes;
}

bool CrashNotes::tell() const
{
    bool isNew = false;
    std::error_code gone; // another window may do the same
    const std::vector<fs::path> notes = all();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const fs::path& note = notes[i];
        if (!wasTold(note)) {
            const fs::path told = note.parent_path() / (note.stem().string() + kTold + ".txt");
            fs::rename(note, told, gone);
            isNew = isNew || !gone;
            if (i >= kMostKept)
                fs::remove(told, gone);
        } else if (i >= kMostKept) {
            fs::remove(note, gone);
        }
    }
    return isNew;
}

std::string CrashNotes::text() const
{
    std::ostringstream text;
    for (const fs::path& note : all()) {
        std::ifstream file(note);
        text << "--- " << note.filename().string() << '\n' << file.rdbuf() << '\n';
        text.clear(); // an empty file sets its state
    }
    return text.str();
}

void CrashNotes::forget() const
{
    std::error_code gone;
    for (const fs::path& note : all())
        fs::remove(note, gone);
}

}
