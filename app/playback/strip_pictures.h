#pragma once

#include "app/playback/thumbnailer.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <memory>

namespace app {

/// Pictures of moments of many videos, one after the other; the newest wish counts.
class StripPictures : public QObject {
    Q_OBJECT
public:
    explicit StripPictures(QObject* parent);

    struct Wish {
        std::size_t point = 0; ///< by which the picture is handed on
        QString path; ///< of the media file
        double seconds = 0.0;
    };
    void want(QList<Wish> wishes);

signals:
    void ready(std::size_t point, const QImage& picture);

private:
    void next();

    std::unique_ptr<Thumbnailer> m_thumbnailer; ///< null until something is wished
    QList<Wish> m_wishes; ///< the first is being made
    bool m_isBusy = false;
};

}
