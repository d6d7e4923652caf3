#pragma once

#include "engine/formats/common/format.h"
#include "engine/sequences/media_matching.h"

#include <QString>

#include <optional>
#include <set>
#include <string>

namespace engine {
class Prober;
}

namespace app {

struct OpenDataset;

/// The videos of a dataset, to be found by the names of files.
struct NamedVideos {
    explicit NamedVideos(const OpenDataset& dataset);
    std::set<std::string> ids;
    engine::VideosByName byName;
};

/// A file of annotation that was read, and the video that it belongs to.
struct AnnotationFile {
    QString path;
    const engine::Format* format = nullptr; ///< null: it could not be read
    engine::ImportedTiers read;
    QString problem; ///< why it could not be read
    /// The video that its tiers belong to, by the file's name or by the media that it names. Empty: none of
    /// the dataset, or the tiers name their videos themselves.
    std::string video;

    QString name() const; ///< without the folder
    bool namesVideos() const; ///< all of its tiers name theirs
    /// Who annotated its tiers, each once: `anna, ben`; of many the first. Empty: it does not say.
    QString annotators() const;
};

/// Whether a file is text that is in no format: it can only be what is said. Reads its beginning.
bool isPlainText(const QString& path);
/// Whether a file is annotation of another program, by its ending and its beginning. Reads it.
bool isAnnotation(const QString& path);

/// Reads a file and finds its video in the dataset.
/// @param prober   checks HDF5 before it is opened in this process
/// @param videos  null: no dataset is open
/// @throws IoError, FormatError with file and place
AnnotationFile readAnnotation(const QString& path, engine::Prober& prober, const NamedVideos* videos);

/// When the last of its segments that belong to this video ends, in seconds. 0 without segments, or where the
/// file has no times.
double endIn(const engine::ExchangedTiers& tiers, const std::string& video);

/// The length of a video's media in seconds; absent where it has none or they cannot be read. Reads the file.
std::optional<double> mediaLength(const OpenDataset& dataset, const std::string& video);

/// That annotation goes on after its video has ended; empty where it does not, by 0.1 s at least.
QString outlastingText(double end, std::optional<double> length);

}
