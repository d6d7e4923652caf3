#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/merge_copies.h"
#include "engine/annotation/project/project_file.h"

#include <QDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/annotations.h"
#include "tests/support/cli.h"

using namespace engine;

/// The command merges as the window does: by mergeCopies().
class TestMergeProjectsCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Annotation m_base = test::withSpans({{0, 2}, {2, 5}, {6, 7}});
    Annotation m_mine = m_base;
    Annotation m_theirs = m_base;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char* name, const Annotation& annotation) const
    {
        ProjectFile::create(path(name).toStdString()).write(difference(Annotation(), annotation));
    }

    Annotation read(const char* name) const
    {
        std::vector<std::string> problems;
        return ProjectFile::open(path(name).toStdString(), ProjectFile::Access::ReadOnly).load(problems);
    }

    test::ProgramResult merge(const QStringList& more = {}) const
    {
        return test::runCli(QStringList{QStringLiteral("merge-projects"), path("mine.polylogue"),
                                        path("theirs.polylogue"), QStringLiteral("--out"),
                                        path("out.polylogue"), QStringLiteral("--overwrite")}
                            + more);
    }

private slots:
    void initTestCase()
    {
        m_mine.apply(setText(m_mine, 1, "mine"));
        m_mine.apply(setText(m_mine, 3, "both"));
        m_theirs.apply(setText(m_theirs, 2, "theirs"));
        m_theirs.apply(setText(m_theirs, 3, "differ"));
        write("base.polylogue", m_base);
        write("mine.polylogue", m_mine);
        write("theirs.polylogue", m_theirs);
    }

    void theResultIsThatOfTheWindow()
    {
        const test::ProgramResult result
            = merge({QStringLiteral("--base"), path("base.polylogue"), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors);
        const Merged merged = mergeCopies(&m_base, m_mine, m_theirs);
        Annotation expected = m_mine;
        expected.apply(merged.change);
        QVERIFY(read("out.polylogue") == expected);
        QCOMPARE(expected.segment(2)->text, std::string("theirs"));
        const nlohmann::json json = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(json.at("changed").get<std::size_t>(), merged.changed);
        QCOMPARE(json.at("conflicts").size(), std::size_t(1));
        QCOMPARE(json.at("conflicts")[0].at("theirs").get<std::string>(), std::string("differ"));
        QVERIFY(read("mine.polylogue") == m_mine);
    }

    void aSideSettlesConflicts()
    {
        const test::ProgramResult result
            = merge({QStringLiteral("--base"), path("base.polylogue"), QStringLiteral("--prefer"),
                     QStringLiteral("theirs"), QStringLiteral("--conflicts"), path("left.csv")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QCOMPARE(read("out.polylogue").segment(3)->text, std::string("differ"));
        QVERIFY(QFile::exists(path("left.csv")));
    }

    void withoutABaseNothingIsRemoved()
    {
        const test::ProgramResult result = merge();
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY2(result.errors.contains("nothing is removed"), result.errors);
        Annotation expected = m_mine;
        expected.apply(mergeCopies(nullptr, m_mine, m_theirs).change);
        QVERIFY(read("out.polylogue") == expected);
    }

    /// A name without a folder lies in the present one.
    void bareNamesLieInThePresentFolder()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        const auto merged = [](const char* theirs) {
            return test::runCli({QStringLiteral("merge-projects"), QStringLiteral("mine.polylogue"),
                                 QLatin1String(theirs), QStringLiteral("--out"),
                                 QStringLiteral("bare.polylogue"), QStringLiteral("--json")});
        };
        const test::ProgramResult missing = merged("nobody.polylogue");
        const test::ProgramResult result = merged("theirs.polylogue");
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(missing.exitCode == 1 && missing.errors.contains("nobody.polylogue: is not there"),
                 missing.errors);
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY(QFile::exists(path("bare.polylogue")));
    }

    void whatCannotBeMergedIsRefused()
    {
        QFile broken(path("broken.polylogue"));
        QVERIFY(QFile::copy(path("theirs.polylogue"), broken.fileName()));
        QVERIFY(broken.open(QFile::ReadWrite));
        QVERIFY(broken.resize(broken.size() / 2));
        broken.close();
        const auto run = [this](const char* theirs, const QString& out) {
            return test::runCli({QStringLiteral("merge-projects"), path("mine.polylogue"), path(theirs),
                                 QStringLiteral("--out"), out});
        };
        QCOMPARE(run("broken.polylogue", path("other.polylogue")).exitCode, 1);
        QVERIFY(!QFile::exists(path("other.polylogue")));
        QCOMPARE(run("theirs.polylogue", path("mine.polylogue")).exitCode, 1);
        Annotation other = m_theirs;
        other.apply(putItem(other, {"timeline", "zero", R"({"at": "earliest_stream"})"}));
        write("zero.polylogue", other);
        const test::ProgramResult zero = run("zero.polylogue", path("other.polylogue"));
        QCOMPARE(zero.exitCode, 1);
        QVERIFY2(zero.errors.contains("counts time from another moment"), zero.errors);
    }
};

QTEST_GUILESS_MAIN(TestMergeProjectsCommand)
#include "tst_merge_projects_command.moc"
