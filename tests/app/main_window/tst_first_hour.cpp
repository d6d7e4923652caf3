#include "app/review/review.h"
#include "app/team/report_actions.h"
#include "engine/sequences/csd_file.h"
#include "engine/snapshot/label_sequences.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/transcript/transcript_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// The first hour of somebody who has three videos and nothing else, in the real window, by mouse and keys:
/// a transcript, two TextGrids, labelled segments, two annotators, their agreement, and files that other
/// programs take.
class FirstHourTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        for (const char* name : {"ada_1.mp4", "ada_2.mp4", "bert_1.mp4"})
            fs::copy_file(fs::path(DEMO) / "media" / name, folder("talks") / name);
        writeGrid("ada_2.TextGrid", {{0.5, 0.9, "really"}, {0.9, 1.6, "good."}, {3.0, 3.5, "yes"}});
        writeGrid("bert_1.TextGrid", {{0.4, 0.8, "not"}, {0.8, 1.5, "bad."}, {4.0, 4.5, "no"}});
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("talks"))}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        m_review = window().findChild<app::Review*>();
    }
    void cleanupTestCase() { m_real.reset(); }

    void aTranscriptIsTyped()
    {
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        auto* text = window().findChild<widgets::TranscriptText*>();
        QTRY_VERIFY(text && text->hasFocus());
        QTest::mouseClick(find<QPushButton>("invitationType"), Qt::LeftButton);
        QTRY_VERIFY(player().isPlaying());
        QTRY_VERIFY(player().position() > 0.5);
        QTest::keyClicks(text, QStringLiteral("we liked it. "));
        QTest::keyClick(text, Qt::Key_Tab);
        QTRY_VERIFY(!player().isPlaying());
        player().seek(6.0);
        QTest::keyClicks(text, QStringLiteral("all of it "));
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(document().words().texts,
                 (std::vector<std::string>{"we", "liked", "it.", "all", "of", "it"}));
    }

    void textGridsAreImported()
    {
        const NextDialog next([&](QDialog* dialog) {
            const auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("importFiles"));
            QCOMPARE(table->item(0, 1)->text(), QStringLiteral("ada_2"));
            QCOMPARE(table->item(1, 1)->text(), QStringLiteral("bert_1"));
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importWords"))->currentText(),
                     QStringLiteral("words"));
        });
        QVERIFY(dropFiles(window(),
                          {m_folder.filePath(QStringLiteral("ada_2.TextGrid")),
                           m_folder.filePath(QStringLiteral("bert_1.TextGrid"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_COMPARE(document().ownWords("ada_2").text.texts,
                     (std::vector<std::string>{"really", "good.", "yes"}));
        QCOMPARE(document().ownWords("bert_1").text.texts.size(), std::size_t(3));
    }

    void segmentsAreMadeOfSentences()
    {
        const NextDialog next([](QDialog* dialog) {
            dialog->findChild<QRadioButton*>(QStringLiteral("fromSentences"))->click();
            auto* all = dialog->findChild<QAbstractButton*>(QStringLiteral("inAllVideos"));
            QVERIFY(all);
            if (!all->isChecked())
                all->click();
        });
        find<QAction>("make-segments")->trigger();
        QVERIFY(next.wasThere());
        QTRY_VERIFY(document().labels().rows.intervals.size() >= 2);
        for (const char* video : {"ada_2", "bert_1"}) {
            const auto labels = document().ownLabels(video);
            QVERIFY(labels.has_value());
            QCOMPARE(labels->rows.intervals.size(), std::size_t(2));
        }
        m_segments = document().labels().rows.intervals.size() + 4;
    }

    void twoAnnotatorsReview_data()
    {
        QTest::addColumn<QString>("annotator");
        QTest::addColumn<int>("first");
        QTest::newRow("anna") << QStringLiteral("anna") << 6;
        QTest::newRow("ben") << QStringLiteral("ben") << 5;
    }
    void twoAnnotatorsReview()
    {
        QFETCH(const QString, annotator);
        QFETCH(const int, first);
        QVERIFY(activate()); // dialogs were open
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        find<QLineEdit>("passAnnotator")->setText(annotator);
        find<QSpinBox>("passMost")->setValue(0);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->places.size(), m_segments);
        if (annotator == QLatin1String("anna")) {
            QVERIFY(settle());
            picture(window(), "first-hour-first");
        }
        const auto queued = m_review->pass()->places;
        QVERIFY(std::ranges::none_of(
            queued, [](const auto& place) { return place.reason == engine::ReviewReason::NoWords; }));
        for (std::size_t i = 0; i < m_segments; ++i)
            rate(i == 0 ? first : static_cast<int>(i) + 1);
        QCOMPARE(m_review->done(), m_segments);
        QVERIFY(settle());
        picture(window(), "first-hour-review");
        m_review->leave();
    }

    void theirAgreementIsShownAndWritten()
    {
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        QTRY_VERIFY2(find<QLabel>("agreementValue")->text().startsWith(QStringLiteral("0.9")),
                     qPrintable(find<QLabel>("agreementValue")->text()));
        const QString page = m_folder.filePath(QStringLiteral("review.html"));
        window().findChild<app::ReportActions*>()->writeReport(page);
        QTRY_VERIFY(QFile::exists(page));
    }

    void otherProgramsTakeWhatIsExported()
    {
        const QString words = m_folder.filePath(QStringLiteral("words.csd"));
        session().wordExport().write(session().videos().dataset().get(), words);
        QTRY_VERIFY(QFile::exists(words));
        window().findChild<app::ReportActions*>()->exportLabels(m_folder.path(), {QStringLiteral("mean")});
        const QString labels = m_folder.filePath(QStringLiteral("labels.mean.csd"));
        QTRY_VERIFY(QFile::exists(labels));
        QVERIFY(settle());
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("align"), QStringLiteral("--sequences"), words, labels,
                   QStringLiteral("--reference"), QStringLiteral("labels"), QStringLiteral("--out"),
                   m_folder.filePath(QStringLiteral("aligned"))});
        QVERIFY(cli.waitForFinished(support::kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        const engine::CsdFile aligned(m_folder.filePath(QStringLiteral("aligned/labels.csd")).toStdString());
        QCOMPARE(aligned.ids().size(), m_segments);
    }

private:
    struct Word {
        double start;
        double end;
        const char* text;
    };
    /// As Praat writes it: the whole video is covered, empty intervals between the words.
    void writeGrid(const char* name, const std::vector<Word>& words)
    {
        constexpr double kEnd = 15.2;
        std::vector<Word> all;
        double at = 0.0;
        for (const Word& word : words) {
            if (word.start > at)
                all.push_back({at, word.start, ""});
            all.push_back(word);
            at = word.end;
        }
        all.push_back({at, kEnd, ""});
        std::ofstream file(fs::path(m_folder.path().toStdString()) / name);
        file << "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = " << kEnd
             << "\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = \"IntervalTier\"\n"
                "        name = \"words\"\n        xmin = 0\n        xmax = "
             << kEnd << "\n        intervals: size = " << all.size() << "\n";
        for (std::size_t i = 0; i < all.size(); ++i)
            file << "        intervals [" << i + 1 << "]:\n            xmin = " << all[i].start
                 << "\n            xmax = " << all[i].end << "\n            text = \"" << all[i].text
                 << "\"\n";
    }
    void rate(int digit) { support::rate(*m_review, *find<widgets::TimelineView>("timeline"), digit); }
    fs::path folder(const char* name) const
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        return path;
    }

    QTemporaryDir m_folder;
    app::Review* m_review = nullptr;
    std::size_t m_segments = 0;
};

WINDOW_TEST_MAIN(FirstHourTest)
#include "tst_first_hour.moc"
