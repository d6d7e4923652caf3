#pragma once

#include <QObject>
#include <QStringList>

#include <vector>

namespace widgets {
class FacePanel;
}

namespace app {

class Document;
class Faces;
class Player;

/// Fills the face in three dimensions: landmarks with depth where a sequence has them (`X_0`, `Y_0`, `Z_0` …
/// as OpenFace names them), else those of the picture.
class FaceFeed : public QObject {
    Q_OBJECT
public:
    FaceFeed(Document& document, Player& player, Faces& faces, widgets::FacePanel& panel);

signals:
    void extractionWished(); ///< of landmarks

private:
    void show();
    bool showFromFile();
    bool showFromPicture();

    Document& m_document;
    Player& m_player;
    Faces& m_faces;
    widgets::FacePanel& m_panel;
};

/// The columns of a landmark coordinate, `X_0` to `X_67`, by the names of columns; empty: they are not all
/// there.
std::vector<std::size_t> landmarkColumns(const QStringList& names, QChar coordinate);

}
