#include "app/space/face_feed.h"

#include "app/document/document.h"
#include "app/faces/faces.h"
#include "app/playback/player.h"
#include "engine/faces/face_depth.h"
#include "widgets/space/face_panel.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr int kLandmarks = 68;

/// The person whose face is largest.
const Faces::Seen* largest(const std::vector<Faces::Seen>& seen)
{
    const auto area = [](const Faces::Seen& one) {
        const engine::FaceBox box = engine::boxOf(*one.sight);
        return box.width() * box.height();
    };
    const auto found = std::ranges::max_element(seen, {}, area);
    return found == seen.end() ? nullptr : &*found;
}

}

std::vector<std::size_t> landmarkColumns(const QStringList& names, QChar coordinate)
{
    QHash<QString, std::size_t> places;
    for (qsizetype i = 0; i < names.size(); ++i)
        places.insert(names[i].section(u' ', 0, 0), static_cast<std::size_t>(i)); // `X_0 [mm]`
    std::vector<std::size_t> columns;
    for (int landmark = 0; landmark < kLandmarks; ++landmark) {
        const auto place = places.constFind(QStringLiteral("%1_%2").arg(coordinate).arg(landmark));
        if (place == places.constEnd())
            return {};
        columns.push_back(*place);
    }
    return columns;
}

FaceFeed::FaceFeed(Document& document, Player& player, Faces& faces, widgets::FacePanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_player(player)
    , m_faces(faces)
    , m_panel(panel)
{
    connect(&panel, &widgets::SpaceFrame::appeared, this, &FaceFeed::show);
    connect(&panel, &widgets::SpaceFrame::disappeared, this, [this] { m_faces.want(this, false); });
    connect(&panel, &widgets::SpaceFrame::stepWished, this, &FaceFeed::extractionWished);
    connect(&document, &Document::videoChanged, this, &FaceFeed::show);
    connect(&faces, &Faces::changed, this, &FaceFeed::show);
    connect(&player, &Player::positionChanged, this, &FaceFeed::show);
}

void FaceFeed::show()
{
    if (!m_panel.isVisible() || showFromFile())
        return;
    m_faces.want(this, m_document.hasVideo());
    if (showFromPicture())
        return;
    m_panel.setFace({}, {});
    if (!m_document.hasVideo())
        m_panel.setMessage(tr("Open a video in the library: the face at the playhead is shown."));
    else if (!m_faces.hasLandmarks())
        m_panel.setMessage(
            tr("There are no landmarks of faces of this video. Extracting features finds them."),
            tr("Extract features…"));
    else
        m_panel.setMessage(m_faces.tracks() ? tr("Nobody's face is seen at the playhead.")
                                            : tr("Reading the faces…"));
}

/// @return false where no sequence has landmarks in three dimensions.
bool FaceFeed::showFromFile()
{
    if (!m_document.hasVideo())
        return false;
    for (const FeatureSeries& series : m_document.video().features) {
        std::array<std::vector<std::size_t>, 3> columns;
        for (std::size_t axis = 0; axis < 3; ++axis)
            columns.at(axis) = landmarkColumns(series.names, QLatin1Char("XYZ"[axis]));
        if (columns[0].empty() || columns[1].empty() || columns[2].empty())
            continue;
        const auto row = engine::rowAt(series.features->intervals(), m_player.position());
        std::array<std::array<float, kLandmarks>, 3> values{};
        bool isRead = row.has_value();
        for (std::size_t axis = 0; axis < 3 && row; ++axis) {
            for (std::size_t landmark = 0; landmark < kLandmarks; ++landmark) {
                const auto value = series.features->valueAt(*row, columns.at(axis)[landmark]);
                isRead = isRead && value;
                values.at(axis).at(landmark) = value ? value->value : 0;
            }
        }
        const engine::FaceInDepth face
            = isRead ? engine::fromCamera(values[0], values[1], values[2]) : engine::FaceInDepth{};
        m_panel.setFace(face, series.key);
        m_panel.setMessage(face.isThere ? QString() : tr("%1 has no face at the playhead.").arg(series.key));
        return true;
    }
    return false;
}

bool FaceFeed::showFromPicture()
{
    const std::vector<Faces::Seen> seen = m_faces.at(m_player.position());
    const Faces::Seen* shown = largest(seen);
    if (!shown)
        return false;
    m_panel.setFace(engine::withDepth(engine::landmarksOf(*shown->sight)), m_faces.nameOf(shown->person));
    m_panel.setMessage({});
    return true;
}

}
