#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/engine/training/dialogue_file.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using test::bytes;
using test::lastLine;
using test::run;

namespace {

std::vector<nlohmann::json> linesOf(const QByteArray& text)
{
    std::vector<nlohmann::json> lines;
    for (const QByteArray& line : text.trimmed().split('\n'))
        lines.push_back(nlohmann::json::parse(line.toStdString()));
    return lines;
}

}

/// train, evaluate, predict and explain of models of whole conversations.
class TestDialogueCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("talks.h5"));

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString model(const char* name) const { return place(name) + QStringLiteral("/model.safetensors"); }

    QStringList training(const char* name, const char* out, std::initializer_list<const char*> fields,
                         const QString& data) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              QLatin1String(name),
                              QStringLiteral("--data"),
                              data,
                              QStringLiteral("--out"),
                              place(out),
                              QStringLiteral("--json"),
                              QStringLiteral("--progress"),
                              QStringLiteral("none")};
        for (const char* const field : {"training.epochs=3", "training.batch=4", "training.lr=0.01"})
            arguments << QStringLiteral("--set") << QLatin1String(field);
        for (const char* const field : fields)
            arguments << QStringLiteral("--set") << QLatin1String(field);
        return arguments;
    }

private slots:
    void initTestCase()
    {
        test::DialogueFile::make(m_data.toStdString());
        const auto lstm
            = run(training("bc_lstm", "lstm",
                           {"model.h=6", "model.fc=6", "model.layers=1", "training.class_weights=balanced",
                            "training.loss=cross_entropy_turns"},
                           m_data));
        QVERIFY2(lstm.exitCode == 0, lstm.errors.constData());
        const auto rnn = run(
            training("dialogue_rnn", "rnn",
                     {"model.d_g=6", "model.d_p=6", "model.d_e=6", "model.d_h=6", "model.listener=state",
                      "model.predict=all", "model.bidirectional=false", "training.validation=acc"},
                     m_data));
        QVERIFY2(rnn.exitCode == 0, rnn.errors.constData());
        QVERIFY(lastLine(rnn.output).at("fold") == "test");
    }

    void figuresAreToldByTurnsAndPeople()
    {
        const auto result = run({QStringLiteral("evaluate"), model("rnn"), QStringLiteral("--data"), m_data,
                                 QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        std::set<std::string> told;
        for (const nlohmann::json& line : linesOf(result.output)) {
            if (line.at("fold") == "test")
                told.insert(line.at("modalities").get<std::string>());
        }
        const std::string all = "text+acoustic+visual";
        QCOMPARE(told,
                 (std::set<std::string>{all, all + ", 2 people", all + ", listening", all + ", shifts",
                                        all + ", turn 1", all + ", turns 2-4", all + ", turns 5+"}));
        QVERIFY(lastLine(result.output).at("modalities") == all);
        const auto kept = nlohmann::json::parse(bytes(place("rnn/result.json")).toStdString());
        QVERIFY(lastLine(result.output).at("acc") == kept.at("acc"));
    }

    void itIsSaidWhoIsSpokenOf()
    {
        const auto result
            = run({QStringLiteral("predict"), model("rnn"), QStringLiteral("--data"), m_data,
                   QStringLiteral("--about"), QStringLiteral("speaking,listening"), QStringLiteral("--ids"),
                   QStringLiteral("test_0@ada[0]"), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const auto told = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(told.size(), std::size_t{2});
        QVERIFY(told.at(0).at("about") == "speaking" && told.at(0).at("participant") == "ada");
        QVERIFY(told.at(1).at("about") == "listening" && told.at(1).at("participant") == "bert");
        QVERIFY(told.at(1).at("labels").contains("calm")); // what the file says of listeners
        QVERIFY(told.at(1).at("learnt_from") == "listeners" && !told.at(0).contains("learnt_from"));
        QVERIFY(told.at(0).at("start") == 0.0 && told.at(0).at("fold") == "test");
        QVERIFY(told.at(0).at("scores") != told.at(1).at("scores"));

        const QString table = place("predictions.csv");
        const auto written = run({QStringLiteral("predict"), model("lstm"), QStringLiteral("--data"), m_data,
                                  QStringLiteral("--out"), table});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        QCOMPARE(bytes(table).split('\n').first(),
                 QByteArray("id,fold,about,participant,calm,upset,true_calm,true_upset"));
        const auto refused = run({QStringLiteral("predict"), model("lstm"), QStringLiteral("--data"), m_data,
                                  QStringLiteral("--about"), QStringLiteral("listening")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("predicts those who speak alone"), refused.errors.constData());
    }

    void figuresAreOfThoseAskedAbout()
    {
        const auto figures = [&](const char* name) {
            return run({QStringLiteral("evaluate"), model(name), QStringLiteral("--data"), m_data,
                        QStringLiteral("--about"), QStringLiteral("listening"), QStringLiteral("--json")});
        };
        const auto told = figures("rnn");
        QVERIFY2(told.exitCode == 0, told.errors.constData());
        QVERIFY(lastLine(told.output).at("modalities") == "text+acoustic+visual, listening");
        QVERIFY(told.output.contains("listening, shifts"));
        const auto refused = figures("lstm"); // a file has nothing of those who listen but their labels
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("predicts those who speak alone"), refused.errors.constData());
    }

    /// A turn without the others of its conversation is another one: they are its context.
    void turnsThatAreNotAskedForAreContext()
    {
        const auto scoreOf = [&](const QStringList& more) {
            const auto result = run(QStringList{QStringLiteral("predict"), model("lstm"),
                                                QStringLiteral("--data"), m_data, QStringLiteral("--json")}
                                    + more);
            const auto told = nlohmann::json::parse(result.output.toStdString());
            const auto found = std::ranges::find_if(
                told, [](const nlohmann::json& row) { return row.at("id") == "test_1@ada[1]"; });
            return found->at("scores").at("calm").get<double>();
        };
        QCOMPARE(scoreOf({}), scoreOf({QStringLiteral("--ids"), QStringLiteral("test_1@ada[1]")}));
    }

    /// A conversation is asked for by its name; behind its last turn there is nothing to hide, before its
    /// first nothing to see.
    void contextIsAsMuchAsIsAskedFor()
    {
        const auto asked = [&](const char* name, const QStringList& more) {
            const auto result
                = run(QStringList{QStringLiteral("predict"), model(name), QStringLiteral("--data"), m_data,
                                  QStringLiteral("--ids"), QStringLiteral("test_1"), QStringLiteral("--json")}
                      + more);
            return result.exitCode == 0 ? nlohmann::json::parse(result.output.toStdString())
                                        : nlohmann::json(result.errors.toStdString());
        };
        const auto farthest = [](const nlohmann::json& one, const nlohmann::json& other) {
            double most = 0.0;
            for (std::size_t i = 0; i < one.size(); ++i)
                most = std::max(most,
                                std::abs(one[i].at("scores").at("calm").get<double>()
                                         - other[i].at("scores").at("calm").get<double>()));
            return most;
        };
        const QString context = QStringLiteral("--context");
        const nlohmann::json whole = asked("rnn", {});
        QVERIFY2(whole.size() >= 6, whole.dump().c_str());
        for (const nlohmann::json& row : whole)
            QVERIFY(row.at("id").get<std::string>().starts_with("test_1@") && !row.contains("attends"));
        const nlohmann::json before = asked("rnn", {context, QStringLiteral("100")});
        QVERIFY(farthest(nlohmann::json::array({whole.back()}), nlohmann::json::array({before.back()}))
                < 1e-5);
        const nlohmann::json alone = asked("rnn", {context, QStringLiteral("0")});
        QVERIFY(std::abs(before[0].at("scores").at("calm").get<double>()
                         - alone[0].at("scores").at("calm").get<double>())
                < 1e-5);
        QVERIFY(farthest(whole, alone) > 1e-4);
        // This one reads the turns behind as well, which context hides.
        QVERIFY(farthest(asked("lstm", {}), asked("lstm", {context, QStringLiteral("100")})) > 1e-5);
    }

    void itIsSaidWhatATurnAttendsTo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("context");
        QTest::addColumn<bool>("looksAhead");
        QTest::newRow("all turns before") << QStringLiteral("rnn") << -1 << false;
        QTest::newRow("two turns before") << QStringLiteral("rnn") << 2 << false;
        QTest::newRow("the turn alone") << QStringLiteral("rnn") << 0 << false;
        QTest::newRow("both ways") << QStringLiteral("lstm") << -1 << true;
    }

    void itIsSaidWhatATurnAttendsTo()
    {
        QFETCH(QString, name);
        QFETCH(int, context);
        QFETCH(bool, looksAhead);
        QStringList question{QStringLiteral("predict"), model(name.toUtf8().constData()),
                             QStringLiteral("--data"),  m_data,
                             QStringLiteral("--ids"),   QStringLiteral("test_2"),
                             QStringLiteral("--json"),  QStringLiteral("--attends")};
        if (context >= 0)
            question << QStringLiteral("--context") << QString::number(context);
        const auto result = run(question);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const auto told = nlohmann::json::parse(result.output.toStdString());
        std::vector<std::string> order;
        for (const nlohmann::json& row : told)
            order.push_back(row.at("id").get<std::string>()); // the file has them in the order of starts
        bool isAnyBehind = false;
        for (std::size_t turn = 0; turn < told.size(); ++turn) {
            double sum = 0.0;
            for (const nlohmann::json& seen : told[turn].at("attends")) {
                const auto place = static_cast<std::size_t>(
                    std::ranges::find(order, seen.at("id").get<std::string>()) - order.begin());
                QVERIFY(place < order.size() && place != turn);
                isAnyBehind = isAnyBehind || place > turn;
                QVERIFY(looksAhead || place < turn);
                QVERIFY(context < 0 || place + static_cast<std::size_t>(context) >= turn);
                sum += seen.at("weight").get<double>();
            }
            if (!looksAhead)
                QVERIFY(std::abs(sum - (turn == 0 || context == 0 ? 0.0 : 1.0)) < 1e-4);
        }
        QCOMPARE(isAnyBehind, looksAhead);
    }

    void modelsOfSegmentsHaveNoContext()
    {
        for (const QStringList& option :
             {QStringList{QStringLiteral("--context"), QStringLiteral("1")}, {QStringLiteral("--attends")}}) {
            const auto refused
                = run(QStringList{QStringLiteral("predict"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                                  QStringLiteral("--data"), m_data, QStringLiteral("--json")}
                      + option);
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.errors.contains("answers about single segments"), refused.errors.constData());
        }
        const auto noJson = run({QStringLiteral("predict"), model("rnn"), QStringLiteral("--data"), m_data,
                                 QStringLiteral("--attends")});
        QVERIFY2(noJson.exitCode != 0 && noJson.errors.contains("--json"), noJson.errors.constData());
    }

    void whatItShowsIsOfConversations()
    {
        const auto result
            = run({QStringLiteral("explain"), model("rnn"), QStringLiteral("--data"), m_data,
                   QStringLiteral("--displays"), QStringLiteral("--fold"), QStringLiteral("valid")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const std::vector<nlohmann::json> lines = linesOf(result.output);
        QCOMPARE(lines.size(), std::size_t{13}); // the cards, and twelve conversations
        std::set<std::string> outputs;
        for (const nlohmann::json& card : lines.front().at("cards"))
            outputs.insert(card.at("output").get<std::string>());
        QCOMPARE(outputs, (std::set<std::string>{"attention", "context_attention_f", "party_state"}));
        const nlohmann::json& second = lines[2];
        const auto turns = second.at("turns").size();
        QVERIFY(second.at("id") == "valid_1");
        QVERIFY(second.at("displays").at("context_attention_f").at("shape")
                == nlohmann::json({turns, turns}));
        QVERIFY(second.at("displays").at("party_state").at("shape") == nlohmann::json({turns, 2, 6}));
    }

    /// A recording says nothing of turns; and one of the models looks ahead besides.
    void liveRefusesThem()
    {
        for (const auto& [name, why] :
             {std::pair{"lstm", "reads the turns that follow"}, std::pair{"rnn", "is a model of turns"}}) {
            const auto result = run({QStringLiteral("live"), model(name), QStringLiteral("--media"),
                                     QStringLiteral(DEMO "/media/finn_1.mp4")});
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.errors.contains(why), result.errors.constData());
        }
    }

    void singleSegmentsAreNotAskedAbout()
    {
        const auto result = run({QStringLiteral("explain"), model("lstm"), QStringLiteral("--data"), m_data});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("is a model of whole conversations"), result.errors.constData());
    }

    void conversationsAreNotSplit()
    {
        const QString data = place("split.h5");
        test::DialogueFile::make(data.toStdString(), 24, /*isSplit=*/true);
        const auto result
            = run(training("bc_lstm", "split", {"model.h=4", "model.fc=4", "model.layers=1"}, data));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("train_0") && result.errors.contains("in one fold"),
                 result.errors.constData());
    }

    void segmentsAreNoConversations()
    {
        const QString data = place("segments.h5");
        test::FeatureFile::make(data.toStdString(), 24);
        const auto result = run(training("bc_lstm", "none", {"model.h=4", "model.fc=4"}, data));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("does not say of which conversation"), result.errors.constData());
    }

    /// The same seed and data make the same bytes, also when it was stopped between.
    void itIsTheSameAgain()
    {
        const auto again
            = run(training("bc_lstm", "again",
                           {"model.h=6", "model.fc=6", "model.layers=1", "training.class_weights=balanced",
                            "training.loss=cross_entropy_turns"},
                           m_data));
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        const auto weights = [&](const char* name) { return bytes(model(name)).right(2000); };
        QCOMPARE(weights("again"), weights("lstm"));
    }

    void theClassesTellWhatTheyTake()
    {
        const auto result = run({QStringLiteral("classes"), QStringLiteral("--json")});
        std::set<std::string> names;
        for (const nlohmann::json& each : nlohmann::json::parse(result.output.toStdString())) {
            if (each.at("takes") == "conversations")
                names.insert(each.at("name").get<std::string>());
        }
        QCOMPARE(names, (std::set<std::string>{"BCLSTM", "DialogueRNN"}));
    }
};

QTEST_GUILESS_MAIN(TestDialogueCommands)
#include "tst_dialogue_commands.moc"
