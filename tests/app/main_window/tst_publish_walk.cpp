#include "app/publishing/publish_dialog.h"
#include "app/publishing/publish_tree.h"
#include "app/publishing/split_bar.h"
#include "engine/publishing/publication.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextTable>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// *File → Publish…* by mouse and keys: what is missing is said, the card stays in the project, the folder is
/// verified, and an earlier one is replaced only when the person says so.
class PublishWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        session().editor().setAnnotator(QStringLiteral("Anna Secret"));
        for (std::size_t segment = 0; segment < 3; ++segment)
            session().editor().setLabel(app::kLabelsTier, segment, QStringLiteral("sentiment"), 2.0);
    }
    void cleanupTestCase() { m_real.reset(); }

    void whatIsMissingIsSaid()
    {
        open();
        QVERIFY(!go()->isEnabled());
        auto* findings = in<QListWidget>("publishFindings");
        QVERIFY(findings->count() >= 3 && findings->item(0)->font().bold());
        const QString counts = in<QLabel>("publishCounts")->text();
        QVERIFY2(counts.contains(QLatin1String("video")), qPrintable(counts));
        QTest::keyClicks(in<QLineEdit>("card_title"), QStringLiteral("Demo: talks"));
        typeInto("card_authors", QStringLiteral("Lovelace, Ada; Analytical Engines; no orcid"));
        QTest::keyClicks(in<QComboBox>("card_licence"), QStringLiteral("CC-BY-4.0"));
        QTRY_COMPARE(findings->count(), 1); // what was typed cannot be read
        QVERIFY2(findings->item(0)->text().contains(QLatin1String("ORCID")),
                 qPrintable(findings->item(0)->text()));
        QVERIFY(!go()->isEnabled());
        in<QPlainTextEdit>("card_authors")->clear();
        typeInto("card_authors", QStringLiteral("Lovelace, Ada; Analytical Engines; 0000-0002-1825-0097"));
        QTRY_VERIFY(go()->isEnabled());
        QTest::keyClicks(in<QLineEdit>("card_erasure"), QStringLiteral("ada@example.org"));
        picture(*m_dialog, "publish-card");
    }

    void theCardIsReadAsOthersReadIt()
    {
        auto* preview = in<QTextBrowser>("publishPreview");
        QTRY_VERIFY(preview->toPlainText().contains(QLatin1String("Demo: talks")));
        QTRY_VERIFY(preview->toPlainText().contains(QLatin1String("ada@example.org"))); // typed a moment ago
        QVERIFY(preview->toPlainText().contains(QLatin1String("groups"))); // what each split holds
        QVERIFY(!preview->toPlainText().contains(QLatin1String("Anna Secret")));
        int tables = 0;
        for (const QTextFrame* frame : preview->document()->rootFrame()->childFrames()) {
            const auto* table = qobject_cast<const QTextTable*>(frame);
            if (!table)
                continue;
            ++tables;
            QVERIFY(table->format().borderCollapse());
            QVERIFY(!table->cellAt(0, 0).firstCursorPosition().block().text().isEmpty());
        }
        QVERIFY(tables >= 3);
        const auto& splits = m_dialog->findChild<app::SplitBar*>()->parts();
        QVERIFY(splits.size() == 3 && splits.front().name == QLatin1String("train"));
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "publish-dark" : "publish-light", 200);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void theFolderIsMadeAndVerified()
    {
        auto* tree = in<app::PublishTree>("publishContents");
        tree->tick("sequence/words", true);
        QCOMPARE(tree->sequences(), QStringList{QStringLiteral("words")});
        QVERIFY(tree->copiedBytes() > 1000);
        QVERIFY(in<QLabel>("publishVerdict")->text().contains(QLatin1String("go along")));
        QString begin;
        const DialogAnswers answers({[&](QDialog* dialog) {
            begin = qobject_cast<QFileDialog*>(dialog)->directory().absolutePath();
            fileAnswer(m_folder.path())(dialog);
        }});
        QTest::mouseClick(go(), Qt::LeftButton);
        QTRY_VERIFY(answers.areGiven());
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        QVERIFY2(begin == QDir::homePath() || begin == documents, qPrintable(begin)); // not in the demo
        QTRY_VERIFY(fs::exists(made() / "CHECKSUMS.sha256"));
        QVERIFY(settle());
        QVERIFY(engine::verifyPublication(made(), {}).findings.empty());
        const std::string votes = contents("votes.csv");
        QCOMPARE(std::ranges::count(votes, '\n'), 4);
        QVERIFY(votes.find("Anna") == std::string::npos && votes.find(",r01,") != std::string::npos);
        QVERIFY(contents("README.md").find("# Demo: talks") != std::string::npos);
        QVERIFY(fs::file_size(made() / "words.csd") > 1000);
    }

    void theCardStaysInTheProject()
    {
        QTRY_VERIFY(engine::publicationCardOf(document().annotation()));
        QCOMPARE(engine::publicationCardOf(document().annotation())->title, std::string("Demo: talks"));
        open();
        QCOMPARE(in<QLineEdit>("card_title")->text(), QStringLiteral("Demo: talks"));
        QVERIFY(go()->isEnabled());
    }

    void anEarlierFolderIsReplacedWhenAskedTo()
    {
        std::ofstream(made() / "mine.txt") << "mine\n";
        {
            const DialogAnswers answers({fileAnswer(m_folder.path()), buttonAnswer(QMessageBox::No)});
            QTest::mouseClick(go(), Qt::LeftButton);
            QTRY_VERIFY(answers.areGiven());
        }
        QVERIFY(settle());
        QVERIFY(fs::exists(made() / "mine.txt"));
        open();
        const DialogAnswers answers({fileAnswer(m_folder.path()), buttonAnswer(QMessageBox::Yes)});
        QTest::mouseClick(go(), Qt::LeftButton);
        QTRY_VERIFY(answers.areGiven());
        QTRY_VERIFY(!fs::exists(made() / "mine.txt"));
        QVERIFY(settle());
        QVERIFY(engine::verifyPublication(made(), {}).findings.empty());
    }

private:
    static DialogAnswers::Answer buttonAnswer(QMessageBox::StandardButton button)
    {
        return [button](QDialog* dialog) {
            auto* box = qobject_cast<QMessageBox*>(dialog);
            QVERIFY(box);
            box->button(button)->click();
        };
    }

    fs::path made() const { return fs::path(m_folder.path().toStdString()) / "demo-talks-1.0.0"; }

    std::string contents(const char* file) const
    {
        std::ifstream stream(made() / file);
        std::ostringstream text;
        text << stream.rdbuf();
        return text.str();
    }

    void open()
    {
        QVERIFY(activate());
        action("publish")->trigger();
        QTRY_VERIFY(find<app::PublishDialog>("publishDialog")
                    && find<app::PublishDialog>("publishDialog")->isVisible());
        m_dialog = find<app::PublishDialog>("publishDialog");
    }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* go() { return m_dialog->findChild<QPushButton*>(QStringLiteral("primary")); }
    void typeInto(const char* name, const QString& text) { QTest::keyClicks(in<QPlainTextEdit>(name), text); }

    app::PublishDialog* m_dialog = nullptr;
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(PublishWalk)
#include "tst_publish_walk.moc"
