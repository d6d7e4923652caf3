#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/cli.h"

namespace engine::test {

inline nlohmann::json jsonIn(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    return nlohmann::json::parse(stream);
}

inline std::filesystem::path corpusFixture(const char* layout)
{
    return fixture("conversations").toStdString() + "/" + layout;
}

/// A folder in the layout of a corpus, which `make-dataset` makes a dataset of.
class CorpusFolder {
public:
    std::filesystem::path path() const
    {
        return m_temporary.filePath(QStringLiteral("corpus")).toStdString();
    }
    /// Beside the corpus.
    QString outside(const char* name) const { return m_temporary.filePath(QLatin1String(name)); }

    void write(const std::string& file, const std::string& bytes) const
    {
        std::filesystem::create_directories((path() / file).parent_path());
        std::ofstream(path() / file, std::ios::binary) << bytes;
    }

    /// Of what lies in the folder.
    ProgramResult made(const char* layout, const QStringList& more = {}) const
    {
        return runCli(QStringList{QStringLiteral("make-dataset"), QString::fromStdString(path()),
                                  QStringLiteral("--layout"), QLatin1String(layout)}
                      + more);
    }
    /// Of a copy of the fixture of this layout.
    ProgramResult make(const char* layout, const QStringList& more = {}) const
    {
        std::filesystem::copy(corpusFixture(layout), path(), std::filesystem::copy_options::recursive);
        return made(layout, more);
    }

    DatasetList list() const { return readDatasetList(path() / "dataset.json"); }
    CsdFile sequence(const std::string& name) const { return CsdFile(path() / (name + ".csd")); }

    /// Each listed sequence is valid for `validate`.
    void requireValid() const
    {
        for (const DatasetList::Sequence& listed : list().sequences) {
            const ProgramResult result
                = runCli({QStringLiteral("validate"), QString::fromStdString(listed.file.string())});
            QVERIFY2(result.exitCode == 0, result.output + result.errors);
        }
    }

private:
    QTemporaryDir m_temporary;
};

}
