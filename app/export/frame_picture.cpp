#include "app/export/frame_picture.h"

#include "engine/core/error.h"
#include "engine/media/video_reader.h"

#include <QImage>
#include <QSaveFile>

namespace app {

namespace {

constexpr std::chrono::milliseconds kSlice{100}; // between two looks whether it is to stop

}

void writeFramePicture(const std::filesystem::path& media, std::size_t frame, const QString& path,
                       const engine::RunContext& run)
{
    engine::VideoReader reader(media);
    while (!reader.extendIndex(kSlice, run.stop))
        run.tick(0, 1);
    const auto picture = reader.frame(frame, 0, 0, run.stop);
    const QImage image(picture->bgra.data(), picture->width, picture->height, qsizetype{4} * picture->width,
                       QImage::Format_RGB32);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        throw engine::IoError("io", path.toStdString(), file.errorString().toStdString());
}

}
