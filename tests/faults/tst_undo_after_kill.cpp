#include "app/application.h"
#include "widgets/timeline/timeline_view.h"

#include <QProcess>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>

#include <csignal>
#include <iostream>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// A window that edited several videos is killed; the next one scrolls the heads of its tracks and undoes all
/// of it, from video to video, and does it again. Nothing of that may fail, in whatever video an edit was
/// made.
namespace {

constexpr int kVideos = 4;
constexpr int kEditsEach = 2;

class UndoneWindow {
public:
    UndoneWindow()
    {
        QObject::connect(qobject_cast<app::Application*>(qApp), &app::Application::failed,
                         [this](const QString& message) {
                             std::cout << "failed: " << message.toStdString() << std::endl;
                             ++m_failures;
                         });
    }

    /// Edits kVideos videos, and is killed when all is on the disk.
    int editAndDie()
    {
        if (!open())
            return 2;
        const auto& media = m_real.session().document().dataset().media;
        for (int video = 0; video < kVideos; ++video) {
            const QString id = QString::fromStdString(media[static_cast<std::size_t>(3 * video)].id);
            m_real.session().videos().open(id);
            if (!QTest::qWaitFor(
                    [&] { return document().hasVideo() && document().video().id == id && m_real.settle(); },
                    support::kPatience)
                || document().labels().rows.intervals.empty())
                return 3;
            for (int edit = 0; edit < kEditsEach; ++edit) {
                const engine::Interval segment = document().labels().rows.intervals.front();
                m_real.session().player().seek((segment.start + segment.end) / 2);
                m_view->setFocus();
                QTest::keyClick(m_view, edit == 0 ? Qt::Key_1 : Qt::Key_7);
            }
        }
        const app::ProjectWriter* writer = m_real.session().project().writer();
        if (!writer
            || !QTest::qWaitFor([&] { return writer->state() == app::ProjectWriter::State::Saved; },
                                support::kPatience))
            return 4;
        return raise(SIGKILL);
    }

    int undoAndRedo()
    {
        if (!open())
            return 2;
        scrollHeads();
        QStringList seen;
        for (const auto modifiers : {Qt::KeyboardModifiers(Qt::ControlModifier),
                                     Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)}) {
            for (int i = 0; i < kVideos * kEditsEach; ++i) {
                m_view->setFocus();
                QTest::keyClick(m_view, Qt::Key_Z, modifiers);
                if (!QTest::qWaitFor([this] { return document().hasVideo() && m_real.settle(); },
                                     support::kPatience))
                    return 3;
                seen << document().video().id;
                scrollHeads();
            }
        }
        seen.removeDuplicates();
        std::cout << "videos " << seen.size() << std::endl;
        return m_failures > 0 ? 5 : 0;
    }

private:
    const app::Document& document() { return m_real.session().document(); }

    bool open()
    {
        m_real.window().resize(1280, 700);
        m_real.session().project().open({std::filesystem::path(DEMO)});
        if (!QTest::qWaitFor([this] { return document().hasVideo(); }, support::kPatience))
            return false;
        m_real.window().activateWindow();
        m_view = m_real.find<widgets::TimelineView>("timeline");
        return QTest::qWaitForWindowActive(&m_real.window(), support::kPatience) && m_view;
    }

    /// To the last track and back, with pictures in between.
    void scrollHeads()
    {
        for (const int notches : {-1, -3, -20, 1, 5, 40}) {
            const QPointF at(10, m_view->height() / 2.0);
            QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_view, &event);
            m_view->grab();
        }
    }

    RealWindow m_real;
    widgets::TimelineView* m_view = nullptr;
    int m_failures = 0;
};

}

class UndoAfterKillTest : public QObject {
    Q_OBJECT

private slots:
    void allIsUndoneFromVideoToVideo()
    {
        QProcess first;
        first.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--edit")});
        QVERIFY(first.waitForFinished(4 * support::kPatience));
        QVERIFY2(first.exitStatus() == QProcess::CrashExit,
                 qPrintable(QString::number(first.exitCode()) + QString::fromUtf8(first.readAll())));
        QProcess next;
        next.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--undo")});
        QVERIFY(next.waitForFinished(4 * support::kPatience));
        const QByteArray said = next.readAllStandardOutput();
        QVERIFY2(next.exitStatus() == QProcess::NormalExit && next.exitCode() == 0,
                 (said + next.readAllStandardError()).constData());
        QVERIFY2(said.contains("videos " + QByteArray::number(kVideos)), said.constData());
    }
};

int main(int argc, char** argv)
{
    const std::string_view role = argc == 2 ? argv[1] : "";
    if (role == "--edit" || role == "--undo") {
        app::Application application(argc, argv);
        UndoneWindow window;
        return role == "--edit" ? window.editAndDie() : window.undoAndRedo();
    }
    const IsolatedHome home;
    QCoreApplication application(argc, argv);
    UndoAfterKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_undo_after_kill.moc"
