#include "engine/core/installation.h"
#include "engine/features/face/mesh_measures.h"
#include "engine/features/face/mesh_rows.h"
#include "engine/model_files/safetensors.h"
#include "engine/parts/installed_part.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/engine/features/face/drawn_face.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

std::filesystem::path meshFile(const char* name)
{
    return openPart(Installation::ofThisProgram(), kFaceMeshPart).file(name);
}

const FaceMeshNets& shippedNets()
{
    static const FaceMeshNets nets
        = FaceMeshNets::read(meshFile(kFaceMeshDetectorFile), meshFile(kFaceMeshPointsFile));
    return nets;
}

bool isAbout(float value, float expected, float within = 1e-3F)
{
    return std::abs(value - expected) < within;
}

struct ExpectedPoint {
    std::size_t index;
    MeshPoint place;
};

void comparePoints(const MeshPoints& points, std::initializer_list<ExpectedPoint> expected)
{
    for (const ExpectedPoint& each : expected) {
        const MeshPoint& is = points[each.index];
        QVERIFY2(isAbout(is.x, each.place.x) && isAbout(is.y, each.place.y) && isAbout(is.z, each.place.z),
                 qPrintable(QStringLiteral("%1: %2, %3, %4")
                                .arg(each.index)
                                .arg(static_cast<double>(is.x))
                                .arg(static_cast<double>(is.y))
                                .arg(static_cast<double>(is.z))));
    }
}

/// A picture with another one in it, grey around it.
VideoFrame framed(const VideoFrame& inner, int width, int height, int left, int top)
{
    VideoFrame picture;
    picture.width = width;
    picture.height = height;
    std::vector<std::uint8_t> bgra(4 * static_cast<std::size_t>(width * height), 128);
    for (int y = 0; y < inner.height; ++y)
        std::copy_n(inner.bgra.begin() + 4 * y * inner.width, 4 * inner.width,
                    bgra.begin() + 4 * ((y + top) * width + left));
    picture.bgra = std::move(bgra);
    return picture;
}

}

/// MediaPipe's nets that find a face and 468 points of it. The expected numbers are those of a run of the
/// package's own files by another program (PyTorch's layers, read from the flatbuffers).
class FaceMeshTest : public QObject {
    Q_OBJECT

private slots:
    /// At a stride of 2 nothing is missing before an even side, and one value behind.
    void layersPadAsTensorFlowDoes()
    {
        Planes ones(1, 4, 4);
        std::ranges::fill(ones.values, 1.0F);
        const auto kernel = [](std::int64_t side) {
            return Tensor{{1, 1, side, side},
                          std::vector<float>(static_cast<std::size_t>(side * side), 1.0F)};
        };
        const std::vector<float> halfway{9.0F, 6.0F, 6.0F, 4.0F};
        const Tensor none{{1}, {0.0F}};
        QCOMPARE(DepthwiseConvolution(kernel(3), none, 2).of(ones).values, halfway);
        QCOMPARE(Convolution(kernel(3), none, 2, Padding::Same).of(ones).values, halfway);
        QCOMPARE(Convolution(kernel(5), none, 2, Padding::Same).of(ones).values,
                 (std::vector<float>{16.0F, 12.0F, 12.0F, 9.0F}));
        QCOMPARE(Convolution(kernel(3), none, 2).of(ones).values,
                 (std::vector<float>{4.0F, 6.0F, 6.0F, 9.0F})); // centred
        const Planes whole = DepthwiseConvolution(kernel(3), none, 1).of(ones);
        QCOMPARE(whole.values[0], 4.0F);
        QCOMPARE(whole.values[1], 6.0F);
        QCOMPARE(whole.values[5], 9.0F);
    }

    /// What passes a block by is the largest of each 2 × 2 values; planes that come new get nothing; what is
    /// below 0 is scaled.
    void blocksAddWhatTheyWereGiven()
    {
        Planes given(1, 2, 2);
        given.values = {1.0F, -4.0F, 3.0F, 2.0F};
        const BlazeLayer block(DepthwiseConvolution({{1, 1, 3, 3}, std::vector<float>(9)}, {{1}, {1.0F}}, 2),
                               Convolution({{2, 1, 1, 1}, {10.0F, -2.0F}}, {{2}, {0.5F, 0.0F}}, 1), 2,
                               {0.1F, 0.1F});
        const Planes made = block.of(given);
        QCOMPARE(made.channels, std::size_t(2));
        QVERIFY(isAbout(made.values[0], 10.5F + 3.0F) && isAbout(made.values[1], -0.2F));
    }

    void detectorAnswersAsTheOtherProgram()
    {
        const VideoFrame picture = support::drawnFace();
        const auto faces = shippedNets().detector.detect(picture, wholePicture(picture));
        QCOMPARE(faces.size(), std::size_t(1));
        QVERIFY(isAbout(faces[0].score, 0.922188F, 1e-5F));
        const FaceBox& box = faces[0].box;
        QVERIFY(isAbout(box.x0, 50.4060F) && isAbout(box.y0, 66.1235F) && isAbout(box.x1, 148.2671F)
                && isAbout(box.y1, 163.9679F));
        const FacePoint expected[]{{79.0038F, 91.1178F},  {119.9684F, 92.2494F}, {98.9302F, 114.8648F},
                                   {98.2091F, 136.1783F}, {57.3028F, 100.6209F}, {141.2457F, 103.0496F}};
        for (std::size_t i = 0; i < std::size(expected); ++i)
            QVERIFY(isAbout(faces[0].marks[i].x, expected[i].x)
                    && isAbout(faces[0].marks[i].y, expected[i].y));
    }

    void pointsAreThoseOfTheOtherProgram()
    {
        const MeshedFace face
            = shippedNets().points.of(support::drawnFace(), {100.0F, 112.0F, 160.0F, 0.05F});
        QVERIFY(isAbout(face.presence, 1.0F, 1e-5F));
        comparePoints(face.points,
                      {{0, {98.3874F, 132.3985F, -11.3673F}},
                       {1, {97.6374F, 117.7729F, -21.1887F}},
                       {10, {99.1941F, 57.9125F, -3.6754F}},
                       {14, {98.7571F, 138.9464F, -7.3607F}},
                       {33, {70.2978F, 92.3747F, 7.5627F}},
                       {61, {81.8958F, 136.7997F, 1.9579F}},
                       {152, {99.2517F, 165.1622F, 2.1064F}},
                       {234, {55.7462F, 105.2581F, 43.0493F}},
                       {263, {129.3652F, 93.5980F, 5.9287F}},
                       {291, {116.4523F, 137.4666F, 0.9624F}},
                       {454, {146.8678F, 107.2272F, 40.5937F}},
                       {467, {130.4267F, 91.3281F, 4.2940F}}});
    }

    /// Beyond the picture its edge goes on.
    void regionsReachBeyondThePicture()
    {
        const MeshedFace face
            = shippedNets().points.of(support::drawnFace(), {150.0F, 112.0F, 160.0F, 0.05F});
        QVERIFY(isAbout(face.presence, 0.999958F, 1e-5F));
        comparePoints(face.points,
                      {{1, {105.9762F, 118.6538F, -16.0145F}},
                       {33, {95.1963F, 92.5633F, 15.8863F}},
                       {263, {149.6734F, 90.4262F, -10.5502F}}});
    }

    void aFaceIsFoundWhereItIs()
    {
        const std::optional<MeshedFace> face = meshAtOnce(support::drawnFace(), shippedNets());
        QVERIFY(face);
        const std::optional<MeshedFace> moved
            = meshAtOnce(framed(support::drawnFace(), 640, 360, 400, 100), shippedNets());
        QVERIFY(moved);
        QVERIFY(isAbout(moved->points[1].x, face->points[1].x + 400.0F, 3.0F));
        QVERIFY(isAbout(moved->points[1].y, face->points[1].y + 100.0F, 3.0F));
        VideoFrame plain = framed(support::drawnFace(), 640, 360, 0, 0);
        plain.bgra = std::vector<std::uint8_t>(plain.bgra.size(), 128);
        QVERIFY(!meshAtOnce(plain, shippedNets()));
    }

    /// Faces that the detector is too coarse for in a wide picture are seen in its parts.
    void smallFacesOfWidePicturesAreFound()
    {
        VideoFrame picture = framed(support::drawnFace(), 1600, 300, 1300, 50);
        QVERIFY(shippedNets().detector.detect(picture, wholePicture(picture)).empty());
        const std::optional<MeshedFace> face = meshAtOnce(picture, shippedNets());
        QVERIFY(face && isAbout(face->points[1].x, 1398.0F, 6.0F));
    }

    void theFaceIsFollowedAndTheLargerOneComesToTheFore()
    {
        MeshLooker looker(shippedNets());
        const VideoFrame one = framed(support::drawnFace(), 640, 360, 20, 100);
        const auto first = looker.lookAt(one, 0.0);
        QVERIFY(first);
        const auto second = looker.lookAt(framed(support::drawnFace(), 640, 360, 26, 100), 0.04);
        QVERIFY(second && isAbout(second->points[1].x, first->points[1].x + 6.0F, 2.0F));
        VideoFrame none = one;
        none.bgra = std::vector<std::uint8_t>(none.bgra.size(), 128);
        QVERIFY(!looker.lookAt(none, 0.08));
        const auto other = looker.lookAt(framed(support::drawnFace(), 640, 360, 420, 100), 0.12);
        QVERIFY(other && other->points[1].x > 480.0F);
    }

    void turnedHeadsMeasureTheSame()
    {
        const VideoFrame picture = support::drawnFace();
        const MeshPoints upright = shippedNets().points.of(picture, {100.0F, 112.0F, 160.0F, 0.0F}).points;
        const FaceMeasures measures = measuresOf(upright);
        const HeadAngles head = headAnglesOf(upright);
        QVERIFY(std::abs(head.yaw) < 8.0F && std::abs(head.roll) < 4.0F);
        MeshPoints turned = upright;
        const float cosine = std::cos(0.3F);
        const float sine = std::sin(0.3F);
        for (MeshPoint& point : turned)
            point = {cosine * point.x - sine * point.y, sine * point.x + cosine * point.y, point.z};
        const FaceMeasures same = measuresOf(turned);
        QVERIFY(isAbout(same.smile, measures.smile) && isAbout(same.mouthOpen, measures.mouthOpen)
                && isAbout(same.brow, measures.brow) && isAbout(same.eye, measures.eye));
        QVERIFY(isAbout(headAnglesOf(turned).roll, head.roll + 0.3F * 180.0F / 3.14159265F, 0.01F));
        MeshPoints aside = upright; // about the upright axis: the picture's right goes away
        for (MeshPoint& point : aside)
            point = {cosine * point.x - sine * point.z, point.y, sine * point.x + cosine * point.z};
        QVERIFY(headAnglesOf(aside).yaw > head.yaw + 14.0F);
        MeshPoints smiling = upright;
        smiling[61].y -= 3.0F;
        smiling[291].y -= 3.0F;
        QVERIFY(measuresOf(smiling).smile > measures.smile + 0.03F);
    }

    void whatIsDamagedIsNamed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("net.safetensors")).toStdString();
        const auto failure = [&](const Safetensors& contents, bool isDetector) {
            writeSafetensors(path, contents);
            return test::failureOf(
                [&] { isDetector ? (void)BlazeFace::read(path) : (void)FacePointsNet::read(path); });
        };
        const Safetensors points = readSafetensors(meshFile(kFaceMeshPointsFile));
        QCOMPARE(failure(points, false), std::string());
        Safetensors lacking = points;
        lacking.tensors.erase("trunk7.point.weight");
        QVERIFY(failure(lacking, false).find("trunk7.point.weight") != std::string::npos);
        Safetensors short_ = points;
        short_.tensors.erase("trunk14.depth.weight"); // one layer less: the rest still fits
        short_.tensors.erase("points.weight");
        QVERIFY(failure(short_, false).starts_with("face_points"));
        const Safetensors detector = readSafetensors(meshFile(kFaceMeshDetectorFile));
        QCOMPARE(failure(detector, true), std::string());
        Safetensors large = detector;
        large.metadata["halving"] = "trunk0 trunk3";
        QVERIFY(failure(large, true).find("halving") != std::string::npos);
        QVERIFY(failure(points, true).starts_with("face_detector"));
    }

    void aPersonWhoSpeaksHasARowForEachFrame()
    {
        const MeshRows rows
            = meshRows(MediaFile(std::filesystem::path(DEMO "/media/grid_talk_a.mp4")), shippedNets(), true);
        QCOMPARE(rows.measures.columns.size(), std::size_t(17));
        QCOMPARE(rows.points.columns.size(), std::size_t(3 * 468));
        QCOMPARE(rows.points.intervals.size(), rows.measures.intervals.size());
        QCOMPARE(rows.points.values.values.size(), rows.points.values.rows * rows.points.values.columns);
        double found = 0.0;
        for (std::size_t i = 0; i < rows.measures.values.rows; ++i)
            found += static_cast<double>(rows.measures.values.at(i, 0));
        QVERIFY(rows.measures.values.rows > 700); // 30 s
        QVERIFY2(found == static_cast<double>(rows.measures.values.rows), qPrintable(QString::number(found)));
        // The point of the nose lies in the box of all points.
        const auto box = rows.measures.values.row(10);
        QVERIFY(rows.points.values.at(10, 1) > box[2] && rows.points.values.at(10, 1) < box[4]);
        QVERIFY(rows.points.values.at(10, 468 + 1) > box[3] && rows.points.values.at(10, 468 + 1) < box[5]);
    }
};

QTEST_GUILESS_MAIN(FaceMeshTest)
#include "tst_face_mesh.moc"
