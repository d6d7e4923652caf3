#include "app/extraction/extract_dialog.h"
#include "app/window/tabs.h"
#include "widgets/notices/notice_box.h"

#include <QAbstractButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A text beside a recording that is called as the recording is: offered as its transcript, and taken.
class TranscriptBesideTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        for (const char* name : {"ada_1.mp4", "ada_2.mp4", "bert_1.mp4"})
            fs::copy_file(fs::path(DEMO) / "media" / name, root() / name);
        write("ada_1.txt", "We liked it so much.\n");
        write("bert_1.srt", "1\n00:00:00,500 --> 00:00:02,000\nreally not\n");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void aTextThatIsDroppedAlongIsOffered()
    {
        QVERIFY(dropFiles(window(), {file("ada_1.mp4"), file("ada_1.txt")}));
        QAbstractButton* take = nullptr; // at once: the notice leaves before a busy machine has settled
        QTRY_VERIFY((take = buttonOf(QStringLiteral("ada_1.txt lies beside this recording"))));
        picture(window(), "transcript-offered", 300);
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_COMPARE(document().words().texts,
                     (std::vector<std::string>{"We", "liked", "it", "so", "much."}));
        QCOMPARE(find<app::Tabs>("sidePanels")->tabText(find<app::Tabs>("sidePanels")->currentIndex()),
                 QStringLiteral("Transcript"));
        picture(window(), "transcript-taken", 300);
    }

    /// What is said there stays in the file until *Sequences…* or a person takes it.
    void theDialogOfSequencesNamesIt()
    {
        history().undo();
        QVERIFY(document().words().texts.empty());
        action("sequences")->trigger();
        app::ExtractDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window().findChild<app::ExtractDialog*>()) && dialog->isVisible());
        auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("recordings"));
        QTRY_COMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("ada_1.txt"));
        dialog->close();
        QVERIFY(activate());
    }

    void aTextIsDroppedOntoTheOpenVideo()
    {
        write("said.txt", "Quite another text\n");
        QVERIFY(dropFiles(window(), {file("said.txt")}));
        QTRY_COMPARE(document().words().texts, (std::vector<std::string>{"Quite", "another", "text"}));
        history().undo();
    }

    /// A file with times is imported, as if it had been dropped.
    void subtitlesAreOfferedAsWell()
    {
        session().project().open({root()});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        session().videos().open(QStringLiteral("bert_1"));
        QAbstractButton* take = nullptr;
        QTRY_VERIFY((take = buttonOf(QStringLiteral("bert_1.srt lies beside this recording"))));
        const NextDialog next([](QDialog*) {});
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY(!document().annotation().tiersOf("bert_1").empty());
        QTRY_VERIFY(std::ranges::any_of(document().annotation().segments(), [](const auto& each) {
            return each.second.text.starts_with("really");
        }));
    }

    void whereThereIsNoneThatIsSaid()
    {
        session().videos().open(QStringLiteral("ada_2"));
        QVERIFY(settle());
        QString said;
        connect(&document().notices(), &app::Notices::said, this,
                [&said](const app::Notice& notice) { said = notice.text; });
        action("take-transcript")->trigger();
        QTRY_COMPARE(
            said,
            QStringLiteral("There is no ada_2.txt, .srt, .vtt, .TextGrid or .eaf beside the recording."));
        disconnect(&document().notices(), nullptr, this, nullptr);
    }

private:
    fs::path root() const { return m_folder.path().toStdString(); }
    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char* name, const char* text) { std::ofstream(root() / name) << text; }
    /// Of the notice that begins so. Null: there is none.
    QAbstractButton* buttonOf(const QString& beginning)
    {
        for (auto* box : window().findChildren<widgets::NoticeBox*>()) {
            for (auto* button : box->findChildren<QAbstractButton*>()) {
                if (box->text().startsWith(beginning) && button->text().contains(QStringLiteral("beside")))
                    return button;
            }
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(TranscriptBesideTest)
#include "tst_transcript_beside.moc"
