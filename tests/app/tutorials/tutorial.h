#pragma once

#include "app/settings/language.h"

#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <deque>

#include "tests/support/menu_bar.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Answers the modal dialogs that come up, one after the other: each answer fills its dialog in, then the
/// dialog is accepted.
class DialogAnswers {
public:
    using Answer = std::function<void(QDialog*)>;

    explicit DialogAnswers(std::deque<Answer> answers) : m_answers(std::move(answers))
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog || dialog == m_last || m_answers.empty())
                return;
            m_last = dialog;
            const Answer answer = std::move(m_answers.front());
            m_answers.pop_front();
            answer(dialog);
            if (auto* files = qobject_cast<QFileDialog*>(dialog))
                QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
            else
                dialog->accept();
        });
        m_timer.start(20);
    }
    bool areGiven() const { return m_answers.empty() && !QApplication::activeModalWidget(); }

private:
    QTimer m_timer;
    std::deque<Answer> m_answers;
    QPointer<QDialog> m_last;
};

/// Writes a path into a dialog that asks for files.
inline DialogAnswers::Answer fileAnswer(const QString& path)
{
    return [path](QDialog* dialog) {
        auto* field = dialog->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setText(path);
    };
}

/// Chooses what to export. @param kind  `Words`
inline DialogAnswers::Answer kindAnswer(const char* kind)
{
    return [kind](QDialog* dialog) {
        auto* kinds = dialog->findChild<QTreeWidget*>(QStringLiteral("kinds"));
        QVERIFY(kinds);
        const auto found = kinds->findItems(QString::fromUtf8(kind), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        kinds->setCurrentItem(found.front());
    };
}

/// A tutorial of the guide, done by mouse and keys: each heading of its page is a step, and the test takes
/// them in their order.
class TutorialTest : public WindowTest {
protected:
    explicit TutorialTest(const char* page)
    {
        app::speak(*QCoreApplication::instance(), QStringLiteral("en")); // with its plural forms
        QFile file(QStringLiteral(DEMO "/../../docs/guide/%1.md").arg(QLatin1String(page)));
        if (!file.open(QIODevice::ReadOnly))
            return;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("## ")))
                m_steps << line.mid(3);
        }
    }

    /// Begins the step with this heading. @return whether it is the next on the page
    bool step(const char* heading)
    {
        const bool isNext = m_steps.value(m_next) == QString::fromUtf8(heading);
        if (!isNext)
            qWarning("the next step of the page is “%s”", qPrintable(m_steps.value(m_next)));
        ++m_next;
        return isNext;
    }
    bool isEveryStepDone() const { return !m_steps.isEmpty() && m_next == m_steps.size(); }

    /// As chooseInMenuBar().
    bool choose(const char* menuName, const char* entryName)
    {
        return support::chooseInMenuBar(*window().menuBar(), menuName, entryName);
    }

    /// The same with dialogs that are answered. @return whether all of them came up and went
    bool choose(const char* menuName, const char* entryName, std::deque<DialogAnswers::Answer> answers)
    {
        const DialogAnswers given(std::move(answers));
        return choose(menuName, entryName)
            && QTest::qWaitFor([&] { return given.areGiven(); }, support::kPatience) && activate();
    }

    QString inFolder(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QTemporaryDir m_folder;

private:
    QStringList m_steps;
    qsizetype m_next = 0;
};
