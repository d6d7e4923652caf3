#include "app/opening/fetch_dialog.h"
#include "app/tasks/tasks.h"
#include "app/window/apply_theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <atomic>
#include <thread>

#include "tests/support/downloads.h"
#include "tests/support/http_server.h"
#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

using namespace app;
using engine::test::ServedFile;

/// Fetching CMU-MOSI from a server of the test's own.
class FetchDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<engine::test::HttpServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_words = engine::test::contents(DEMO "/words.csd");
        open();
    }
    void cleanup()
    {
        m_dialog.reset();
        QTRY_VERIFY(m_tasks.isIdle());
    }

    void chosenFilesBecomeADataset()
    {
        serve(kWords, {ServedFile{m_words}});
        QSignalSpy fetched(m_dialog.get(), &FetchDialog::fetched);
        press();
        QTRY_COMPARE(fetched.count(), 1);
        const QString path = fetched.first().first().toString();
        const engine::DatasetList list = engine::readDatasetList(path.toStdString());
        QCOMPARE(list.name, std::string("CMU-MOSI"));
        QCOMPARE(list.sequences.size(), std::size_t(1));
        QVERIFY(engine::test::contents(list.sequences.front().file) == m_words);
        QVERIFY(!list.folds.at("test").empty());
    }

    void whatFailedIsNamedAndGoesOnTheNextTime()
    {
        const auto gone = [](const auto&, engine::test::HttpServerConnection& connection) {
            connection.reply("404 Not Found", "");
        };
        check(1);
        serve(kWords, {ServedFile{m_words}});
        serve(kPhones, {gone, ServedFile{m_words}});
        press();
        auto* message = find<QLabel>("fetchMessage");
        QTRY_VERIFY(message->text().startsWith(QStringLiteral("1 file(s) could not be fetched.")));
        QVERIFY2(message->text().contains(QStringLiteral("404")), qPrintable(message->text()));
        QVERIFY2(message->text().endsWith(QStringLiteral("Fetch tries again.")), qPrintable(message->text()));
        QCOMPARE(state(1), QStringLiteral("failed"));
        picture(*m_dialog, "fetch-failed");
        QSignalSpy fetched(m_dialog.get(), &FetchDialog::fetched);
        press();
        QTRY_COMPARE(fetched.count(), 1);
        QCOMPARE(state(0), QStringLiteral("was there"));
        QCOMPARE(state(1), QStringLiteral("fetched"));
    }

    void whatWasStoppedIsResumed()
    {
        ServedFile stalling{m_words};
        stalling.cutAfter = m_words.size() / 2;
        stalling.stalls = true;
        serve(kWords, {stalling, ServedFile{m_words}});
        press();
        QTRY_VERIFY2(state(0) == QStringLiteral("50 %") || state(0) == QStringLiteral("49 %"),
                     qPrintable(state(0)));
        QVERIFY(!find<QLineEdit>("fetchFolder")->isEnabled());
        picture(*m_dialog, "fetch-running");
        press(); // stop
        QTRY_VERIFY(find<QLabel>("fetchMessage")->text().startsWith(QStringLiteral("Stopped.")));
        QSignalSpy fetched(m_dialog.get(), &FetchDialog::fetched);
        press();
        QTRY_COMPARE(fetched.count(), 1);
        QCOMPARE(state(0), QStringLiteral("fetched, resumed"));
        QVERIFY(m_server->requests().back().from() == m_words.size() / 2);
    }

    void aServerThatFallsSilentIsNoticedAndNothingIsPromised()
    {
        engine::DownloadOptions options = engine::test::inAHurry(); // 0.4 s of silence
        options.retries = 0;
        m_dialog->setDownloadOptions(options);
        ServedFile silent{m_words};
        silent.cutAfter = m_words.size() / 2;
        silent.stalls = true;
        silent.etag.clear(); // nothing tells whether the rest is of the same file
        serve(kWords, {silent});
        press();
        auto* message = find<QLabel>("fetchMessage");
        QTRY_VERIFY(message->text().startsWith(QStringLiteral("1 file(s) could not be fetched.")));
        QVERIFY2(message->text().contains(QStringLiteral("nothing came any more after")),
                 qPrintable(message->text()));
        QVERIFY2(message->text().contains(QStringLiteral("it begins anew then"))
                     && !message->text().contains(QStringLiteral("goes on")),
                 qPrintable(message->text()));
    }

    void closingStops()
    {
        ServedFile stalling{m_words};
        stalling.cutAfter = m_words.size() / 2;
        stalling.stalls = true;
        serve(kWords, {stalling});
        press();
        QTRY_VERIFY(!m_server->requests().empty());
        m_dialog.reset();
        QTRY_VERIFY(m_tasks.isIdle());
    }

    void aJobThatIsStoppedBeforeItBeginsIsOver()
    {
        std::atomic<bool> goesOn = true;
        const auto busy = [&goesOn](const engine::RunContext&) {
            while (goesOn)
                std::this_thread::yield();
            return true;
        };
        for (const char* title : {"1", "2", "3"}) // as many as there are threads
            m_tasks.start(QLatin1String(title), this, busy, [](bool) {});
        press();
        m_tasks.stopAll();
        goesOn = false;
        QTRY_VERIFY(find<QLabel>("fetchMessage")->text().startsWith(QStringLiteral("Stopped.")));
        QVERIFY(m_server->requests().empty());
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        find<QLineEdit>("fetchFolder")->setText(file.fileName() + QStringLiteral("/below"));
        serve(kWords, {ServedFile{m_words}});
        press();
        auto* message = find<QLabel>("fetchMessage");
        QTRY_VERIFY2(message->text().contains(file.fileName()), qPrintable(message->text()));
        QCOMPARE(find<QPushButton>("fetchStart")->text(), QStringLiteral("&Fetch"));
    }

    void whatIsMissingIsSaidBeforeAnythingIsFetched()
    {
        auto* message = find<QLabel>("fetchMessage");
        find<QLineEdit>("fetchBase")->clear();
        press();
        QVERIFY2(message->text().startsWith(QStringLiteral("Say where")), qPrintable(message->text()));
        QTest::keyClicks(find<QLineEdit>("fetchBase"), QStringLiteral("ftp://host"));
        press();
        QVERIFY2(message->text().contains(QStringLiteral("is no address")), qPrintable(message->text()));
        QFile list(m_folder->filePath(QStringLiteral("dataset.json")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"({"name": "Other", "id": "other", "sequences": []})");
        list.close();
        find<QLineEdit>("fetchBase")->setText(QStringLiteral("http://host"));
        press();
        QTRY_VERIFY2(message->text().contains(QStringLiteral("another dataset")),
                     qPrintable(message->text()));
        QVERIFY(m_tasks.isIdle());
    }

private:
    static constexpr auto kWords = "/base/CMU_MOSI_TimestampedWords.csd";
    static constexpr auto kPhones = "/base/CMU_MOSI_TimestampedPhones.csd";

    /// The dialog with only the words chosen.
    void open()
    {
        m_dialog = std::make_unique<FetchDialog>(m_tasks, nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->setDownloadOptions([] {
            engine::DownloadOptions options = engine::test::inAHurry();
            options.stallTimeout = std::chrono::minutes(1); // a stall ends by the user's hand
            return options;
        }());
        auto* datasets = find<QComboBox>("fetchDataset");
        datasets->setCurrentIndex(datasets->findText(QStringLiteral("CMU-MOSI")));
        find<QLineEdit>("fetchBase")->setText(QString::fromStdString(m_server->url("/base")));
        find<QLineEdit>("fetchFolder")->setText(m_folder->path());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get(), support::kPatience));
        auto* files = find<QTableWidget>("fetchFiles");
        QVERIFY(files->rowCount() > 5);
        for (int row = 1; row < files->rowCount(); ++row)
            check(row);
    }
    /// Turns a row's check mark over, by the keyboard.
    void check(int row)
    {
        auto* files = find<QTableWidget>("fetchFiles");
        files->setCurrentCell(row, 0);
        QTest::keyClick(files, Qt::Key_Space);
    }
    void press() { QTest::mouseClick(find<QPushButton>("fetchStart"), Qt::LeftButton); }
    void serve(const char* path, std::vector<engine::test::HttpServer::Handler> handlers)
    {
        m_server->on(path, std::move(handlers));
    }
    QString state(int row) { return find<QTableWidget>("fetchFiles")->item(row, 3)->text(); }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }

    Tasks m_tasks;
    std::unique_ptr<engine::test::HttpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_words;
    std::unique_ptr<FetchDialog> m_dialog;
};

int main(int argc, char** argv)
{
    qputenv("no_proxy", "127.0.0.1");
    const IsolatedHome home;
    const QApplication application(argc, argv);
    applyTheme(ThemeChoice::Dark);
    FetchDialogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fetch_dialog.moc"
