#pragma once

#include "engine/core/run_context.h"
#include "engine/corpora/corpus_findings.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine::seamless {

/// What one participant of an interaction is called, and where the parts of the recording lie.
struct Recording {
    std::string id; ///< `V00_S0809_I00000582_P0947`
    std::string conversation; ///< `V00_S0809_I00000582`
    std::string participant; ///< `P0947`; may end in a letter
    std::string person; ///< `V00_P0947`
    std::string fold; ///< `train`, `valid`, `test`; empty: nobody says
    /// By kind: `mp4`, `wav`, `npz`, `json`, `metadata:vad`, `annotations:1P-IS`, `movement:FAUValue`. Paths
    /// may lead into an archive: `0001.tar/ID.mp4`.
    std::map<std::string, std::filesystem::path> parts;

    const std::filesystem::path* part(const std::string& kind) const; ///< null: there is none
};

/// The recording of this id, without parts; absent: the text is no such id.
std::optional<Recording> recordingNamed(const std::string& id);

/// Lists recordings by id: folders `{improvised,naturalistic}/{train,dev,test}/BBBB/AAAA`, archives
/// `AAAA.tar` in their place, folders by feature (`audio`, `video`, `movement/NAME`, `metadata/vad`, …), and
/// what `filelist.csv` says of them. Of archives only headers are read; nothing is unpacked.
/// @param findings  gets `damaged_archive`, `bad_id`, `missing_recording`, `damaged_table`
/// @throws IoError (`io`), Cancelled.
std::vector<Recording> recordingsIn(const std::filesystem::path& folder, CorpusFindings& findings,
                                    const RunContext& run = {});

/// The bytes of a file, or of one within an archive. @throws IoError (`file_not_found`, `io`), FormatError
/// (`too_large`).
std::string bytesOf(const std::filesystem::path& place, std::size_t most);

}
