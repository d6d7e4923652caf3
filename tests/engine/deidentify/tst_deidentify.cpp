#include "engine/annotation/project/project_file.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/core/error.h"
#include "engine/deidentify/deidentification.h"
#include "engine/deidentify/hidden_recording.h"
#include "engine/deidentify/seen_people.h"
#include "engine/features/face/track_faces.h"
#include "engine/media/media_tags.h"
#include "engine/media/video_reader.h"
#include "engine/media/wav_writer.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/face_items.h"
#include "tests/support/cli.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace engine;
namespace fs = std::filesystem;

namespace {

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// A wav with a title: 0.1 s of silence.
void writeTaggedWav(const fs::path& file)
{
    std::string data(3200, '\0');
    const auto word = [](std::uint32_t value) {
        return std::string{static_cast<char>(value), static_cast<char>(value >> 8), static_cast<char>(value >> 16),
                           static_cast<char>(value >> 24)};
    };
    const std::string format = "fmt " + word(16) + std::string("\1\0\1\0", 4) + word(16000) + word(32000) + std::string("\2\0\20\0", 4);
    const std::string list = "LIST" + word(22) + "INFOINAM" + word(10) + std::string("Anna talk\0", 10);
    const std::string body = "WAVE" + format + list + "data" + word(static_cast<std::uint32_t>(data.size())) + data;
    std::ofstream(file, std::ios::binary) << "RIFF" << word(static_cast<std::uint32_t>(body.size())) << body;
}

}

/// Two real speakers of the GRID corpus in a project that names them, one of whom is only heard.
class TestDeidentify : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_home = fs::path(m_folder.path().toStdString());
        DatasetList list;
        list.name = "talks";
        fs::copy_file(fs::path(FIXTURES) / "grid" / "swwp2s.mpg", m_home / "anna_1.mpg");
        writeVoice(voiceOf(MediaFile(fs::path(FIXTURES) / "grid" / "lrwp9a.mpg"), {}), m_home / "bert_1.wav"); // looking at pictures takes longest
        for (const auto& [id, file, speaker] : {std::tuple("anna_1", "anna_1.mpg", "Anna Secret"), {"bert_1", "bert_1.wav", "Bert Hidden"}}) {
            DatasetList::Media media;
            media.id = id;
            media.file = m_home / file;
            media.speaker = speaker;
            list.media.push_back(std::move(media));
        }
        writeDatasetList(list, m_home / "dataset.json");
        Annotation annotation;
        const std::vector<Interval> times{{0.5, 1.0}, {1.0, 1.5}};
        const std::vector<std::string> texts{"hello", "Bert"};
        annotation.apply(wordsTier(annotation, "anna_1", "", times, texts));
        Change comment;
        Segment segment = *annotation.segment(1);
        const Segment before = segment;
        segment.comment = "anna laughs";
        comment.segments.push_back({before, segment});
        comment.items.push_back({{}, datasetItem({m_home / "dataset.json"}, m_home / "talks.polylogue")});
        annotation.apply(comment);
        ProjectFile::create(m_home / "talks.polylogue").write(wholeOf(annotation));
        const auto made = engine::test::runCli({QStringLiteral("deidentify"), QString::fromStdString((m_home / "talks.polylogue").string()),
                                                QStringLiteral("--everybody"), QStringLiteral("--out"), outText()});
        m_output = QString::fromUtf8(made.output + made.errors);
        m_code = made.exitCode;
    }

    void nothingIsLeft()
    {
        QVERIFY2(m_code == 0, qPrintable(m_output));
        QVERIFY(fs::is_directory(out()));
        QVERIFY(m_output.contains(QStringLiteral("75 pictures were looked at: 0 faces left")));
        for (const char* file : {"dataset.json", "project.polylogue", "segments.csv", "README.md", "verification.json", "media/v0001.mp4", "media/v0002.wav"})
            QVERIFY2(fs::exists(out() / file), file);
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(out())) {
            if (!entry.is_regular_file() || entry.path().extension() == ".mp4" || entry.path().extension() == ".wav")
                continue;
            const std::string text = textOf(entry.path());
            for (const char* name : {"Anna", "anna", "Secret", "Bert", "bert", "Hidden"})
                QVERIFY2(text.find(name) == std::string::npos, (entry.path().string() + " has " + name).c_str());
            QVERIFY2(text.find(m_home.string()) == std::string::npos, entry.path().c_str());
        }
        QVERIFY(textOf(out() / "segments.csv").find("Person 2") != std::string::npos);
    }

    void theKeyIsTheOwnersAndLiesOutside()
    {
        struct stat state {};
        QCOMPARE(::stat(keyFile().c_str(), &state), 0);
        QCOMPARE(state.st_mode & 0777U, 0600U);
        QCOMPARE(readKey(keyFile()).names.at("Anna Secret"), std::string("Person 1"));
        QCOMPARE(readKey(keyFile()).videos.at("bert_1"), std::string("v0002"));
    }

    /// The sound of a hidden name is a beep, and around it the voice is another one.
    void soundIsChanged()
    {
        const std::vector<float> before = voiceOf(MediaFile(m_home / "anna_1.mpg"), {});
        const std::vector<float> after = voiceOf(MediaFile(out() / "media" / "v0001.mp4"), {});
        QVERIFY(std::abs(static_cast<double>(before.size()) - static_cast<double>(after.size())) < 3200);
        double square = 0.0;
        for (std::size_t i = 17600; i < 22400; ++i) // within "Bert"
            square += static_cast<double>(after[i]) * static_cast<double>(after[i]);
        QVERIFY(std::abs(std::sqrt(square / 4800) - 0.1 / std::sqrt(2.0)) < 0.01); // of a sine
        const auto moved = formantsMoved(std::span(before).first(15000), std::span(after).first(15000));
        QVERIFY(moved.has_value());
        QVERIFY2(*moved > 0.05, qPrintable(QString::number(*moved)));
    }

    void theCopyOpensAsADataset()
    {
        const DatasetList list = readDatasetList(out() / "dataset.json");
        QCOMPARE(list.media.size(), std::size_t(2));
        QCOMPARE(list.media[0].speaker, std::string("Person 1"));
        std::vector<std::string> problems;
        const Annotation copy = ProjectFile::open(out() / "project.polylogue", ProjectFile::Access::ReadOnly).load(problems);
        QVERIFY(problems.empty());
        QCOMPARE(copy.segments().size(), std::size_t(2));
        QCOMPARE(datasetPaths(copy, out() / "project.polylogue").size(), std::size_t(1));
        QVERIFY(fs::exists(datasetPaths(copy, out() / "project.polylogue").front()));
    }

    void threePlantedLeaksAreFound()
    {
        const fs::path planted = m_home / "planted";
        fs::copy(out(), planted, fs::copy_options::recursive);
        // one frame without a mask
        const MediaFile media(m_home / "anna_1.mpg");
        const MediaInfo info = probeMedia(media);
        FacePlan plan = facePlan(trackFaces(media, LandmarkModel()), {}, widening(FaceCover::Mask));
        plan.frames[40].clear();
        writeHiddenPictures({media, info, &plan, FaceCover::Mask, false, {}}, planted / "media" / "v0001.mp4", {});
        writeTaggedWav(planted / "media" / "v0003.wav"); // a tag
        std::vector<std::string> problems; // a name in a comment
        ProjectFile project = ProjectFile::open(planted / "project.polylogue");
        const Annotation annotation = project.load(problems);
        Change change;
        Segment segment = annotation.segments().begin()->second;
        segment.comment = "as Secret said";
        change.segments.push_back({annotation.segments().begin()->second, segment});
        project.write(change);
        const DeidentificationCheck check = checkDeidentified(planted, readKey(keyFile()), {});
        QVERIFY(!check.isClean());
        std::set<std::size_t> frames;
        std::vector<std::string> tags, words;
        for (const CheckedFile& file : check.files) {
            for (const FaceLeft& face : file.facesLeft)
                frames.insert(face.frame);
            tags.insert(tags.end(), file.metadataLeft.begin(), file.metadataLeft.end());
            words.insert(words.end(), file.wordsLeft.begin(), file.wordsLeft.end());
        }
        QCOMPARE(frames, std::set<std::size_t>{40});
        QVERIFY(std::ranges::any_of(tags, [](const std::string& tag) { return tag.find("title = Anna talk") != std::string::npos; }));
        QVERIFY(std::ranges::count(words, "Secret") > 0);
        const auto said = engine::test::runCli({QStringLiteral("deidentify"), QStringLiteral("--verify"),
                                                QString::fromStdString(planted.string()), QStringLiteral("--key"),
                                                QString::fromStdString(keyFile().string())});
        QCOMPARE(said.exitCode, 1);
        QVERIFY(said.output.contains("a face in frame 40"));
    }

    void aLookIsNoted()
    {
        QVERIFY(fs::exists(m_home / "out.look" / "index.html"));
        QVERIFY(fs::exists(m_home / "out.look" / "075.png"));
        const auto noted = engine::test::runCli({QStringLiteral("deidentify"), QStringLiteral("--look"), outText(),
                                                 QStringLiteral("--looked-at-by"), QStringLiteral("Dora")});
        QCOMPARE(noted.exitCode, 0);
        QVERIFY(textOf(out() / "verification.json").find("\"looked_at_by\": \"Dora\"") != std::string::npos);
    }

    /// Numbers of faces are those of the dataset's landmarks: sought anew, face 0 may be anybody.
    void nobodyStaysWhereFacesAreSoughtAnew()
    {
        Annotation annotation;
        FaceCorrections corrections;
        corrections.names = {{0, "Anna Secret"}};
        annotation.apply(putFaceCorrections(annotation, "anna_1", corrections));
        std::optional<LandmarkModel> model;
        const SeenPeople seen = seenPeople(
            annotation, {}, "anna_1", MediaFile(m_home / "anna_1.mpg"), [](const std::string&) { return true; }, model, {});
        QVERIFY(!seen.tracks.people.empty());
        QVERIFY(seen.kept.empty());
        QVERIFY(!seen.isEverybodyKept()); // so that the voice is hidden, too
    }

    void wrongCallsAreSentences()
    {
        const QString project = QString::fromStdString((m_home / "talks.polylogue").string());
        const auto call = [&](const QStringList& more) {
            return engine::test::runCli(QStringList{QStringLiteral("deidentify"), project} + more);
        };
        const auto unknown = call({QStringLiteral("--people"), QStringLiteral("Nobody"), QStringLiteral("--out"), outText() + QStringLiteral("2")});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.errors.contains("unknown_person"));
        QVERIFY(unknown.errors.contains("Anna Secret"));
        const auto inTheWay = call({QStringLiteral("--everybody"), QStringLiteral("--out"), QString::fromStdString(m_home.string())});
        QCOMPARE(inTheWay.exitCode, 1);
        QVERIFY2(inTheWay.errors.contains("in_the_way"), inTheWay.errors.constData());
        const auto inside = call({QStringLiteral("--everybody"), QStringLiteral("--out"), outText() + QStringLiteral("3"), QStringLiteral("--key"),
                                  outText() + QStringLiteral("3/key.json")});
        QCOMPARE(inside.exitCode, 1);
        QVERIFY(inside.errors.contains("key_inside"));
        QCOMPARE(call({QStringLiteral("--out"), outText()}).exitCode, 2);
        fs::create_directories(m_home / "other.look");
        std::ofstream(m_home / "other.look" / "notes.txt") << "mine";
        const auto beside = call({QStringLiteral("--everybody"), QStringLiteral("--out"), QString::fromStdString((m_home / "other").string())});
        QCOMPARE(beside.exitCode, 1);
        QVERIFY2(beside.errors.contains("in_the_way"), beside.errors.constData());
        QVERIFY(fs::exists(m_home / "other.look" / "notes.txt"));
        for (const fs::directory_entry& entry : fs::directory_iterator(m_home))
            QVERIFY2(entry.path().string().find(".part") == std::string::npos, entry.path().c_str());
    }

private:
    static Change wholeOf(const Annotation& annotation)
    {
        Change change;
        for (const auto& [id, tier] : annotation.tiers())
            change.tiers.push_back({{}, tier});
        for (const auto& [id, segment] : annotation.segments())
            change.segments.push_back({{}, segment});
        for (const auto& [key, item] : annotation.items())
            change.items.push_back({{}, item});
        return change;
    }
    fs::path out() const { return m_home / "out"; }
    QString outText() const { return QString::fromStdString(out().string()); }
    fs::path keyFile() const { return m_home / "out.key.json"; }

    QTemporaryDir m_folder;
    fs::path m_home;
    QString m_output;
    int m_code = -1;
};

QTEST_GUILESS_MAIN(TestDeidentify)

#include "tst_deidentify.moc"
