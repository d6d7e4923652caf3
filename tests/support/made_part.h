#pragma once

#include "engine/core/sha256.h"

#include <QTemporaryDir>

#include <fstream>
#include <map>
#include <string>

namespace engine::test {

/// A part that a test makes up: files in a folder of their own, and a card that fits them.
class MadePart {
public:
    MadePart(std::string name, const std::map<std::string, std::string>& files) : m_name(std::move(name))
    {
        for (const auto& [file, text] : files)
            write(file, text);
        writeCard();
    }

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    /// Without changing the card.
    void write(const std::string& file, const std::string& text)
    {
        std::ofstream(folder() / file, std::ios::binary) << text;
        m_files[file] = hexadecimal(sha256OfFile(folder() / file));
    }
    std::string card() const
    {
        std::string files;
        for (const auto& [file, sum] : m_files)
            files += (files.empty() ? "\"" : ", \"") + file + "\": \"" + sum + "\"";
        return R"({"part": ")" + m_name
            + R"(", "title": "made up", "learnt_from": {"who": "drawn", "people": 3, "languages": ["en"], "data": [)"
              R"({"name": "talks", "licence": "none", "source": "this test"}]}, "licence": "none", "licence_file": "L",)"
              R"( "made_by": "a test", "files": {)"
            + files
            + R"(}, "measured": [{"on": "talks", "what": "r", "value": 0.5, "low": 0.25, "n": 9}], "not_known": "all"})";
    }
    void writeCard() { std::ofstream(folder() / "card.json") << card(); }

private:
    QTemporaryDir m_folder;
    std::string m_name;
    std::map<std::string, std::string> m_files;
};

/// A part `valence` of a few words.
inline MadePart madeValence()
{
    return {
        "valence",
        {{"ratings.tsv", "good\t2\nbad\t-2\nfine\t1\nhell\t-3\n:)\t2\n:d\t2.5\n"},
         {"rules.tsv",
          "# a remark\nnegation\tnot\t0\nnegation\tno\t0\nbooster\tvery\t0.5\nbooster\tslightly\t-0.5\n"
          "turn\tbut\t0\nharmless\tnot only\t0\nidiom\tnot bad at all\t1.5\nidiom\tas good\t0\n"},
         {"grams.tsv", "# words\nfilm\t2\t100\nthe film\t1\t-50\nthe\t1\t10\n"},
         {"sums.json",
          R"({"constant": 0.25, "unit_of_grams": 0.01, "numbers": {"tone": 1, "positive": 0, "negative": 0, "mean": 0,)"
          R"( "highest": 0, "lowest": 0, "last": 0, "found": 0, "exclamations": 0, "questions": 0, "negations": 0}})"}}};
}

}
