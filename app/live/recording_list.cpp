#include "app/live/recording_list.h"

#include "engine/core/error.h"
#include "engine/media/media_info.h"
#include "engine/sequences/media_matching.h"

#include <QDir>

namespace app {

namespace {

constexpr qsizetype kMostOfFolder = 200; // of the newest

}

std::vector<widgets::LiveRecordings::Recording> recordingsIn(const QString& folder,
                                                             const engine::RunContext& run)
{
    const QFileInfoList files
        = QDir(folder).entryInfoList({QStringLiteral("*.mp4")}, QDir::Files | QDir::Readable, QDir::Time);
    const auto count = static_cast<std::size_t>(std::min(kMostOfFolder, files.size()));
    std::vector<widgets::LiveRecordings::Recording> recordings;
    for (std::size_t i = 0; i < count; ++i) {
        run.tick(i, count);
        const QFileInfo& file = files[static_cast<qsizetype>(i)];
        widgets::LiveRecordings::Recording recording{file.absoluteFilePath(), file.completeBaseName(), 0.0,
                                                     file.size(), false};
        try {
            recording.seconds = engine::probeMedia(file.absoluteFilePath().toStdString()).duration;
        } catch (const engine::Error&) {
            continue; // no recording of ours
        }
        std::error_code missing;
        recording.hasAnswers = std::filesystem::is_regular_file(
            engine::answersBeside(file.absoluteFilePath().toStdString()), missing);
        recordings.push_back(std::move(recording));
    }
    return recordings;
}

}
