#include "app/extraction/extract_dialog.h"
#include "app/extraction/recordings_table.h"
#include "app/picture/banner.h"
#include "app/settings/settings.h"
#include "widgets/base/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/support/demo_recordings.h"
#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Own recordings become a dataset in the window: dropped, chosen, made, opened.
class ExtractionWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        const std::filesystem::path talks = folder("talks");
        engine::test::demoRecordings(talks, {"ada_1", "bert_1"});
        std::filesystem::remove(talks / "bert_1.txt");
        std::ofstream(talks / "broken.mp4") << "no video";
        engine::test::demoRecordings(folder("more"), {"cleo_1"});
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void recordingsAreDroppedAndTheirTranscriptsFound()
    {
        action("sequences")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(!start()->isEnabled());
        QVERIFY(!text("extractProblem").isEmpty()); // what to do first
        picture(*dialog(), "extract-empty");
        QVERIFY(dropFiles(*dialog(), {m_folder.filePath(QStringLiteral("talks"))}));
        QTRY_COMPARE(recordings()->rowCount(), 3);
        QCOMPARE(cell(0, 2), QStringLiteral("ada_1.txt"));
        QCOMPARE(cell(1, 2), QStringLiteral("no transcript"));
        QCOMPARE(recordings()->item(2, 0)->checkState(), Qt::Unchecked); // it cannot be read
        QVERIFY(cell(2, 2).contains(QStringLiteral("broken.mp4")));
        QVERIFY(start()->isEnabled());
        QVERIFY(start()->text().contains(QLatin1Char('2')));
        QVERIFY(folderField()->text().endsWith(QStringLiteral("talks/talks-sequences")));
        QVERIFY(text("extractEstimate").contains(QLatin1Char('s')));
    }

    void whatIsChosenIsTheCommand()
    {
        folderField()->setText(m_folder.filePath(QStringLiteral("made")));
        auto* face = dialog()->findChild<QCheckBox*>(QStringLiteral("face"));
        auto* points = dialog()->findChild<QCheckBox*>(QStringLiteral("face_landmarks"));
        auto* mesh = dialog()->findChild<QCheckBox*>(QStringLiteral("face_mesh"));
        const auto* licence = dialog()->findChild<QLabel*>(QStringLiteral("landmarkLicence"));
        if (mesh->isChecked()) { // the model of landmarks is not installed: nobody is asked for it
            QVERIFY(!face->isChecked() && !points->isChecked() && !licence->isVisible());
            mesh->click();
            face->click();
            points->click();
        }
        QVERIFY(face->isChecked() && points->isChecked());
        QVERIFY(licence->isVisible() && licence->text().contains(QStringLiteral("libdlib-data")));
        picture(*dialog(), "extract-licence");
        app::Settings().setLandmarkNoteSeen(); // as after a start
        points->click();
        QVERIFY(!licence->isVisible());
        points->click();
        QVERIFY(!licence->isVisible()); // it is said once
        face->click(); // they take longest, and have tests of their own
        points->click();
        recordings()->item(2, 0)->setCheckState(Qt::Checked); // so that one fails
        picture(*dialog(), "extract-choice");
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("copyExtraction")),
                          Qt::LeftButton);
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith(QStringLiteral("polylogue-cli extract '")), qPrintable(command));
        QVERIFY(command.contains(QStringLiteral("--features")) && !command.contains(QStringLiteral("face")));
        QVERIFY(!command.contains(QStringLiteral("--vectors"))
                && !command.contains(QStringLiteral("--speech-model")));

        app::Settings().setWordVectors(QStringLiteral("/data/glove.txt")); // what the settings name is used
        app::Settings().setSpeechModel(QStringLiteral("/data/fr"));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("copyExtraction")),
                          Qt::LeftButton);
        const QString other = QGuiApplication::clipboard()->text();
        QVERIFY2(other.contains(QStringLiteral("--speech-model '/data/fr' --vectors '/data/glove.txt'")),
                 qPrintable(other));
        app::Settings().setWordVectors({});
        app::Settings().setSpeechModel({});
    }

    /// Recordings whose dataset calls them otherwise than their files are called so here, too.
    void recordingsHaveTheNamesOfTheirList()
    {
        const QString file = m_folder.filePath(QStringLiteral("talks/ada_1.mp4"));
        app::ExtractionBeginning beginning;
        beginning.recordings << file << m_folder.filePath(QStringLiteral("talks/bert_1.mp4"));
        beginning.ticked << QStringLiteral("morning@ada");
        beginning.names = {QStringLiteral("/data/dataset.json"), {{file, QStringLiteral("morning@ada")}}};
        app::ExtractDialog other(session().tasks(), {}, beginning, nullptr);
        auto* table = other.findChild<app::RecordingsTable*>();
        QTRY_COMPARE(table->count(), 2);
        QCOMPARE(table->taken().size(), std::size_t{1});
        QCOMPARE(table->taken().front().name, QStringLiteral("morning@ada"));
        other.findChild<QPushButton*>(QStringLiteral("copyExtraction"))->click();
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.contains(QStringLiteral("--ids '/data/dataset.json'")), qPrintable(command));
    }

    /// Blendshapes need a file that a person names once.
    void blendshapesAreOfferedWhereTheirFileIsNamed()
    {
        const auto* here = dialog()->findChild<QCheckBox*>(QStringLiteral("blendshapes"));
        QVERIFY(!here->isEnabled() && !here->isChecked());
        QVERIFY2(here->toolTip().contains(QStringLiteral("face_landmarker.task"))
                     && here->toolTip().contains(QStringLiteral("Apache-2.0")),
                 qPrintable(here->toolTip()));
        app::Settings().setFaceTask(QStringLiteral("/data/face_landmarker.task"));
        app::ExtractDialog other(session().tasks(), {}, {}, nullptr);
        auto* offered = other.findChild<QCheckBox*>(QStringLiteral("blendshapes"));
        QVERIFY(offered->isEnabled() && !offered->isChecked());
        QVERIFY(!offered->toolTip().contains(QStringLiteral("Apache-2.0")));
        offered->click();
        other.findChild<QPushButton*>(QStringLiteral("copyExtraction"))->click();
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.contains(QStringLiteral("blendshapes"))
                     && command.contains(QStringLiteral("--blendshapes '/data/face_landmarker.task'")),
                 qPrintable(command));
        app::Settings().setFaceTask({});
    }

    void whatFailsIsNamedAndTheRestIsADataset()
    {
        QTest::mouseClick(start(), Qt::LeftButton);
        QCOMPARE(dialog()->findChild<QTableWidget*>(QStringLiteral("extractSteps"))->rowCount(), 3);
        QVERIFY(!dialog()
                     ->findChild<QTableWidget*>(QStringLiteral("extractSteps"))
                     ->findItems(QStringLiteral("waiting"), Qt::MatchExactly)
                     .isEmpty()); // all are there from the beginning
        auto* open = dialog()->findChild<QPushButton*>(QStringLiteral("openDataset"));
        QTRY_VERIFY(open->isEnabled());
        picture(*dialog(), "extract-end");
        QCOMPARE(text("extractHead"), QStringLiteral("2 of 3 done, 1 failed; 1 without words"));
        const auto* steps = dialog()->findChild<QTableWidget*>(QStringLiteral("extractSteps"));
        QCOMPARE(steps->rowCount(), 3);
        QVERIFY(steps->isColumnHidden(3) && steps->isColumnHidden(6)); // per word and faces are not wanted
        QCOMPARE(steps->item(0, 0)->toolTip(), QStringLiteral("broken"));
        QCOMPARE(steps->item(0, 0)->text(), QStringLiteral("broken")); // failures first
        QCOMPARE(steps->item(0, 1)->text(), QStringLiteral("failed"));
        QVERIFY(steps->item(0, steps->columnCount() - 1)->text().contains(QStringLiteral("broken.mp4")));
        auto* retry = dialog()->findChild<QPushButton*>(QStringLiteral("retryFailed"));
        QVERIFY(retry->isVisible());
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("copyReport")), Qt::LeftButton);
        const QString report = QGuiApplication::clipboard()->text();
        QCOMPARE(report.count(QLatin1Char('\n')), 4); // heads and three recordings
        QVERIFY2(report.contains(QStringLiteral("broken\tfailed\t")), qPrintable(report));
        QTRY_VERIFY(document().hasVideo()); // the first that was finished; nobody asked
        QTRY_COMPARE(document().dataset().sequences.size(), std::size_t(5)); // all of them
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(settle());
        QVERIFY(activate());
        QTRY_VERIFY(!dialog());
        QCOMPARE(document().dataset().media.size(), std::size_t(2)); // without the broken one
        QTRY_VERIFY(document().hasVideo());
        session().videos().open(QStringLiteral("ada_1"));
        QTRY_VERIFY(document().hasVideo() && document().video().id == QLatin1String("ada_1"));
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        QCOMPARE(document().words().texts.size(), std::size_t(47));
        picture(window(), "extracted");
    }

    /// No model learnt from such features, and the one of parts needs none.
    void aFreshDatasetIsAnsweredByTheModelOfParts()
    {
        window().showTab(QStringLiteral("predict"));
        player().seek(3.0); // into its only segment
        QTRY_VERIFY(find<QLabel>("predictedSentiment")->text() != QStringLiteral("–"));
        QCOMPARE(QString::fromStdString(session().modelsClient().model()->name),
                 QStringLiteral("Ready for real people"));
        action("train")->trigger();
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("trainDialog")));
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("trainDialog"));
        QTRY_VERIFY(dialog->isVisible());
        picture(*dialog, "train-extracted");
        dialog->close();
    }

    /// A person corrects a word and puts in another: vectors and phones are made of what is said now.
    void editedWordsAreExtractedAgain()
    {
        QVERIFY(activate());
        window().showTab(QStringLiteral("transcript"));
        const auto* newer = window().findChild<QLabel*>(QStringLiteral("newerWords"));
        QVERIFY(!newer->isVisible());
        const std::string before = document().words().texts[1];
        const engine::Interval moved{document().words().intervals[1].start + 0.03,
                                     document().words().intervals[1].end - 0.02};
        const engine::SegmentId word = document().segmentId(app::kWordsTier, 1);
        session().editor().segments().moveEdge(word, false, moved.start, engine::EdgeMode::Overwrite, 0);
        session().editor().segments().moveEdge(word, true, moved.end, engine::EdgeMode::Overwrite, 0);
        session().editor().segments().retype(document().segmentId(app::kWordsTier, 1),
                                             QStringLiteral("listened"));
        QTRY_VERIFY(newer->isVisible());
        QVERIFY2(newer->text().startsWith(QStringLiteral("1 word")), qPrintable(newer->text()));
        QCOMPARE(document().wordsNotRecorded(), std::size_t(1));
        picture(window(), "extract-newer");
        QTest::mouseClick(window().findChild<QPushButton*>(QStringLiteral("extractNewer")), Qt::LeftButton);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_COMPARE(recordings()->rowCount(), 2);
        QCOMPARE(recordings()->item(0, 2)->text(), QStringLiteral("your edited words"));
        QCOMPARE(recordings()->item(0, 0)->checkState(), Qt::Checked);
        QCOMPARE(recordings()->item(1, 0)->checkState(), Qt::Unchecked);
        picture(*dialog(), "extract-edited");
        QTest::mouseClick(start(), Qt::LeftButton);
        auto* open = dialog()->findChild<QPushButton*>(QStringLiteral("openDataset"));
        QTRY_VERIFY(open->isEnabled());
        QTest::mouseClick(open, Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QTRY_COMPARE(document().wordsNotRecorded(), std::size_t(0));
        QVERIFY(settle());
        QTRY_VERIFY(!newer->isVisible());
        QCOMPARE(document().words().texts[1], std::string("listened")); // the project's own
        QVERIFY2(find<app::Banner>("banner")->isHidden(),
                 qPrintable(find<app::Banner>("banner")->sentence())); // it was us who wrote the words
        QCOMPARE(document().words().texts.size(), std::size_t(47));
        const QString made = m_folder.filePath(QStringLiteral("made/edited-transcripts/ada_1.TextGrid"));
        QVERIFY(QFile::exists(made));
        const engine::Interval vector // is where the person put its word
            = engine::CsdFile(folder("made") / "word_vectors.csd").intervals("ada_1").values[1];
        QVERIFY(std::abs(vector.start - moved.start) < 1e-4 && std::abs(vector.end - moved.end) < 1e-4);
        undoAll(); // now the file has the edited word, where it was put
        QCOMPARE(document().words().texts[1], std::string("listened"));
        QVERIFY(before != "listened");
        QCOMPARE(document().wordsNotRecorded(), std::size_t(0));
    }

    /// What somebody else writes is told, also right after we wrote.
    void whatAStrangerWroteIsStillTold()
    {
        const std::filesystem::path words = folder("made") / "words.csd";
        QVERIFY(settle());
        std::ofstream(words, std::ios::app) << "more";
        session().guard().check();
        QTRY_VERIFY(!find<app::Banner>("banner")->isHidden());
        QVERIFY(find<app::Banner>("banner")->sentence().contains(QStringLiteral("words.csd")));
        std::filesystem::resize_file(words, std::filesystem::file_size(words) - 4);
        for (auto* button : find<app::Banner>("banner")->findChildren<QPushButton*>()) {
            if (button->text().contains(QStringLiteral("Keep")))
                button->click();
        }
        QTRY_VERIFY(find<app::Banner>("banner")->isHidden());
        QVERIFY(settle());
    }

    void itIsExtractedAgainWithoutLoss()
    {
        session().editor().segments().retype(document().segmentId(app::kWordsTier, 2),
                                             QStringLiteral("edited"));
        player().seek(3.0);
        action("sequences")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_COMPARE(recordings()->rowCount(), 2);
        QCOMPARE(folderField()->text(), m_folder.filePath(QStringLiteral("made")));
        QVERIFY(
            !dialog()->findChild<QCheckBox*>(QStringLiteral("face"))->isChecked()); // as the dataset has them
        QVERIFY(dropFiles(*dialog(), {m_folder.filePath(QStringLiteral("more/cleo_1.mp4"))}));
        QTRY_COMPARE(recordings()->rowCount(), 3);
        dialog()->findChild<QCheckBox*>(QStringLiteral("mfcc"))->setChecked(true);
        picture(*dialog(), "extract-again");
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(document().dataset().sequences.size() == 6 && document().hasVideo());
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        QVERIFY(find<app::Banner>("banner")->isHidden());
        QCOMPARE(document().words().texts[2], std::string("edited"));
        QCOMPARE(document().dataset().media.size(), std::size_t(3));
        QVERIFY(std::ranges::any_of(document().video().features, [](const app::FeatureSeries& series) {
            return series.key == QLatin1String("mfcc");
        }));
        history().undo(); // what was extracted was made of the edited words
        QCOMPARE(document().words().texts[2], std::string("edited"));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("openDataset")), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
    }

    void oneVideoIsExtractedAgainFromTheLibrary()
    {
        auto* list = find<QListView>("libraryList");
        const QPoint at = list->visualRect(list->model()->index(1, 0)).center();
        QTimer::singleShot(200, this, [this] {
            auto* menu = window().findChild<QMenu*>(QStringLiteral("libraryMenu"));
            QVERIFY(menu);
            menu->actions().front()->trigger();
            menu->close();
        });
        emit list->customContextMenuRequested(at);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_COMPARE(recordings()->rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(recordings()->item(row, 0)->checkState() == Qt::Checked,
                     cell(row, 0) == QLatin1String("bert_1.mp4"));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void itGoesOnWhileTheDialogIsHidden()
    {
        action("sequences")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(dropFiles(*dialog(), {m_folder.filePath(QStringLiteral("talks/bert_1.mp4"))}));
        QTRY_VERIFY(start()->isEnabled());
        folderField()->setText(m_folder.filePath(QStringLiteral("hidden")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(!dialog()->isVisible());
        action("sequences")->trigger();
        QVERIFY(dialog()->isVisible());
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("stopExtraction")),
                          Qt::LeftButton);
        QTRY_VERIFY(text("extractHead") == QLatin1String("Stopped")
                    || text("extractHead").contains(QLatin1String("done")));
        picture(*dialog(), "extract-stopped");
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!window().findChild<app::ExtractDialog*>());
    }

private:
    std::filesystem::path folder(const char* name)
    {
        const std::filesystem::path folder = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::filesystem::create_directories(folder);
        return folder;
    }
    app::ExtractDialog* dialog() { return window().findChild<app::ExtractDialog*>(); }
    app::RecordingsTable* recordings() { return dialog()->findChild<app::RecordingsTable*>(); }
    QPushButton* start() { return dialog()->findChild<QPushButton*>(QStringLiteral("startExtraction")); }
    QLineEdit* folderField() { return dialog()->findChild<QLineEdit*>(QStringLiteral("extractFolder")); }
    QString text(const char* name) { return dialog()->findChild<QLabel*>(QLatin1String(name))->text(); }
    QString cell(int row, int column) { return recordings()->item(row, column)->text(); }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(ExtractionWalk)

#include "tst_extraction_walk.moc"
