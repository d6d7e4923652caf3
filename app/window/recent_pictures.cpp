#include "app/window/recent_pictures.h"

#include "engine/core/installation.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <filesystem>

namespace app {

namespace {

constexpr int kPictureHeight = 90;

std::filesystem::path recentPictureFile(const QString& entry)
{
    const QByteArray name = QCryptographicHash::hash(entry.toUtf8(), QCryptographicHash::Sha1).toHex();
    return engine::cacheFolder() / "recent" / (name.toStdString() + ".png");
}

}

void writeRecentPicture(const QString& entry, const QImage& picture)
{
    const std::filesystem::path file = recentPictureFile(entry);
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    QSaveFile written(QString::fromStdString(file.string()));
    if (!failed && written.open(QIODevice::WriteOnly)
        && picture.scaledToHeight(kPictureHeight, Qt::SmoothTransformation).save(&written, "PNG"))
        written.commit();
}

QImage readRecentPicture(const QString& entry)
{
    return QImage(QString::fromStdString(recentPictureFile(entry).string()), "PNG");
}

}
