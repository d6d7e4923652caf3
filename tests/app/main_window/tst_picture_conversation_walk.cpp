#include "app/conversation/speaker_part.h"
#include "app/faces/faces.h"
#include "engine/sequences/csd_writer.h"
#include "widgets/player/video_surface.h"
#include "widgets/timeline/timeline_view.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A conversation in one picture and one sound, in the real window: whose face is whose, the picture that
/// follows who speaks, and the channels of who is heard.
class PictureConversationWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        if (!fs::exists("/usr/share/dlib/shape_predictor_68_face_landmarks.dat"))
            QSKIP("libdlib-data is not installed");
        fs::copy_file(FIXTURES "/face/two_talks.mp4", folder() / "tea.mp4");
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-extract"),
                      {QString::fromStdString((folder() / "tea.mp4").string()), QStringLiteral("--out"),
                       QString::fromStdString((folder() / "made").string()), QStringLiteral("--features"),
                       QStringLiteral("face,face_landmarks")});
        QVERIFY(program.waitForFinished(support::kPatience) && program.exitCode() == 0);
        fs::copy_file(folder() / "tea.mp4", folder() / "made" / "tea.mp4");
        addTurns();
        addList();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({folder() / "made"});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        session().videos().open(QStringLiteral("tea@ada"));
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("tea@ada"));
        m_video = find<widgets::VideoSurface>("video");
        if (action("show-faces")->isChecked())
            action("show-faces")->trigger();
    }

    void everybodyHasABoxWithTheName()
    {
        player().seek(1.02);
        QVERIFY(settle());
        QTRY_COMPARE(people().size(), std::size_t{2});
        QVERIFY(m_video->content().faces.empty()); // landmarks are another switch
        QCOMPARE(boxOf("Ada").person, std::size_t{0}); // as the list says
        QCOMPARE(boxOf("Cleo").person, std::size_t{1});
        QVERIFY(boxOf("Ada").speaks && !boxOf("Cleo").speaks);
        QVERIFY(boxOf("Ada").colour != boxOf("Cleo").colour);
        QVERIFY(m_video->content().part.isEmpty()); // nobody is followed at first
        pictures("conversation-one-picture");
        action("participant-names")->trigger();
        QVERIFY(people().empty());
        action("participant-names")->trigger();
        QTRY_COMPARE(people().size(), std::size_t{2});
        player().seek(5.02);
        QVERIFY(settle());
        QTRY_VERIFY(boxOf("Cleo").speaks && !boxOf("Ada").speaks);
    }

    /// What the list says holds for the landmarks and their menu, too.
    void theFacesHaveTheSameNames()
    {
        pressKey(Qt::Key_B, Qt::ShiftModifier);
        QTRY_COMPARE(m_video->content().faces.size(), std::size_t{2});
        for (const widgets::ShownFace& face : m_video->content().faces) {
            QCOMPARE(face.name, face.person == 0 ? QStringLiteral("Ada") : QStringLiteral("Cleo"));
            QCOMPARE(face.colour, boxOf(face.person == 0 ? "Ada" : "Cleo").colour);
        }
        pressKey(Qt::Key_B, Qt::ShiftModifier);
        QTRY_VERIFY(m_video->content().faces.empty());
    }

    void thePictureFollowsWhoSpeaks()
    {
        action("follow-speaker")->trigger();
        QTRY_VERIFY(!m_video->content().part.isEmpty());
        QVERIFY(m_video->content().part.contains(boxOf("Cleo").box.center()));
        pictures("conversation-follow-speaker");
        player().seek(1.02);
        QVERIFY(settle());
        QTRY_VERIFY(m_video->content().part.contains(boxOf("Ada").box.center()));
        QVERIFY(!m_video->content().part.contains(boxOf("Cleo").box.center()));
        const QRectF part = m_video->content().part;
        player().seek(1.22);
        QVERIFY(settle());
        QCOMPARE(m_video->content().part, part); // the picture rests while the face is well in it
        app::Sight sight;
        sight.words = false; // a pass that hides what is said
        document().sight().set(sight);
        QVERIFY(m_video->content().part.isEmpty());
        QVERIFY(people().empty());
        document().sight().set({});
        QTRY_VERIFY(!m_video->content().part.isEmpty());
        action("follow-speaker")->trigger();
        QVERIFY(m_video->content().part.isEmpty());
    }

    void oneChannelIsHeardAlone()
    {
        QCOMPARE(player().voices(), QList<app::SoundVoice>{app::SoundVoice()}); // as it was recorded
        pressKey(Qt::Key_U);
        QCOMPARE(player().voices().size(), 2);
        QCOMPARE(player().voices()[0].channel, std::optional(0));
        QCOMPARE(player().voices()[0].gain, 1.0);
        QCOMPARE(player().voices()[1].gain, 0.0);
        pressKey(Qt::Key_O); // the other is heard alone
        QTRY_COMPARE(document().video().id, QStringLiteral("tea@cleo"));
        QVERIFY(settle());
        QTRY_COMPARE(player().voices().size(), 2);
        QCOMPARE(player().voices()[0].gain, 0.0);
        QCOMPARE(player().voices()[1].gain, 1.0);
        pressKey(Qt::Key_U);
        QCOMPARE(player().voices(), QList<app::SoundVoice>{app::SoundVoice()});
        QCOMPARE(m_video->findChildren<widgets::CardSound*>().size(), 2); // over the one picture
    }

    void aPartShowsTheFaceAndRests()
    {
        const QRectF face(0.6, 0.3, 0.1, 0.15);
        const QRectF part = app::partAround(face, {}, 2.0);
        QVERIFY(std::abs(part.width() * 2.0 / part.height() - 4.0 / 3.0) < 1e-9);
        QVERIFY(part.contains(face) && QRectF(0, 0, 1, 1).contains(part));
        QCOMPARE(app::partAround(face.translated(0.02, 0.01), part, 2.0), part);
        QVERIFY(app::partAround(face.translated(-0.3, 0.0), part, 2.0) != part);
        QVERIFY(app::partAround({0.6, 0.3, 0.2, 0.3}, part, 2.0).width()
                > part.width()); // nearer to the camera
        const QRectF corner = app::partAround({0.95, 0.0, 0.05, 0.08}, {}, 2.0);
        QVERIFY(QRectF(0, 0, 1.0001, 1).contains(corner));
        QVERIFY(app::partAround({0.2, 0.1, 0.5, 0.8}, {}, 4.0 / 3.0).isEmpty()); // the face fills the picture
    }

private:
    fs::path folder() const { return fs::path(m_folder.path().toStdString()); }
    const std::vector<widgets::ShownFace>& people() const { return m_video->content().people; }
    const widgets::ShownFace& boxOf(const char* name) const
    {
        static const widgets::ShownFace nobody = [] {
            widgets::ShownFace face;
            face.person = 99;
            return face;
        }();
        const auto found = std::ranges::find(people(), QLatin1String(name), &widgets::ShownFace::name);
        return found == people().end() ? nobody : *found;
    }

    /// Ada speaks for four seconds, then Cleo.
    void addTurns() const
    {
        engine::ComputationalSequence turns;
        turns.setMetadata({{"root name", "turns"}});
        for (const auto& [who, span] : {std::pair("tea@ada", engine::Interval{0.0, 4.0}),
                                        std::pair("tea@cleo", engine::Interval{4.2, 9.0})}) {
            engine::Entry entry;
            entry.intervals.values = {span};
            entry.features = {engine::ElementType::Text, {1, 1}, std::vector<std::string>{"words"}};
            turns.put(who, entry);
        }
        engine::writeCsd(turns, folder() / "made" / "turns.csd");
    }
    void addList() const
    {
        QFile list(QString::fromStdString((folder() / "made" / "dataset.json").string()));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"({"name": "tea", "sequences": [
            {"group": "raw", "name": "turns", "file": "turns.csd"},
            {"group": "highlevel", "name": "face", "file": "face.csd"},
            {"group": "highlevel", "name": "face_landmarks", "file": "face_landmarks.csd"}],
            "conversations": [{"id": "tea", "media": "picture", "participants": [
                {"id": "ada", "name": "Ada", "face": 0, "channel": 0},
                {"id": "cleo", "name": "Cleo", "face": 1, "channel": 1}]}],
            "media": [{"id": "tea", "file": "tea.mp4"}]})");
    }

    QTemporaryDir m_folder;
    widgets::VideoSurface* m_video = nullptr;
};

WINDOW_TEST_MAIN(PictureConversationWalk)
#include "tst_picture_conversation_walk.moc"
