#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

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
    /// Makes the picture anew for a width in pixels. Empty: for another width the picture is made smaller or
    /// larger as a whole.
    std::function<VectorPicture(int width)> arranged = {};
};

/// What a picture becomes.
struct PictureForm {
    enum class Kind { Png, Svg, Pdf };
    Kind kind = Kind::Png;
    int scale = 1; ///< of a PNG as wide as on the screen: pixels for each pixel of the screen
    double millimetres = 0.0; ///< the width; 0: as wide as on the screen. A PNG then has 300 dots per inch

    static constexpr double kOneColumn = 85.0; ///< millimetres, of most journals
    static constexpr double kTwoColumns = 180.0; ///< millimetres
    static constexpr double kLetters
        = 0.74; ///< of the window's letters: 7 points in a figure of a given width
};

/// SVG and PDF have their texts as texts: SVG names the font and others to take its place, PDF holds it.
/// What the part itself paints as an image (video, spectrogram) stays one.
QByteArray pictureBytes(const VectorPicture& picture, const PictureForm& form);
/// SVG when the path ends in `.svg`, PDF when it ends in `.pdf`, else PNG with `scale` pixels for each pixel
/// of the screen.
QByteArray pictureBytes(const VectorPicture& picture, const QString& path, int scale);

/// Writes the picture. An existing file is replaced when the new file is complete. It waits for the disk, so
/// it must run in a task.
/// @throws engine::IoError (`io`).
void writePicture(const QByteArray& picture, const QString& path);

/// A part of the window that a person can choose, painted once it is chosen.
struct PictureOffer {
    QString name;
    std::function<VectorPicture()> make;
};

/// Asks the person for the part, the format, the width and a name, and writes the picture in the background.
/// @param title   of the questions. @param offers  at least one
/// @param tell    receives a sentence that names the file, or says why it could not be written
void askForPicture(QWidget* window, const QString& title, const std::vector<PictureOffer>& offers,
                   Tasks& tasks, const std::function<void(const QString&)>& tell);
/// The same of one part.
void askForPicture(QWidget* window, const QString& title, const VectorPicture& picture, Tasks& tasks,
                   const std::function<void(const QString&)>& tell);

}
