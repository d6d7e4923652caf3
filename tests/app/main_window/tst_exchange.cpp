#include "app/exchange/annotation_file.h"
#include "app/exchange/exchange_actions.h"
#include "engine/annotation/layers.h"
#include "engine/formats/format_registry.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>
#include <QTimer>
#include <QUndoStack>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Annotation from and to other programs' files in the real window.
class ExchangeTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
        connect(&session().tasks(), &app::Tasks::failed, this,
                [this](const QString&, const QString& text) { m_told << text; });
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void aDroppedElanFileBecomesTiers()
    {
        drop(QStringLiteral(FIXTURES "/formats/speach_test.eaf"), [](QDialog* dialog) {
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("importHead"))
                        ->text()
                        .contains(QStringLiteral("ELAN")));
            QCOMPARE(dialog->findChild<QListWidget*>(QStringLiteral("importTiers"))->count(), 5);
            picture(*dialog, "import-dialog");
        });
        QTRY_VERIFY(document().tier("Person1 (Utterance)"));
        QCOMPARE(document().spans("Person1 (Utterance)").size(), std::size_t(8));
        QCOMPARE(document().spans("Person1 (Utterance)")[0].start, 1.04);
        const engine::Tier* chunks = document().tier("Person1 (Chunk)");
        QVERIFY(chunks);
        QCOMPARE(chunks->parent, document().tier("Person1 (Utterance)")->id);
        QCOMPARE(document().annotation().checkConsistency(), std::vector<std::string>());
        settle();
        picture(window(), "imported");
    }

    void theSameFileAgainGetsOtherNames()
    {
        drop(QStringLiteral(FIXTURES "/formats/speach_test.eaf"), [](QDialog*) {});
        QTRY_VERIFY(document().tier("marker (2)"));
        history().undo();
        QVERIFY(!document().tier("marker (2)"));
        QVERIFY(document().tier("marker"));
    }

    void aTextGridSaysWhatItSkips()
    {
        drop(QStringLiteral(FIXTURES "/formats/praatio_mary_short.TextGrid"), [](QDialog* dialog) {
            auto* report = dialog->findChild<QPlainTextEdit*>(QStringLiteral("importReport"));
            QVERIFY(report);
            QVERIFY2(report->toPlainText().contains(QStringLiteral("blank interval")),
                     qPrintable(report->toPlainText()));
        });
        QTRY_VERIFY(document().tier("pitch"));
        QCOMPARE(document().tier("pitch")->kind, engine::TierKind::Point);
        QCOMPARE(document().spans("pitch").size(), std::size_t(4));
    }

    void aTierOfEmotionsBecomesClassesOfTheLabelledSegments()
    {
        const QString path = m_folder.filePath(QStringLiteral("emotions.eaf"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        QByteArray slots_, annotations;
        const QList<QByteArray> terms{"neutral", "happy", "neutral"};
        for (int i = 0; i < terms.size(); ++i) {
            const QByteArray a = QByteArray::number(2 * i), b = QByteArray::number(2 * i + 1);
            slots_ += "<TIME_SLOT TIME_SLOT_ID=\"ts" + a + "\" TIME_VALUE=\"" + QByteArray::number(1000 * i)
                + "\"/><TIME_SLOT TIME_SLOT_ID=\"ts" + b + "\" TIME_VALUE=\""
                + QByteArray::number(1000 * i + 900) + "\"/>";
            annotations += "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a" + a
                + "\" TIME_SLOT_REF1=\"ts" + a + "\" TIME_SLOT_REF2=\"ts" + b + "\"><ANNOTATION_VALUE>"
                + terms[i] + "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
        }
        file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\" "
                   "DATE=\"2026-01-01T00:00:00Z\" FORMAT=\"3.0\" VERSION=\"3.0\"><HEADER "
                   "TIME_UNITS=\"milliseconds\"/><TIME_ORDER>"
                   + slots_ + "</TIME_ORDER><TIER TIER_ID=\"Emotion\" LINGUISTIC_TYPE_REF=\"default\">"
                   + annotations
                   + "</TIER><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"default\" TIME_ALIGNABLE=\"true\"/>"
                     "</ANNOTATION_DOCUMENT>");
        file.close();
        m_told.clear();
        drop(path, [](QDialog* dialog) {
            auto* labels = dialog->findChild<QComboBox*>(QStringLiteral("importLabels"));
            QVERIFY(labels);
            labels->setCurrentIndex(labels->findText(QStringLiteral("Emotion")));
        });
        QTRY_VERIFY2(document().tier(app::kLabelsTier)->label("emotion"),
                     qPrintable(m_told.join(QLatin1Char(10))));
        QVERIFY2(!m_told.filter(QStringLiteral("emotion: happy, neutral")).isEmpty(),
                 qPrintable(m_told.join(QLatin1Char('\n'))));
        const auto* track = window().findChild<widgets::LabelsTrack*>();
        QVERIFY(track);
        QTRY_COMPARE(track->partCount(), std::size_t(3));
        QVERIFY2(track->part(0).name.endsWith(QStringLiteral(", neutral")), qPrintable(track->part(0).name));
        QVERIFY(track->part(1).name.endsWith(QStringLiteral(", happy")));

        const QString back = m_folder.filePath(QStringLiteral("emotions-back.eaf"));
        exportAs("eaf", back, [](QDialog*) {});
        QTRY_VERIFY(QFile::exists(back));
        const engine::ImportedTiers read = engine::formatById("eaf")->read(back.toStdString(), {});
        const auto labels = std::ranges::find(read.content.tiers, "labels",
                                              [](const engine::ExchangedTier& one) { return one.tier.name; });
        QVERIFY(labels != read.content.tiers.end());
        QCOMPARE(std::get<std::string>(labels->segments.at(1).values.at("emotion").value),
                 std::string("happy"));

        const QString csd = m_folder.filePath(QStringLiteral("emotions.csd"));
        exportAs("csd", csd, [](QDialog* dialog) {
            auto* tiers = dialog->findChild<QListWidget*>(QStringLiteral("exportTiers"));
            for (int row = 0; row < tiers->count(); ++row)
                tiers->item(row)->setCheckState(tiers->item(row)->text().contains(QStringLiteral("labels"))
                                                        && !tiers->item(row)->text().contains(u'(')
                                                    ? Qt::Checked
                                                    : Qt::Unchecked);
        });
        QTRY_VERIFY(!QDir(m_folder.path()).entryList({QStringLiteral("emotions*.csd")}).isEmpty());
        const std::string written
            = m_folder.filePath(QDir(m_folder.path()).entryList({QStringLiteral("emotions*.csd")}).front())
                  .toStdString();
        const engine::ImportedTiers again = engine::formatById("csd")->read(written, {});
        QVERIFY2(again.content.tiers.size() == 1, written.c_str());
        QCOMPARE(again.content.tiers.at(0).segments.at(0).text, std::string("neutral"));
        QCOMPARE(again.content.tiers.at(0).segments.at(1).text, std::string("happy"));
        history().undo();
        QVERIFY(settle());
    }

    void aTableBecomesJudgements()
    {
        const QString path = m_folder.filePath(QStringLiteral("ratings.csv"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("video_id,clip_id,start,end,text,sentiment,annotator\n");
        const auto& spans = document().spans(app::kLabelsTier);
        for (std::size_t i = 0; i < spans.size(); ++i)
            file.write(QStringLiteral("ada_1,%1,%2,%3,,%4,gina\n")
                           .arg(i)
                           .arg(spans[i].start)
                           .arg(spans[i].end)
                           .arg(i % 3)
                           .toUtf8());
        file.close();
        drop(path, [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->setCurrentIndex(1);
        });
        QTRY_VERIFY(document().tier("labels/gina"));
        QCOMPARE(document().spans("labels/gina").size(), spans.size());
    }

    void aTableWithoutTimesJudgesInTheOrderOfItsClips()
    {
        const std::size_t count = document().spans(app::kLabelsTier).size();
        QByteArray rows;
        for (std::size_t clip = count; clip-- > 0;)
            rows += QStringLiteral("ada_1,%1,,%2,ines\n").arg(clip).arg(clip % 3).toUtf8();
        judgeBy(QStringLiteral("orderly.csv"), "video_id,clip_id,text,sentiment,annotator\n" + rows);
        QTRY_VERIFY2(document().tier("labels/ines"), qPrintable(m_told.join(QLatin1Char('\n'))));
        for (std::size_t i = 0; i < count; ++i) {
            const engine::Segment* judged = engine::judgement(
                document().annotation(), document().segmentId(app::kLabelsTier, i), "labels/ines");
            QVERIFY(judged);
            QCOMPARE(engine::numberGiven(*judged, "sentiment"), std::optional(static_cast<double>(i % 3)));
        }
    }

    void judgementsWithoutTimesAndWithOthersMissingAreRefused()
    {
        judgeBy(QStringLiteral("few.csv"),
                "video_id,clip_id,text,sentiment,annotator\nada_1,0,,1,jo\nada_1,1,,2,jo\n");
        QTRY_VERIFY(!m_told.filter(QStringLiteral("has no times")).isEmpty());
        QVERIFY(settle());
        QVERIFY(!document().tier("labels/jo"));
    }

    void aSecondJudgementOfASegmentIsTold()
    {
        const engine::Interval span = document().spans(app::kLabelsTier).front();
        const double middle = (span.start + span.end) / 2;
        judgeBy(QStringLiteral("twice.csv"),
                QStringLiteral("video_id,clip_id,start,end,text,sentiment,annotator\n"
                               "ada_1,0,%1,%2,,1,kim\nada_1,1,%2,%3,,2,kim\n")
                    .arg(span.start)
                    .arg(middle)
                    .arg(span.end)
                    .toUtf8());
        QTRY_VERIFY(document().tier("labels/kim"));
        QVERIFY2(!m_told.filter(QStringLiteral("1 of 2 judgements of kim")).isEmpty(),
                 qPrintable(m_told.join(QLatin1Char('\n'))));
        const engine::Segment& kept = *document().annotation().segment(document().segmentId("labels/kim", 0));
        QCOMPARE(engine::numberGiven(kept, "sentiment"), std::optional(1.0));
    }

    void labelsWithoutAScaleGetOne()
    {
        const QString path = m_folder.filePath(QStringLiteral("terms.csv"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("video_id,clip_id,tier,start,end,text,arousal,mood,odd\n"
                   "ada_1,0,moods,0,1,,7.5,glad,1\nada_1,1,moods,1,2,,2,sad,x\n");
        file.close();
        drop(path, [](QDialog*) {});
        QTRY_VERIFY2(document().tier("moods"), qPrintable(m_told.join(QLatin1Char('\n'))));
        const engine::Tier& moods = *document().tier("moods");
        QVERIFY(std::holds_alternative<engine::Vocabulary>(moods.label("mood")->scale));
        QVERIFY(std::holds_alternative<engine::FreeText>(moods.label("odd")->scale));
        QCOMPARE(std::get<engine::NumberScale>(moods.label("arousal")->scale).greatest, 8.0);
        const engine::Segment& first = *document().annotation().segment(document().segmentId("moods", 0));
        QCOMPARE(std::get<std::string>(first.values.at("odd").value), std::string("1"));
        history().undo();
    }

    void judgementsReachVideosThatNobodyOpened()
    {
        const QString path = m_folder.filePath(QStringLiteral("elsewhere.csv"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("video_id,clip_id,start,end,text,sentiment,annotator\n"
                   "ada_2,0,0.5,2.0,,2,hugo\nada_3,0,0.5,2.0,,-1,hugo\n");
        file.close();
        QVERIFY(!engine::tierCalled(document().annotation(), "ada_3", app::kLabelsTier));
        drop(path, [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->setCurrentIndex(1);
        });
        QTRY_VERIFY(engine::tierCalled(document().annotation(), "ada_3", "labels/hugo"));
        const engine::Annotation& all = document().annotation();
        for (const auto& [video, sentiment] : {std::pair("ada_2", 2.0), std::pair("ada_3", -1.0)}) {
            const engine::Tier* judged = engine::tierCalled(all, video, "labels/hugo");
            QVERIFY(judged);
            const auto given = all.byTime(judged->id).all();
            QCOMPARE(given.size(), std::size_t(1));
            QCOMPARE(engine::numberGiven(*all.segment(given.front().id), "sentiment"),
                     std::optional(sentiment));
        }
        QVERIFY(settle());
        const QString inSight = session().videos().current();
        history().undo(); // one step, which shows what it changes
        QVERIFY(!engine::tierCalled(document().annotation(), "ada_3", app::kLabelsTier));
        session().videos().open(inSight);
        QVERIFY(settle());
    }

    void tensorsInHdf5AreRead()
    {
        const QString path = m_folder.filePath(QStringLiteral("tensors.h5"));
        const std::size_t count = 2;
        engine::hdf5::Writer writer(path.toStdString());
        writer.write(
            "/train/id",
            {engine::ElementType::Text, {count}, std::vector<std::string>{"ada_1$_$0", "ada_1$_$1"}});
        writer.write("/train/regression_labels",
                     {engine::ElementType::Float64, {count}, std::vector<double>{1.5, -2.0}});
        writer.close();
        const NextDialog next([](QDialog* dialog) {
            QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("importReport"))
                        ->toPlainText()
                        .contains(QStringLiteral("no times")));
        });
        window().findChild<app::ExchangeActions*>()->import({path}); // dropped, it would open as a dataset
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY2(document().tier("labels (2)"),
                     qPrintable(m_told.join(QLatin1Char(10)) + session().videos().current()));
        const engine::Segment& second
            = *document().annotation().segment(document().segmentId("labels (2)", 1));
        QCOMPARE(engine::numberGiven(second, "sentiment"), std::optional(-2.0));
        history().undo();
    }

    void damagedTensorsAreToldAndKillNothing()
    {
        const QString whole = m_folder.filePath(QStringLiteral("tensors.h5"));
        const QString path = m_folder.filePath(QStringLiteral("damaged.h5"));
        QFile file(whole);
        QVERIFY(file.open(QFile::ReadOnly));
        QByteArray bytes = file.readAll();
        for (qsizetype i = 96; i < bytes.size(); i += 3) // behind the head, so that it still looks like HDF5
            bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
        QFile damaged(path);
        QVERIFY(damaged.open(QFile::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        m_told.clear();
        window().findChild<app::ExchangeActions*>()->import({path});
        QTRY_VERIFY(!m_told.isEmpty());
        QVERIFY2(m_told.front().contains(QStringLiteral("damaged.h5")), qPrintable(m_told.front()));
        QVERIFY(settle());
    }

    void tiersLeaveAsElanWritesThem()
    {
        const QString path = m_folder.filePath(QStringLiteral("out.eaf"));
        exportAs("eaf", path, [](QDialog* dialog) {
            QVERIFY(
                !dialog->findChild<QPlainTextEdit*>(QStringLiteral("exportLosses"))->toPlainText().isEmpty());
            picture(*dialog, "export-dialog");
        });
        QTRY_VERIFY(QFile::exists(path));
        QProcess python;
        python.start(
            QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"),
             QStringLiteral("import sys,xml.etree.ElementTree as E\n"
                            "r=E.parse(sys.argv[1]).getroot()\n"
                            "t=[x for x in r.iter('TIER') if x.get('TIER_ID')=='Person1 (Utterance)'][0]\n"
                            "s={x.get('TIME_SLOT_ID'):x.get('TIME_VALUE') for x in r.iter('TIME_SLOT')}\n"
                            "a=t.find('ANNOTATION/ALIGNABLE_ANNOTATION')\n"
                            "print(len(t),s[a.get('TIME_SLOT_REF1')],a.find('ANNOTATION_VALUE').text)\n"),
             path});
        if (!python.waitForFinished(support::kPatience))
            QSKIP("there is no python3");
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("8 1040 How do you read this?"));
    }

    void anEndingOfAnotherFormatIsAskedAbout()
    {
        const QString path = m_folder.filePath(QStringLiteral("listing.csv"));
        exportAs("json", path, [](QDialog*) {});
        QCOMPARE(m_questions.size(), 1);
        QVERIFY2(m_questions.front().contains(QStringLiteral(".json")), qPrintable(m_questions.front()));
        QVERIFY(!QFile::exists(path));
    }

    void andAsPraatAndCsdDo()
    {
        const QString grid = m_folder.filePath(QStringLiteral("out.TextGrid"));
        exportAs("textgrid", grid, [](QDialog*) {});
        QTRY_VERIFY2(QFile::exists(grid),
                     qPrintable(QDir(m_folder.path()).entryList().join(QLatin1Char(' '))
                                + m_told.join(QLatin1Char(' '))));
        QFile file(grid);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("\"IntervalTier\""));
        QVERIFY(text.contains("How do you read this?"));
        QCOMPARE(text.count("\"TextTier\""), 1);
        const QString csd = m_folder.filePath(QStringLiteral("out.csd"));
        exportAs("csd", csd, [](QDialog* dialog) {
            auto* tiers = dialog->findChild<QListWidget*>(QStringLiteral("exportTiers"));
            for (int row = 0; row < tiers->count(); ++row) {
                if (!tiers->item(row)->text().contains(QStringLiteral("gina")))
                    tiers->item(row)->setCheckState(Qt::Unchecked);
            }
        });
        QTRY_VERIFY(!QDir(m_folder.path()).entryList({QStringLiteral("out*.csd")}).isEmpty());
    }

    void whatIsNoAnnotationIsOpened()
    {
        QVERIFY(!app::isAnnotation(QStringLiteral(DEMO "/words.csd")));
        QVERIFY(!app::isAnnotation(QStringLiteral(DEMO "/nothing.eaf")));
        QVERIFY(app::isAnnotation(QStringLiteral(FIXTURES "/formats/dscore_ref.rttm")));
    }

private:
    /// Drops a table with these bytes, as judgements.
    void judgeBy(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes);
        file.close();
        m_told.clear();
        drop(file.fileName(), [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->setCurrentIndex(1);
        });
    }

    /// Drops a file onto the window, fills in the dialog that comes, and accepts it.
    void drop(const QString& path, const std::function<void(QDialog*)>& fill)
    {
        const NextDialog next([&](QDialog* dialog) {
            QCOMPARE(dialog->objectName(), QStringLiteral("importDialog"));
            fill(dialog);
        });
        QVERIFY(dropFiles(window(), {path}));
        QTRY_VERIFY(next.wasThere());
    }

    void exportAs(const char* format, const QString& path, const std::function<void(QDialog*)>& fill)
    {
        QTimer timer;
        timer.setInterval(20);
        int stage = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            if (stage == 0 && dialog->objectName() == QLatin1String("exportDialog")) {
                stage = 1;
                auto* formats = dialog->findChild<QComboBox*>(QStringLiteral("exportFormat"));
                formats->setCurrentIndex(formats->findData(QLatin1String(format)));
                fill(dialog);
                dialog->accept();
            } else if (auto* box = qobject_cast<QMessageBox*>(dialog); box && stage == 2) {
                m_questions << box->text();
                QTest::mouseClick(box->button(QMessageBox::No), Qt::LeftButton);
            } else if (auto* files = qobject_cast<QFileDialog*>(dialog); files && stage == 1) {
                stage = 2;
                files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
                QTest::keyClick(files, Qt::Key_Return);
            }
        });
        timer.start();
        window().findChild<QAction*>(QStringLiteral("export-annotation"))->trigger();
        QCOMPARE(stage, 2);
        QVERIFY(settle());
    }

    QStringList m_told; ///< messages
    QStringList m_questions; ///< answered with no
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(ExchangeTest)

#include "tst_exchange.moc"
