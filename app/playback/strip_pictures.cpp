#include "app/playback/strip_pictures.h"

namespace app {

namespace {

constexpr int kStripHeight = 96; // pixels of half a picture's height: it is sharp at 200 %

}

StripPictures::StripPictures(QObject* parent) : QObject(parent) { }

void StripPictures::want(QList<Wish> wishes)
{
    if (!m_thumbnailer) {
        m_thumbnailer = std::make_unique<Thumbnailer>();
        connect(m_thumbnailer.get(), &Thumbnailer::thumbnailReady, this,
                [this](const QString& path, double seconds, const QImage& picture) {
                    m_isBusy = false;
                    for (qsizetype i = 0; i < m_wishes.size(); ++i) {
                        if (m_wishes[i].path != path || m_wishes[i].seconds != seconds)
                            continue;
                        const Wish done = m_wishes.takeAt(i);
                        if (!picture.isNull())
                            emit ready(done.point, picture);
                        break;
                    }
                    next();
                });
    }
    m_wishes = std::move(wishes);
    if (!m_isBusy)
        next();
}

void StripPictures::next()
{
    if (m_wishes.isEmpty())
        return;
    m_isBusy = true;
    m_thumbnailer->open(m_wishes.front().path);
    m_thumbnailer->want({m_wishes.front().seconds}, kStripHeight);
}

}
