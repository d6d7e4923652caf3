#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace app {

class Tasks;

/// A part of the window that can be painted as vectors.
struct VectorPicture {
    QString name; ///< of the part, and of the file that is proposed
    QSize size; ///< pixels
    int dotsPerInch = 96;
    std::function<void(QPainter&)> paint;
};

/// SVG when the path ends in `.svg`, else PNG with `scale` pixels for each pixel of the screen.
QByteArray pictureBytes(const VectorPicture& picture, const QString& path, int scale);

/// Writes the picture. An existing file is replaced when the new file is complete. It waits for the disk, so
/// it must run in a task.
/// @throws engine::IoError (`io`).
void writePicture(const QByteArray& picture, const QString& path);

/// Asks the person for a name and format, and writes the picture in the background. @param title  of the
/// question. @param tell  receives a sentence that names the file, or says why it could not be written
void askForPicture(QWidget* window, const QString& title, const VectorPicture& picture, Tasks& tasks,
                   const std::function<void(const QString&)>& tell);

}
