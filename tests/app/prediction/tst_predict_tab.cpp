#include "app/settings/settings.h"
#include "app/video/video_opener.h"
#include "widgets/player/video_surface.h"
#include "widgets/predict/display_canvas.h"
#include "widgets/predict/model_chooser.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The Predict tab of the real window with models of two kinds, trained for one round each.
class PredictTab : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const nlohmann::json graph{{"class", "GraphMFN"}, {"mem", 2},        {"inner", 2},
                                   {"pattern", 2},        {"eff_hidden", 2}, {"efficacy", "sigmoid"}};
        const nlohmann::json memory{{"class", "MFN"}, {"mem", 2}, {"att1", 2}};
        QVERIFY(train(QStringLiteral("graph"), graph));
        QVERIFY(train(QStringLiteral("memory"), memory));
        QFile noModel(fileOf(QStringLiteral("broken")));
        QVERIFY(noModel.open(QIODevice::WriteOnly));
        noModel.write("this is no model");
    }

    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        app::Settings().addRecentModel(fileOf(QStringLiteral("graph")));
        app::Settings().addRecentModel(fileOf(QStringLiteral("memory")));
        QVERIFY(openDemo());
        QVERIFY(window().showTab(QStringLiteral("predict")));
        session().player().seek(middleOf(2));
        QVERIFY(settle());
    }

    void cleanup() { m_real.reset(); }

    void anotherModelIsChosenInTheListAndShowsItself()
    {
        const QString before = answer();
        choose(QStringLiteral("graph"));
        QCOMPARE(chooser()->currentText(), QStringLiteral("graph"));
        QCOMPARE(session().modelChoice().path(), fileOf(QStringLiteral("graph")));
        QVERIFY(answer() != before);
        QVERIFY(canvas());
        QCOMPARE(canvas()->table().form, widgets::DisplayForm::Graph);
        QCOMPARE(static_cast<std::size_t>(canvas()->table().columnNames.size()), wordCount());
        picture(window(), "predict-graph");
    }

    void answersOfTheModelBeforeGoWithIt()
    {
        const app::LivePrediction& prediction = session().prediction();
        QVERIFY(prediction.answer(0));
        std::vector<bool> hadAnswers;
        connect(&session().modelsClient(), &app::ModelsClient::modelChanged, this, [&] {
            bool any = false;
            for (std::size_t i = 0; i < prediction.segments().size(); ++i)
                any = any || prediction.answer(i);
            hadAnswers.push_back(any || !answer().contains(QStringLiteral("–")));
        });
        choose(QStringLiteral("graph"));
        QCOMPARE(hadAnswers, std::vector{false});
        QVERIFY(prediction.answer(0));
    }

    void whatASwitchChangesStandsUnderTheScale()
    {
        const QString all = answer();
        QTest::mouseClick(find<QAbstractButton>("textSwitch"), Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(find<QLabel>("whatIf-1-0")->text(), QStringLiteral("without Text"));
        QCOMPARE(find<QLabel>("whatIf-1-1")->text(), all);
        QCOMPARE(find<QLabel>("whatIf-1-2")->text(), answer());
        QVERIFY(find<QLabel>("whatIf-1-0")->isVisible());
        picture(window(), "predict-what-if");
        QTest::mouseClick(find<QAbstractButton>("acousticSwitch"), Qt::LeftButton);
        QTest::mouseClick(find<QAbstractButton>("visualSwitch"), Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(answer(), QStringLiteral("–"));
        const auto* message = find<QLabel>("predictMessage");
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(),
                 QStringLiteral("No modality is on: the model hears, sees and reads nothing."));
        picture(window(), "predict-all-off");
        for (const char* name : {"textSwitch", "acousticSwitch", "visualSwitch"})
            QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(answer(), all);
        QVERIFY(!message->isVisible());
    }

    void theListSaysClassAndScore()
    {
        const int place = chooser()->findData(fileOf(QStringLiteral("memory")));
        QVERIFY(place >= 0);
        const QString detail = chooser()->itemData(place, Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(detail.startsWith(QStringLiteral("MFN · ")), qPrintable(detail));
        QVERIFY(chooser()->findText(QStringLiteral("LMF"), Qt::MatchStartsWith) >= 0);
    }

    void theGraphFollowsThePlayhead()
    {
        choose(QStringLiteral("graph"));
        const QString before = canvas()->accessibleDescription();
        QVERIFY(before.contains(wordAt(2)));
        session().player().seek(middleOf(4));
        QTRY_VERIFY(canvas()->accessibleDescription().contains(wordAt(4)));
        QVERIFY(canvas()->accessibleDescription() != before);
    }

    void anotherDisplayIsChosen()
    {
        choose(QStringLiteral("memory"));
        auto* displays = find<QComboBox>("displayChooser");
        pick(displays, displays->count() - 1);
        QVERIFY(canvas());
        QCOMPARE(canvas()->table().form, widgets::DisplayForm::Columns);
        pick(displays, 0);
        QCOMPARE(canvas()->table().form, widgets::DisplayForm::HeatMap);
    }

    void numbersFollowAnEdit()
    {
        choose(QStringLiteral("memory"));
        const std::vector<float> before = canvas()->table().values;
        const auto [first, last] = session().document().wordsOfSegment(0);
        const engine::SegmentId word = session().document().segmentId(app::kWordsTier, first + 2);
        const engine::Interval span = session().document().words().intervals[first + 2];
        session().editor().segments().moveEdge(word, true, span.start + span.length() / 3,
                                               engine::EdgeMode::Follow, 1);
        QVERIFY(settle());
        QVERIFY(canvas()->table().values != before);
    }

    void aFileThatIsNoModelIsSaidAndTheOldOneGoesOn()
    {
        choose(QStringLiteral("graph"));
        const QString before = answer();
        session().modelChoice().choose(fileOf(QStringLiteral("broken")));
        auto* message = find<QLabel>("predictMessage");
        QTRY_VERIFY(message->text().contains(QStringLiteral("broken.safetensors")));
        QVERIFY(settle());
        QCOMPARE(session().modelsClient().state(), app::ModelsClient::State::Ready);
        QCOMPARE(session().modelChoice().path(), fileOf(QStringLiteral("graph")));
        QCOMPARE(chooser()->currentText(), QStringLiteral("graph"));
        QCOMPARE(answer(), before);
    }

    void theProjectRemembersItsModel()
    {
        choose(QStringLiteral("memory"));
        m_real.reset();
        QVERIFY(openDemo());
        QTRY_COMPARE(session().modelChoice().path(), fileOf(QStringLiteral("memory")));
        QVERIFY(settle());
        QCOMPARE(chooser()->currentText(), QStringLiteral("memory"));
    }

    void aModelThatIsAwayStaysChosen()
    {
        choose(QStringLiteral("memory"));
        m_real.reset();
        const QString elsewhere = m_folder.filePath(QStringLiteral("elsewhere"));
        QVERIFY(QFile::rename(fileOf(QStringLiteral("memory")), elsewhere));
        QStringList told;
        m_real = std::make_unique<RealWindow>();
        connect(&session().document().notices(), &app::Notices::said, this,
                [&](const QString& text) { told << text; });
        QVERIFY(m_real->openDemo());
        QTRY_VERIFY(session().modelChoice().path().endsWith(QStringLiteral("lmf.safetensors")));
        QVERIFY(settle());
        QVERIFY2(!told.filter(fileOf(QStringLiteral("memory"))).isEmpty(),
                 qPrintable(told.join(QLatin1Char('\n'))));
        m_real.reset();
        QVERIFY(QFile::rename(elsewhere, fileOf(QStringLiteral("memory"))));
        QVERIFY(openDemo());
        QTRY_COMPARE(session().modelChoice().path(), fileOf(QStringLiteral("memory")));
    }

    void aDatasetBeginsWithTheModelThatWasChosenLast()
    {
        QTRY_VERIFY(chooser()->findText(QStringLiteral("FV2ES"), Qt::MatchStartsWith) >= 0);
        const int place = chooser()->findText(QStringLiteral("FV2ES"), Qt::MatchStartsWith);
        const QString watching = chooser()->itemData(place).toString();
        pick(chooser(), place);
        QTRY_COMPARE(session().modelsClient().loadedPath(), watching);
        QStringList told;
        connect(&session().document().notices(), &app::Notices::said, this,
                [&](const app::Notice& notice) { told << notice.text; });
        const QTemporaryDir recordings;
        QVERIFY(openRecording(recordings.path()));
        QTRY_COMPARE(session().modelChoice().path(), watching);
        QVERIFY(session().modelChoice().isChosen());
        QCOMPARE(told.filter(QStringLiteral("chosen last, and fits")).size(), 1);
        QVERIFY(settle());
        QVERIFY2(chooser()->currentText().startsWith(QStringLiteral("FV2ES")),
                 qPrintable(chooser()->currentText()));
        session().modelChoice().choose(
            fileOf(QStringLiteral("memory"))); // which the list does not offer here
        QTRY_COMPARE(session().modelsClient().loadedPath(), fileOf(QStringLiteral("memory")));
        told.clear();
        const QTemporaryDir others;
        QVERIFY(openRecording(others.path()));
        QTRY_VERIFY(session().modelChoice().path().endsWith(QStringLiteral("ready.safetensors")));
        QVERIFY2(told.join(QLatin1Char('\n')).contains(QStringLiteral("wants features")),
                 qPrintable(told.join(QLatin1Char('\n'))));
        QVERIFY(!session().modelChoice().isChosen());
        app::Settings().setChosenModel({});
    }

    void aDisplayStandsUnderTheWordsUntilItIsUndone()
    {
        choose(QStringLiteral("memory"));
        auto* words = find<widgets::WordsTrack>("wordsTrack");
        QVERIFY(words->subtitle().contains(QStringLiteral("importance")));
        auto* under = find<QCheckBox>("displayUnderWords");
        QVERIFY(under->isVisible());
        find<QScrollArea>("predictArea")->ensureWidgetVisible(under);
        QTest::mouseClick(under, Qt::LeftButton, {}, QPoint(8, under->height() / 2));
        QTRY_VERIFY2(words->subtitle().contains(QStringLiteral("Attention per modality")),
                     qPrintable(words->subtitle()));
        picture(window(), "predict-under-words");
        history().undo();
        QTRY_VERIFY(words->subtitle().contains(QStringLiteral("importance")));
        QVERIFY(!under->isChecked());
    }

    void aModelWithoutScoresSaysWhyItCannotBeChosen()
    {
        QTRY_VERIFY(chooser()->count() > 3);
        bool isListed = false;
        for (int i = 0; i < chooser()->count(); ++i) {
            const QString detail = chooser()->itemData(i, Qt::AccessibleDescriptionRole).toString();
            if (!detail.startsWith(QLatin1String("VAT")))
                continue;
            isListed = true;
            QVERIFY2(detail.contains(QLatin1String("gives no score")), qPrintable(detail));
        }
        QVERIFY(isListed);
    }

    void whatASparseModelKeptLiesOverTheFace()
    {
        QVERIFY(trainSparse());
        app::Settings().addRecentModel(fileOf(QStringLiteral("sparse")));
        m_real.reset();
        QVERIFY(openDemo());
        QVERIFY(window().showTab(QStringLiteral("predict")));
        session().videos().openAt(QStringLiteral("finn_1"), 1.0);
        QTRY_COMPARE(session().document().video().id, QStringLiteral("finn_1"));
        QVERIFY(settle());
        const auto* const surface = find<widgets::VideoSurface>("video");
        QVERIFY(!surface->content().kept);
        choose(QStringLiteral("sparse"));
        QTRY_VERIFY(surface->content().kept);
        const widgets::KeptPositions& kept = *surface->content().kept;
        QVERIFY(kept.rows > 1 && kept.rows == kept.columns);
        QCOMPARE(kept.kept.size(), static_cast<std::size_t>(kept.rows * kept.columns));
        QVERIFY(std::ranges::find(kept.kept, false) != kept.kept.end());
        QVERIFY(QRectF(0, 0, 1, 1).contains(kept.part));
        QVERIFY(canvas()); // under “Inside the model”
        pictures("predict-kept");
    }

    void aModelReadsTheColumnsOfSoundThatItNames()
    {
        const nlohmann::json config{
            {"dataset", DEMO "/dataset.json"},
            {"name", "few"},
            {"recipe", {{"acoustic_columns", {"f0*"}}}},
            {"model",
             {{"class", "MFN"},
              {"mem", 2},
              {"att1", 2},
              {"h_l", 2},
              {"h_a", 2},
              {"h_v", 2},
              {"att2", 2},
              {"g1", 2},
              {"g2", 2},
              {"out", 2},
              {"drop", 0.1}}},
            {"labels", {{{"name", "sentiment"}, {"column", 0}, {"range", {-3, 3}}}}},
            {"training", {{"epochs", 1}, {"patience", 1}, {"batch", 100}, {"seed", 2}}}};
        QVERIFY(trainAs(QStringLiteral("few"), config));
        app::Settings().addRecentModel(fileOf(QStringLiteral("few")));
        m_real.reset();
        QVERIFY(openDemo());
        QVERIFY(window().showTab(QStringLiteral("predict")));
        session().player().seek(middleOf(2));
        QVERIFY(settle());
        choose(QStringLiteral("few"));
        const int place = chooser()->findData(fileOf(QStringLiteral("few")));
        const QString detail = chooser()->itemData(place, Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(!detail.contains(QStringLiteral("wants")), qPrintable(detail));
        QVERIFY2(answer() != QStringLiteral("–"), qPrintable(find<QLabel>("predictMessage")->text()));
    }

    void likelyTextsStandWithTheirScores()
    {
        const nlohmann::json config{
            {"dataset", DEMO "/dataset.json"},
            {"name", "texts"},
            {"model",
             {{"class", "Seq2Seq"},
              {"source", {"acoustic"}},
              {"target", {"text"}},
              {"target_kind", "tokens"},
              {"h", 8},
              {"reg", 4}}},
            {"labels", {{{"name", "sentiment"}, {"column", 0}, {"range", {-3, 3}}}}},
            {"training", {{"epochs", 12}, {"patience", 12}, {"batch", 16}, {"lr", 0.01}, {"seed", 2}}}};
        QVERIFY(trainAs(QStringLiteral("texts"), config));
        app::Settings().addRecentModel(fileOf(QStringLiteral("texts")));
        m_real.reset();
        QVERIFY(openDemo());
        QVERIFY(window().showTab(QStringLiteral("predict")));
        session().player().seek(middleOf(2));
        QVERIFY(settle());
        choose(QStringLiteral("texts"));
        QVERIFY(canvas());
        const widgets::DisplayTable table = canvas()->table();
        QCOMPARE(table.form, widgets::DisplayForm::Names);
        QCOMPARE(table.rowNames.size(), 4); // beams
        QVERIFY(table.rowNames.join(u' ').contains(QRegularExpression(QStringLiteral("[a-z]+ [a-z]+"))));
        QVERIFY(table.at(0, 0) < 0.0F && table.at(0, 0) >= table.at(1, 0)); // logarithms, the best first
        pictures("predict-texts");
    }

private:
    /// A network that looks at some positions of a face: of three videos, for one round.
    bool trainSparse()
    {
        nlohmann::json config = nlohmann::json::parse(bytesOf(DEMO "/model/fv2es.json").toStdString());
        config["dataset"] = DEMO "/dataset.json";
        config["name"] = "sparse";
        config["media"]["interval_ms"] = 1000;
        config["modalities"] = {"text", "acoustic", "visual"};
        config["split"] = {{"train", {"ada_1"}}, {"valid", {"eve_1"}}, {"test", {"finn_1"}}};
        config["training"]["epochs"] = 1;
        nlohmann::json& model = config["model"];
        model.erase("nest");
        model["variant"] = "mme2e";
        model["sparse"] = 0.8;
        model["text"] = {{"kind", "small"}};
        return trainAs(QStringLiteral("sparse"), config);
    }

    static QByteArray bytesOf(const char* path)
    {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString fileOf(const QString& name) const
    {
        return m_folder.filePath(name + QStringLiteral(".safetensors"));
    }

    bool train(const QString& name, nlohmann::json model)
    {
        for (const char* size : {"h_l", "h_a", "h_v", "att2", "g1", "g2", "out"})
            model[size] = 2;
        model["drop"] = 0.1;
        const nlohmann::json config{
            {"dataset", DEMO "/dataset.json"},
            {"name", name.toStdString()},
            {"model", model},
            {"labels", {{{"name", "sentiment"}, {"column", 0}, {"range", {-3, 3}}}}},
            {"training", {{"epochs", 1}, {"patience", 1}, {"batch", 100}, {"seed", 2}}}};
        return trainAs(name, config);
    }

    bool trainAs(const QString& name, const nlohmann::json& config)
    {
        const QString path = m_folder.filePath(name + QStringLiteral(".json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(QByteArray::fromStdString(config.dump()));
        file.close();
        return QProcess::execute(QStringLiteral(PROGRAMS "/polylogue-models"),
                                 {QStringLiteral("train"), path, QStringLiteral("--out"), fileOf(name)})
            == 0;
    }

    widgets::ModelChooser* chooser() { return find<widgets::ModelChooser>("modelChooser"); }

    /// Opens a list by mouse and goes to an entry by key.
    static void pick(QComboBox* box, int place)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(12, box->height() / 2));
        QAbstractItemView* list = box->view();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Home);
        for (int i = 0; i < place; ++i)
            QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), place);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(box->currentIndex(), place);
    }

    /// Opens a folder with a recording and nothing else.
    bool openRecording(const QString& folder)
    {
        if (!QFile::copy(QStringLiteral(DEMO "/media/ada_1.mp4"), folder + QStringLiteral("/talk.mp4")))
            return false;
        session().project().open({std::filesystem::path(folder.toStdString())});
        return QTest::qWaitFor([this] { return document().isInSight(QStringLiteral("talk")); },
                               support::kPatience)
            && settle();
    }

    /// Chooses a model and waits for its answers.
    void choose(const QString& name)
    {
        const int place = chooser()->findData(fileOf(name));
        QVERIFY(place >= 0);
        pick(chooser(), place);
        QTRY_VERIFY(session().modelChoice().path() == fileOf(name));
        QVERIFY2(settle(), qPrintable(session().unsettled()));
        QTRY_COMPARE(session().modelsClient().loadedPath(), fileOf(name));
        QVERIFY(settle());
    }

    QString answer() { return find<QLabel>("predictedSentiment")->text(); }

    widgets::DisplayCanvas* canvas()
    {
        for (auto* canvas : window().findChildren<widgets::DisplayCanvas*>()) {
            if (!canvas->isHidden())
                return canvas;
        }
        return nullptr;
    }

    std::size_t wordCount()
    {
        const auto [first, last] = session().document().wordsOfSegment(0);
        return last - first;
    }
    QString wordAt(std::size_t word) // of the first segment
    {
        const std::size_t first = session().document().wordsOfSegment(0).first;
        return QString::fromStdString(session().document().words().texts[first + word]);
    }
    double middleOf(std::size_t word)
    {
        const std::size_t first = session().document().wordsOfSegment(0).first;
        const engine::Interval span = session().document().words().intervals[first + word];
        return (span.start + span.end) / 2;
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(PredictTab)

#include "tst_predict_tab.moc"
