#include "engine/core/error.h"
#include "engine/corpora/iemocap.h"
#include "engine/corpora/mer.h"
#include "engine/corpora/social_iq.h"
#include "engine/sequences/timed_features.h"

#include <QTest>

#include <cmath>

#include "tests/support/corpus_folder.h"

using namespace engine;

namespace {

namespace fs = std::filesystem;

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

std::vector<std::string> told(const CorpusFindings& findings)
{
    std::vector<std::string> all;
    for (const Finding& finding : findings.all())
        all.push_back(finding.code + " " + finding.place);
    return all;
}

}

/// Generated folders in the layouts of published corpora of conversations. MELD: tst_conversation_commands.
class TestConversationLayouts : public QObject {
    Q_OBJECT

    std::unique_ptr<test::CorpusFolder> m_corpus;

    fs::path folder() const { return m_corpus->path(); }
    test::ProgramResult make(const char* layout, const QStringList& more = {}) const
    {
        return m_corpus->make(layout, more);
    }
    test::ProgramResult made(const char* layout, const QStringList& more = {}) const
    {
        return m_corpus->made(layout, more);
    }
    DatasetList list() const { return m_corpus->list(); }
    CsdFile sequence(const char* name) const { return m_corpus->sequence(name); }
    void write(const std::string& file, const std::string& bytes) const { m_corpus->write(file, bytes); }

private slots:
    void init() { m_corpus = std::make_unique<test::CorpusFolder>(); }

    void iemocapBecomesConversationsOfTwo()
    {
        const iemocap::Corpus corpus = iemocap::read(test::corpusFixture("iemocap"));
        const nlohmann::json expected = test::jsonIn(test::corpusFixture("iemocap") / "expected.json");
        QCOMPARE(corpus.dialogs.size(), std::size_t{1});
        const iemocap::Dialog& dialog = corpus.dialogs.front();
        QCOMPARE(dialog.conversation.id, expected.at("conversation").get<std::string>());
        QCOMPARE(dialog.skippedLines, expected.at("skipped_lines").get<std::size_t>());
        for (const ConversationParticipant& who : dialog.conversation.participants) {
            QCOMPARE(who.person, expected.at("participants").at(who.id).at("person").get<std::string>());
            QCOMPARE(*who.channel, expected.at("participants").at(who.id).at("channel").get<int>());
        }
        QCOMPARE(dialog.turns.size(), expected.at("turns").size());
        for (std::size_t i = 0; i < dialog.turns.size(); ++i)
            requireTurn(dialog.turns[i], expected.at("turns").at(i));
        QCOMPARE(told(corpus.findings),
                 (std::vector<std::string>{"missing_media Ses01F_impro01.avi",
                                           "missing_words Ses01F_impro01_M001.wdseg"}));
    }

    static void requireTurn(const iemocap::Turn& turn, const nlohmann::json& expected)
    {
        QCOMPARE(turn.id, expected.at("turn").get<std::string>());
        QCOMPARE(turn.participant, expected.at("participant").get<std::string>());
        QVERIFY(isNear(turn.times.start, expected.at("start").get<double>()));
        QVERIFY(isNear(turn.times.end, expected.at("end").get<double>()));
        QCOMPARE(turn.text, expected.at("text").get<std::string>());
        QCOMPARE(turn.words.size(), expected.at("words").size());
        for (std::size_t k = 0; k < turn.words.size(); ++k) {
            const nlohmann::json& word = expected.at("words").at(k);
            QCOMPARE(turn.words[k].text, word.at(0).get<std::string>());
            QVERIFY(isNear(turn.words[k].times.start, word.at(1).get<double>()));
            QVERIFY(isNear(turn.words[k].times.end, word.at(2).get<double>()));
            QCOMPARE(turn.words[k].isSound, turn.words[k].text == "LAUGHTER");
        }
        QCOMPARE(turn.label.has_value(), !expected.at("labels").is_null());
        if (turn.label) {
            const nlohmann::json& label = expected.at("labels");
            QCOMPARE(turn.label->emotion, label.at("emotion").get<std::string>());
            QCOMPARE(turn.label->valence, label.at("valence").get<double>());
            QCOMPARE(turn.label->activation, label.at("activation").get<double>());
            QCOMPARE(turn.label->dominance, label.at("dominance").get<double>());
        }
        QCOMPARE(turn.ratings.size(), expected.at("raters").size());
        for (std::size_t k = 0; k < turn.ratings.size(); ++k) {
            const iemocap::Rating& rating = turn.ratings[k];
            const nlohmann::json& rater = expected.at("raters").at(k);
            QCOMPARE(rating.rater, rater.at("rater").get<std::string>());
            QCOMPARE(rating.isSelf, rater.at("perspective") == "self");
            QCOMPARE(rating.isEmotion, rater.at("kind") == "emotion");
            QCOMPARE(rating.value, rater.at("value").get<std::string>());
            QCOMPARE(rating.remark, rater.at("comment").get<std::string>());
        }
    }

    void iemocapIsMadeADataset()
    {
        const test::ProgramResult result = make("iemocap");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("missing_media: 1 (Ses01F_impro01.avi)"), result.errors.constData());
        QVERIFY2(result.errors.contains("missing_words: 1 (Ses01F_impro01_M001.wdseg)"),
                 result.errors.constData());
        QVERIFY2(result.errors.contains("1 lines of transcripts"), result.errors.constData());
        QCOMPARE(list().mediaOf("Ses01F_impro01")->file.path().extension().string(), std::string(".wav"));
        const TimedFeatures labels = readFeatures(sequence("labels"), "Ses01F_impro01@F");
        QCOMPARE(labels.intervals.size(), std::size_t{2});
        QCOMPARE(labels.features.values.at(0), 1.0F); // neutral
        QCOMPARE(labels.features.values.at(10), 2.5F); // valence
        const TimedFeatures own = readFeatures(sequence("labels_self"), "Ses01F_impro01@M");
        QCOMPARE(own.features.values.at(1), 1.0F); // happy
        QCOMPARE(own.features.values.at(11), 3.0F); // activation
        QVERIFY(std::isnan(own.features.values.at(12))); // an empty dominance
        const nlohmann::json about = sequence("labels_self").metadata().at("about");
        QCOMPARE(about.at("perspective").get<std::string>(), std::string("self"));
        m_corpus->requireValid();
        const test::ProgramResult turns = test::runCli(
            {QStringLiteral("turns"), QString::fromStdString(folder()), QStringLiteral("--json")});
        QCOMPARE(nlohmann::json::parse(turns.output.toStdString()).at("turns").size(), std::size_t{4});
        QCOMPARE(made("iemocap").exitCode, 2); // nothing is written over
        QCOMPARE(made("iemocap", {QStringLiteral("--force")}).exitCode, 0);
    }

    void iemocapRatersKeepTheirPerspective()
    {
        QCOMPARE(make("iemocap").exitCode, 0);
        std::ifstream observers(folder() / "ratings.csv"), own(folder() / "ratings_self.csv");
        const std::string seen{std::istreambuf_iterator<char>(observers), {}},
            felt{std::istreambuf_iterator<char>(own), {}};
        QVERIFY(seen.starts_with("unit,annotator,emotion,valence,activation,dominance\n"
                                 "Ses01F_impro01_F000,E2,Neutral,,,\n"
                                 "Ses01F_impro01_F000,E3,\"Neutral; Neutral\",2,2,2\n"));
        QVERIFY(seen.find(",F1,") == std::string::npos);
        QVERIFY(felt.find("Ses01F_impro01_M001,M1,Frustration,3,3,\n") != std::string::npos);
        const test::ProgramResult agreement
            = test::runCli({QStringLiteral("agreement"), QString::fromStdString(folder() / "ratings.csv")});
        QVERIFY2(agreement.exitCode == 0, agreement.errors.constData());
    }

    void iemocapLeavesASessionOut()
    {
        for (int session = 1; session <= 5; ++session) {
            const std::string id = "Ses0" + std::to_string(session) + "M_impro01";
            const std::string dialog = "Session" + std::to_string(session) + "/dialog/";
            write(dialog + "EmoEvaluation/" + id + ".txt",
                  "[0.5000 - 1.0000]\t" + id + "_F000\tang\t[1.5000, 3.5000, 2.0000]\n");
        }
        const test::ProgramResult result = made("iemocap");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("missing_text: 5"), result.errors.constData());
        QVERIFY2(result.errors.contains(", …"), result.errors.constData());
        QCOMPARE(list().folds.at("train").size(), std::size_t{3});
        QCOMPARE(list().folds.at("valid"), std::vector<std::string>{"Ses04M_impro01"});
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"Ses05M_impro01"});
        const FoldLists other = readFolds(folder() / "folds_session1.json");
        QCOMPARE(other.at("test"), std::vector<std::string>{"Ses01M_impro01"});
        QCOMPARE(other.at("valid"), std::vector<std::string>{"Ses05M_impro01"});
        const auto conversations = conversationsOf(list().more, "");
        QCOMPARE(*conversations.front().participant("M")->channel, 0); // his letter stands in the id
        QCOMPARE(conversations.front().episode, std::string("Session1"));
    }

    void iemocapOfNothingIsRefused()
    {
        write("Session1/dialog/EmoEvaluation/notes.txt", "nothing");
        const test::ProgramResult result = made("iemocap");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("has no labels of IEMOCAP"), result.errors.constData());
        write("Session1/dialog/EmoEvaluation/Ses01F_x.txt", std::string(5000, 'x'));
        QVERIFY2(made("iemocap").errors.contains("Ses01F_x.txt: line 1"), made("iemocap").errors.constData());
    }

    void socialIqHasQuestionsAndCaptions()
    {
        const social_iq::Corpus corpus = social_iq::read(test::corpusFixture("siq2"));
        const nlohmann::json expected = test::jsonIn(test::corpusFixture("siq2") / "expected.json");
        std::size_t questions = 0, answered = 0;
        for (const social_iq::Video& video : corpus.videos) {
            QCOMPARE(expected.at("folds").at(video.fold).at(0).get<std::string>(), video.id);
            for (const social_iq::Question& question : video.questions) {
                ++questions;
                answered += question.answer ? 1 : 0;
            }
        }
        QCOMPARE(questions, expected.at("questions").get<std::size_t>());
        QCOMPARE(answered, expected.at("with_answer").get<std::size_t>());
        const social_iq::Video& first = corpus.videos.at(1); // -bbbbbbbb_b comes before
        QCOMPARE(first.id, expected.at("first").at("id").get<std::string>());
        QVERIFY(isNear(first.questions[0].span.end, expected.at("first").at("span").at(1).get<double>()));
        QCOMPARE(*first.questions[0].answer, std::size_t{0});
        QCOMPARE(*first.trim, 12.5);
        QCOMPARE(first.captions.size(), expected.at("captions").size());
        for (std::size_t i = 0; i < first.captions.size(); ++i) {
            const nlohmann::json& caption = expected.at("captions").at(i);
            QVERIFY(isNear(first.captions[i].times.start, caption.at("start").get<double>()));
            QVERIFY(isNear(first.captions[i].times.end, caption.at("end").get<double>()));
            QCOMPARE(first.captions[i].lines.size(), caption.at("lines").size());
            for (std::size_t k = 0; k < first.captions[i].lines.size(); ++k) {
                const nlohmann::json& line = caption.at("lines").at(k);
                QCOMPARE(first.captions[i].lines[k].speaker,
                         line.at(0).is_null() ? std::string() : line.at(0).get<std::string>());
                QCOMPARE(first.captions[i].lines[k].text, line.at(1).get<std::string>());
            }
        }
        QCOMPARE(corpus.findings.count("missing_media"), std::size_t{3});
        QCOMPARE(corpus.findings.count("missing_trim"), std::size_t{1});
        QCOMPARE(corpus.findings.count("missing_captions"), std::size_t{2});
    }

    void socialIqIsMadeADataset()
    {
        const test::ProgramResult result = make("siq2");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(
            result.errors.contains("missing_media: 3 (-bbbbbbbb_b.mp4, aaaaaaaaaaa.mp4, ccccccccccc.mp4)"),
            result.errors.constData());
        QVERIFY2(result.errors.contains("missing_trim: 1 (ccccccccccc)"), result.errors.constData());
        QCOMPARE(list().folds.at("valid"), std::vector<std::string>{"-bbbbbbbb_b"});
        QCOMPARE(readText(sequence("sentences"), "aaaaaaaaaaa").texts,
                 (std::vector<std::string>{"Did you see it?", "I did."}));
        QCOMPARE(readText(sequence("sentences"), "aaaaaaaaaaa@ada").texts,
                 (std::vector<std::string>{"So funny."}));
        QCOMPARE(readText(sequence("questions"), "-bbbbbbbb_b").texts.size(), std::size_t{2});
        QCOMPARE(conversationsOf(list().more, "").front().participants.front().name, std::string("Ada"));
        m_corpus->requireValid();
        const QString tiers = m_corpus->outside("questions.eaf");
        const test::ProgramResult converted
            = test::runCli({QStringLiteral("convert"), QString::fromStdString(folder() / "questions.csv"),
                            tiers, QStringLiteral("--video"), QStringLiteral("-bbbbbbbb_b")});
        QVERIFY2(converted.exitCode == 0, converted.errors.constData());
        std::ifstream stream(tiers.toStdString());
        const std::string eaf{std::istreambuf_iterator<char>(stream), {}};
        QVERIFY(eaf.find("TIER_ID=\"questions\"") != std::string::npos);
        QVERIFY(eaf.find("Another reason, 3.") != std::string::npos);
    }

    void socialIqToleratesWhatIsDamaged()
    {
        write("qa/qa_train.json",
              "{\"qid\": \"q\", \"q\": \"Why?\", \"vid_name\": \"../x\", \"ts\": \"0-1\", "
              "\"a0\": \"\", \"a1\": \"\", \"a2\": \"\", \"a3\": \"\"}\n"
              "[1]\nnothing\n"
              "{\"qid\": \"q\", \"q\": \"Why?\", \"vid_name\": \"v\", \"ts\": \"9-1\"}\n"
              "{\"qid\": \"q\", \"q\": \"Why?\", \"vid_name\": \"v\", \"ts\": \"0-1\", "
              "\"a0\": \"\", \"a1\": \"\", \"a2\": \"\", \"a3\": \"\", \"answer_idx\": 2}\n");
        std::string captions = "WEBVTT\n\n";
        for (int i = 0; i < 10'000; ++i) // as many people
            captions += "00:00:01.000 --> 00:00:02.000\n<v P" + std::to_string(10'000 + i) + ">Hm\n\n";
        write("transcript/v.vtt", captions + "00:00:03.000 --> 00:00:02.000\nbackwards\n\nNOTE <v\n");
        write("current_split.json", R"({"subsets": {"car": {"test": ["v"], "val": ["a@b"], "train": 7}}})");
        const test::ProgramResult result = made("siq2");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("damaged_question: 3"), result.errors.constData());
        QVERIFY2(result.errors.contains("bad_id: 2 (../x, a@b)"), result.errors.constData());
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"v"});
        QCOMPARE(conversationsOf(list().more, "").front().participants.size(), std::size_t{10'000});
        fs::remove_all(folder() / "qa");
        QVERIFY(
            made("siq2", {QStringLiteral("--force")}).errors.contains("has no questions of Social-IQ 2.0"));
    }

    void merHasFeaturesOfManyForms()
    {
        const fs::path features = test::corpusFixture("mer") / "features";
        const nlohmann::json expected = test::jsonIn(test::corpusFixture("mer") / "expected.json");
        const FeatureArray columns = mer::readClip(features / "own-audio-FRA/sample_00000001.npy");
        QCOMPARE(columns.shape, (std::vector<std::size_t>{5, 8}));
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(columns.number(i), expected.at("fortran_first_row").at(i).get<double>());
        const FeatureArray rows = mer::readClip(features / "own-face-FRA/sample_00000001");
        QCOMPARE(rows.shape, (std::vector<std::size_t>{3, 6}));
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(rows.number(i), expected.at("half_first_row").at(i).get<double>());
        try {
            mer::readClip(features / "own-objects-UTT/sample_00000001.npy");
            QFAIL("Python objects were read");
        } catch (const FormatError& error) {
            QCOMPARE(std::string(error.code()), std::string("object_array"));
        }
    }

    void merIsMadeADataset()
    {
        const test::ProgramResult result = make("mer");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("object_array: 1 (own-objects-UTT/sample_00000001.npy)"),
                 result.errors.constData());
        QVERIFY2(result.errors.contains("missing_media: 3"), result.errors.constData());
        QVERIFY2(result.errors.contains("own-audio-UTT/sample_00000003"), result.errors.constData());
        const nlohmann::json expected = test::jsonIn(folder() / "expected.json");
        for (const auto& [name, of] : expected.at("sequences").items()) {
            const CsdFile file = sequence(name.c_str());
            for (std::size_t i = 0; i < 3; ++i) {
                const auto clip = expected.at("names").at(i).get<std::string>();
                QCOMPARE(file.contains(clip), !of.at("rows").at(i).is_null());
                if (!file.contains(clip))
                    continue;
                const Entry entry = file.entry(clip);
                QCOMPARE(entry.features.shape,
                         (std::vector<std::size_t>{of.at("rows").at(i).get<std::size_t>(),
                                                   of.at("columns").get<std::size_t>()}));
                const bool isWhole = name.ends_with("-UTT"); // beside five and six rows of a second
                QCOMPARE(entry.intervals.values.back().end,
                         static_cast<double>(isWhole ? 5 + i : entry.features.rows()));
            }
        }
        QVERIFY(!list().sequence("own-objects-UTT"));
        QCOMPARE(readFeatures(sequence("labels"), "sample_00000001").features.values,
                 (std::vector<float>{0, 1, 0, 0, 0, 0}));
        QCOMPARE(readText(sequence("sentences_english"), "sample_00000001").texts,
                 std::vector<std::string>{"Hello, you"});
        QCOMPARE(list().folds.at("train").size(), std::size_t{2});
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"sample_00000003"});
        m_corpus->requireValid();
    }

    void merMayTellOfTheListener()
    {
        const test::ProgramResult result
            = make("mer", {QStringLiteral("--about"), QStringLiteral("listening")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(!fs::exists(folder() / "labels.csd"));
        const nlohmann::json about = sequence("labels_listening").metadata().at("about");
        QCOMPARE(about.at("role").get<std::string>(), std::string("listening"));
        QCOMPARE(made("iemocap",
                      {QStringLiteral("--about"), QStringLiteral("listening"), QStringLiteral("--force")})
                     .exitCode,
                 2);
    }

    void anyFolderOfArraysOpensAsMer()
    {
        fs::create_directories(folder() / "mine");
        fs::copy(test::corpusFixture("mer") / "features/own-audio-FRA/sample_00000002.npy",
                 folder() / "mine/a.npy");
        fs::copy(test::corpusFixture("mer") / "features/own-face-FRA/sample_00000001", folder() / "mine/b");
        fs::create_directory_symlink(folder(), folder() / "mine/round"); // links in a circle
        fs::create_directory_symlink(folder() / "mine", folder() / "again");
        write("mine/c.npy", "\x93NUMPY");
        const test::ProgramResult result = made("mer");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("damaged_array: 2"), result.errors.constData()); // by both names
        QVERIFY2(result.errors.contains("wrong_columns: 2"), result.errors.constData());
        QCOMPARE(sequence("mine").entry("a").features.shape, (std::vector<std::size_t>{6, 8}));
    }

    void merOfNothingIsRefused()
    {
        write("notes.txt", "nothing");
        QVERIFY(made("mer").errors.contains("has neither track1_train.csv of MER nor features"));
        write("track1_train.csv", "clip,discrete\na,happy\n");
        QVERIFY(made("mer").errors.contains("has no column name"));
        write("track1_train.csv", "name,discrete\n../a,happy\nb,happy\n");
        const test::ProgramResult result = made("mer");
        QVERIFY2(result.errors.contains("bad_id: 1 (track1_train.csv line 2)"), result.errors.constData());
        QCOMPARE(list().folds.at("train"), std::vector<std::string>{"b"});
    }
};

QTEST_GUILESS_MAIN(TestConversationLayouts)
#include "tst_conversation_layouts.moc"
