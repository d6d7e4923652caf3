#include "engine/agreement/rating_files.h"
#include "engine/annotation/layers.h"
#include "engine/core/error.h"
#include "engine/core/host_name.h"
#include "engine/core/tar_archive.h"
#include "engine/media/media_info.h"
#include "engine/open_words/answer_files.h"
#include "engine/project_items/asked_next.h"
#include "engine/project_items/fold_item.h"
#include "engine/publishing/agreement_of_votes.h"
#include "engine/publishing/publication.h"
#include "engine/publishing/publication_copies.h"
#include "engine/publishing/publication_files.h"
#include "engine/publishing/published_folds.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"
#include "tests/support/waiting.h"

using namespace engine;

namespace {

namespace fs = std::filesystem;

constexpr std::array kPeople{"Anna Secret", "Bert Hidden", "Carla Unseen"};

LabelValue given(double number, const char* who, std::int64_t when)
{
    return {number, {who, when, 1, "video+sound+text"}};
}

/// Videos a and b with 6 segments each, three people's passes, the third segment settled, folds.
Annotation judgedProject()
{
    Annotation annotation;
    for (const char* video : {"a", "b"}) {
        Tier labels = test::tier(annotation.unusedTier(), "labels");
        labels.video = video;
        annotation.apply({{{std::nullopt, labels}}, {}, {}});
        for (int i = 0; i < 6; ++i)
            annotation.apply(insertSegment(annotation, test::segment(labels.id, 2 * i, 2 * i + 2)));
        const auto entries = annotation.byTime(labels.id).all();
        int number = 0;
        for (const auto& entry : entries) {
            int person = 0;
            for (const char* who : kPeople) {
                const double value = (number + person++) % 3 - 1.0;
                annotation.apply(
                    judge(annotation, entry.id, annotatorLayer("labels", who, 1), [&](Segment& judged) {
                        judged.values["sentiment"] = given(value, who, 1'700'000'000'000 + 1000 * number);
                        judged.comment = "as Anna Secret said";
                    }));
            }
            ++number;
        }
        annotation.apply(
            judge(annotation, entries[2].id, settledLayer("labels", "Anna Secret"), [](Segment& judged) {
                judged.values["sentiment"] = given(3.0, "Anna Secret", 1'700'000'500'000);
            }));
    }
    annotation.apply({{}, {}, {{std::nullopt, foldsItem({{"train", {"a"}}, {"test", {"b"}}})}}});
    return annotation;
}

PublicationCard card()
{
    PublicationCard card;
    card.title = "Talks";
    card.summary = "Two talks.";
    card.licence = "CC-BY-4.0";
    card.authors = {{"Lovelace", "Ada", "", ""}};
    card.url = "https://example.org/talks";
    card.consent = "They agreed.";
    card.erasure = "somebody@example.org";
    card.languages = {"en"};
    return card;
}

std::string contents(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}

/// A project as a folder that others can trust, and whether such a folder is as it was.
class PublicationTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path place(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static PublishedStudy study(const Annotation& annotation)
    {
        AllTiers tiers(annotation, nullptr);
        return publishedStudy(annotation, tiers, {}, {}, "p.polylogue", {});
    }

    PublicationReport published(const char* name, PublicationWish wish = {})
    {
        const Annotation annotation = judgedProject();
        wish.out = place(name);
        wish.version = "1";
        wish.agreement = "{}\n";
        if (wish.card.title.empty())
            wish.card = card();
        return publish(study(annotation), wish, {});
    }

    static QStringList codes(const PublicationReport& report)
    {
        QStringList codes;
        for (const Finding& finding : report.findings)
            codes << QString::fromStdString(finding.code);
        codes.sort();
        return codes;
    }

private slots:
    void theFolderHoldsAllAndNoNames()
    {
        const PublicationReport report = published("whole");
        QVERIFY(!report.isRefused());
        QCOMPARE(codes(report),
                 (QStringList{QStringLiteral("few_answers"), QStringLiteral("speakers_unknown")}));
        for (const char* file :
             {"README.md", "LICENSE", "CONSENT.md", "CITATION.cff", ".zenodo.json", "croissant.json",
              "votes.csv", "labels.csv", "raters.csv", "splits.csv", "agreement.json", "codebook/v1.md",
              "codebook.csv", "methods.md", "methods.tex", "references.bib", "CHECKSUMS.sha256"})
            QVERIFY2(fs::exists(place("whole") / file), file);
        for (const std::string& file : filesBelow(place("whole"))) {
            for (const char* who : kPeople)
                QVERIFY2(contents(place("whole") / file).find(who) == std::string::npos, file.c_str());
        }
        const std::string votes = contents(place("whole/votes.csv"));
        QVERIFY(votes.find("a[0],a,0,2,sentiment,-1,r01,1,1,2023-11-14T22:13:20Z,,,video+sound+text,"
                           "unknown,v1,,no,judging,\n")
                != std::string::npos);
        QCOMPARE(std::ranges::count(votes, '\n'), 1 + 2 * 6 * 3);
        const RatingTables read = readRatings({place("whole/votes.csv")});
        QCOMPARE(read.tables.size(), std::size_t{1});
        QCOMPARE(read.tables.front().raters(), (std::vector<std::string>{"r01", "r02", "r03"}));
        QCOMPARE(read.tables.front().units().size(), std::size_t{12});
        QCOMPARE(read.tables.front().units().front(), std::string("a[0]"));
        const std::string labels = contents(place("whole/labels.csv"));
        QVERIFY(labels.find("a[2],a,4,6,sentiment,3,settled,") != std::string::npos);
        QVERIFY(labels.find("a[0],a,0,2,sentiment,") != std::string::npos
                && labels.find(",crowd,0,") != std::string::npos);
        QVERIFY(labels.find("b[5],b,10,12,") != std::string::npos);
        QCOMPARE(std::ranges::count(labels, '\n'), 1 + 2 * 6);
        QVERIFY(verifyPublication(place("whole"), {}).findings.empty());
    }

    void theCardTellsWhatIsInEachSplit()
    {
        published("splits");
        const std::string text = contents(place("splits/README.md"));
        QVERIFY2(text.find("| split | hours | groups | videos | units | sentiment |") != std::string::npos,
                 text.c_str());
        QVERIFY(text.find("| test | 0.00 | 1 | 1 | 6 | mean ") != std::string::npos);
        QVERIFY(text.find("Of the wished parts")
                == std::string::npos); // the project's own folds wish no parts
        PublicationWish drawn;
        drawn.shares = {{"train", 0.5}, {"test", 0.5}};
        published("drawn", drawn);
        QVERIFY(contents(place("drawn/README.md")).find("the splits differ by 0.0 % at most")
                != std::string::npos);
    }

    void votesSayWhyTheyWereAskedFor()
    {
        Annotation annotation = judgedProject();
        annotation.apply(
            {{},
             {},
             {{std::nullopt,
               askedItem({"labels", "sentiment", {{"b", 4.0, "Bert Hidden", "guideline", 0.2, 0.5}}})}}});
        const PublishedStudy asked = study(annotation);
        std::size_t count = 0;
        for (const PublishedVote& vote : asked.votes) {
            count += vote.routed.empty() ? 0 : 1;
            if (!vote.routed.empty())
                QVERIFY(asked.units[vote.unit].id == "b[2]" && asked.raters[vote.rater] == "Bert Hidden"
                        && vote.routed == "guideline");
        }
        QCOMPARE(count, std::size_t(1));
    }

    void votesSayUnderWhichCodebookTheyWereGiven()
    {
        Annotation annotation = judgedProject();
        const Tier tier = *tierCalled(annotation, "a", "labels");
        TierRevision wider{tier, tier, {{"sentiment", {"sentiment", NumberScale{-4, 4, 1}}, {}}}};
        wider.after.labels = {wider.labels.front().now};
        Change change = reviseTiers(annotation, wider);
        noteCodebook(change, annotation, wider, 1'700'000'003'000);
        annotation.apply(change);
        PublicationWish wish;
        wish.card = card();
        wish.out = place("versions");
        wish.agreement = "{}\n";
        publish(study(annotation), wish, {});
        const std::string votes = contents(place("versions/votes.csv"));
        QVERIFY(votes.find("unknown,v1,") != std::string::npos
                && votes.find("unknown,v2,") != std::string::npos);
        const std::string table = contents(place("versions/codebook.csv"));
        QVERIFY(table.find("v1,sentiment,numbers,,-3,3,1") != std::string::npos);
        QVERIFY(table.find("v2,sentiment,numbers,,-4,4,1") != std::string::npos);
        QVERIFY(contents(place("versions/codebook/v1.md"))
                    .find("to 2023-11-14T22:13:23Z; 18 of 36 answers were given under this version.")
                != std::string::npos);
        QVERIFY(fs::exists(place("versions/codebook/v2.md")));
        QVERIFY(verifyPublication(place("versions"), {}).findings.empty());
    }

    void clipsOfTheSegmentsLieInArchives()
    {
        DatasetList list;
        list.media.push_back({"a", fs::path(DEMO "/media/ada_1.mp4"), {}, {}});
        PublicationWish wish;
        wish.card = card();
        wish.out = place("shards");
        wish.agreement = "{}\n";
        wish.shards = ShardWish{&list, 1 << 20};
        std::vector<double> told;
        const RunContext run{{}, [&](double fraction) { told.push_back(fraction); }};
        const PublicationReport report = publish(study(judgedProject()), wish, run);
        QVERIFY(codes(report).contains(QStringLiteral("no_recording"))); // b has none
        QVERIFY(std::ranges::is_sorted(told)); // one whole, whatever its parts are
        QVERIFY(std::ranges::count_if(told, [](double part) { return part > 0.1 && part < 0.8; }) > 5);
        std::map<std::string, std::uint64_t> members;
        for (int shard = 0; fs::exists(place("shards") / fmt::format("shards/units-{:06}.tar", shard));
             ++shard) {
            const fs::path archive = place("shards") / fmt::format("shards/units-{:06}.tar", shard);
            QVERIFY(fs::file_size(archive) <= (1 << 20) + 1024);
            for (const TarMember& member : readTar(archive)->members)
                members[member.name] = member.size;
        }
        QVERIFY(members.at("a[0].mp4") > 1000 && members.contains("a[0].txt"));
        const MediaInfo info = probeMedia(fs::path(DEMO "/media/ada_1.mp4"));
        QCOMPARE(members.at("a[0].wav"), std::uint64_t(44 + 2 * 2 * info.sampleRate * info.channels)); // 2 s
        QVERIFY(members.contains("b[5].json") && !members.contains("b[5].mp4"));
        QVERIFY(verifyPublication(place("shards"), {}).findings.empty());
        QCOMPARE(fs::exists(place("shards").string() + ".shards.part"), false);
    }

    void theSameProjectGivesTheSameBytes()
    {
        published("one");
        published("two");
        QCOMPARE(contents(place("one/CHECKSUMS.sha256")), contents(place("two/CHECKSUMS.sha256")));
    }

    void anotherProgramReadsIt()
    {
        published("python");
        QProcess reader;
        reader.start(QStringLiteral("python3"),
                     {QStringLiteral(FIXTURES "/../support/read_publication.py"),
                      QString::fromStdString(place("python").string())});
        QVERIFY(reader.waitForFinished(support::kPatience));
        QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
        QCOMPARE(reader.readAllStandardOutput().trimmed(), QByteArray("12 units, 36 votes, 2 groups"));
    }

    void aVideoThatNobodyLabelledIsNoPart()
    {
        Annotation annotation = judgedProject();
        Tier empty = *tierCalled(annotation, "a", "labels");
        empty.id = annotation.unusedTier();
        empty.video = "c";
        annotation.apply({{{std::nullopt, empty}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(empty.id, 0, 2)));
        PublicationWish wish;
        wish.card = card();
        wish.out = place("unlabelled");
        wish.agreement = "{}\n";
        publish(study(annotation), wish, {});
        QVERIFY(contents(place("unlabelled/splits.csv")).find("c[0]") == std::string::npos);
        QVERIFY(verifyPublication(place("unlabelled"), {}).findings.empty());
    }

    void aRaterWhomTheCardNamesIsTold()
    {
        PublicationWish wish{card()};
        wish.card.raters = "Students; Bert Hidden trained them.";
        QVERIFY(codes(published("named", wish)).contains(QStringLiteral("rater_named")));
        wish.card.raters = "Students, whom Bert Hiddenite trained.";
        QVERIFY(!codes(published("not named", wish)).contains(QStringLiteral("rater_named")));
    }

    void aRaterWhoIsAnAuthorIsTold()
    {
        PublicationWish wish;
        wish.card = card();
        wish.card.authors.push_back({"Hidden", "Bert", "", ""});
        const PublicationReport report = published("author", wish);
        QVERIFY(codes(report).contains(QStringLiteral("rater_is_author")));
        QVERIFY(!report.isRefused());
    }

    void whatAKilledProgramLeftIsTakenAway()
    {
        QProcess ended;
        ended.start(QStringLiteral("true"), QStringList());
        QVERIFY(ended.waitForStarted());
        const qint64 number = ended.processId();
        QVERIFY(ended.waitForFinished(support::kPatience));
        const fs::path left = fmt::format("{}.{}.{}.shards.part", place("left").string(), hostName(), number);
        const fs::path other
            = place("left").string() + "." + hostName() + ".1.part"; // of a program that runs
        fs::create_directory(left);
        fs::create_directory(other);
        published("left");
        QVERIFY(!fs::exists(left) && fs::exists(other));
        fs::remove(other);
    }

    void splitsAreFolds()
    {
        published("folds");
        QVERIFY(publishedFolds(place("folds")) == (FoldLists{{"test", {"b"}}, {"train", {"a"}}}));
        fs::remove(place("folds/CHECKSUMS.sha256")); // any folder may hold a table of this name
        QVERIFY(publishedFolds(place("folds")).empty());
    }

    void whatWasChangedIsFound()
    {
        published("changed");
        std::ofstream(place("changed/votes.csv"), std::ios::app)
            << "c[0],c,0,2,sentiment,1,r01,1,99,,,,words,unknown,v1,,no,judging,\n";
        fs::remove(place("changed/LICENSE"));
        std::ofstream(place("changed/more.txt")) << "more\n";
        const PublicationReport report = verifyPublication(place("changed"), {});
        QVERIFY(report.isRefused());
        QCOMPARE(codes(report),
                 (QStringList{QStringLiteral("file_changed"), QStringLiteral("file_missing"),
                              QStringLiteral("file_unlisted"), QStringLiteral("unit_unknown")}));
        QVERIFY_THROWS_EXCEPTION(IoError, verifyPublication(place("none"), {}));
        std::ofstream(place("changed/CHECKSUMS.sha256")) << std::string(64, 'a') << "  ../../etc/passwd\n";
        QVERIFY_THROWS_EXCEPTION(FormatError, verifyPublication(place("changed"), {}));
    }

    void comparisonsGoAlong()
    {
        Annotation annotation = judgedProject();
        ComparisonPass two;
        two.annotator = "Bert Hidden";
        two.of = "labels";
        two.clips = {{"a", {0, 2}, 1}, {"b", {4, 6}, 3}, {"b", {50, 51}, 9}};
        two.answers = {{{0, 1}, 0, {}, 1'700'000'000'000}, {{2, 0}, {}, {}, 0}};
        ComparisonPass texts;
        texts.kind = ComparisonKind::Texts;
        texts.annotator = "Dora Fourth"; // who judged nothing else
        texts.of = "labels";
        texts.sources = {"people", "program"};
        texts.clips = {{"a", {2, 4}, 2, {"A; smile", "a"}}};
        texts.answers = {{{1, 0}, 1, {}, 0, 0}};
        annotation.apply({{}, {}, {{std::nullopt, itemOf(two)}, {std::nullopt, itemOf(texts)}}});
        PublicationWish wish{card(), place("compared")};
        wish.agreement = "{}\n";
        QVERIFY(!publish(study(annotation), wish, {}).isRefused());
        QVERIFY(verifyPublication(place("compared"), {}).findings.empty());
        const std::string answers = contents(place("compared") / "comparisons.csv");
        QVERIFY2(answers.find("c01,preference,r02,1,1,2023-11-14T22:13:20Z,,\"a[0]; b[2]\",a[0],\n")
                     != std::string::npos,
                 answers.c_str());
        const auto preferences = readPreferences(place("compared") / "comparisons.csv", "c01");
        QCOMPARE(preferences.size(), std::size_t{2});
        QCOMPARE(preferences[0].first, std::string("a[0]"));
        QCOMPARE(preferences[0].firstShare, 1.0);
        QCOMPARE(preferences[1].firstShare, 0.5);
        QCOMPARE(readPreferences(place("compared") / "comparisons.csv", "c02").front().firstShare, 0.0);
        QCOMPARE(test::failureOf([&] { readPreferences(place("compared") / "comparisons.csv"); }),
                 "data_invalid: " + (place("compared") / "comparisons.csv").string()
                     + ": has the comparisons c01, c02 of this kind; one is to be named");
        QVERIFY(test::failureOf([&] {
                    readBestWorst(place("compared") / "comparisons.csv");
                }).ends_with("has no comparison of the kind best-worst"));
        QVERIFY(answers.find("\"b 50.00-51.00; a[0]\",,\n")
                != std::string::npos); // a tie, of what is no unit
        QVERIFY(answers.find("c02,texts,r04,1,1,,a[1],\"program; people\",people,\n") != std::string::npos);
        QVERIFY(contents(place("compared") / "comparison_texts.csv").find("c02,a[1],people,\"A; smile\"\n")
                != std::string::npos);
        const std::string croissant = contents(place("compared") / "croissant.json");
        for (const char* field :
             {"comparison_scores/strength", "comparison_scores/answers", "labels/split", "splits/group"})
            QVERIFY2(croissant.find(field) != std::string::npos, field);
        QVERIFY(contents(place("compared") / "README.md").find("| `comparison_texts.csv` |")
                != std::string::npos);
        const std::string card = contents(place("compared") / "README.md");
        QVERIFY(card.find("| c02 | which of two texts of a segment | r04 | 2 | 1 |  |") != std::string::npos);
        for (const std::string& file : filesBelow(place("compared")))
            QVERIFY2(contents(place("compared") / file).find("Dora") == std::string::npos, file.c_str());
        const PublishedStudy fewer = withoutRaters(study(annotation), {"Bert Hidden"});
        QCOMPARE(fewer.comparisons.size(), std::size_t{1});
        QCOMPARE(fewer.raterCode(fewer.comparisons.front().rater), std::string("r03"));
        std::ofstream(place("compared") / "comparison_scores.csv", std::ios::app) << "c09,x,,0,0,1\n";
        QVERIFY(codes(verifyPublication(place("compared"), {})).contains(QStringLiteral("tables_differ")));
    }

    void wordsThatMostGaveAreTheLabel()
    {
        Annotation annotation;
        Tier labels = test::tier(annotation.unusedTier(), "labels");
        labels.video = "a";
        labels.labels = {{"feels", FreeText{WordList{}}}};
        annotation.apply({{{std::nullopt, labels}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(labels.id, 0, 2)));
        const auto entry = annotation.byTime(labels.id).all().front();
        const std::vector<std::string> said{"Happy; calm", "calm;  happy ; tired", "tired; sad; calm"};
        for (std::size_t i = 0; i < said.size(); ++i)
            annotation.apply(
                judge(annotation, entry.id, annotatorLayer("labels", kPeople[i], 1), [&](Segment& judged) {
                    judged.values["feels"] = {said[i], {kPeople[i], 1'700'000'000'000, 1, ""}};
                }));
        PublicationWish wish{card(), place("words")};
        const PublishedStudy study = PublicationTest::study(annotation);
        wish.agreement = agreementOfVotes(study, 1, {});
        QVERIFY(!publish(study, wish, {}).isRefused());
        QVERIFY(verifyPublication(place("words"), {}).findings.empty());
        const std::string table = contents(place("words") / "labels.csv");
        QVERIFY2(table.find(R"(feels,"[""calm"",""Happy"",""tired""]",majority)") != std::string::npos,
                 table.c_str());
        QVERIFY(contents(place("words") / "README.md").find("(MASI)") != std::string::npos);
        QVERIFY(contents(place("words") / "agreement.json").find("\"feels\"") != std::string::npos);
    }

    void aMeasuredInfluenceIsInTheMethods()
    {
        PublishedStudy measured = study(judgedProject());
        ExposedAnswers& answers = measured.measured["sentiment"];
        answers.isRandomised = true;
        for (std::size_t unit = 0; unit < 12; ++unit) {
            const double own = static_cast<double>(unit % 3);
            answers.answers.push_back({unit, own, false, 3.0});
            answers.answers.push_back({unit, own + 0.1 * static_cast<double>(unit % 2), false, 3.0});
            answers.answers.push_back({unit, own + 1.0, true, 3.0});
        }
        PublicationWish wish{card(), place("measured")};
        wish.agreement = "{}\n";
        QVERIFY(!publish(measured, wish, {}).isRefused());
        const std::string methods = contents(place("measured") / "methods.md");
        QVERIFY2(
            methods.find("Chance decided for which answers to sentiment a prediction was visible: there (12 "
                         "answers, 12 segments) answers lay 0.")
                != std::string::npos,
            methods.c_str());
        QVERIFY(methods.find("the effect of visible predictions") == std::string::npos);
        QVERIFY(!publish(study(judgedProject()),
                         {card(), place("unmeasured"), PublishedRule::Crowd, {}, 1, "1", "{}"}, {})
                     .isRefused());
        QVERIFY(contents(place("unmeasured") / "methods.md").find("the effect of visible predictions")
                != std::string::npos);
    }

    void withoutALicenceNothingIsWritten()
    {
        PublicationWish wish;
        wish.card = card();
        wish.card.licence.clear();
        wish.card.url.clear();
        const PublicationReport report = published("unlicensed", wish);
        QVERIFY(report.isRefused());
        QVERIFY(codes(report).contains(QStringLiteral("no_licence"))
                && codes(report).contains(QStringLiteral("no_url")));
        QVERIFY(report.files.empty() && !fs::exists(place("unlicensed")));
    }

    void nothingElseIsWrittenOver()
    {
        fs::create_directory(place("mine"));
        std::ofstream(place("mine/thesis.tex")) << "years of work\n";
        QVERIFY_THROWS_EXCEPTION(IoError, published("mine"));
        QCOMPARE(filesBelow(place("mine")), std::vector<std::string>{"thesis.tex"});
        published("again");
        QVERIFY_THROWS_EXCEPTION(IoError, published("again"));
        PublicationWish wish;
        wish.overwrites = true;
        wish.card = card();
        wish.card.title = "Talks, again";
        QVERIFY(!published("again", wish).isRefused());
        QVERIFY(contents(place("again/README.md")).find("# Talks, again") != std::string::npos);
        QVERIFY(verifyPublication(place("again"), {}).findings.empty());
        for (const auto& entry : fs::directory_iterator(place(".")))
            QVERIFY2(entry.path().string().find(".part") == std::string::npos, entry.path().c_str());
    }

    void speakersThatAreCutAreSaid()
    {
        const Annotation annotation = judgedProject();
        PublishedStudy cut = study(annotation);
        cut.speakers = {{"a", "ada"}, {"b", "ada"}};
        const std::vector<Finding> findings = publicationFindings(card(), cut, publishedSplits(cut, {}));
        QVERIFY(std::ranges::any_of(findings,
                                    [](const Finding& finding) { return finding.code == "group_cut"; }));
        QCOMPARE(publishedSplits(cut, {}).videos.at("a").group,
                 publishedSplits(cut, {}).videos.at("b").group);
        const PublishedSplits drawn = publishedSplits(cut, {{"train", 0.5}, {"test", 0.5}});
        QCOMPARE(drawn.videos.at("a").split, drawn.videos.at("b").split); // never cut
        QCOMPARE(drawn.tooLarge.size(), std::size_t(1));
    }

    void whatGoesAlongStaysInTheFolder()
    {
        DatasetList list;
        list.sequences = {{"raw", "../up/words", "/data/a.csd"},
                          {"raw", "..?up?words", "/data/b.csd"},
                          {"raw", "Wörter", "/data/c.csd"}};
        list.media = {{"a/b", "/data/a.mp4", "ada", ""}};
        const auto copies = publicationCopies(list, {"../up/words", "..?up?words", "Wörter"}, true);
        QStringList places;
        for (const auto& [place, from] : copies)
            places << QString::fromStdString(place);
        QCOMPARE(places,
                 (QStringList{QStringLiteral("Wörter.csd"), QStringLiteral("_.._up_words-2.csd"),
                              QStringLiteral("_.._up_words.csd"), QStringLiteral("media/a_b.mp4")}));
        QVERIFY_THROWS_EXCEPTION(FormatError, publicationCopies(list, {"none"}, false));
    }

    void anotherTierIsAskedForByName()
    {
        const Annotation annotation = judgedProject();
        AllTiers tiers(annotation, nullptr);
        QVERIFY_THROWS_EXCEPTION(FormatError,
                                 publishedStudy(annotation, tiers, {}, "mood", "p.polylogue", {}));
        const PublishedStudy all = study(annotation);
        QCOMPARE(all.units.size(), std::size_t(12));
        QCOMPARE(all.votes.size(), std::size_t(36));
        QCOMPARE(all.settled.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(PublicationTest)
#include "tst_publication.moc"
