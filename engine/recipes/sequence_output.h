#pragma once

#include "engine/core/pending_file.h"
#include "engine/recipes/video_run.h"
#include "engine/sequences/csd_writer.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace engine {

/// Writes each sequence of a recipe's result as a `.csd`, video by video.
///
/// The rows that were filled in are listed in the metadata field `imputed`: `{id: {"method": …, "rows":
/// […]}}`.
class SequenceOutput {
public:
    /// @throws FormatError (`recipe_invalid`) when two sequences would have one file; IoError (`io`).
    SequenceOutput(const RecipePlan& plan, const Recipe& recipe, const std::filesystem::path& folder);

    /// Brings the entries into the order of the file and hashes them. May be called by several threads.
    static void prepare(VideoResult& result);
    void take(const VideoResult& result);
    /// Completes the files, which still have their temporary names.
    void finish();
    /// Gives the files their final names.
    void commit();

    struct Written {
        std::string key;
        std::filesystem::path file;
        std::size_t entries = 0;
        std::size_t rows = 0;
        std::size_t filledRows = 0;
    };
    std::vector<Written> written() const;

private:
    struct File {
        Written written;
        Metadata metadata;
        PendingFile pending;
        CsdWriter writer;
        nlohmann::json imputed;
    };
    /// All files at a time: each waits for the disk. @throws what the first file's action throws.
    void forEachFile(const std::function<void(File&)>& action);

    std::vector<File> m_files;
};

/// The rows of a piece that were filled in, as `imputed` lists them; null when there are none.
nlohmann::json imputedRows(const SequencePart& part, const SequencePart::Piece& piece);

}
