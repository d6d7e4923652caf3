#include "app/review/review_actions.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_edits.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/tier_track.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <set>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Tiers of one's own in the real window, by mouse and keys.
class TiersTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_view->setFocus();
    }
    void cleanupTestCase() { m_real.reset(); }

    void aTierIsMadeWithReadyLabels()
    {
        inDialog("new-tier", "tierDialog", [](QDialog* dialog) {
            picture(*dialog, "tier-dialog");
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tierName")),
                             QStringLiteral("mood"));
            auto* sets = dialog->findChild<QComboBox*>(QStringLiteral("labelSet"));
            const int meld = sets->findData(QStringLiteral("meld"));
            sets->setCurrentIndex(meld);
            emit sets->activated(meld);
        });
        const engine::Tier* tier = document().tier("mood");
        QVERIFY(tier);
        QCOMPARE(tier->labels.size(), std::size_t(2));
        QVERIFY(track("mood"));
        QCOMPARE(history().undoText().contains(QStringLiteral("mood")), true);
    }

    void aNameThatIsTakenIsRefusedInTheDialog()
    {
        const QSignalSpy told(&session().document().notices(), &app::Notices::said);
        bool isOpen = false;
        QString reason;
        QString kept;
        inDialog("new-tier", "tierDialog", [&](QDialog* dialog) {
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("tierName"));
            const auto* refusal = dialog->findChild<QLabel*>(QStringLiteral("tierRefusal"));
            QVERIFY(refusal->isHidden());
            QTest::keyClicks(name, QStringLiteral("mood"));
            dialog->accept();
            isOpen = dialog->isVisible();
            reason = refusal->isVisible() ? refusal->text() : QString();
            kept = name->text();
            QTest::keyClicks(name, QStringLiteral("2"));
        });
        QVERIFY(isOpen);
        QVERIFY2(reason.contains(QLatin1String("mood")), qPrintable(reason));
        QCOMPARE(kept, QStringLiteral("mood"));
        QCOMPARE(told.count(), 0); // it is said in one place
        QVERIFY(document().tier("mood2"));
        history().undo();
        QVERIFY(!document().tier("mood2"));
        window().findChild<app::TimelinePanel*>()->hand().goTo("mood"); // as before
    }

    void aSegmentIsMadeAndLabelledByKeys()
    {
        QVERIFY(activate()); // a dialog was open
        m_view->setFocus();
        session().player().seek(1.0);
        QTest::keyClick(m_view, Qt::Key_N); // on the new tier, which is in hand
        auto* text = find<QLineEdit>("wordText");
        QVERIFY(text);
        QTest::keyClicks(text, QStringLiteral("laughs"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(document().spans("mood").size(), std::size_t(1));
        session().player().seek(1.2);
        QTest::keyClick(m_view, Qt::Key_2);
        const engine::Segment& made = segment("mood", 0);
        QCOMPARE(QString::fromStdString(made.text), QStringLiteral("laughs"));
        QCOMPARE(std::get<std::string>(made.values.at("emotion").value), std::string("happy"));
        QCOMPARE(action("label-2")->text(), QStringLiteral("emotion: happy")); // in menus, what the key gives
        picture(window(), "tiers");
    }

    void aKeyBeyondTheScaleIsRefusedWithAMessage()
    {
        const QSignalSpy told(&session().document().notices(), &app::Notices::said);
        const engine::Annotation before = content();
        engine::TierRevision shorter{*document().tier("mood"), *document().tier("mood"), {}};
        for (const engine::LabelScheme& label : shorter.before.labels)
            shorter.labels.push_back({label.name, label, {}});
        std::get<engine::Vocabulary>(shorter.labels.front().now.scale).terms.resize(3);
        QVERIFY(session().editor().edit(QStringLiteral("shorter"), [&](const auto& annotation) {
            return engine::reviseTiers(annotation, shorter);
        }));
        QTest::keyClick(m_view, Qt::Key_4);
        QCOMPARE(std::get<std::string>(segment("mood", 0).values.at("emotion").value), std::string("happy"));
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.first().first().value<app::Notice>().text, QStringLiteral("emotion has no step 4."));
        history().undo();
        QCOMPARE(content(), before);
    }

    void lettersGiveTheTermsOfAVocabulary()
    {
        QTest::keyClick(m_view, Qt::Key_E);
        QTest::keyClick(m_view, Qt::Key_S); // sad, and no split
        QCOMPARE(std::get<std::string>(segment("mood", 0).values.at("emotion").value), std::string("sad"));
        QTest::keyClick(m_view, Qt::Key_Escape);
        QCOMPARE(document().spans("mood").size(), std::size_t(1));
        QTest::keyClick(m_view, Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(segment("mood", 0).flagged);
        QTest::keyClick(m_view, Qt::Key_2, Qt::ShiftModifier);
        QVERIFY(segment("mood", 0).confidence > 0.6);
        inDialog("comment", nullptr, [](QDialog* dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("very"));
        });
        QCOMPARE(segment("mood", 0).comment, std::string("very"));
    }

    void anEdgeIsDragged()
    {
        const engine::Interval before = document().spans("mood")[0];
        const QRect area = m_view->areaOf(track("mood"));
        const auto at = [&](double seconds) {
            return QPoint(area.left() + static_cast<int>(m_view->scale().x(seconds)), area.center().y());
        };
        QTest::mousePress(m_view, Qt::LeftButton, {}, at(before.end));
        QTest::mouseMove(m_view, at(before.end + 0.2));
        QTest::mouseMove(m_view, at(before.end + 0.4));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, at(before.end + 0.4));
        QVERIFY(document().spans("mood")[0].end > before.end + 0.2);
        QCOMPARE(document().spans("mood")[0].start, before.start);
    }

    void keysWalkOverTheTiers()
    {
        QTest::keyClick(m_view, Qt::Key_Up);
        QTest::keyClick(m_view, Qt::Key_S); // splits the labelled segment, not the new one
        QCOMPARE(document().spans("mood").size(), std::size_t(1));
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_Down);
        session().player().seek(1.2);
        QTest::keyClick(m_view, Qt::Key_S);
        QCOMPARE(document().spans("mood").size(), std::size_t(2));
    }

    void aClickOnAHeadTakesItsTierInHand()
    {
        const auto& hand = find<app::TimelinePanel>("timelinePanel")->hand();
        const app::TierName before = hand.tier();
        const auto clickHead = [&](const widgets::Track* of) {
            QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(40, m_view->areaOf(of).center().y()));
        };
        clickHead(find<widgets::Track>("labelsTrack"));
        QCOMPARE(hand.tier(), app::kLabelsTier);
        picture(window(), "head-in-hand");
        clickHead(find<widgets::Track>("wordsTrack"));
        QCOMPARE(hand.tier(), app::kWordsTier);
        clickHead(find<widgets::Track>("soundTrack")); // shows no tier
        QCOMPARE(hand.tier(), app::kWordsTier);
        clickHead(track("mood"));
        QCOMPARE(hand.tier(), app::TierName("mood"));
        QCOMPARE(before, app::TierName("mood"));
        const std::size_t segments = document().spans("mood").size();
        session().player().seek(6.0);
        QTest::keyClick(m_view, Qt::Key_N);
        QTest::keyClick(find<QLineEdit>("wordText"), Qt::Key_Return);
        QCOMPARE(document().spans("mood").size(), segments + 1);
        history().undo();
        QCOMPARE(document().spans("mood").size(), segments);
    }

    void aCopyStandsForItself()
    {
        inDialog("copy-tier", nullptr, [](QDialog* dialog) {
            auto* name = dialog->findChild<QLineEdit*>();
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("mood again"));
        });
        QCOMPARE(document().spans("mood again").size(), std::size_t(2));
        QVERIFY(track("mood again"));
        act("delete-tier");
        QVERIFY(!document().tier("mood again"));
        QVERIFY(!track("mood again"));
        QVERIFY(document().tier("mood"));
    }

    void wordsAndLabelsStay()
    {
        QString told;
        const auto connection = connect(&session().document().notices(), &app::Notices::said, this,
                                        [&](const QString& text) { told = text; });
        while (document().tier("mood") && history().canUndo())
            history().undo();
        QVERIFY(!track("mood"));
        act("delete-tier");
        disconnect(connection);
        QVERIFY(document().tier(app::kWordsTier));
    }

    void pointsAreFlags()
    {
        inDialog("new-tier", "tierDialog", [](QDialog* dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tierName")),
                             QStringLiteral("blinks"));
            auto* kinds = dialog->findChild<QComboBox*>(QStringLiteral("tierKind"));
            kinds->setCurrentIndex(1);
            emit kinds->activated(1);
        });
        QVERIFY(session().editor().segments().insert("blinks", {2.0, 2.5}));
        QVERIFY(session().editor().segments().insert("blinks", {4.0, 4.5}));
        QCOMPARE(document().spans("blinks")[0].length(), 0.0);
        session().editor().segments().moveEdge(document().segmentId("blinks", 0), true, 3.0,
                                               engine::EdgeMode::Follow, 0);
        QCOMPARE(document().spans("blinks")[0].start, 3.0);
        QCOMPARE(document().spans("blinks")[0].end, 3.0);
        settle();
        picture(window(), "points");
    }

    void manySegmentsAreChangedAtOnce()
    {
        m_view->setFocus();
        inDialog("change-many", "bulkDialog", [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("bulkTier"))
                ->setCurrentText(QStringLiteral("blinks"));
            dialog->findChild<QDoubleSpinBox*>(QStringLiteral("bulkSeconds"))->setValue(0.5);
            QCOMPARE(dialog->findChild<QTableWidget*>(QStringLiteral("bulkPreview"))->rowCount(), 2);
            picture(*dialog, "bulk-dialog");
        });
        QCOMPARE(document().spans("blinks")[0].start, 3.5);
        QCOMPARE(document().spans("blinks")[1].start, 4.5);
        inDialog("change-many", "bulkDialog", [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("bulkTier"))
                ->setCurrentText(QStringLiteral("words"));
            dialog->findChild<QComboBox*>(QStringLiteral("bulkWork"))->setCurrentIndex(2);
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("bulkFind")),
                             QStringLiteral("film"));
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("bulkReplace")),
                             QStringLiteral("movie"));
            QVERIFY(dialog->findChild<QTableWidget*>(QStringLiteral("bulkPreview"))->rowCount() > 0);
        });
        const auto& texts = document().words().texts;
        QVERIFY(std::ranges::find(texts, "movie") != texts.end());
        QVERIFY(std::ranges::find(texts, "film") == texts.end());
        inDialog("change-many", "bulkDialog", [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("bulkTier"))
                ->setCurrentText(QStringLiteral("labels"));
            dialog->findChild<QComboBox*>(QStringLiteral("bulkWork"))->setCurrentIndex(1);
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("bulkFrom")), QStringLiteral("-1"));
            auto* to = dialog->findChild<QLineEdit*>(QStringLiteral("bulkTo"));
            QTest::keyClicks(to, QStringLiteral("99"));
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("bulkCount"))
                        ->text()
                        .contains(QStringLiteral("scale")));
            to->clear();
            QTest::keyClicks(to, QStringLiteral("-2"));
        });
        QCOMPARE(std::get<double>(segment("labels", 0).values.at("sentiment").value), -2.0);
    }

    void aChangeReachesTheTierInAllVideos()
    {
        inDialog("new-tier", "tierDialog", [](QDialog* dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tierName")),
                             QStringLiteral("gaze"));
            auto* sets = dialog->findChild<QComboBox*>(QStringLiteral("labelSet"));
            const int meld = sets->findData(QStringLiteral("meld"));
            sets->setCurrentIndex(meld);
            emit sets->activated(meld);
            dialog->findChild<QCheckBox*>(QStringLiteral("allVideos"))->setChecked(true);
        });
        QCOMPARE(tiersNamed("gaze"), 31);
        const engine::Tier* elsewhere = engine::tierCalled(document().annotation(), "bert_1", "gaze");
        engine::Segment seen;
        seen.tier = elsewhere->id;
        seen.end = engine::TimePoint::ofSeconds(1.0);
        seen.values["emotion"] = {std::string("happy"), {}};
        QVERIFY(session().editor().edit(QStringLiteral("look"), [&](const engine::Annotation& all) {
            return engine::insertSegment(all, seen);
        }));
        const engine::Annotation before = storedContent();
        inDialog("change-tier", "tierDialog", [](QDialog* dialog) {
            QVERIFY(!dialog->findChild<QComboBox*>(QStringLiteral("tierKind"))->isEnabled());
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("tierScope"))
                        ->text()
                        .contains(QLatin1String("31")));
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("tierName"));
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("look"));
            auto* labels = dialog->findChild<QTableWidget*>(QStringLiteral("labels"));
            QCOMPARE(labels->item(0, 0)->text(), QStringLiteral("emotion"));
            labels->item(0, 0)->setText(QStringLiteral("feeling"));
            labels->setCurrentCell(0, 0);
            renameTerm(dialog, QStringLiteral("happy"), QStringLiteral("glad"));
            picture(*dialog, "tier-dialog-change");
        });
        QCOMPARE(tiersNamed("gaze"), 0);
        QCOMPARE(tiersNamed("look"), 31);
        QVERIFY(track("look"));
        const engine::Tier* there = engine::tierCalled(document().annotation(), "bert_1", "look");
        const engine::Segment& carried
            = *document().annotation().segment(document().annotation().byTime(there->id).all().front().id);
        QCOMPARE(std::get<std::string>(carried.values.at("feeling").value), std::string("glad"));
        history().undo();
        QCOMPARE(storedContent(), before);
        history().redo();
        find<app::TimelinePanel>("timelinePanel")->hand().setTier("look");
        act("delete-tier");
        QCOMPARE(tiersNamed("look"), 0);
        history().undo();
        QCOMPARE(tiersNamed("look"), 31);
        QVERIFY(settle());
    }

    void aCopyIsMadeInAllVideosEvenOfFiles()
    {
        const engine::Annotation before = storedContent();
        find<app::TimelinePanel>("timelinePanel")->hand().setTier("labels");
        inDialog("copy-tier", nullptr, [](QDialog* dialog) {
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("copyName"));
            name->clear();
            QVERIFY(!dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
            QTest::keyClicks(name, QStringLiteral("second look"));
            auto* all = dialog->findChild<QCheckBox*>(QStringLiteral("copyAllVideos"));
            QVERIFY(all->isVisible() && all->text().contains(QLatin1String("31")));
            QTest::mouseClick(all, Qt::LeftButton, {}, {10, all->height() / 2});
            picture(*dialog, "copy-tier");
        });
        QTRY_COMPARE(tiersNamed("second look"), 31);
        QVERIFY(settle());
        const engine::Tier* there = engine::tierCalled(document().annotation(), "cleo_2", "second look");
        QVERIFY(document().annotation().byTime(there->id).all().size() > 3); // nobody had opened that video
        QVERIFY(track("second look"));
        history().undo();
        QCOMPARE(storedContent(), before);
    }

    void aRenamedLabelReachesVideosThatNobodyOpened()
    {
        const QString inSight = session().videos().current();
        session().videos().open(QStringLiteral("cleo_2")); // as its file has it
        QVERIFY(settle());
        const auto before = valuesOf("cleo_2", "happy");
        QVERIFY(!before.empty());
        session().videos().open(inSight);
        QVERIFY(settle());
        QVERIFY(!engine::tierCalled(document().annotation(), "cleo_2", "labels"));
        find<app::TimelinePanel>("timelinePanel")->hand().setTier("labels");
        inDialog("change-tier", "tierDialog", [](QDialog* dialog) {
            auto* labels = dialog->findChild<QTableWidget*>(QStringLiteral("labels"));
            const auto found = labels->findItems(QStringLiteral("happy"), Qt::MatchExactly);
            QCOMPARE(found.size(), 1);
            found.front()->setText(QStringLiteral("joy"));
        });
        QTRY_VERIFY(engine::tierCalled(document().annotation(), "cleo_2", "labels"));
        QCOMPARE(valuesOf("cleo_2", "joy"), before);
        QVERIFY(valuesOf("cleo_2", "happy").empty());
        QVERIFY(!document().hasOwnWords("cleo_2"));
        QVERIFY(settle());
        history().undo();
        QVERIFY(!engine::tierCalled(document().annotation(), "cleo_2", "labels"));
        QVERIFY(document().tier("labels")->label("happy"));
    }

    void classesOfANewTierAreTyped()
    {
        inDialog("new-tier", "tierDialog", [](QDialog* dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tierName")),
                             QStringLiteral("stance"));
            auto* classes = dialog->findChild<QPlainTextEdit*>(QStringLiteral("classes"));
            QTest::keyClicks(classes, QStringLiteral("agree, disagree"));
            QTest::keyClick(classes, Qt::Key_Return);
            QTest::keyClicks(classes, QStringLiteral("neutral, agree"));
            const auto* shown = dialog->findChild<QLabel*>(QStringLiteral("shownClasses"));
            QVERIFY(shown->isVisible() && shown->text().contains(QStringLiteral("3 neutral")));
            picture(*dialog, "tier-dialog-classes", 200);
        });
        const engine::Tier* tier = document().tier("stance");
        QVERIFY(tier && tier->labels.size() == 1);
        QCOMPARE(tier->labels.front().name, std::string("stance"));
        std::vector<std::string> names;
        std::set<std::string> colours;
        for (const engine::Term& term : std::get<engine::Vocabulary>(tier->labels.front().scale).terms) {
            names.push_back(term.name);
            colours.insert(term.colour);
        }
        QCOMPARE(names, (std::vector<std::string>{"agree", "disagree", "neutral"}));
        QVERIFY(colours.size() == 3 && !colours.contains(""));
    }

    void termsAreOfferedWhereASegmentIsMade_data()
    {
        QTest::addColumn<double>("at");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("down");
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("text");
        QTest::newRow("a digit") << 1.0 << QStringLiteral("2") << 0 << QStringLiteral("disagree")
                                 << QString();
        QTest::newRow("its beginning")
            << 2.0 << QStringLiteral("Ne\r") << 0 << QStringLiteral("neutral") << QString();
        QTest::newRow("arrow keys") << 3.0 << QStringLiteral("\r") << 2 << QStringLiteral("disagree")
                                    << QString();
        QTest::newRow("another text")
            << 4.0 << QStringLiteral("hm\r") << 0 << QString() << QStringLiteral("hm");
        QTest::newRow("nothing") << 5.0 << QStringLiteral("\r") << 0 << QString() << QString();
    }
    void termsAreOfferedWhereASegmentIsMade()
    {
        QFETCH(const double, at);
        QFETCH(const QString, typed);
        QVERIFY(activate()); // a dialog was open
        m_view->setFocus();
        session().player().seek(at);
        QTest::keyClick(m_view, Qt::Key_N);
        auto* field = find<QLineEdit>("wordText");
        auto* offer = find<QListWidget>("termOffer");
        QVERIFY(field && offer && offer->isVisible() && field->hasFocus());
        QCOMPARE(offer->count(), 3);
        QVERIFY(offer->item(1)->text().startsWith(u'2'));
        if (at == 1.0)
            picture(window(), "terms-offered", 200);
        QFETCH(const int, down);
        for (int i = 0; i < down; ++i)
            QTest::keyClick(field, Qt::Key_Down);
        for (const QChar key : typed)
            key == u'\r' ? QTest::keyClick(field, Qt::Key_Return) : QTest::keyClick(field, key.toLatin1());
        QTRY_VERIFY(!find<QLineEdit>("wordText") && !find<QListWidget>("termOffer"));
        QFETCH(const QString, term);
        QFETCH(const QString, text);
        QCOMPARE(termOf("stance", at), term);
        QCOMPARE(QString::fromStdString(segmentAt("stance", at).text), text);
    }

    /// A click chooses as well; Esc leaves all as it was.
    void aTermIsChosenAnewByADoubleClick()
    {
        const engine::Annotation before = content();
        QTest::mouseDClick(m_view, Qt::LeftButton, {}, placeOf("stance", 1.1));
        auto* field = find<QLineEdit>("wordText");
        QTRY_VERIFY(field && field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("disagree"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!find<QLineEdit>("wordText") && !find<QListWidget>("termOffer"));
        QCOMPARE(content(), before);
        QTest::mouseDClick(m_view, Qt::LeftButton, {}, placeOf("stance", 1.1));
        auto* offer = find<QListWidget>("termOffer");
        QTRY_VERIFY(offer && offer->isVisible());
        QTest::mouseClick(offer->viewport(), Qt::LeftButton, {},
                          offer->visualItemRect(offer->item(0)).center());
        QTRY_VERIFY(!find<QLineEdit>("wordText"));
        QCOMPARE(termOf("stance", 1.0), QStringLiteral("agree"));
        settle();
        picture(window(), "classes", 200);
    }

private:
    const engine::Segment& segmentAt(const char* tier, double start)
    {
        const auto& spans = document().spans(tier);
        const auto found = std::ranges::find_if(spans, [start](const engine::Interval& span) {
            return span.start <= start + 0.1 && span.end > start + 0.1;
        });
        return segment(tier, static_cast<std::size_t>(found - spans.begin()));
    }
    QString termOf(const char* tier, double start)
    {
        const std::string* term = engine::termGiven(segmentAt(tier, start), tier);
        return term ? QString::fromStdString(*term) : QString();
    }
    QPoint placeOf(const char* tier, double seconds)
    {
        const QRect area = m_view->areaOf(track(tier));
        return {area.left() + static_cast<int>(m_view->scale().x(seconds)), area.center().y()};
    }
    int tiersNamed(const char* name)
    {
        return static_cast<int>(engine::tiersCalled(document().annotation(), name).size());
    }
    std::vector<double> valuesOf(const char* video, const char* label)
    {
        std::vector<double> values;
        const engine::Annotation& all = document().annotation();
        if (const engine::Tier* labels = engine::tierCalled(all, video, "labels")) {
            for (const auto& entry : all.byTime(labels->id).all()) {
                if (const auto value = engine::numberGiven(*all.segment(entry.id), label))
                    values.push_back(*value);
            }
        }
        return values;
    }
    /// In the dialog of terms that the button opens.
    static void renameTerm(QDialog* dialog, const QString& from, const QString& to)
    {
        bool wasThere = false;
        QTimer::singleShot(0, dialog, [&] {
            auto* terms = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            QVERIFY(terms);
            auto* table = terms->findChild<QTableWidget*>(QStringLiteral("termTable"));
            const auto found = table->findItems(from, Qt::MatchExactly);
            QCOMPARE(found.size(), 1);
            found.front()->setText(to);
            wasThere = true;
            terms->accept();
        });
        dialog->findChild<QPushButton*>(QStringLiteral("terms"))->click();
        QVERIFY(wasThere);
    }
    const engine::Segment& segment(const char* tier, std::size_t index)
    {
        return *document().annotation().segment(document().segmentId(tier, index));
    }
    widgets::Track* track(const char* tier)
    {
        for (widgets::Track* track : m_view->tracks()) {
            if (track->objectName() == QLatin1String("tier/") + QLatin1String(tier))
                return track;
        }
        return nullptr;
    }
    void act(const char* action) { window().findChild<QAction*>(QLatin1String(action))->trigger(); }
    /// Triggers an action, fills in its dialog, and accepts it.
    void inDialog(const char* action, const char* name, const std::function<void(QDialog*)>& fill)
    {
        bool wasThere = false;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            if (name)
                QCOMPARE(dialog->objectName(), QLatin1String(name));
            wasThere = true;
            fill(dialog);
            dialog->accept();
        });
        act(action);
        QVERIFY(wasThere);
    }

    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(TiersTest)

#include "tst_tiers.moc"
