#include "engine/features/face/face_crop.h"
#include "engine/features/face/resample.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QTest>

#include <fmt/format.h>

using namespace engine;

namespace {

std::vector<double> recordedCrop(const std::string& group, const std::string& name)
{
    return hdf5::File(FIXTURES "/face/face_crop.h5").root().group(group).dataset(name).readDoubles();
}

VideoFrame recordedFrame()
{
    VideoFrame frame{0, 0.0, 160, 120, {}};
    std::vector<std::uint8_t> bgra;
    const std::vector<double> image = recordedCrop("inputs", "image");
    for (std::size_t pixel = 0; pixel < image.size() / 3; ++pixel) {
        for (const std::size_t channel : {2U, 1U, 0U})
            bgra.push_back(static_cast<std::uint8_t>(image[3 * pixel + channel]));
        bgra.push_back(255);
    }
    frame.bgra = std::move(bgra);
    return frame;
}

void compareCrop(const std::vector<float>& measured, std::span<const double> expected)
{
    QCOMPARE(measured.size(), expected.size());
    for (std::size_t i = 0; i < measured.size(); ++i)
        QVERIFY2(std::abs(static_cast<double>(measured[i]) - expected[i]) < 1e-3,
                 fmt::format("{}: {}, expected {}", i, measured[i], expected[i]).c_str());
}

}

class FaceCropTest : public QObject {
    Q_OBJECT

private slots:
    void cropsAreThoseOfTheRecordedCase()
    {
        const VideoFrame frame = recordedFrame();
        const std::vector<double> boxes = recordedCrop("inputs", "boxes");
        const std::vector<double> faces = recordedCrop("outputs", "faces");
        const std::size_t size = std::size_t{3} * 48 * 48;
        for (std::size_t i = 0; i < boxes.size() / 4; ++i) {
            const auto edge = [&](std::size_t k) { return static_cast<float>(boxes[4 * i + k]); };
            compareCrop(faceCrop(frame, FaceBox{edge(0), edge(1), edge(2), edge(3)}),
                        std::span(faces).subspan(i * size, size));
        }
        compareCrop(faceCrop(frame, std::nullopt), recordedCrop("outputs", "centre"));
    }

    void boxOutsideOfThePictureIsLikeNone()
    {
        const VideoFrame frame = recordedFrame();
        QCOMPARE(faceCrop(frame, FaceBox{500, 500, 600, 600}), faceCrop(frame, std::nullopt));
        QCOMPARE(faceCrop(frame, FaceBox{50, 50, 50, 50}), faceCrop(frame, std::nullopt));
    }

    void sameSizeChangesNothing()
    {
        const std::vector<std::uint8_t> pixels{10, 20, 30, 40, 50, 60};
        const std::vector<float> same = resample({pixels, 3, 2}, {0, 0, 3, 2}, 3, 2);
        QCOMPARE(same, (std::vector<float>{10, 20, 30, 40, 50, 60}));
        QCOMPARE(resample({pixels, 3, 2}, {1, 0, 3, 2}, 2, 1), (std::vector<float>{35, 45}));
    }
};

QTEST_GUILESS_MAIN(FaceCropTest)
#include "tst_face_crop.moc"
