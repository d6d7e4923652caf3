#include "app/prediction/model_card_text.h"
#include "app/prediction/model_merit.h"
#include "app/prediction/model_outputs.h"
#include "engine/model_files/model_card_file.h"

#include <QTest>

using nlohmann::json;

class TestModelMerit : public QObject {
    Q_OBJECT

    static json scoreOf(const json& figures)
    {
        json score{{"fold", "test"}, {"label", "sentiment"}, {"modalities", "text+acoustic+visual"}};
        score.update(figures);
        return json::array({score});
    }

private slots:
    void theStrongestEmotionHeadsAnAnswer()
    {
        using Output = widgets::PredictPanel::Output;
        const std::vector<Output> emotions{{QStringLiteral("happy"), 0.0, 3.0},
                                           {QStringLiteral("sad"), 0.0, 3.0}};
        QCOMPARE(app::headlineOf(emotions, {0.5F, 1.5F}), std::size_t{1});
        QCOMPARE(app::headlineOf(emotions, {1.5F, 0.5F}), std::size_t{0});
        const std::vector<Output> withSentiment{{QStringLiteral("sentiment"), -3.0, 3.0}, emotions[1]};
        QCOMPARE(app::headlineOf(withSentiment, {0.5F, 1.5F}), std::size_t{0});
        const std::vector<Output> traits{{QStringLiteral("confident"), 1.0, 7.0},
                                         {QStringLiteral("relaxed"), 1.0, 7.0}};
        QCOMPARE(app::headlineOf(traits, {1.0F, 7.0F}), std::size_t{0}); // none of them is absent
        QVERIFY(!app::areStrengths({emotions[0]}));
    }

    /// The fold that ended the training is no test, and its figures stand for none.
    void aModelWithoutATestSaysSo()
    {
        json scores = scoreOf({{"mae", 0.5}});
        engine::ModelCard card;
        card.labels.emplace_back().name = "sentiment";
        card.scores = scores;
        const QString title = QStringLiteral("How good it is on videos that it has not seen");
        QVERIFY(app::modelCardHtml(card, {}).contains(title));
        QVERIFY(!app::modelCardHtml(card, {}).contains(app::noTest()));
        scores[0]["fold"] = "valid";
        card.scores = scores;
        QVERIFY(!app::hadTest(scores));
        const QString html = app::modelCardHtml(card, {});
        QVERIFY(html.indexOf(app::noTest()) > html.indexOf(title));
        QVERIFY(app::hadTest(json::array())); // nothing is known
    }

    void aModelThatAnswersTheSameIsNoBetterThanThat_data()
    {
        QTest::addColumn<QByteArray>("figures");
        QTest::addColumn<bool>("beats");
        QTest::newRow("good") << QByteArray(R"({"corr":0.7,"acc2_non0":0.8,"n_neg_non0":20,"n_pos_non0":20})")
                              << true;
        QTest::newRow("constant") << QByteArray(R"({"corr":null,"mae":1.2})") << false;
        QTest::newRow("no relation") << QByteArray(R"({"corr":0.04})") << false;
        QTest::newRow("the majority")
            << QByteArray(R"({"corr":0.3,"acc2_non0":0.6,"n_neg_non0":16,"n_pos_non0":24})") << false;
        QTest::newRow("an older card") << QByteArray(R"({"corr":0.7,"acc2_non0":0.6})") << true;
        QTest::newRow("classes") << QByteArray(R"({"acc":0.5})") << true;
    }
    void aModelThatAnswersTheSameIsNoBetterThanThat()
    {
        QFETCH(QByteArray, figures);
        QFETCH(bool, beats);
        const json scores = scoreOf(json::parse(figures.toStdString()));
        QCOMPARE(app::beatsConstant(scores, "sentiment"), beats);
        QVERIFY(app::beatsConstant(scores, "happy")); // of which nothing is known
        engine::ModelCard card;
        card.labels.emplace_back().name = "sentiment";
        card.scores = scores;
        QCOMPARE(app::modelCardHtml(card, {}).contains(app::noBetterThanConstant()), !beats);
    }

    /// happy is 0…3: without its zeros only segments that are happy remain, and all of them are "positive".
    void aLabelWithoutNegativeSideHasNoFiguresOfTwoSides()
    {
        engine::ModelCard card;
        engine::LabelCard& sentiment = card.labels.emplace_back();
        sentiment.name = "sentiment";
        sentiment.low = -3.0F;
        sentiment.high = 3.0F;
        engine::LabelCard& happy = card.labels.emplace_back();
        happy.name = "happy";
        happy.low = 0.0F;
        happy.high = 3.0F;
        const auto row = [](const char* label, double accuracy) {
            return json{{"fold", "test"}, {"label", label},        {"modalities", "text+acoustic+visual"},
                        {"mae", 0.25},    {"acc2_non0", accuracy}, {"f1_non0", accuracy}};
        };
        card.scores = json::array({row("sentiment", 0.875), row("happy", 1.0)});
        const QString shown = app::modelCardHtml(card, {}).section(QStringLiteral("<pre"), 0, 0);
        QCOMPARE(shown.count(QStringLiteral("0.875")), 2);
        QCOMPARE(shown.count(QStringLiteral("1.000")), 0);
        QVERIFY(shown.contains(QStringLiteral("no negative side")));
        // a newer card says of such a label whether it is there at all
        card.scores[1].erase("acc2_non0");
        card.scores[1].erase("f1_non0");
        card.scores[1]["binary_accuracy"] = 0.625;
        card.scores[1]["f1"] = 0.75;
        const QString newer = app::modelCardHtml(card, {}).section(QStringLiteral("<pre"), 0, 0);
        QVERIFY(newer.contains(QStringLiteral("0.625")) && newer.contains(QStringLiteral("0.750")));
        QVERIFY(newer.contains(QStringLiteral("whether it is there at all")));
        QVERIFY(!newer.contains(QStringLiteral("no negative side")));
        QCOMPARE(newer.count(QStringLiteral(">Acc-2<")), 1); // one column for both
    }
};

QTEST_MAIN(TestModelMerit)
#include "tst_model_merit.moc"
