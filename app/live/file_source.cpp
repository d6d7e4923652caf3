#include "app/live/file_source.h"

#include "widgets/base/scale_number.h"

#include <QFileInfo>

namespace app {

FileSource::FileSource(const QString& path, engine::TimeZero zero, QObject* parent)
    : LiveSource(parent)
    , m_path(path)
    , m_mel(engine::kLiveSoundRate)
{
    const auto onThisThread = [this](auto work) { QMetaObject::invokeMethod(this, std::move(work)); };
    engine::PlayingFile::Callbacks calls;
    calls.opened = [this, onThisThread](const engine::MediaInfo& info) {
        onThisThread([this, info] { noteOpened(info); });
    };
    calls.picture = [this, onThisThread](std::shared_ptr<const engine::VideoFrame> picture) {
        onThisThread([this, picture = std::move(picture)] { emit pictureTaken(picture); });
    };
    calls.sound = [this, onThisThread](double start, std::vector<float> samples) {
        LiveSound sound{start, {}, m_mel.add(start, samples)};
        sound.samples = std::move(samples);
        onThisThread([this, sound = std::move(sound)] { emit soundHeard(sound); });
    };
    calls.reached = [this, onThisThread](double until, double decoding) {
        onThisThread([this, until, decoding] { emit reached(until, decoding); });
    };
    calls.ended = [this, onThisThread] { onThisThread([this] { emit ended(); }); };
    calls.failed = [this, onThisThread](const std::string& message) {
        onThisThread([this, text = QString::fromStdString(message)] { emit failed(text); });
    };
    m_file = std::make_unique<engine::PlayingFile>(engine::MediaFile(path.toStdString(), zero),
                                                   std::move(calls));
}

FileSource::~FileSource() = default;

void FileSource::noteOpened(const engine::MediaInfo& info)
{
    m_hasSound = info.hasAudio;
    m_hasPictures = info.hasVideo;
    QStringList lines{QFileInfo(m_path).fileName()};
    if (info.hasVideo)
        lines << tr("file as a camera · %1 pictures a second").arg(widgets::shownNumber(info.frameRate, 3));
    lines << (info.hasAudio ? tr("its sound · 16 kHz") : tr("no sound"));
    emit opened(lines);
}

/// A picture may be in the middle of being decoded: nobody waits for it.
void FileSource::retire()
{
    disconnect();
    setParent(nullptr);
    QThreadPool::globalInstance()->start([this, file = std::shared_ptr(std::move(m_file))]() mutable {
        file.reset();
        deleteLater();
    });
}

}
