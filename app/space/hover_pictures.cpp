#include "app/space/hover_pictures.h"

namespace app {

namespace {

constexpr int kRestMs = 150; // a pointer that only passes wishes for no picture
constexpr int kHoverHeight = 64;

}

HoverPictures::HoverPictures(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &HoverPictures::ask);
}

void HoverPictures::want(int point, const QString& path, double seconds)
{
    m_point = point;
    m_path = path;
    m_seconds = seconds;
    m_rest.start();
}

void HoverPictures::forget()
{
    m_rest.stop();
    m_point = -1;
}

void HoverPictures::ask()
{
    if (!m_thumbnailer) {
        m_thumbnailer = std::make_unique<Thumbnailer>();
        connect(m_thumbnailer.get(), &Thumbnailer::thumbnailReady, this,
                [this](const QString& path, double seconds, const QImage& picture) {
                    if (m_point >= 0 && path == m_path && seconds == m_seconds && !picture.isNull())
                        emit ready(m_point, picture);
                });
    }
    m_thumbnailer->open(m_path);
    m_thumbnailer->want({m_seconds}, kHoverHeight);
}

}
