#include "app/export/recipe_export.h"
#include "app/faces/faces.h"
#include "app/settings/settings.h"
#include "engine/faces/face_depth.h"
#include "engine/project_items/face_items.h"
#include "engine/sequences/csd_writer.h"
#include "widgets/player/video_surface.h"
#include "widgets/space/face_panel.h"
#include "widgets/space/space_view.h"
#include "widgets/space/space_views.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/faces_track.h"

#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <filesystem>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Faces of a recording in the real window: over the picture, who they are, who is the same, who speaks; and
/// the tracks, words and alignments that follow.
class FacesWalk : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!fs::exists("/usr/share/dlib/shape_predictor_68_face_landmarks.dat"))
            QSKIP("libdlib-data is not installed");
        fs::copy_file(FIXTURES "/face/two_talks.mp4", folder() / "two_talks.mp4"); // the left one is heard
        QVERIFY(extract(folder() / "two_talks.mp4", folder() / "made"));
        fs::copy_file(folder() / "two_talks.mp4", folder() / "made" / "two_talks.mp4");
        fs::remove(folder() / "made" / "dataset.json"); // a folder of csd files and media, with words beside
        addWords();
        open();
    }
    void init()
    {
        const QString test = QString::fromLatin1(QTest::currentTestFunction());
        if (test.startsWith(QStringLiteral("theOffset")) || test.startsWith(QStringLiteral("aVideoWithout")))
            return; // of other recordings
        QVERIFY(activate());
        QVERIFY(settle());
        action("show-faces")->setChecked(true);
        player().seek(4.02);
        QVERIFY(settle());
        QTRY_COMPARE(faces().size(), 2U);
        m_video->setFocus();
    }
    void cleanup()
    {
        if (m_real)
            undoAll();
    }
    void cleanupTestCase() { m_real.reset(); }

    void theChipOnThePictureSwitchesThem()
    {
        QToolButton* chip = nullptr;
        for (QToolButton* button : m_video->findChildren<QToolButton*>())
            if (button->defaultAction() == action("show-faces"))
                chip = button;
        QVERIFY(chip && chip->isVisible());
        QCOMPARE(chip->text(), QStringLiteral("Faces"));
        picture(window(), "faces-chip");
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(!action("show-faces")->isChecked());
        QTRY_VERIFY(faces().empty());
        QVERIFY(chip->isVisible()); // to switch them on again
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(faces().size(), 2U);
    }

    void everyFaceIsDrawnWhereItIs()
    {
        const widgets::ShownFace& left = faceOnTheLeft();
        const widgets::ShownFace& right = faceOnTheRight();
        QCOMPARE(left.landmarks.size(), 68U);
        QVERIFY(left.box.right() < 0.5);
        QVERIFY(right.box.left() > 0.5);
        for (const QPointF& point : left.landmarks)
            QVERIFY(left.box.adjusted(-0.1, -0.1, 0.1, 0.1).contains(point));
        QVERIFY(left.speaks);
        QVERIFY(!right.speaks);
        QVERIFY(left.name != right.name);
        picture(*m_video, "faces-on-the-picture");
        picture(window(), "faces-in-the-window");
    }

    void facesBelongToTheFrameThatIsShown()
    {
        const engine::CsdFile file(folder() / "made" / "face_landmarks.csd");
        const engine::TimedFeatures rows = engine::readFeatures(file, "two_talks");
        for (int step = 0; step < 5; ++step) {
            QTest::keyClick(&view(), Qt::Key_Right);
            QVERIFY(settle());
            QTRY_COMPARE(faces().size(), 2U);
            const double start = *player().frameTime(static_cast<std::size_t>(player().frame()));
            bool isFound = false;
            for (std::size_t row = 0; row < rows.intervals.size(); ++row) {
                if (std::abs(rows.intervals[row].start - start) > 0.001
                    || rows.features.at(row, 0) != float(faces().front().person))
                    continue;
                isFound = true; // the nose tip, in pixels of 480 × 240
                QVERIFY(std::abs(faces().front().landmarks[30].x() * 480.0 - 0.5
                                 - double(rows.features.at(row, 7 + 60)))
                        < 0.1);
                QVERIFY(std::abs(faces().front().landmarks[30].y() * 240.0 - 0.5
                                 - double(rows.features.at(row, 8 + 60)))
                        < 0.1);
            }
            QVERIFY(isFound);
        }
    }

    void aKeyHidesThemAndTheProgramRemembers()
    {
        const QImage with = m_video->grab().toImage();
        QTest::keyClick(&view(), Qt::Key_B, Qt::ShiftModifier);
        QTRY_VERIFY(faces().empty());
        QVERIFY(!app::Settings().facesShown());
        QVERIFY(m_video->grab().toImage() != with);
        QTest::keyClick(&view(), Qt::Key_B, Qt::ShiftModifier);
        QTRY_COMPARE(faces().size(), 2U);
        QVERIFY(app::Settings().facesShown());
        QTRY_COMPARE(m_video->grab().toImage(), with);
    }

    /// A lane for each person on the timeline, as the project says who they are and who speaks.
    void theTimelineHasALaneForEachPerson()
    {
        auto* track = window().findChild<widgets::FacesTrack*>();
        QVERIFY(track && track->isVisible());
        QTRY_COMPARE(track->lanes().size(), std::size_t(2));
        const auto laneOf = [&](const widgets::ShownFace& face) {
            return std::ranges::find(track->lanes(), face.name, &widgets::FacesTrack::Lane::name);
        };
        const auto seconds = [](const std::vector<engine::Interval>& spans) {
            double sum = 0.0;
            for (const engine::Interval& span : spans)
                sum += span.length();
            return sum;
        };
        QCOMPARE(laneOf(faceOnTheLeft())->colour, faceOnTheLeft().colour); // as on the picture
        QVERIFY(seconds(laneOf(faceOnTheLeft())->seen) > 8.0);
        QVERIFY(seconds(laneOf(faceOnTheLeft())->speaking) > 2 * seconds(laneOf(faceOnTheRight())->speaking));
        QVERIFY(track->subtitle().startsWith(QStringLiteral("2 p")));
        pictures("faces-timeline");

        choose(faceOnTheRight(), "Speaks in the whole video");
        QTRY_VERIFY(faceOnTheRight().speaks);
        QTRY_VERIFY(seconds(laneOf(faceOnTheRight())->speaking) > 8.0);
        QVERIFY(laneOf(faceOnTheLeft())->speaking.empty());
        history().undo();
        QTRY_VERIFY(!laneOf(faceOnTheLeft())->speaking.empty());

        choose(faceOnTheRight(), "Someone else from here on");
        QTRY_COMPARE(track->lanes().size(), std::size_t(3));
        picture(window(), "faces-timeline-split");
        history().undo();
        QTRY_COMPARE(track->lanes().size(), std::size_t(2));

        action("show-faces")->setChecked(false); // the picture's alone
        QVERIFY(settle());
        QCOMPARE(track->lanes().size(), std::size_t(2));
        action("show-faces")->setChecked(true);
        QTRY_COMPARE(faces().size(), 2U);
    }

    /// A double click on a lane asks for the name; a right click has the menu of the face.
    void aPersonIsNamedOnTheTimeline()
    {
        auto* track = window().findChild<widgets::FacesTrack*>();
        QTRY_COMPARE(track->lanes().size(), std::size_t(2));
        view().ensureVisible(track);
        const QRect area = view().trackArea();
        int top = area.top(); // the rows are not scrolled
        for (const widgets::Track* each : view().shownTracks()) {
            if (each == track)
                break;
            top += each->height() + 1;
        }
        QVERIFY(top + track->height() < view().height());
        const QPoint place(area.left() + area.width() / 2, top + 10);
        QTimer typing;
        connect(&typing, &QTimer::timeout, this, [this] {
            if (auto* dialog = window().findChild<QInputDialog*>(); dialog && dialog->isVisible()) {
                QVERIFY(dialog->width()
                        > dialog->fontMetrics().horizontalAdvance(dialog->windowTitle()) + 80);
                picture(*dialog, "face-name");
                dialog->setTextValue(QStringLiteral("Ada"));
                dialog->accept();
            }
        });
        typing.start(20);
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, place);
        typing.stop();
        QTRY_COMPARE(track->lanes().front().name, QStringLiteral("Ada"));
        QVERIFY(
            std::ranges::any_of(faces(), [](const auto& face) { return face.name == QLatin1String("Ada"); }));
        QCOMPARE(history().count(), 1);
        history().undo();
        QTRY_COMPARE(track->lanes().front().name, QStringLiteral("Person 1"));

        QStringList entries;
        QTimer::singleShot(0, this, [&] {
            if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
                for (const QAction* each : menu->actions())
                    entries << each->text();
                menu->close();
            }
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, view().mapToGlobal(place));
        QApplication::sendEvent(&view(), &event);
        QVERIFY(entries.contains(QStringLiteral("&Name…")));
    }

    void aPersonIsNamed()
    {
        const std::size_t person = faceOnTheLeft().person;
        QTimer::singleShot(0, this, [] { // the menu is open, then the dialog
            QKeyEvent press(QEvent::KeyPress, Qt::Key_N, {}, QStringLiteral("n"));
            QApplication::sendEvent(QApplication::activePopupWidget(), &press);
        });
        QTimer typing;
        connect(&typing, &QTimer::timeout, this, [this] {
            if (auto* dialog = window().findChild<QInputDialog*>(); dialog && dialog->isVisible()) {
                dialog->findChild<QLineEdit*>()->setText(QStringLiteral("Mira"));
                dialog->accept();
            }
        });
        typing.start(20);
        openMenu(faceOnTheLeft());
        typing.stop();
        QTRY_COMPARE(faceOnTheLeft().name, QStringLiteral("Mira"));
        QCOMPARE(faceOnTheLeft().person, person);
        QCOMPARE(history().count(), 1);
        history().undo();
        QTRY_COMPARE(faceOnTheLeft().name, QStringLiteral("Person %1").arg(person + 1));
    }

    void aPersonIsSplitAndMergedAgain()
    {
        const std::size_t person = faceOnTheRight().person;
        choose(faceOnTheRight(), "Someone else from here on");
        QTRY_COMPARE(session().faces().tracks()->people.size(), 3U);
        QTRY_VERIFY(faceOnTheRight().person != person);
        player().seek(3.0);
        QVERIFY(settle());
        QTRY_COMPARE(faceOnTheRight().person, person);
        player().seek(6.0);
        QVERIFY(settle());
        QTRY_VERIFY(faceOnTheRight().person != person);
        choose(faceOnTheRight(), "Same person as", session().faces().nameOf(person));
        QTRY_COMPARE(session().faces().tracks()->people.size(), 2U);
        QTRY_COMPARE(faceOnTheRight().person, person);
        QCOMPARE(history().count(), 2);
        history().undo();
        QTRY_COMPARE(session().faces().tracks()->people.size(), 3U);
        history().undo();
        QTRY_COMPARE(session().faces().tracks()->people.size(), 2U);
    }

    void whoeverIsChosenSpeaksAndIsMeasured()
    {
        const QByteArray before = bytesOf(folder() / "made" / "face_landmarks.csd");
        const double left = measured("box_x0");
        QVERIFY(left < 240.0); // of the one who is heard
        const float wordBefore = wordValue();
        choose(faceOnTheRight(), "Speaks in the whole video");
        QTRY_VERIFY(faceOnTheRight().speaks);
        QVERIFY(!faceOnTheLeft().speaks);
        QTRY_VERIFY(measured("box_x0") > 240.0); // tracks follow
        QVERIFY(settle());
        QVERIFY(wordValue() != wordBefore); // what models are given follows
        choose(faceOnTheLeft(), "Measures of this person for tracks and models");
        QTRY_VERIFY(measured("box_x0") < 240.0);
        QVERIFY(faceOnTheRight().speaks);
        history().undo();
        QTRY_VERIFY(measured("box_x0") > 240.0);
        history().undo();
        QTRY_COMPARE(measured("box_x0"), left);
        QVERIFY(settle());
        QCOMPARE(wordValue(), wordBefore);
        QCOMPARE(bytesOf(folder() / "made" / "face_landmarks.csd"), before);
    }

    void anAlignmentFollowsTheChosenPerson()
    {
        action("align-video")->trigger();
        QTRY_VERIFY(session().alignment().applied().has_value());
        QVERIFY(settle());
        QTRY_VERIFY(alignedBox() > 0.0 && alignedBox() < 240.0);
        choose(faceOnTheRight(), "Measures of this person for tracks and models");
        QVERIFY(settle());
        QTRY_VERIFY(alignedBox() > 240.0);
        history().undo();
        QVERIFY(settle());
        QTRY_VERIFY(alignedBox() < 240.0);
    }

    void aWrittenRecipeHasTheChosenPersonBesideIt()
    {
        const auto dataset = session().videos().dataset();
        const engine::Recipe& recipe = session().alignment().recipe();
        const auto write = [&](const char* name) {
            app::exportRecipe(recipe, *dataset, app::recipeEdits(document(), recipe),
                              folder() / (std::string(name) + ".json"));
        };
        write("found");
        QVERIFY(!fs::exists(folder() / "found.face.csd")); // it loads the dataset's file
        choose(faceOnTheRight(), "Measures of this person for tracks and models");
        QTRY_VERIFY(measured("box_x0") > 240.0);
        write("chosen");
        const engine::CsdFile file(folder() / "chosen.face.csd");
        const engine::TimedFeatures rows = engine::readFeatures(file, "two_talks");
        const engine::CsdFile before(folder() / "made" / "face.csd");
        QCOMPARE(rows.intervals, engine::readFeatures(before, "two_talks").intervals);
        QVERIFY(rows.features.at(100, 4) > 240.0F);
        QVERIFY(engine::readFeatures(before, "two_talks").features.at(100, 4) < 240.0F);
    }

    void peopleAreReachedByKeys()
    {
        QStringList titles;
        QTimer::singleShot(0, this, [this, &titles] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction* each : menu->actions())
                titles << each->text();
            picture(*menu, "people-menu");
            QTest::keyClick(menu, Qt::Key_Escape);
        });
        QTest::keyClick(&view(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(titles, (QStringList{QStringLiteral("Person 1"), QStringLiteral("Person 2")}));
    }

    void theAuditSaysTheOffsetOfTheSound()
    {
        window().showTab(QStringLiteral("align"));
        QTRY_VERIFY(offsetLine() != nullptr);
        QVERIFY2(offsetLine()->accessibleName().startsWith(QStringLiteral("Sound 0.0")),
                 qPrintable(offsetLine()->accessibleName()));
        QVERIFY(offsetLine()->accessibleName().contains(QStringLiteral("± 0.0")));
        picture(window(), "audit-offset");
        action("show-faces")->setChecked(false); // the audit wants the faces as well
        QVERIFY(settle());
        QVERIFY(offsetLine());
        action("show-faces")->setChecked(true);
    }

    void aProjectKeepsThem()
    {
        choose(faceOnTheRight(), "Measures of this person for tracks and models");
        QTRY_VERIFY(measured("box_x0") > 240.0);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        open();
        QVERIFY(!QTest::currentTestFailed());
        QTRY_VERIFY(measured("box_x0") > 240.0);
        const auto corrections = engine::faceCorrections(document().annotation(), "two_talks");
        QVERIFY(corrections.measured.has_value());
    }

    void theLargestFaceIsTurnedInSpace()
    {
        window().showTab(QStringLiteral("space"));
        QTRY_VERIFY(window().findChild<widgets::SpaceViews*>());
        auto* views = window().findChild<widgets::SpaceViews*>();
        views->setShown(widgets::SpaceViews::Shown::Face);
        QTRY_VERIFY(views->face().face().isThere);
        QVERIFY(views->face().face().isFitted);
        QVERIFY(settle());
        QVERIFY2(views->face().view().toolTip().contains(QStringLiteral("weak perspective")),
                 qPrintable(views->face().view().toolTip()));
        const engine::FaceInDepth before = views->face().face();
        const auto& points = before.points;
        QVERIFY(points[30][2] > points[0][2] + 60); // the nose is nearer than the ear, in mm
        QVERIFY(points[8][1] < points[27][1] - 60); // the chin is below the bridge of the nose
        pictures("space-face");
        player().seek(5.5);
        QTRY_VERIFY(views->face().face() != before);
        const engine::StoredSight* largest = nullptr;
        for (const app::Faces::Seen& seen : session().faces().at(player().position())) {
            if (!largest || engine::boxOf(*seen.sight).width() > engine::boxOf(*largest).width())
                largest = seen.sight;
        }
        QVERIFY(largest);
        QCOMPARE(views->face().face(), engine::withDepth(engine::landmarksOf(*largest)));
        window().showTab(QStringLiteral("predict"));
    }

    /// Landmarks of another video are nothing to switch here.
    void aVideoWithoutLandmarksHasNothingToSwitch()
    {
        const fs::path two = folder() / "two";
        fs::create_directories(two);
        for (const char* file : {"two_talks.mp4", "face.csd", "face_landmarks.csd"})
            fs::copy_file(folder() / "made" / file, two / file);
        fs::copy_file(two / "two_talks.mp4", two / "zz.mp4");
        open({two});
        QVERIFY(!QTest::currentTestFailed());
        const auto* track = window().findChild<widgets::FacesTrack*>();
        QToolButton* chip = nullptr;
        for (QToolButton* button : m_video->findChildren<QToolButton*>())
            if (button->defaultAction() == action("show-faces"))
                chip = button;
        QVERIFY(chip);
        for (const char* video : {"two_talks", "zz", "two_talks"}) {
            session().videos().open(QLatin1String(video));
            QTRY_COMPARE(document().video().id, QLatin1String(video));
            QVERIFY(settle());
            const bool isThere = document().video().id != QLatin1String("zz");
            QTRY_COMPARE(chip->isEnabled(), isThere);
            QCOMPARE(chip->toolTip().contains(QStringLiteral("no landmarks")), !isThere);
            QCOMPARE(track->isVisible(), isThere);
            QTRY_COMPARE(track->lanes().size(), std::size_t(isThere ? 2 : 0));
            if (!isThere)
                picture(window(), "faces-none");
        }
    }

    void aVideoWithoutLandmarksOfItsOwnMayHaveThemInDepth()
    {
        const fs::path deep = folder() / "deep";
        fs::create_directories(deep);
        fs::copy_file(folder() / "made" / "two_talks.mp4", deep / "two_talks.mp4");
        engine::ComputationalSequence openFace;
        nlohmann::json names = nlohmann::json::array();
        for (const char* axis : {"X_", "Y_", "Z_"}) {
            for (int i = 0; i < 68; ++i)
                names.push_back(axis + std::to_string(i));
        }
        openFace.setMetadata({{"root name", "openface"}, {"dimension names", names}});
        engine::Entry entry;
        std::vector<float> values;
        for (int row = 0; row < 2; ++row) {
            entry.intervals.values.push_back({row * 4.0, row * 4.0 + 4.0});
            for (int column = 0; column < 204; ++column)
                values.push_back(static_cast<float>(column % 68 + (row + 1) * (column / 68) * 10));
        }
        values[2 * 68 + 30] = -40; // the tip of the nose, nearer to the camera
        entry.features = {engine::ElementType::Float32, {2, 204}, values};
        openFace.put("two_talks", entry);
        engine::writeCsd(openFace, deep / "openface.csd");
        open({deep});
        QVERIFY(!QTest::currentTestFailed());
        window().showTab(QStringLiteral("space"));
        QTRY_VERIFY(window().findChild<widgets::SpaceViews*>());
        auto* views = window().findChild<widgets::SpaceViews*>();
        views->setShown(widgets::SpaceViews::Shown::Face);
        player().seek(1.0);
        QTRY_VERIFY(views->face().face().isThere);
        const engine::FaceInDepth face = views->face().face();
        QVERIFY(!face.isFitted);
        QVERIFY(std::abs(face.points[67][0] - face.points[0][0] - 67) < 1);
        QVERIFY(std::abs(face.points[30][2] - face.points[29][2] - (40 + 20 + 29)) < 1);
    }

    void theOffsetMovesWithTheSound_data()
    {
        QTest::addColumn<double>("shift");
        QTest::newRow("as it is") << 0.0;
        QTest::newRow("late") << 0.2;
        QTest::newRow("early") << -0.12;
    }
    void theOffsetMovesWithTheSound()
    {
        QFETCH(const double, shift);
        static double asItIs = 0.0;
        const fs::path talk = folder() / "talk";
        if (!fs::exists(talk))
            QVERIFY(extract(DEMO "/media/grid_talk_a.mp4", talk));
        const fs::path copy = folder() / QTest::currentDataTag();
        fs::create_directories(copy);
        const QString filter = shift >= 0 ? QStringLiteral("adelay=%1:all=1").arg(qRound(shift * 1000))
                                          : QStringLiteral("atrim=start=%1,asetpts=PTS-STARTPTS").arg(-shift);
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"),
                                   {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-i"),
                                    QStringLiteral(DEMO "/media/grid_talk_a.mp4"), QStringLiteral("-c:v"),
                                    QStringLiteral("copy"), QStringLiteral("-af"), filter,
                                    QString::fromStdString((copy / "grid_talk_a.mp4").string())}),
                 0);
        open({copy / "grid_talk_a.mp4", talk / "face.csd", talk / "face_landmarks.csd"});
        QVERIFY(!QTest::currentTestFailed());
        window().showTab(QStringLiteral("align"));
        QTRY_VERIFY(offsetLine() != nullptr);
        const QString line = offsetLine()->accessibleName();
        qInfo("%s", qPrintable(line));
        const QRegularExpression number(QStringLiteral("Sound ([0-9.]+) s (before|after)"));
        const QRegularExpressionMatch found = number.match(line);
        QVERIFY2(found.hasMatch(), qPrintable(line));
        const double seconds
            = found.captured(1).toDouble() * (found.captured(2) == QLatin1String("after") ? 1 : -1);
        if (shift == 0.0)
            asItIs = seconds;
        QVERIFY2(std::abs(seconds - asItIs - shift) < 0.021, qPrintable(line)); // two decimals are shown
        QVERIFY(!line.contains(QStringLiteral("doubtful")));
    }

private:
    static bool extract(const fs::path& media, const fs::path& out)
    {
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-extract"),
                      {QString::fromStdString(media.string()), QStringLiteral("--out"),
                       QString::fromStdString(out.string()), QStringLiteral("--features"),
                       QStringLiteral("face,face_landmarks")});
        return program.waitForFinished(support::kPatience) && program.exitCode() == 0;
    }
    fs::path folder() const { return fs::path(m_folder.path().toStdString()); }
    static QByteArray bytesOf(const fs::path& path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    widgets::TimelineView& view() { return *window().findChild<widgets::TimelineView*>(); }
    const std::vector<widgets::ShownFace>& faces() const { return m_video->content().faces; }
    const widgets::ShownFace& faceOnTheLeft() const
    {
        return *std::ranges::min_element(faces(), {}, [](const auto& face) { return face.box.left(); });
    }
    const widgets::ShownFace& faceOnTheRight() const
    {
        return *std::ranges::max_element(faces(), {}, [](const auto& face) { return face.box.left(); });
    }

    /// Ten words of a second: recipes and models have something to align to.
    void addWords()
    {
        engine::ComputationalSequence words;
        words.setMetadata({{"root name", "words"}});
        engine::Entry entry;
        std::vector<std::string> texts;
        for (int i = 0; i < 10; ++i) {
            entry.intervals.values.push_back({double(i), double(i + 1)});
            texts.push_back("word" + std::to_string(i));
        }
        entry.features = {engine::ElementType::Text, {texts.size(), 1}, texts};
        words.put("two_talks", entry);
        engine::writeCsd(words, folder() / "made" / "words.csd");
    }
    void open() { open({folder() / "made"}); }
    void open(const std::vector<fs::path>& paths)
    {
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open(paths);
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        m_video = find<widgets::VideoSurface>("video");
        QVERIFY(m_video);
    }

    /// Where a face is on the surface, in its middle.
    QPoint placeOf(const widgets::ShownFace& face) const
    {
        const QSize shown = m_video->content().frame.size().scaled(m_video->size(), Qt::KeepAspectRatio);
        const QPointF corner((m_video->width() - shown.width()) / 2.0,
                             (m_video->height() - shown.height()) / 2.0);
        return (corner
                + QPointF(face.box.center().x() * shown.width(), face.box.center().y() * shown.height()))
            .toPoint();
    }
    void openMenu(const widgets::ShownFace& face)
    {
        const QPoint place = placeOf(face);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_video->mapToGlobal(place));
        QApplication::sendEvent(m_video, &event);
    }
    /// Chooses an entry of a face's menu, or of a menu in it.
    void choose(const widgets::ShownFace& face, const char* text, const QString& below = {})
    {
        bool isChosen = false;
        QTimer::singleShot(0, this, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu)
                return;
            picture(*menu, "face-menu");
            const auto entry = [](const QMenu& in, const QString& called) {
                for (QAction* each : in.actions()) {
                    if (each->text().remove(QLatin1Char('&')) == called)
                        return each;
                }
                return static_cast<QAction*>(nullptr);
            };
            QAction* action = entry(*menu, QLatin1String(text));
            if (action && !below.isEmpty())
                action = entry(*action->menu(), below);
            isChosen = action && action->isEnabled();
            menu->close();
            if (isChosen)
                action->trigger();
        });
        openMenu(face);
        QVERIFY2(isChosen, text);
    }

    const QToolButton* offsetLine()
    {
        for (const QToolButton* line : window().findChildren<QToolButton*>(QStringLiteral("finding"))) {
            if (line->accessibleName().contains(QStringLiteral("the picture, ±")) && line->isVisible())
                return line;
        }
        return nullptr;
    }

    /// The mean of a column of the measures on the timeline.
    double measured(const char* column)
    {
        for (const app::FeatureSeries& series : document().video().features) {
            if (series.key != QLatin1String("face"))
                continue;
            const auto place = std::ranges::find_if(series.names,
                                                    [&](const QString& name) {
                                                        return name.startsWith(QLatin1String(column));
                                                    })
                - series.names.begin();
            const std::size_t rows = series.features->intervals().size();
            double sum = 0.0;
            for (std::size_t row = 0; row < rows; ++row)
                sum += double(series.features->valueAt(row, std::size_t(place))->value);
            return sum / double(rows);
        }
        return -1.0;
    }
    /// Where the face's box begins, as a model receives it of the fifth word.
    float wordValue()
    {
        const auto aligned = document().wordAlignment().align(4, 5);
        return aligned[2].features.at(0, 4);
    }
    double alignedBox()
    {
        const auto* result = session().alignment().appliedPreview().result();
        const auto* face = result ? result->find(QStringLiteral("face")) : nullptr;
        return face && face->rows.rows.features.rows > 0 ? double(face->rows.rows.features.at(0, 4)) : -1.0;
    }

    QTemporaryDir m_folder;
    widgets::VideoSurface* m_video = nullptr;
};

WINDOW_TEST_MAIN(FacesWalk)
#include "tst_faces_walk.moc"
