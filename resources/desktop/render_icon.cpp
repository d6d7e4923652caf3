// render_icon SVG SIZE PNG: the icon as a picture of SIZE × SIZE pixels, for desktops that show no SVG.

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "render_icon SVG SIZE PNG\n");
        return 2;
    }
    QSvgRenderer icon(QString::fromLocal8Bit(argv[1]));
    const int size = QByteArray(argv[2]).toInt();
    QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    icon.render(&painter);
    painter.end();
    return icon.isValid() && picture.save(QString::fromLocal8Bit(argv[3]), "PNG") ? 0 : 1;
}
