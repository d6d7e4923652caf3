#pragma once

#include "app/review/review.h"
#include "widgets/training/learn_list.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

#include <filesystem>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

/// A test of two people, mia and anna, on two machines: each has folders of its own, and sees nothing of the
/// other.
class TwoMachinesTest : public TutorialTest {
protected:
    TwoMachinesTest() : TutorialTest("reviewing") { }

    std::filesystem::path machine(const char* who) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / who;
    }
    QString placeOn(const char* who, const char* what) const
    {
        return QString::fromStdString((machine(who) / what).string());
    }
    /// What can be opened; copies are as new as the moment.
    static void copyData(const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder / "media");
        for (const auto& item : std::filesystem::directory_iterator(DEMO)) {
            if (item.is_regular_file() && item.path().extension() != ".md")
                std::filesystem::copy(item.path(), folder);
        }
        for (const auto& item : std::filesystem::directory_iterator(std::filesystem::path(DEMO) / "media"))
            std::filesystem::copy(item.path(), folder / "media");
    }
    /// A window on this machine; what is on the other cannot be found meanwhile.
    void beginOn(const char* who)
    {
        for (const char* other : {"mia", "anna"}) {
            if (const std::filesystem::path away
                = std::filesystem::path(m_folder.path().toStdString()) / "switched off" / other;
                std::string_view(other) == who && std::filesystem::exists(away))
                std::filesystem::rename(away, machine(other));
            else if (std::string_view(other) != who && std::filesystem::exists(machine(other))) {
                std::filesystem::create_directories(away.parent_path());
                std::filesystem::rename(machine(other), away);
            }
        }
        std::filesystem::create_directories(machine(who) / "home");
        for (const char* variable : {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(variable, QByteArray::fromStdString((machine(who) / "home").string()));
        m_real = std::make_unique<RealWindow>();
        window().resize(1366, 768);
        QVERIFY(activate());
    }

    app::Review* review() { return window().findChild<app::Review*>(); }
    QDialog* trainDialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    static Widget* in(QDialog* dialog, const char* name)
    {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    static void click(QPushButton* button)
    {
        QTRY_VERIFY(button && button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void setNumber(QSpinBox* box, int value)
    {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QString::number(value));
        QTest::keyClick(box, Qt::Key_Tab);
    }
    QString chosen()
    {
        const auto* labels = in<widgets::LearnList>(trainDialog(), "trainLabels");
        return labels->chosen() ? labels->rows()[*labels->chosen()].title : QString();
    }
    QString stateOfRun()
    {
        const auto* runs = in<QTreeWidget>(trainDialog(), "runsTable");
        return runs->topLevelItemCount() == 0 ? QString() : runs->topLevelItem(0)->text(2);
    }
};
