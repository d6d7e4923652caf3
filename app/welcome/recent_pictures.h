#pragma once

#include <QImage>
#include <QString>

#include <filesystem>

/// Small pictures of what was in sight last in each project, in the cache. They may be lost without harm.
namespace app {

/// The file of the picture of this entry of `Settings::recent`.
std::filesystem::path recentPictureFile(const QString& entry);
/// Makes the picture small and writes it. A disk that is full or read-only is no error.
void writeRecentPicture(const QString& entry, const QImage& picture);
/// Null: there is none.
QImage readRecentPicture(const QString& entry);

}
