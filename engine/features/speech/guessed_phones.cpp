#include "engine/features/speech/guessed_phones.h"

#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace engine {

namespace {

/// espeak-ng's mnemonics of English and the phones of CMU's dictionary.
constexpr const char* kCmuPhones = R"(aI@3 AY ER
aI@ AY ER
aU@ AW ER
i@3 IH R
e@ EH R
A@ AA R
O@ AO R
o@ AO R
U@ UH R
i@ IY AH
tS CH
dZ JH
aI AY
aU AW
OI OY
oU OW
eI EY
3: ER
i: IY
u: UW
A: AA
O: AO
aa AE
a# AH
I# IH
I2 IH
@L AH L
@5 AH
@2 AH
0# AA
IR IH R
VR AH R
n- AH N
m- AH M
l^ L
t# T
t2 T
r- R
w# W
z# Z
d# D
p P
b B
t T
d D
k K
g G
f F
v V
T TH
D DH
s S
z Z
S SH
Z ZH
h HH
m M
n N
N NG
l L
r R
j Y
w W
x K
C HH Y
i IY
I IH
e EY
E EH
a AE
A AA
0 AA
O AO
o OW
U UH
u UW
V AH
3 ER
@ AH
y UW
Y ER
?
)";

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

}

GuessedPhones::GuessedPhones(const SpeechModel& model) : m_voice(model.voice)
{
    std::ifstream file;
    std::istringstream builtIn(kCmuPhones);
    if (!model.phones.empty()) {
        file.open(model.phones);
        if (!file)
            throw IoError("file_not_found", model.phones.string(), "the table of phones is not there");
    }
    std::istream& table = model.phones.empty() ? static_cast<std::istream&>(builtIn) : file;
    std::size_t number = 0;
    for (std::string line; std::getline(table, line);) {
        ++number;
        std::istringstream fields(line);
        std::string mnemonic;
        if (!(fields >> mnemonic))
            continue;
        std::vector<std::string> phones;
        for (std::string phone; fields >> phone;)
            phones.push_back(phone);
        if (!m_table.emplace(mnemonic, std::move(phones)).second)
            throw FormatError("phone_map", model.phones.string(),
                              "line " + std::to_string(number) + " has " + mnemonic + " for the second time");
        m_longest = std::max(m_longest, mnemonic.size());
    }
}

std::vector<std::string> GuessedPhones::phonesOf(std::string mnemonics) const
{
    std::erase_if(mnemonics,
                  [](char c) { return c == '\'' || c == ',' || c == '%' || c == '=' || c == '|'; });
    std::vector<std::string> phones;
    for (std::size_t at = 0; at < mnemonics.size();) {
        std::size_t length = std::min(m_longest, mnemonics.size() - at);
        while (length > 0 && !m_table.contains(mnemonics.substr(at, length)))
            --length;
        if (length > 0) {
            const std::vector<std::string>& found = m_table.at(mnemonics.substr(at, length));
            phones.insert(phones.end(), found.begin(), found.end());
        }
        at += std::max<std::size_t>(1, length); // marks of length and separators say nothing
    }
    return phones;
}

std::vector<std::vector<std::string>> GuessedPhones::guess(const std::vector<std::string>& words) const
{
    std::vector<std::vector<std::string>> phones(words.size());
    constexpr std::size_t kBatch = 500; // an argument of a program has its limit
    for (std::size_t first = 0; first < words.size();) {
        const std::size_t last = std::min(words.size(), first + kBatch);
        std::string text;
        for (std::size_t i = first; i < last; ++i)
            text += words[i] + "\n\n"; // each a clause of its own
        const ChildResult said = runChild({"espeak-ng", "-q", "-x", "--sep=_", "-v", m_voice, "--", text});
        if (!said.succeeded())
            throw IoError(
                "espeak", "espeak-ng",
                said.exitCode == 127
                    ? "words that the dictionary lacks need this program; install the package espeak-ng"
                    : "it failed: " + said.errors);
        const std::vector<std::string> lines = linesOf(said.output);
        if (lines.size() == last - first) {
            for (std::size_t i = first; i < last; ++i)
                phones[i] = phonesOf(lines[i - first]);
        } else if (words.size() == 1) { // a word of several clauses
            phones[0] = phonesOf(said.output);
        } else {
            for (std::size_t i = first; i < last; ++i)
                phones[i] = guess({words[i]}).front();
        }
        first = last;
    }
    return phones;
}

}
