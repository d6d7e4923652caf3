#include <QFileDialog>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// *Help → Record a script*: what a person does becomes a script, which does the same in a fresh window.
class ScriptRecorderTest : public WindowTest {
    Q_OBJECT

protected:
    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void whatIsDoneIsWrittenDown()
    {
        action("record-script")->trigger();
        QVERIFY(action("record-script")->isChecked());
        action("preset-align")->trigger();
        action("preset-explore")->trigger();
        session().videos().open(QStringLiteral("ada_3")); // as the library does
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_3")));
        QVERIFY(settle());
        player().seek(4.0);
        QTest::qWait(0);
        player().seek(2.5);
        QTest::qWait(0);
        session().editor().setLabel(app::kLabelsTier, 1, QStringLiteral("sentiment"), 3.0);
        action("snap")->trigger();
        save(m_folder.filePath(QStringLiteral("steps")));
        QTRY_VERIFY(QFile::exists(script()));
        QFile file(script());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString program = QString::fromUtf8(file.readAll());
        QStringList steps;
        for (const QString& line : program.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("    w.")))
                steps << line.trimmed();
        }
        QVERIFY2(steps.contains(QStringLiteral("w.run(\"preset-align\", checked=True)")),
                 qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.open(\"ada_3\")")), qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.playhead = 2.500")), qPrintable(program));
        QVERIFY2(!steps.contains(QStringLiteral("w.playhead = 4.000")), qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.label(1, \"sentiment\", 3)")), qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.run(\"snap\", checked=False)")), qPrintable(program));
        QVERIFY(program.startsWith(QLatin1String("#!/usr/bin/env python3\n")));
    }

    void nothingIsWrittenDownAfterwards()
    {
        QVERIFY(!action("record-script")->isChecked());
        action("snap")->trigger();
        undoAll();
    }

    void theScriptDoesTheSameInAFreshWindow()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QProcess fresh;
        fresh.start(QStringLiteral(PROGRAMS "/polylogue"),
                    {QStringLiteral("--demo"), QStringLiteral("--listen"), QStringLiteral("--language"),
                     QStringLiteral("en")});
        QVERIFY(fresh.waitForStarted());
        QTRY_VERIFY(fresh.canReadLine());
        QCOMPARE(python({QStringLiteral("-c"),
                         QStringLiteral("import polylogue\n"
                                        "w = polylogue.Window.connect()\n"
                                        "assert w.wait_for(lambda: w.video, 150)\n"
                                        "assert w.settle(150)\n")}),
                 QByteArray());
        QCOMPARE(python({script()}), QByteArray());
        QCOMPARE(python({QStringLiteral("-c"),
                         QStringLiteral(
                             "import polylogue\n"
                             "w = polylogue.Window.connect()\n"
                             "snap = [one for one in w.commands() if one.name == 'snap'][0]\n"
                             "print(w.video, w.playhead, w.preset, snap.checked, w.undo(), w.undo())\n")}),
                 QByteArray("ada_3 2.5 explore False True False\n"));
        QCOMPARE(python({script(), QStringLiteral("--all")}), QByteArray());
        fresh.terminate();
        QVERIFY(fresh.waitForFinished(support::kPatience));
        QCOMPARE(fresh.exitStatus(), QProcess::NormalExit);
    }

private:
    QString script() const { return m_folder.filePath(QStringLiteral("steps.py")); }

    void save(const QString& path)
    {
        NextDialog file([path](QDialog* dialog) {
            auto* asks = qobject_cast<QFileDialog*>(dialog);
            QVERIFY(asks);
            asks->selectFile(path);
        });
        action("record-script")->trigger();
        QVERIFY(file.wasThere());
    }

    /// What a run prints; where it fails, its complaint.
    QByteArray python(const QStringList& arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(PROGRAMS "/../python"));
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("/usr/bin/python3"), arguments);
        process.waitForFinished(support::kPatience);
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(ScriptRecorderTest)
#include "tst_script_recorder.moc"
