#include "app/help/help_dialog.h"
#include "app/prediction/model_choice.h"
#include "app/project/project.h"
#include "app/settings/language.h"
#include "engine/sequences/dataset_list.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/predict/predict_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A model that learnt from drawings answers about other media: the window says so before the answer, and
/// asks before the answer becomes a label.
class AnswerCaution : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    widgets::PredictPanel& panel() { return *find<widgets::PredictPanel>("predict"); }
    QWidget* banner() { return panel().findChild<QWidget*>(QStringLiteral("cautionBanner")); }
    QString value() { return panel().findChild<QLabel*>(QStringLiteral("predictedSentiment"))->text(); }
    QPushButton* acceptButton()
    {
        return panel().findChild<QPushButton*>(QStringLiteral("acceptPrediction"));
    }
    bool hasAnswer() { return value() != QStringLiteral("–"); }

private slots:
    void initTestCase()
    {
        app::speak(*QCoreApplication::instance(), QStringLiteral("en")); // with its plural forms
        QVERIFY(openDemo());
    }
    void cleanupTestCase() { m_real.reset(); }

    void ofDrawingsNothingIsSaid()
    {
        player().seek(1.0);
        action("predict")->trigger();
        QTRY_VERIFY(hasAnswer());
        QVERIFY(!banner()->isVisible());
        QCOMPARE(acceptButton()->text(), QStringLiteral("&Accept as label"));
    }

    /// The demo's one real talk.
    void ofARealPersonItIsSaid()
    {
        session().videos().openAt(QStringLiteral("grid_talk_a"), 2.0);
        QTRY_COMPARE(document().video().id, QStringLiteral("grid_talk_a"));
        QTRY_VERIFY(hasAnswer() && banner()->isVisible());
        QCOMPARE(banner()->findChild<QLabel*>(QStringLiteral("cautionSentence"))->text(),
                 QStringLiteral("Learnt from drawn speakers: says nothing about real people"));
        QCOMPARE(banner()->findChild<QLabel*>(QStringLiteral("cautionAbout"))->text(),
                 QStringLiteral("20 drawn videos, in English"));
        pictures("answer-caution");
    }

    void whatSuchAnswersAreIsAPageAway()
    {
        auto* link = banner()->findChild<QLabel*>(QStringLiteral("cautionHelp"));
        clickInSight(link, {link->width() / 3, link->height() / 2});
        QTRY_VERIFY(window().findChild<app::HelpDialog*>());
        auto* help = window().findChild<app::HelpDialog*>();
        QTRY_VERIFY(help->isVisible());
        QTRY_VERIFY(
            help->findChild<QTextBrowser*>()->source().path().endsWith(QStringLiteral("guide/answers.md")));
        help->close();
        QVERIFY(activate());
    }

    /// The same videos in a list that does not say whom they show.
    void aLabelIsAskedForOnce()
    {
        engine::DatasetList list = engine::readDatasetList(fs::path(DEMO) / "dataset.json");
        list.who.reset();
        list.name = "Elsewhere";
        const fs::path file = m_folder.filePath(QStringLiteral("dataset.json")).toStdString();
        engine::writeDatasetList(list, file);
        session().project().open({file});
        QTRY_COMPARE(document().dataset().name, std::string("Elsewhere"));
        QVERIFY(settle());
        QVERIFY(activate());
        session().modelChoice().choose(QStringLiteral(DEMO "/model/lmf.safetensors"));
        player().seek(1.0);
        action("predict")->trigger();
        QTRY_VERIFY(hasAnswer() && banner()->isVisible());
        QTRY_VERIFY(acceptButton()->isVisible() && acceptButton()->isEnabled());
        QCOMPARE(acceptButton()->text(), QStringLiteral("&Accept as label…"));
        const int before = history().count();
        {
            NextDialog refused([](QDialog* dialog) { dialog->reject(); });
            clickInSight(acceptButton());
            QVERIFY(refused.wasThere());
        }
        QCOMPARE(history().count(), before);
        const auto accept = [](QDialog* dialog) {
            for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
                if (button->text().contains(QStringLiteral("all the same")))
                    button->click();
            }
        };
        {
            NextDialog asked(accept);
            clickInSight(acceptButton());
            QVERIFY(asked.wasThere());
        }
        QTRY_COMPARE(history().count(), before + 1);
        history().undo();
        QTRY_VERIFY(acceptButton()->isEnabled());
        NextDialog again(accept);
        clickInSight(acceptButton());
        QTRY_COMPARE(history().count(), before + 1);
        QVERIFY(!again.wasThere());
    }

    void theWholeDatasetIsWarnedOf()
    {
        action("preset-dataset")->trigger();
        auto* view = window().findChild<widgets::DatasetView*>();
        QTRY_VERIFY(view && view->isVisible());
        auto* said = view->findChild<QWidget*>(QStringLiteral("cautionBanner"));
        QTRY_VERIFY(said->isVisible());
        pictures("answer-caution-dataset");
    }
};

WINDOW_TEST_MAIN(AnswerCaution)
#include "tst_answer_caution.moc"
