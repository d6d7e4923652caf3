#include "engine/extraction/extraction.h"
#include "engine/extraction/face_task_file.h"
#include "engine/features/face/blendshape_rows.h"
#include "engine/sequences/csd_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/made_face_task.h"

using namespace engine;
using test::MadeFaceTask;

/// A user's own `face_landmarker.task`: its points and blendshapes, the set `blendshapes`, files that are
/// none. The nets here are made up; scripts/bench real looks at Google's.
class TestFaceTask : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    std::filesystem::path written(const char* name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::string failureOfTask(const std::string& bytes) const
    {
        const std::filesystem::path file = written("odd.task", bytes);
        return test::failureOf([&] { openFaceTask(file); });
    }
    ExtractionWish wishFor(const char* out, const std::filesystem::path& task) const
    {
        ExtractionWish wish;
        wish.media = {DEMO "/media/grid_talk_a.mp4"};
        wish.sets = {FeatureSet::Blendshapes};
        wish.settings.blendshapes = task;
        wish.out = path(out);
        return wish;
    }
    static const StepRecord& stepOf(const ExtractionRecord& record)
    {
        return record.files.at("grid_talk_a").steps.at("blendshapes");
    }

private slots:
    void pointsLieWhereTheNetSays()
    {
        const FaceTask task = openFaceTask(written("own.task", MadeFaceTask::bytes()));
        QCOMPARE(task.sum.size(), std::size_t(64));
        VideoFrame picture;
        picture.width = picture.height = 40;
        picture.bgra = std::vector<std::uint8_t>(4 * 40 * 40, 128);
        const MeshedFace face = task.points.of(picture, {20.0F, 18.0F, 30.0F, 0.0F});
        QVERIFY(face.presence > 0.999F);
        const std::vector<float> places = MadeFaceTask::places();
        for (const std::size_t i :
             {std::size_t{0}, std::size_t{33}, std::size_t{467}, std::size_t{468}, std::size_t{477}}) {
            const auto share = [&](std::size_t axis) { return places[3 * i + axis] / MadeFaceTask::kSide; };
            QVERIFY(std::abs(face.point(i).x - (20.0F - 15.0F + 30.0F * share(0) - 0.5F)) < 1e-4F);
            QVERIFY(std::abs(face.point(i).y - (18.0F - 15.0F + 30.0F * share(1) - 0.5F)) < 1e-4F);
            QVERIFY(std::abs(face.point(i).z - 30.0F * share(2)) < 1e-4F);
        }
    }

    /// Neither sizes nor places matter; the fourth of the 146 points is number 5 of all.
    void blendshapesFollowFromThePoints()
    {
        const FaceTask task = openFaceTask(written("own.task", MadeFaceTask::bytes()));
        VideoFrame picture;
        picture.width = picture.height = 40;
        picture.bgra = std::vector<std::uint8_t>(4 * 40 * 40, 128);
        const Blendshapes shapes = task.shapes.of(task.points.of(picture, {20.0F, 18.0F, 30.0F, 0.0F}));
        const Blendshapes same = task.shapes.of(task.points.of(picture, {10.0F, 28.0F, 90.0F, 0.0F}));
        const Blendshapes turned = task.shapes.of(task.points.of(picture, {20.0F, 18.0F, 30.0F, 0.4F}));
        const auto logit = [](float chance) { return std::log(chance / (1.0F - chance)); };
        for (std::size_t i = 0; i < kBlendshapes; ++i) {
            QVERIFY(std::abs(shapes[i] - same[i]) < 1e-4F);
            QVERIFY(std::abs(logit(shapes[i]) - logit(shapes[0]) - static_cast<float>(i) / 100.0F) < 1e-3F);
        }
        QVERIFY(logit(shapes[0]) < -0.5F); // point 5 stands left of the middle
        QVERIFY(std::abs(turned[0] - shapes[0]) > 0.01F);
        QCOMPARE(kBlendshapeNames[44], std::string_view("mouthSmileLeft"));
        QCOMPARE(kBlendshapeNames[51], std::string_view("noseSneerRight"));
    }

    void theSetHasARowForEachFrameAndSaysOfWhichFile()
    {
        const std::filesystem::path file = written("own.task", MadeFaceTask::bytes());
        const ExtractionWish wish = wishFor("made", file);
        const ExtractionRecord record = extractFeatures(wish);
        QVERIFY2(stepOf(record).state == StepRecord::State::Done, stepOf(record).reason.c_str());
        const CsdFile made(path("made") / "blendshapes.csd");
        const auto names = made.metadata().at("dimension names").get<std::vector<std::string>>();
        QCOMPARE(names.size(), std::size_t(53));
        QCOMPARE(names[0], std::string("found"));
        QCOMPARE(names[45], std::string("mouthSmileLeft [0..1]"));
        QCOMPARE(made.metadata().at("blendshapes").get<std::string>(),
                 "own.task, SHA-256 " + openFaceTask(file).sum);
        const auto rows = std::get<std::vector<float>>(made.features("grid_talk_a").values);
        QVERIFY(rows.size() / 53 > 700); // 30 s
        QCOMPARE(rows[0], 1.0F);
        QVERIFY(rows[45] > rows[1] && rows[45] < 1.0F);

        QCOMPARE(stepOf(extractFeatures(wish)).key, stepOf(record).key); // the same file: nothing is made
        written("own.task", MadeFaceTask::bytes(2.0F));
        const ExtractionRecord other = extractFeatures(wish);
        QVERIFY(stepOf(other).key != stepOf(record).key);
        const auto anew = std::get<std::vector<float>>(
            CsdFile(path("made") / "blendshapes.csd").features("grid_talk_a").values);
        QVERIFY(std::abs(anew[1] - rows[1]) > 0.01F);
    }

    void withoutAFileASentenceSaysHowToGetOne()
    {
        ExtractionWish wish = wishFor("none", {});
        wish.sets.push_back(FeatureSet::Spectral);
        const ExtractionRecord record = extractFeatures(wish);
        QVERIFY(stepOf(record).state == StepRecord::State::Skipped);
        QCOMPARE(stepOf(record).reason, std::string(faceTaskNote()));
        QVERIFY(stepOf(record).reason.find("face_landmarker.task") != std::string::npos);
        QVERIFY(record.files.at("grid_talk_a").steps.at("sound").state == StepRecord::State::Done);
    }

    /// A file that somebody named ends the work before it begins.
    void aFileThatIsNoneIsRefused()
    {
        const ExtractionWish wish = wishFor("refused", written("odd.task", "no archive"));
        QCOMPARE(test::failureOf([&] { extractFeatures(wish); }),
                 "data_invalid: " + path("odd.task").string()
                     + ": is no zip archive, or is cut off; expected a face_landmarker.task");
    }

    void oddFilesAreRefusedWithASentence()
    {
        const auto says = [](const std::string& failure, const char* what) {
            const bool is = failure.find(what) != std::string::npos;
            if (!is)
                qWarning("%s", failure.c_str());
            return is;
        };
        QVERIFY(says(test::failureOf([&] { openFaceTask(path("absent.task")); }), "file_not_found"));
        QVERIFY(says(failureOfTask(""), "is no zip archive"));
        const std::string whole = MadeFaceTask::bytes();
        QVERIFY(says(failureOfTask(whole.substr(0, whole.size() / 2)), "is no zip archive, or is cut off"));
        QVERIFY(says(failureOfTask(test::storedZip({{"readme.txt", "hello"}})),
                     "does not hold face_landmarks_detector.tflite; expected a face_landmarker.task"));
        QVERIFY(says(failureOfTask(test::storedZip({{"face_landmarks_detector.tflite", "x"}}, 2000000000)),
                     "too_large"));
        std::string spoiled = whole;
        spoiled[whole.find("TFL3") + 200] ^= 1;
        QVERIFY(says(failureOfTask(spoiled), "damaged"));
        QVERIFY(says(failureOfTask(MadeFaceTask::archive("text", MadeFaceTask::shapes())),
                     "face_landmarks_detector.tflite is no TensorFlow Lite file"));
        QVERIFY(says(failureOfTask(MadeFaceTask::archive(MadeFaceTask::shapes(), MadeFaceTask::shapes())),
                     "face_landmarks_detector.tflite is given 1 × 146 × 2, expected 1 × side × side × 3"));
        QVERIFY(says(failureOfTask(MadeFaceTask::archive(MadeFaceTask::points(), MadeFaceTask::shapes(51))),
                     "face_blendshapes.tflite makes 51 in place 0, expected 52 numbers"));
        QVERIFY(says(
            failureOfTask(MadeFaceTask::archive(MadeFaceTask::points(8.0F, 600), MadeFaceTask::shapes())),
            "face_landmarks_detector.tflite "));
    }
};

QTEST_GUILESS_MAIN(TestFaceTask)
#include "tst_face_task.moc"
