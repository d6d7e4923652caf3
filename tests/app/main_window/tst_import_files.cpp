#include "app/exchange/exchange_actions.h"
#include "app/video/video_opener.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Many files of annotation at once, in the real window: a table says what goes where before it happens.
class ImportFilesTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char* name : {"ada_1.mp4", "ada_2.mp4", "bert_1.mp4"})
            fs::copy_file(fs::path(DEMO) / "media" / name, folder("talks") / name);
        const fs::path notes = folder("notes");
        std::ofstream(notes / "Ada-1.srt") << caption(0.5, 1.0, "we") << caption(1.0, 1.5, "liked");
        std::ofstream(notes / "ada_2-carl.srt") << caption(1.0, 900.0, "really");
        std::ofstream(notes / "third.srt") << caption(0.1, 0.6, "hello");
        std::ofstream(notes / "zoe.TextGrid")
            << "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = zero\n";
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({folder("talks")});
        QVERIFY(settle());
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
    }
    void cleanupTestCase() { m_real.reset(); }

    void aDroppedFolderIsShownAsATable()
    {
        const NextDialog next([&](QDialog* dialog) {
            QCOMPARE(dialog->objectName(), QStringLiteral("importFilesDialog"));
            const auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("importFiles"));
            QCOMPARE(table->rowCount(), 4);
            QCOMPARE(textAt(table, 0, 1), QStringLiteral("ada_1"));
            QCOMPARE(textAt(table, 1, 1), QStringLiteral("ada_2"));
            QVERIFY(textAt(table, 1, 3).contains(QStringLiteral("ends at 900.0 s, but the video at")));
            QCOMPARE(table->item(2, 0)->checkState(), Qt::Unchecked);
            QVERIFY(textAt(table, 2, 3).contains(QStringLiteral("no video has this name")));
            QVERIFY(textAt(table, 3, 3).contains(QStringLiteral("zoe.TextGrid")));
            QVERIFY(!(table->item(3, 0)->flags() & Qt::ItemIsUserCheckable));
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("importHead"))
                        ->text()
                        .startsWith(QStringLiteral("2 of 4")));
            picture(*dialog, "import-files");
            choose(dialog, 2, QStringLiteral("bert_1"));
            QCOMPARE(table->item(2, 0)->checkState(), Qt::Checked);
            QVERIFY(textAt(table, 2, 3).isEmpty());
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("importHead"))
                        ->text()
                        .startsWith(QStringLiteral("3 of 4")));
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importWords"))->currentIndex(), 1);
        });
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("notes"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_COMPARE(document().words().texts, (std::vector<std::string>{"we", "liked"}));
        QCOMPARE(document().ownWords("ada_2").text.texts, std::vector<std::string>{"really"});
        QCOMPARE(document().ownWords("bert_1").text.texts, std::vector<std::string>{"hello"});
        QVERIFY(m_told.contains(QStringLiteral("3 file(s) were imported.")));
        QCOMPARE(history().count(), 1); // one step
        auto* undo = window().findChild<QToolButton*>(QStringLiteral("noticeAction"));
        QVERIFY(undo && undo->isVisible());
        QCOMPARE(undo->text(), QStringLiteral("Undo"));
        picture(window(), "notice");
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(document().words().texts.empty());
        QVERIFY(document().ownWords("bert_1").text.texts.empty());
    }

    void oneFileGoesToTheVideoThatItIsNamedAfter()
    {
        const NextDialog next([&](QDialog* dialog) {
            QCOMPARE(dialog->objectName(), QStringLiteral("importDialog"));
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importVideo"))->currentText(),
                     QStringLiteral("ada_2"));
            const auto* remark = dialog->findChild<QLabel*>(QStringLiteral("importRemark"));
            QVERIFY(remark && remark->text().contains(QStringLiteral("900.0")));
            picture(*dialog, "import-outlasts");
        });
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("notes/ada_2-carl.srt"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_COMPARE(document().ownWords("ada_2").text.texts, std::vector<std::string>{"really"});
    }

    void aRecordingOfAnotherNameGoesWhereAPersonSays()
    {
        std::ofstream(folder("notes") / "vlog.ctm") << "take_7 1 0.50 0.30 well\ntake_7 1 0.80 0.40 then\n";
        const NextDialog next([&](QDialog* dialog) {
            auto* into = dialog->findChild<QComboBox*>(QStringLiteral("importVideo"));
            QVERIFY(into->isEnabled());
            into->setCurrentText(QStringLiteral("bert_1"));
            dialog->findChild<QComboBox*>(QStringLiteral("importWords"))->setCurrentIndex(1);
        });
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("notes/vlog.ctm"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_COMPARE(document().ownWords("bert_1").text.texts, (std::vector<std::string>{"well", "then"}));
    }

    /// Words are made of the captions, which stay; a file that has words of another name keeps its own.
    void captionsBecomeTheirWords()
    {
        undoAll();
        session().videos().open(QStringLiteral("ada_1"));
        QVERIFY(settle());
        const fs::path mixed = folder("mixed");
        std::ofstream(mixed / "ada_1.srt")
            << caption(1.0, 2.0, "we liked\nit") << caption(2.0, 2.5, "really");
        std::ofstream(mixed / "ada_2.csv") << "video_id,start,end,text,tier\nada_2,0.5,1.0,well,words\n";
        const NextDialog next([&](QDialog* dialog) {
            const auto* words = dialog->findChild<QComboBox*>(QStringLiteral("importWords"));
            QVERIFY2(words->currentText().startsWith(QStringLiteral("of each file its own")),
                     qPrintable(words->currentText()));
        });
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("mixed"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY2(!document().words().texts.empty(), qPrintable(m_told.join(QLatin1Char('\n'))));
        QCOMPARE(document().words().texts, (std::vector<std::string>{"we", "liked", "it", "really"}));
        QCOMPARE(document().ownWords("ada_2").text.texts, std::vector<std::string>{"well"});
        const auto& spans = document().words().intervals;
        QCOMPARE(spans.front().start, 1.0);
        QCOMPARE(spans[1].start, 1.0 + 2.0 / 9.0);
        QCOMPARE(spans[2].end, 2.0);
        const auto word = [&](std::size_t index) {
            return *document().annotation().segment(document().segmentId(app::kWordsTier, index));
        };
        QVERIFY(!word(0).isTimed() && !word(1).isTimed() && !word(2).isTimed() && word(3).isTimed());
        QVERIFY(std::ranges::any_of(document().annotation().tiers(), [](const auto& tier) {
            return tier.second.video == "ada_1" && tier.second.name != app::kWordsTier
                && tier.second.name != app::kLabelsTier;
        })); // the captions themselves
        QVERIFY(std::ranges::any_of(m_told, [](const QString& text) {
            return text.contains(QStringLiteral("2 texts became 4 words"));
        }));
        undoAll();
    }

    void anItemWithoutLengthDoesNotCostTheTier()
    {
        std::ofstream(folder("notes") / "ada_1.csv")
            << "video_id,start,end,text,tier\nada_1,0.5,1.0,a,phones\nada_1,0.7,0.7,b,phones\n"
               "ada_1,1.0,1.5,c,phones\n";
        const NextDialog next([](QDialog*) {});
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("notes/ada_1.csv"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY(document().tier("phones"));
        QVERIFY(document().spans("phones").size() >= 2);
    }

    void annotationThatCameWithItsVideoFollowsIt()
    {
        const NextDialog next([&](QDialog* dialog) {
            const auto video
                = [dialog] { return dialog->findChild<QComboBox*>(QStringLiteral("importVideo")); };
            QTRY_VERIFY2(video(), qPrintable(dialog->objectName() + dialog->windowTitle()));
            QCOMPARE(video()->currentText(), QStringLiteral("ada_1"));
        });
        QVERIFY(dropFiles(window(),
                          {m_folder.filePath(QStringLiteral("notes/Ada-1.srt")),
                           m_folder.filePath(QStringLiteral("talks/ada_1.mp4"))}));
        QTRY_VERIFY(next.wasThere());
        QCOMPARE(document().dataset().media.size(), std::size_t(1));
        QTRY_COMPARE(document().words().texts, (std::vector<std::string>{"we", "liked"}));
    }

private:
    static std::string caption(double start, double end, const char* text)
    {
        const auto time = [](double seconds) {
            const int all = static_cast<int>(seconds * 1000);
            return QStringLiteral("%1:%2:%3,%4")
                .arg(all / 3600000, 2, 10, QLatin1Char('0'))
                .arg(all / 60000 % 60, 2, 10, QLatin1Char('0'))
                .arg(all / 1000 % 60, 2, 10, QLatin1Char('0'))
                .arg(all % 1000, 3, 10, QLatin1Char('0'))
                .toStdString();
        };
        return "1\n" + time(start) + " --> " + time(end) + "\n" + text + "\n\n";
    }
    static QString textAt(const QTableWidget* table, int row, int column)
    {
        return table->item(row, column)->text();
    }
    /// By keys: F2 opens the list, typing finds, Enter takes.
    static void choose(QDialog* dialog, int row, const QString& video)
    {
        auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("importFiles"));
        table->setCurrentCell(row, 1);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* box = table->findChild<QComboBox*>();
        QVERIFY(box);
        box->setCurrentText(QString());
        QTest::keyClicks(box, video);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(textAt(table, row, 1), video);
    }
    fs::path folder(const char* name) const
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        return path;
    }

    QTemporaryDir m_folder;
    QStringList m_told;
};

WINDOW_TEST_MAIN(ImportFilesTest)
#include "tst_import_files.moc"
