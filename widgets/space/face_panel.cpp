#include "widgets/space/face_panel.h"

#include "widgets/base/scale_number.h"
#include "widgets/space/scene_shapes.h"
#include "widgets/space/space_view.h"

#include <QCoreApplication>
#include <QLabel>

namespace widgets {

namespace {

constexpr SpaceBox kFaceBox{{-0.8, -0.85, -0.75}, {0.8, 0.85, 0.75}}; // in tenths of a metre
constexpr float kUnit = 0.01F; // per millimetre
constexpr float kLandmark = 0.02F;
constexpr float kLineRadius = 0.007F;

/// Landmarks that follow each other along a line; closed ones come back to their beginning.
struct FaceLine {
    std::size_t first;
    std::size_t last;
    bool isClosed;
};
constexpr std::array<FaceLine, 9> kLines{{{0, 16, false},
                                          {17, 21, false},
                                          {22, 26, false},
                                          {27, 30, false},
                                          {31, 35, false},
                                          {36, 41, true},
                                          {42, 47, true},
                                          {48, 59, true},
                                          {60, 67, true}}};

QString partOf(std::size_t landmark)
{
    return landmark < 17 ? FacePanel::tr("jaw")
        : landmark < 27  ? FacePanel::tr("brow")
        : landmark < 36  ? FacePanel::tr("nose")
        : landmark < 48  ? FacePanel::tr("eye")
                         : FacePanel::tr("mouth");
}

}

SpaceFigure faceFigure(const engine::FaceInDepth& face, const Theme& theme)
{
    SpaceFigure figure;
    figure.box = kFaceBox;
    if (!face.isThere)
        return figure;
    for (const auto& point : face.points)
        figure.places.push_back({point[0] * kUnit, point[1] * kUnit, point[2] * kUnit});
    auto scene = std::make_shared<SpaceScene>();
    const SpaceColour line = spaceColour(mixed(theme.vision, theme.background, 0.35));
    for (const FaceLine& part : kLines) {
        for (std::size_t i = part.first; i < part.last; ++i)
            addTube(*scene, figure.places[i], figure.places[i + 1], kLineRadius, line);
        if (part.isClosed)
            addTube(*scene, figure.places[part.last], figure.places[part.first], kLineRadius, line);
    }
    for (const auto& place : figure.places)
        addBall(*scene, place, kLandmark, spaceColour(theme.vision));
    figure.scene = scene;
    figure.axisNames = {FacePanel::tr("across"), FacePanel::tr("upwards"), FacePanel::tr("depth")};
    return figure;
}

FacePanel::FacePanel(QWidget* parent) : FigurePanel(QStringLiteral("face"), nullptr, parent)
{
    view().setAccessibleName(tr("Face in three dimensions"));
}

void FacePanel::setFace(const engine::FaceInDepth& face, const QString& title)
{
    if (face == m_face && title == m_title)
        return;
    m_face = face;
    m_title = title;
    const QString tip = face.isFitted
        ? tr("The file has no depth: each landmark lies where the picture has it, and as deep as in an "
             "average "
             "face that is turned the same way (weak perspective, fitted to 18 landmarks). Depth is an "
             "estimate.")
        : tr("Places and depth are those of the file.");
    view().setToolTip(tip);
    status().setToolTip(tip);
    refresh();
}

SpaceCard FacePanel::cardOf(std::size_t place) const
{
    if (!m_face.isThere || place >= m_face.points.size())
        return {};
    const auto& point = m_face.points.at(place);
    const auto number = [](float value) { return signedNumber(static_cast<double>(value), 0); };
    return {tr("landmark %1, %2").arg(place).arg(partOf(place)),
            tr("%1 across, %2 up, %3 deep, mm", "of a face: positions in mm")
                .arg(number(point[0]), number(point[1]), number(point[2])),
            {}};
}

QString FacePanel::summary() const
{
    if (!m_face.isThere)
        return {};
    return m_face.isFitted ? tr("%1 · depth fitted to an average face").arg(m_title)
                           : tr("%1 · depth from the file").arg(m_title);
}

}
