#include "app/exchange/exchange_actions.h"
#include "app/tiers/segment_maker.h"
#include "app/timeline/timeline_panel.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"
#include "engine/snapshot/label_sequences.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/head_menu.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Somebody's own videos and nothing else, in the real window: what annotation of other programs becomes.
class OwnRecordingsTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        for (const char* name : {"ada_1.mp4", "ada_2.mp4", "bert_1.mp4"})
            fs::copy_file(fs::path(DEMO) / "media" / name, data() / name);
        write("words.ctm",
              "ada_1 1 0.50 0.30 we\nada_1 1 0.80 0.40 liked\nada_1 1 1.20 0.30 it\n"
              "ada_2 1 0.40 0.50 really\n");
        write("turns.csv",
              "video_id,start,end,text,tier,sentiment\nada_1,0.5,1.5,we liked it,opinions,2\n"
              "ada_2,0.4,1.0,really,opinions,-1\n");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({data()});
        QVERIFY(settle());
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        QVERIFY(document().words().texts.empty());
    }

    void emptyPanelsSayWhatToDo()
    {
        window().showTab(QStringLiteral("inspector"));
        const auto* panel = window().findChild<widgets::InspectorPanel*>();
        QVERIFY(panel);
        const QList<QLabel*> labels = panel->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().contains(QStringLiteral("Make labelled segments"));
        }));
        picture(window(), "own-recordings-empty");
    }
    void cleanupTestCase() { m_real.reset(); }

    void wordsOfAnAlignerBecomeTheWords()
    {
        drop("words.ctm", [](QDialog* dialog) {
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importWords"))->currentText(),
                     QStringLiteral("words"));
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importLabels"))->currentIndex(), 0);
            picture(*dialog, "import-words");
        });
        QTRY_COMPARE(document().words().texts, (std::vector<std::string>{"we", "liked", "it"}));
        QCOMPARE(document().words().intervals[1].start, 0.8);
        QVERIFY(settle());
        QTest::qWait(300); // longer than the status line waits
        QVERIFY(find<QLabel>("coverage")->text().isEmpty()); // nothing is there that words could receive
        QVERIFY(document().ownTiers().empty());
        QCOMPARE(document().ownWords("ada_2").text.texts, (std::vector<std::string>{"really"}));
        history().undo();
        QVERIFY(document().words().texts.empty());
        history().redo();
        QCOMPARE(document().words().texts.size(), std::size_t(3));
    }

    void importedTiersBecomeLabelledSegments()
    {
        drop("turns.csv", [](QDialog* dialog) {
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importWords"))->currentIndex(), 0);
        });
        QTRY_VERIFY(document().tier("opinions"));
        QVERIFY(document().labels().rows.intervals.empty());
        auto* timeline = find<widgets::TimelineView>("timeline");
        widgets::Track* opinions = nullptr;
        for (widgets::Track* track : window().findChildren<widgets::Track*>()) {
            if (track->title() == QStringLiteral("opinions"))
                opinions = track;
        }
        QVERIFY(support::chooseInHeadMenu(*timeline, opinions, {QStringLiteral("Use as labelled segments")}));
        QTRY_COMPARE(document().labels().rows.intervals.size(), std::size_t(1));
        QVERIFY(!document().tier("opinions"));
        const auto* view = find<widgets::TimelineView>("timeline");
        const auto tracks = view->findChildren<widgets::Track*>() + window().findChildren<widgets::Track*>();
        QVERIFY(std::ranges::none_of(tracks, [](const widgets::Track* track) {
            return track->title() == QStringLiteral("opinions");
        }));
        const qsizetype column = document().labels().names.indexOf(QStringLiteral("sentiment"));
        QVERIFY(column >= 0);
        QCOMPARE(document().labels().rows.features.at(0, static_cast<std::size_t>(column)), 2.0F);
        QCOMPARE(document().segmentAt(1.0), std::optional<std::size_t>(0));
        QVERIFY(settle());
        picture(window(), "own-recordings");
    }

    void labelsAreExportedAsTheyWereEdited()
    {
        const engine::Annotation annotation = document().storedAnnotation();
        const auto sources = engine::labelSources(annotation, app::kLabelsTier);
        QCOMPARE(sources.size(), std::size_t(1));
        QCOMPARE(sources.front().title, std::string("as_edited"));
        const auto files = engine::exportLabels(annotation, app::kLabelsTier, sources, data());
        QCOMPARE(files.size(), std::size_t(1));
        const engine::CsdFile file(files.front());
        const engine::TimedFeatures labels = engine::readFeatures(file, "ada_2");
        QCOMPARE(labels.intervals.size(), std::size_t(1));
        QCOMPARE(labels.features.at(0, 0), -1.0F);
    }

    void wordsAreExportedWithoutASequenceOfWords()
    {
        const fs::path target = fs::path(m_folder.path().toStdString()) / "spoken.csd";
        session().wordExport().write(session().videos().dataset().get(),
                                     QString::fromStdString(target.string()));
        QTRY_VERIFY2(fs::exists(target), qPrintable(m_told.join(QLatin1Char('\n'))));
        const engine::CsdFile file(target);
        const engine::TimedText words = engine::readText(file, "ada_1");
        QCOMPARE(words.texts, document().words().texts);
        QCOMPARE(words.intervals.back().end, 1.5);
        QCOMPARE(engine::readText(file, "ada_2").texts.size(), std::size_t(1));
    }

    void segmentsAreMadeWhereThereAreNone()
    {
        session().videos().open(QStringLiteral("bert_1"));
        QTRY_COMPARE(document().video().id, QStringLiteral("bert_1"));
        QVERIFY(settle());
        QVERIFY(document().labels().rows.intervals.empty());
        choose("fromSound", [](QDialog* dialog) {
            QVERIFY(!dialog->findChild<QRadioButton*>(QStringLiteral("fromSentences"))->isEnabled());
            dialog->findChild<QDoubleSpinBox*>(QStringLiteral("longestPause"))
                ->setValue(0.25); // as between its sentences
            picture(*dialog, "make-segments");
        });
        QTRY_VERIFY(document().labels().rows.intervals.size() >= 2);
        QCOMPARE(document().ownLabels("ada_1")->rows.intervals.size(), std::size_t(1)); // untouched
        QVERIFY(document().tier("labels")->label("sentiment"));
        const std::size_t heard = document().labels().rows.intervals.size();
        history().undo();
        QTRY_VERIFY(document().labels().rows.intervals.empty());
        choose("evenly", [](QDialog*) {});
        QTRY_VERIFY(!document().labels().rows.intervals.empty());
        const auto& even = document().labels().rows.intervals;
        QCOMPARE(even.front().start, 0.0);
        QCOMPARE(even.front().end, 5.0);
        QVERIFY(heard != 0);
    }

    void theFirstWordIsMadeWhereLabelsWereInHand()
    {
        QVERIFY(document().words().texts.empty());
        QVERIFY(activate()); // a dialog was closed
        auto* view = find<widgets::TimelineView>("timeline");
        const auto& hand = find<app::TimelinePanel>("timelinePanel")->hand();
        const auto clickHead = [&](const char* name) {
            const QRect row = view->areaOf(find<widgets::Track>(name));
            QVERIFY2(!row.isEmpty(), name);
            QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(40, row.center().y()));
        };
        clickHead("labelsTrack");
        QCOMPARE(hand.tier(), app::kLabelsTier);
        clickHead("wordsTrack"); // without a word it has a head
        QCOMPARE(hand.tier(), app::kWordsTier);
        picture(window(), "no-word-yet");
        session().player().seek(1.0);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_N);
        auto* text = find<QLineEdit>("wordText");
        QVERIFY(text);
        QTest::keyClicks(text, QStringLiteral("hello"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(document().words().texts, (std::vector<std::string>{"hello"}));
        while (!document().words().texts.empty())
            history().undo();
    }

    void sentencesBecomeSegments()
    {
        session().videos().open(QStringLiteral("ada_2"));
        QTRY_COMPARE(document().video().id, QStringLiteral("ada_2"));
        QVERIFY(settle());
        choose("fromSentences", [](QDialog*) {}); // it has labels already: nothing changes
        QCOMPARE(document().labels().rows.intervals.size(), std::size_t(1));
        QTRY_VERIFY(!m_told.filter(QStringLiteral("such segments already")).isEmpty());
    }

private:
    void choose(const char* how, const std::function<void(QDialog*)>& look)
    {
        const NextDialog next([&](QDialog* dialog) {
            look(dialog);
            dialog->findChild<QRadioButton*>(QLatin1String(how))->click();
        });
        find<QAction>("make-segments")->trigger();
        QVERIFY(next.wasThere());
    }
    fs::path data() const
    {
        const fs::path folder = fs::path(m_folder.path().toStdString()) / "talks";
        fs::create_directories(folder);
        return folder;
    }
    void write(const char* name, const char* text)
    {
        std::ofstream(fs::path(m_folder.path().toStdString()) / name) << text;
    }
    void drop(const char* name, const std::function<void(QDialog*)>& look)
    {
        const NextDialog next(look);
        QVERIFY(dropFiles(window(), {m_folder.filePath(QLatin1String(name))}));
        QTRY_VERIFY(next.wasThere());
    }

    QTemporaryDir m_folder;
    QStringList m_told;
};

WINDOW_TEST_MAIN(OwnRecordingsTest)

#include "tst_own_recordings.moc"
