#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/tasks/task.h"
#include "engine/faces/face_corrections.h"
#include "engine/faces/face_lanes.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace app {

class Document;
class Tasks;

/// Who is seen where in the video in sight, with what the project says of it. Read in the background, and
/// only while somebody wants it: 300 bytes a face and frame, 81 MB for three hours of one face.
class Faces : public QObject {
    Q_OBJECT
public:
    Faces(Document& document, Tasks& tasks, QObject* parent = nullptr);

    void setDataset(std::shared_ptr<const OpenDataset> dataset);
    /// The dataset has some, though perhaps not of this video.
    bool datasetHasLandmarks() const;
    bool hasLandmarks() const; ///< of the video in sight
    /// From now on, or no longer. @param who  one of several who may want it
    void want(const QObject* who, bool wants);

    /// Null: nobody wants them, they are not read yet, or there are none.
    const std::shared_ptr<const engine::FaceTracks>& tracks() const { return m_tracks; }
    /// When each of them is seen and speaks, in the order of the persons' numbers.
    const std::vector<engine::FaceLane>& lanes() const { return m_lanes; }
    /// Whether the wish is fulfilled.
    bool isCurrent() const { return m_wanting.isEmpty() || !m_isStale; }

    /// One person at one moment.
    struct Seen {
        std::size_t person = 0;
        const engine::StoredSight* sight = nullptr; ///< as long as the tracks stay
    };
    /// Who is seen in the frame that is shown at this time, in the order of the persons' numbers.
    std::vector<Seen> at(double seconds) const;

    /// Whose faces they are: the video in sight, or the conversation whose participants share one picture.
    std::string video() const;
    /// What the project says of these faces.
    engine::FaceCorrections corrections() const;
    /// Who somebody is where the project says nothing of it.
    struct Known {
        QString name;
        int colour = 1; ///< a number of the theme's colours for tracks
        friend bool operator==(const Known&, const Known&) = default;
    };
    void setKnown(std::map<std::size_t, Known> people); ///< by the persons' numbers
    /// A number of the theme's colours for tracks: the same wherever this person is shown.
    int colourOf(std::size_t person) const;
    QString nameOf(std::size_t person) const; ///< `Person 1` where a person gave none

signals:
    void changed(); ///< tracks came, went or are others; or names

private:
    void read();
    struct Read {
        std::shared_ptr<const engine::FaceTracks> tracks; ///< null: nobody is seen
        std::vector<engine::FaceLane> lanes;
    };
    void forget();

    Document& m_document;
    Task m_reading;
    std::shared_ptr<const OpenDataset> m_dataset;
    QSet<const QObject*> m_wanting;
    std::shared_ptr<const engine::FaceTracks> m_tracks;
    std::vector<engine::FaceLane> m_lanes;
    std::map<std::size_t, Known> m_known;
    QString m_video; ///< the video of the tracks
    engine::FaceCorrections m_done; ///< what they were read with
    bool m_isStale = true;
};

}
