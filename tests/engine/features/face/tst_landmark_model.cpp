#include "engine/core/error.h"
#include "engine/features/face/face_detector.h"
#include "engine/media/video_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/engine/features/face/face_model.h"

using namespace engine;

namespace {

void writeText(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

}

class LandmarkModelTest : public QObject {
    Q_OBJECT

private slots:
    void missingModelSaysWhichPackageBringsIt()
    {
        try {
            LandmarkModel model("/nowhere/model.dat");
            QFAIL("read");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("file_not_found"));
            QVERIFY(QByteArray(error.what()).contains("/nowhere/model.dat"));
            QVERIFY(QByteArray(error.what()).contains("libdlib-data"));
        }
    }

    void damagedModelIsRefused_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 100, 2000, 1000000})
            QTest::addRow("the first %d bytes", bytes) << bytes;
    }
    void damagedModelIsRefused()
    {
        if (!support::hasModel())
            QSKIP("libdlib-data is not installed");
        QFETCH(int, bytes);
        std::string text(static_cast<std::size_t>(bytes), '\0');
        std::ifstream(LandmarkModel::installedPath(), std::ios::binary).read(text.data(), bytes);
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("model.dat")).toStdString();
        writeText(path, text);
        QVERIFY_EXCEPTION_THROWN(LandmarkModel{path}, FormatError);
    }

    void textIsNoModel()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("model.dat")).toStdString();
        writeText(path, std::string(5000, 'x'));
        QVERIFY_EXCEPTION_THROWN(LandmarkModel{path}, FormatError);
    }

    void landmarksLieWhereTheFaceHasThem()
    {
        if (!support::hasModel())
            QSKIP("libdlib-data is not installed");
        VideoReader reader(MediaFile(DEMO "/media/grid_talk_a.mp4"));
        const auto frame = reader.frame(10, 0, 0);
        const GrayPicture gray = grayOf(*frame);
        const std::vector<DetectedFace> faces = FaceDetector().detect(gray);
        QCOMPARE(faces.size(), 1U);
        const FaceLandmarks p = support::landmarkModel().of(gray, faces[0].box);
        const FaceBox& box = faces[0].box;
        for (const FacePoint point : p) {
            QVERIFY(point.x > box.x0 - 0.2F * box.width() && point.x < box.x1 + 0.2F * box.width());
            QVERIFY(point.y > box.y0 - 0.2F * box.height() && point.y < box.y1 + 0.3F * box.height());
        }
        QVERIFY(p[36].x < p[39].x && p[39].x < p[42].x && p[42].x < p[45].x); // eyes from left to right
        QVERIFY(p[19].y < p[37].y && p[37].y < p[30].y && p[30].y < p[51].y
                && p[51].y < p[8].y); // brow to chin
        const FaceLandmarks steady = support::landmarkModel().steady(gray, faces[0].box);
        for (std::size_t i = 0; i < p.size(); ++i)
            QVERIFY((steady[i] - p[i]).length() < 0.05F * box.width());
    }
};

QTEST_GUILESS_MAIN(LandmarkModelTest)
#include "tst_landmark_model.moc"
