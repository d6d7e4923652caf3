#include "app/diagnosis/diagnosis.h"
#include "app/diagnosis/diagnosis_dialog.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "engine/core/installation.h"

#include <QClipboard>
#include <QDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

}

/// *Help → Diagnosis…* and the notice of a start after a crash, in the real window.
class DiagnosisTest : public WindowTest {
    Q_OBJECT

private slots:
    void aCrashIsToldAndItsNoteCanBeDeleted()
    {
        const auto folder = engine::cacheFolder() / "crashes";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "20261128-010203-77.txt")
            << "polylogue 0.9.0, release\nsignal: SIGSEGV\nthread: polylogue, of the window\nstack:\n"
               "  polylogue+0x1234\n  libQt6Core.so.6+0x77a\n";
        QVERIFY(openDemo());
        QSignalSpy said(&document().notices(), &app::Notices::said);
        window().restoreLayout();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(said.first().first().value<app::Notice>().text.contains(QLatin1String("unexpectedly"))
                || qEnvironmentVariableIsSet("POLYLOGUE_LANGUAGE"));
        picture(window(), "crash-notice", 300);
        QDialog* dialog = opened("crash-notes");
        QVERIFY(dialog);
        const auto* text = dialog->findChild<QPlainTextEdit*>();
        QTRY_VERIFY(text->toPlainText().contains(QLatin1String("SIGSEGV")));
        look(*dialog, "diagnosis-crash");
        auto* deletes = dialog->findChild<QPushButton*>(QStringLiteral("deleteCrashNotes"));
        QVERIFY(deletes->isEnabled());
        QTest::mouseClick(deletes, Qt::LeftButton);
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("none"));
        QVERIFY(std::filesystem::is_empty(folder));
        QVERIFY(!deletes->isEnabled());
        close(dialog);
    }

    void theDialogSaysWhatIsAskedFor()
    {
        app::Settings().setAnnotator(QStringLiteral("annabella"));
        app::Settings().addRecent({QStringLiteral("/data/secret.csd")});
        document().notices().say(QStringLiteral("/somewhere/Karl Meier/secret talk.mp4 is odd"));
        QDialog* dialog = opened("diagnosis");
        QVERIFY(dialog);
        const auto* chapters = dialog->findChild<QListWidget*>();
        QTRY_COMPARE(chapters->count(), 9);
        const QString text = qobject_cast<app::DiagnosisDialog*>(dialog)->text();
        if (qEnvironmentVariableIsSet("POLYLOGUE_PICTURES")) // to be read beside them
            std::ofstream(
                qPrintable(qEnvironmentVariable("POLYLOGUE_PICTURES") + QStringLiteral("/diagnosis.txt")))
                << text.toStdString();
        for (const char* said :
             {"Qt ", "kernel: ", "processor: ", "memory: ", "platform: xcb", "screen: ", "seccomp",
              "polylogue-cli: polylogue-cli ", "polylogue-media: polylogue-media ", "valence", "libQt6Core",
              "annotator: set", "recent: ", "…/NAME.mp4 is odd", "== Crash notes ==\nnone"})
            QVERIFY2(text.contains(QString::fromUtf8(said)), qPrintable(QString::fromUtf8(said) + text));
        for (const char* hidden : {"annabella", "secret", "Karl", "Meier", DEMO})
            QVERIFY2(!text.contains(QLatin1String(hidden)), qPrintable(text));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copyDiagnosis")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        look(*dialog, "diagnosis");
        close(dialog);
        m_real.reset();
    }

    void theNextStartSaysNothingOfIt()
    {
        std::ofstream(engine::cacheFolder() / "crashes" / "20261128-010203-77.told.txt") << "old\n";
        m_real = std::make_unique<RealWindow>();
        const QSignalSpy said(&document().notices(), &app::Notices::said);
        window().restoreLayout();
        QTest::qWait(500); // that nothing comes
        QCOMPARE(said.count(), 0);
        m_real.reset();
    }

private:
    QDialog* opened(const char* command)
    {
        window().run(command);
        return window().findChild<QDialog*>(QStringLiteral("diagnosis"));
    }

    static void close(QDialog* dialog)
    {
        dialog->close();
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    }

    /// In both themes. POLYLOGUE_PICTURES: where to.
    void look(QWidget& shown, const char* name)
    {
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(
                shown,
                qPrintable(QLatin1String(name) + (isDark ? QLatin1String("-dark") : QLatin1String("-light"))),
                300);
        }
    }
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QApplication application(argc, argv);
    app::speak(*qApp, qEnvironmentVariable("POLYLOGUE_LANGUAGE", QStringLiteral("en")));
    DiagnosisTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_diagnosis.moc"
