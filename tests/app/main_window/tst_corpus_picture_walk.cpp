#include "app/extraction/extract_dialog.h"
#include "app/extraction/recordings_table.h"
#include "engine/sequences/csd_file.h"
#include "widgets/player/video_surface.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/person_head_track.h"
#include "widgets/tracks/who_speaks_track.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A folder as IEMOCAP is published, with two people side by side in one film, in the real window: opened as
/// a corpus, with the lanes of both, and the picture that knows who is who.
class CorpusPictureWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        if (!fs::exists("/usr/share/dlib/shape_predictor_68_face_landmarks.dat"))
            QSKIP("libdlib-data is not installed");
        fs::copy(FIXTURES "/conversations/iemocap", corpus(), fs::copy_options::recursive);
        makeFilm();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void theFolderIsOpened()
    {
        const NextDialog asked(folderAnswer(corpus()));
        action("open-folder")->trigger();
        QTRY_VERIFY(find<QMessageBox>("corpusOffer"));
        auto* offer = find<QMessageBox>("corpusOffer");
        QVERIFY2(offer->text().contains(QStringLiteral("IEMOCAP")), qPrintable(offer->text()));
        QTest::mouseClick(offer->defaultButton(), Qt::LeftButton);
        QTRY_COMPARE(document().hasVideo() ? document().video().id : QString(),
                     QStringLiteral("Ses01F_impro01")); // the film of both
        QVERIFY(settle());
        QVERIFY(activate());
        pressKey(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(settle());
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().turns);
        pictures("iemocap-opened");
        pressKey(Qt::Key_O); // one of them is taken in hand
        QTRY_COMPARE(document().video().id, QStringLiteral("Ses01F_impro01@F"));
        QVERIFY(settle());
        QTRY_VERIFY(whoSpeaks() && whoSpeaks()->content().turns);
    }

    /// F sits at the left, for her letter stands in the name of the dialogue.
    void bothHaveTheirLanes()
    {
        const auto& people = whoSpeaks()->content().people;
        QCOMPARE(people.size(), std::size_t{2});
        QCOMPARE(people[0].name, QStringLiteral("F"));
        QCOMPARE(people[1].name, QStringLiteral("M"));
        QCOMPARE(document().words().texts,
                 (std::vector<std::string>{"EXCUSE", "ME", "I", "LAUGHTER", "WAITED", "HERE"}));
        const auto* head = qobject_cast<widgets::PersonHeadTrack*>(ofM("head"));
        QVERIFY(head && head->content().detail.contains(QStringLiteral("channel 1")));
        QVERIFY(ofM("words") && ofM("words")->isVisible());
        QVERIFY(ofM("labels") && ofM("labels")->isVisible());
        const auto& turns = whoSpeaks()->content().turns->turns;
        QCOMPARE(turns.size(), std::size_t{4}); // Mm. is none
        QCOMPARE(turns[0].speaker, std::size_t{0});
        QCOMPARE(turns[1].speaker, std::size_t{1});
        QVERIFY(std::abs(turns[1].start - 1.6) < 0.06 && std::abs(turns[1].end - 2.9) < 0.06);
    }

    /// Left and right of the sound are two people, who are heard alone.
    void eachHasAChannel()
    {
        QCOMPARE(player().voices(), QList<app::SoundVoice>{app::SoundVoice()});
        pressKey(Qt::Key_U);
        QCOMPARE(player().voices().size(), 2);
        QCOMPARE(player().voices()[0].channel, std::optional(0));
        QCOMPARE(player().voices()[0].gain, 1.0);
        QCOMPARE(player().voices()[1].gain, 0.0);
        pressKey(Qt::Key_U);
    }

    void aLabelIsCorrectedByKeys()
    {
        session().editor().setAnnotator(QStringLiteral("anna"));
        player().seek(0.9); // Excuse me: neutral
        QVERIFY(settle());
        const auto valueOf = [&](const char* label) {
            const engine::SegmentId first = document().segmentId(app::kLabelsTier, 0);
            const auto& values = document().annotation().segment(first)->values;
            const auto found = values.find(label);
            return found == values.end() ? 0.0 : std::get<double>(found->second.value);
        };
        QCOMPARE(valueOf("neutral"), 1.0);
        QCOMPARE(valueOf("happy"), 0.0);
        timeline().setFocus();
        pressKey(Qt::Key_1); // the first label, a class: 0
        pressKey(Qt::Key_E);
        pressKey(Qt::Key_H);
        pressKey(Qt::Key_1);
        pictures("iemocap-label");
        pressKey(Qt::Key_Escape);
        QCOMPARE(valueOf("neutral"), 0.0);
        QCOMPARE(valueOf("happy"), 1.0);
        history().undo();
        history().undo();
        QCOMPARE(valueOf("neutral"), 1.0);
        QCOMPARE(valueOf("happy"), 0.0);
    }

    /// The dialogue's film is offered, and what each microphone heard; faces come of the film.
    void sequencesAreMade()
    {
        action("sequences")->trigger();
        auto* dialog = window().findChild<app::ExtractDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* table = dialog->findChild<app::RecordingsTable*>();
        QTRY_COMPARE(table->rowCount(), 3);
        QStringList names;
        for (int row = 0; row < 3; ++row)
            names << table->item(row, 0)->text();
        QCOMPARE(
            names,
            (QStringList{QStringLiteral("Ses01F_impro01.avi"), QStringLiteral("Ses01F_impro01@F, channel 0"),
                         QStringLiteral("Ses01F_impro01@M, channel 1")}));
        for (QCheckBox* box :
             dialog->findChild<QWidget*>(QStringLiteral("featureChoice"))->findChildren<QCheckBox*>())
            box->setChecked(QStringList{QStringLiteral("face"), QStringLiteral("face_landmarks"),
                                        QStringLiteral("spectral")}
                                .contains(box->objectName()));
        picture(*dialog, "iemocap-sequences");
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("startExtraction")), Qt::LeftButton);
        auto* open = dialog->findChild<QPushButton*>(QStringLiteral("openDataset"));
        QTRY_VERIFY(open->isEnabled());
        picture(*dialog, "iemocap-sequences-made");
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(settle());
        QVERIFY(activate());
        const engine::CsdFile sound(corpus() / "spectral.csd");
        QVERIFY(sound.contains("Ses01F_impro01@F") && sound.contains("Ses01F_impro01@M"));
        QVERIFY(engine::CsdFile(corpus() / "face_landmarks.csd").contains("Ses01F_impro01"));
    }

    void theNamesStandOnThePicture()
    {
        session().project().open({corpus()});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        session().videos().open(QStringLiteral("Ses01F_impro01@F"));
        QVERIFY(settle());
        player().seek(0.82);
        QVERIFY(settle());
        QTRY_COMPARE(people().size(), std::size_t{2});
        QVERIFY(boxOf("F").box.center().x() < 0.4); // as the corpus says
        QVERIFY(boxOf("M").box.center().x() > 0.6);
        QVERIFY(boxOf("F").speaks && !boxOf("M").speaks);
        QVERIFY(boxOf("F").colour != boxOf("M").colour);
        pictures("iemocap-names");
    }

    void thePictureFollowsWhoSpeaks()
    {
        action("follow-speaker")->trigger();
        QTRY_VERIFY(!video().part.isEmpty());
        QVERIFY(video().part.contains(boxOf("F").box.center()));
        QVERIFY(!video().part.contains(boxOf("M").box.center()));
        pressKey(Qt::Key_J);
        QTRY_VERIFY(std::abs(player().position() - 1.6) < 0.06);
        QVERIFY(settle());
        QTRY_VERIFY(video().part.contains(boxOf("M").box.center()));
        QVERIFY(boxOf("M").speaks);
        pictures("iemocap-follows");
        action("follow-speaker")->trigger();
        QVERIFY(video().part.isEmpty());
    }

    void theOtherIsTakenInHand()
    {
        pressKey(Qt::Key_O);
        QTRY_COMPARE(document().video().id, QStringLiteral("Ses01F_impro01@M"));
        QVERIFY(settle());
        QCOMPARE(document().words().texts, (std::vector<std::string>{"YES", "WHAT", "IS", "IT"}));
        QTRY_COMPARE(people().size(), std::size_t{2});
        pictures("iemocap-other");
    }

private:
    fs::path corpus() const { return fs::path(m_folder.path().toStdString()) / "IEMOCAP"; }

    /// Two people side by side, with the sound of both microphones, as the films of the corpus are.
    void makeFilm() const
    {
        const fs::path dialog = corpus() / "Session1" / "dialog";
        const fs::path film = dialog / "avi" / "DivX" / "Ses01F_impro01.avi";
        fs::create_directories(film.parent_path());
        QStringList words{QStringLiteral("-v"), QStringLiteral("error")};
        for (const fs::path& from :
             {fs::path(FIXTURES "/face/two_talks.mp4"), dialog / "wav" / "Ses01F_impro01.wav"})
            words << QStringLiteral("-i") << QString::fromStdString(from.string());
        words << QStringLiteral(
                     "-map 0:v -map 1:a -t 5.9 -c:v mpeg4 -vtag DX50 -q:v 2 -c:a pcm_s16le -ar 16000")
                     .split(QLatin1Char(' '));
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), words << QString::fromStdString(film.string())),
                 0);
    }
    widgets::TimelineView& timeline() { return *window().findChild<widgets::TimelineView*>(); }
    widgets::Track* track(const QString& name)
    {
        for (widgets::Track* each : timeline().tracks()) {
            if (each->objectName() == name)
                return each;
        }
        return nullptr;
    }
    widgets::WhoSpeaksTrack* whoSpeaks()
    {
        return qobject_cast<widgets::WhoSpeaksTrack*>(track(QStringLiteral("whoSpeaksTrack")));
    }

    widgets::Track* ofM(const char* what)
    {
        return track(QStringLiteral("conversation:Ses01F_impro01@M:") + QLatin1String(what));
    }
    const widgets::VideoSurface::Content& video() { return find<widgets::VideoSurface>("video")->content(); }
    const std::vector<widgets::ShownFace>& people() { return video().people; }
    widgets::ShownFace boxOf(const char* name)
    {
        const auto found = std::ranges::find(people(), QLatin1String(name), &widgets::ShownFace::name);
        return found == people().end() ? widgets::ShownFace() : *found;
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(CorpusPictureWalk)
#include "tst_corpus_picture_walk.moc"
