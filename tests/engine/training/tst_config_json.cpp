#include "engine/core/error.h"
#include "engine/training/run/config_json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace engine;

class TestConfigJson : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder.filePath(QString::fromStdString(name)).toStdString()) << text;
    }

private slots:
    void aFieldIsSetByItsPath()
    {
        nlohmann::json config{{"training", {{"lr", 1.0}}}};
        setFields(config, {"training.lr=1e-3", "model.class=LMF", "split.train=[\"a\"]"});
        QCOMPARE(config["training"]["lr"].get<double>(), 1e-3);
        QCOMPARE(config["model"]["class"].get<std::string>(), std::string("LMF"));
        QCOMPARE(config["split"]["train"][0].get<std::string>(), std::string("a"));
        QVERIFY_THROWS_EXCEPTION(FormatError, setFields(config, {"training.lr.x=1"}));
        QVERIFY_THROWS_EXCEPTION(FormatError, setFields(config, {"lr"}));
    }

    void aModelThatIsSetBringsItsOwnDefaults()
    {
        write("config.json", R"({"data": "f.h5", "model": "williams", "training": {"epochs": 3}})");
        nlohmann::json config = readConfig(m_folder.filePath(QStringLiteral("config.json")).toStdString(),
                                           {"model.rank=2", "model=lmf"});
        const nlohmann::json published = publishedConfig("lmf", "f.h5");
        QCOMPARE(config["model"]["class"].get<std::string>(), std::string("LMF"));
        QCOMPARE(config["model"]["rank"].get<int>(), 2);
        QVERIFY(config["training"]["batch"] == published["training"]["batch"]);
        QCOMPARE(config["training"]["epochs"].get<int>(), 3);
        QVERIFY(published["training"]["batch"] != publishedConfig("williams", "f.h5")["training"]["batch"]);
    }

    void pathsStandForTheSameFileEverywhere()
    {
        nlohmann::json config{{"data", "f.h5"}, {"model", "lmf"}, {"split", "folds.json#small"}};
        config["folds"] = {"folds.json#small"};
        config["search"]["data"] = {"g.h5"};
        write("config.json", config.dump());
        config = {{"small", {{"train", {"a"}}}}};
        write("folds.json", config.dump());
        const std::filesystem::path folder = m_folder.path().toStdString();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        config = readConfig("config.json");
        QVERIFY(config == readConfig(folder / "." / "config.json"));
        QVERIFY(std::filesystem::path(config["data"].get<std::string>()).is_absolute());
        QVERIFY(std::filesystem::path(config["search"]["data"][0].get<std::string>()).is_absolute());
        QCOMPARE(config["split"]["train"][0].get<std::string>(), std::string("a"));
        QVERIFY(config["folds"][0] == config["split"]);
        const nlohmann::json set = readConfig("config.json", {"data=here.h5", "split=folds.json#small"});
        QVERIFY(set["data"] == (std::filesystem::current_path() / "here.h5").string());
        QVERIFY(set["split"] == config["split"]);
    }
};

QTEST_GUILESS_MAIN(TestConfigJson)
#include "tst_config_json.moc"
