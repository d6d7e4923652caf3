#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/review/review.h"
#include "app/review/review_sources.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_edits.h"
#include "widgets/review/value_editor.h"

#include <QLabel>
#include <QTest>
#include <QUndoStack>

#include <map>

#include "tests/support/suspects_test.h"
#include "tests/support/waiting.h"

/// Suspicious labels of a project whose segments have classes: terms of a vocabulary, which no file has.
class ClassSuspectsWalk : public SuspectsTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        session().editor().setAnnotator(QStringLiteral("mira"));
        labelByClasses();
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue() && queue()->isVisible());
        QTRY_VERIFY(search().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!search().isRunning() && count() > 0, 280000);
    }

    void rowsHaveClassesByName()
    {
        clickGroup(1); // of labels
        const int place = placeOf(m_planted);
        QVERIFY2(place >= 0, qPrintable(m_planted)); // where among the ten or so differs between processors
        QCOMPARE(row(place).value, m_plantedClass);
        QCOMPARE(row(place).kind, QStringLiteral("another class"));
        QVERIFY2(row(place).reason.startsWith(QStringLiteral("Label %1; ").arg(m_plantedClass)),
                 qPrintable(row(place).reason));
        const auto* worth = window().findChild<QLabel*>(QStringLiteral("suspectsWorth"));
        QVERIFY2(worth->text().startsWith(QStringLiteral("Models tell the label in ")),
                 qPrintable(worth->text()));
    }

    void theCardOffersClasses()
    {
        clickRow(placeOf(m_planted));
        QTRY_COMPARE(document().video().id, videoOf(m_planted));
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        QTRY_VERIFY(button("acceptSuspect")->isVisible());
        QVERIFY2(button("acceptSuspect")->text().contains(m_trueClass),
                 qPrintable(button("acceptSuspect")->text()));
        QVERIFY2(button("keepSuspect")->text().contains(m_plantedClass),
                 qPrintable(button("keepSuspect")->text()));
        QTRY_VERIFY(card()->findChild<widgets::ValueEditor*>()->isVisible());
        pictures("suspects-classes");
    }

    void aClassIsAcceptedAsOneStep()
    {
        const int steps = session().undoStack().index();
        queue()->list().setFocus();
        QTest::keyClick(&queue()->list(), Qt::Key_A);
        QTRY_COMPARE(classIn(m_planted), m_trueClass);
        QCOMPARE(session().undoStack().index(), steps + 1);
        QTRY_COMPARE(placeOf(m_planted), -1);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(classIn(m_planted), m_plantedClass);
        QTRY_VERIFY(placeOf(m_planted) >= 0);
    }

    /// The digits count the classes as they stand on the card.
    void aClassIsGivenByADigit()
    {
        clickRow(placeOf(m_planted));
        QTRY_COMPARE(document().video().id, videoOf(m_planted));
        const QString other = m_plantedClass == QLatin1String(kNames[1]) ? QLatin1String(kNames[2])
                                                                         : QLatin1String(kNames[1]);
        const int digit = other == QLatin1String(kNames[1]) ? 2 : 3;
        timeline().setFocus();
        QTest::keyClick(&timeline(), static_cast<Qt::Key>(Qt::Key_0 + digit));
        QTRY_COMPARE(classIn(m_planted), other);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(classIn(m_planted), m_plantedClass);
    }

    /// A class that is changed by hand elsewhere takes its segment out of the queue.
    void aChangedClassIsToldAnew()
    {
        const int before = count();
        QTRY_COMPARE(document().video().id, videoOf(m_planted));
        session().editor().setLabel(segmentOf(m_planted), QStringLiteral("mood"),
                                    app::Editor::Value(m_trueClass.toStdString()));
        QTRY_COMPARE(count(), before - 1);
        auto* note = queue()->findChild<QLabel*>(QStringLiteral("suspectsNote"));
        QVERIFY2(note->text().contains(QStringLiteral("changed since")), qPrintable(note->text()));
        history().undo();
        QTRY_COMPARE(count(), before);
    }

    void oneClassAloneCannotBeSearched()
    {
        QVERIFY(session().editor().editStored(QStringLiteral("one class"),
                                              [](const engine::Annotation& annotation) {
                                                  engine::Change change;
                                                  for (const auto& [id, segment] : annotation.segments()) {
                                                      if (!segment.values.contains("mood"))
                                                          continue;
                                                      engine::Segment one = segment;
                                                      one.values["mood"].value = std::string(kNames[0]);
                                                      change.segments.push_back({segment, one});
                                                  }
                                                  return change;
                                              }));
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton);
        auto* note = queue()->findChild<QLabel*>(QStringLiteral("suspectsNote"));
        QTRY_COMPARE(note->text(), QStringLiteral("Segments of at least two classes of mood are needed."));
        picture(window(), "suspects-one-class");
        history().undo();
    }

private:
    static constexpr std::array kNames{"bad", "middling", "good", "unused"};

    int placeOf(const QString& title)
    {
        for (int place = 0; place < count(); ++place) {
            if (row(place).title == title)
                return place;
        }
        return -1;
    }
    /// What the video in sight has there.
    QString classIn(const QString& title)
    {
        const engine::SegmentId id = document().segmentId(app::kLabelsTier, segmentOf(title));
        const engine::Segment* segment = document().annotation().segment(id);
        return segment && segment->values.contains("mood")
            ? QString::fromStdString(std::get<std::string>(segment->values.at("mood").value))
            : QString();
    }
    /// All segments of the demo get a class, by their sentiment, and one clear one gets the wrong one.
    void labelByClasses()
    {
        std::vector<engine::ReviewUnit> units;
        const engine::Layer own{{}, app::kLabelsTier, {}, 1, engine::Presentation::All, false};
        bool isGathered = false;
        window().findChild<app::ReviewSources*>()->gatherUnits(
            own, [&](const std::vector<engine::ReviewUnit>& found) {
                units = found;
                isGathered = true;
            });
        QTRY_VERIFY(isGathered);
        QVERIFY(units.size() > 100);
        std::map<std::string, std::vector<engine::Segment>> segments;
        const std::string inSight = document().video().id.toStdString();
        for (const engine::ReviewUnit& unit : units) {
            engine::Segment segment;
            segment.start = engine::TimePoint::ofSeconds(unit.span.start);
            segment.end = engine::TimePoint::ofSeconds(unit.span.end);
            const double label = unit.label.value_or(0.0);
            std::string name = kNames[label < -0.5 ? 0 : label > 0.5 ? 2 : 1];
            std::vector<engine::Segment>& list = segments[unit.video];
            if (unit.video == inSight && m_planted.isEmpty() && std::abs(label) >= 2.0) {
                m_trueClass = QString::fromStdString(name);
                name = kNames[label < 0 ? 2 : 0];
                m_plantedClass = QString::fromStdString(name);
                m_planted = QStringLiteral("%1 · %2").arg(document().video().id).arg(list.size() + 1);
            }
            segment.values["mood"] = {name, {"mira", 1, 1, "video+sound"}};
            list.push_back(segment);
        }
        QVERIFY(!m_planted.isEmpty());
        engine::Vocabulary terms;
        for (const char* name : kNames)
            terms.terms.push_back({name, "", ""});
        for (const auto& [video, made] : segments) {
            QVERIFY(session().editor().editStored(QStringLiteral("tier"),
                                                  [&, video = video](const engine::Annotation& annotation) {
                                                      engine::Tier tier;
                                                      tier.video = video;
                                                      tier.name = app::kLabelsTier;
                                                      tier.labels = {{"mood", terms}};
                                                      return engine::addTier(annotation, tier);
                                                  }));
            QVERIFY(session().editor().editStored(
                QStringLiteral("segments"),
                [&, video = video, made = made](const engine::Annotation& annotation) mutable {
                    for (engine::Segment& segment : made)
                        segment.tier = engine::tiersCalled(annotation, app::kLabelsTier).at(video)->id;
                    return engine::insertSegments(annotation, made);
                }));
        }
        session().videos().open(videoOf(m_planted));
        QVERIFY(settle());
        QCOMPARE(classIn(m_planted), m_plantedClass);
    }

    QString m_planted, m_plantedClass, m_trueClass; ///< `eve_5 · 5`
};

WINDOW_TEST_MAIN(ClassSuspectsWalk)
#include "tst_class_suspects_walk.moc"
