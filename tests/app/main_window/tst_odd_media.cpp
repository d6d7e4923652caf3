#include <QListWidget>
#include <QTest>

#include "tests/support/odd_media.h"
#include "tests/support/real_window.h"

/// Media that other players get wrong, opened and played for a second in the real window.
class OddMediaTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(QTest::qWaitForWindowExposed(&m_real->window()));
    }
    void cleanupTestCase() { m_real.reset(); }

    void opensAndPlaysOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : support::OddMedia::names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void opensAndPlaysOrSaysWhyNot()
    {
        QFETCH(QString, name);
        const std::filesystem::path path = m_media.file(name.toStdString());
        QString failure;
        auto& session = m_real->session();
        const auto connection = connect(&session.player(), &app::Player::failed, this,
                                        [&](const QString& text) { failure = text; });
        session.project().open({path});
        QVERIFY2(QTest::qWaitFor(
                     [&] { return session.document().hasVideo() && m_real->window().isSettled(); }, 20000),
                 qPrintable(session.unsettled()));
        disconnect(connection);
        static const QSet<QString> mayFail{QStringLiteral("empty.mp4"), QStringLiteral("text.mp4"),
                                           QStringLiteral("truncated_no_moov.mp4"),
                                           QStringLiteral("header_only.wav"), QStringLiteral("captions.srt")};
        QCOMPARE(!failure.isEmpty(), mayFail.contains(name));
        if (!failure.isEmpty()) { // a sentence that names the file, and the window says it, too
            QVERIFY2(failure.contains(QString::fromStdString(path.filename().string())), qPrintable(failure));
            const auto* messages = m_real->window().findChild<QListWidget*>();
            QVERIFY(!messages->findItems(failure, Qt::MatchExactly).isEmpty());
            return;
        }
        session.player().play();
        QTest::qWait(1000);
        QVERIFY(session.player().position() > 0.0);
        session.player().pause();
    }

private:
    support::OddMedia m_media;
    std::unique_ptr<RealWindow> m_real;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    OddMediaTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_odd_media.moc"
