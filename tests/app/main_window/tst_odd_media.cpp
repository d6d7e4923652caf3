#include <QListWidget>
#include <QTest>

#include "tests/support/odd_media.h"
#include "tests/support/window_test.h"

/// Media that other players get wrong, opened and played for a second in the real window.
class OddMediaTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
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
        auto& session = this->session();
        const auto connection = connect(&session.player(), &app::Player::failed, this,
                                        [&](const QString& text) { failure = text; });
        session.project().open({path});
        QVERIFY2(
            QTest::qWaitFor([&] { return session.document().hasVideo() && window().isSettled(); }, 20000),
            qPrintable(session.unsettled()));
        disconnect(connection);
        static const QSet<QString> mayFail{QStringLiteral("empty.mp4"), QStringLiteral("text.mp4"),
                                           QStringLiteral("truncated_no_moov.mp4"),
                                           QStringLiteral("header_only.wav"), QStringLiteral("captions.srt")};
        QCOMPARE(!failure.isEmpty(), mayFail.contains(name));
        if (!failure.isEmpty()) { // a sentence that names the file, and the window says it, too
            QVERIFY2(failure.contains(QString::fromStdString(path.filename().string())), qPrintable(failure));
            const auto* messages = window().findChild<QListWidget*>();
            QVERIFY(!messages->findItems(failure, Qt::MatchEndsWith).isEmpty());
            return;
        }
        session.player().play();
        QTRY_VERIFY(session.player().position() > 0.0);
        session.player().pause();
    }

private:
    support::OddMedia m_media;
};

WINDOW_TEST_MAIN(OddMediaTest)

#include "tst_odd_media.moc"
