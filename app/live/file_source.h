#pragma once

#include "app/live/live_source.h"
#include "engine/live/playing_file.h"

namespace app {

/// A file that plays in the place of a camera.
class FileSource : public LiveSource {
    Q_OBJECT
public:
    explicit FileSource(const QString& path, engine::TimeZero zero = engine::TimeZero::EarliestStream,
                        QObject* parent = nullptr);
    ~FileSource() override;

    double now() const override { return m_file ? m_file->now() : -1.0; }
    bool hasSound() const override { return m_hasSound; }
    bool hasPictures() const override { return m_hasPictures; }
    void retire() override;

private:
    void noteOpened(const engine::MediaInfo& info);

    QString m_path;
    bool m_hasSound = false;
    bool m_hasPictures = false;
    engine::MelTicker m_mel; ///< of the file's thread
    std::unique_ptr<engine::PlayingFile> m_file;
};

}
