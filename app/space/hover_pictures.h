#pragma once

#include "app/playback/thumbnailer.h"

#include <QTimer>

#include <memory>

namespace app {

/// A picture of the segment whose point is hovered, once the pointer rests there for a moment.
class HoverPictures : public QObject {
    Q_OBJECT
public:
    explicit HoverPictures(QObject* parent);
    /// @param point  by which the picture is handed on. @param path  of the media file
    void want(int point, const QString& path, double seconds);
    void forget(); ///< nothing is hovered

signals:
    void ready(int point, const QImage& picture);

private:
    void ask();

    std::unique_ptr<Thumbnailer> m_thumbnailer; ///< null until a picture is wished
    QTimer m_rest;
    int m_point = -1;
    QString m_path;
    double m_seconds = 0.0;
};

}
