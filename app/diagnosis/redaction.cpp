#include "app/diagnosis/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstring>

namespace app {

namespace {

constexpr qsizetype kShortestName = 3;
constexpr int kSystemErrors = 134; ///< Linux numbers its errors below

const QString& hiddenName()
{
    static const QString name = QStringLiteral("NAME");
    return name;
}

QRegularExpression pattern(const QString& text)
{
    QRegularExpression expression(text, QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT(expression.isValid());
    return expression;
}

/// Letters, digits and what joins them in names of files and videos.
const QRegularExpression& words()
{
    static const QRegularExpression expression = pattern(QStringLiteral(R"([\w\-]+(?:\.[\w\-]+)*)"));
    return expression;
}

/// Where the name of a file begins that names its folders, too. Behind a letter (`and/or`, `音频/视频`) only
/// where there are more folders, and behind a Latin letter or a digit nowhere.
const QRegularExpression& pathBeginnings()
{
    static const QRegularExpression expression = pattern(QStringLiteral(
        R"((?:\b[a-z][a-z0-9+\-]+:/+|(?<![\w/.…~])~\w*/|(?<![\w/.…~])/(?=[^\s/])|(?<![\w/.…~])\.{1,2}/)"
        R"(|(?<=[^\W0-9_A-Za-z])~?/(?=[\w.\-]+/)|\b[A-Za-z]:\\|\\\\(?=\w)))"));
    return expression;
}

/// Endings that a name of a file ends with, so that what comes behind is of the sentence. Each other ending
/// may as well be within a name.
const QString& knownEndings()
{
    static const QString endings = QStringLiteral(
        R"(\.(?:aac|ac3|aif|aiff|antx|avi|bin|bz2|csd|csv|cex|cha|conllu|ctm|dat|dir|docx?|eaf|elan|flac|flv|gif)"
        R"(|gz|h5|hdf5|htk|html?|jpe?g|json|jsonl|lab|list|log|m2ts|m4a|m4v|md|mkv|mka|mov|mp3|mp4|mpe?g|mts|mxf|npy|npz)"
        R"(|oga|ogg|ogv|opus|packed|parquet|pdf|pkl|png|polylogue|pptx?|pt|pth|py|rttm|safetensors|sav|sbatch|sh)"
        R"(|so|srt|stm|svg|tar|task|tex|tgz|tiff?|tmp|trs|ts|tsv|txt|vec|vectors|vob|vtt|wav|weba|webm|webp|wma|wmv)"
        R"(|xls|xlsx|xml|xz|ya?ml|zip|zst|TextGrid)(?![A-Za-z0-9_]|\.\w|-\w))");
    return endings;
}

const QRegularExpression& ends()
{
    static const QRegularExpression expression = [] {
        QRegularExpression made = pattern(knownEndings());
        made.setPatternOptions(made.patternOptions() | QRegularExpression::CaseInsensitiveOption);
        return made;
    }();
    return expression;
}

/// A name of a file without folders: blanks may be in it, so that it may have begun anywhere before.
/// Numbers such as `0.9.1` and `so.6` end in no such ending.
const QRegularExpression& bareNames()
{
    static const QRegularExpression expression
        = pattern(QStringLiteral(R"([^\s.…]\.[A-Za-z][A-Za-z0-9]{1,10}(?![A-Za-z0-9_]|\.\w|-\w))"));
    return expression;
}

/// The end of a file's name that says what it is: `.mp4`; of an archive both (`.tar.gz`) would be in the way.
QString endingOf(const QString& name)
{
    static const QRegularExpression ending = pattern(QStringLiteral(R"(\.([A-Za-z][A-Za-z0-9]{1,10})$)"));
    return ending.match(name).captured(0);
}

/// Opening and closing marks of quotations of the languages of the window, and of C++ and Qt.
struct Marks {
    char16_t open;
    char16_t close;
};
constexpr std::array kMarks{Marks{u'“', u'”'},   Marks{u'„', u'“'}, Marks{u'‚', u'‘'},   Marks{u'‘', u'’'},
                            Marks{u'«', u'»'},   Marks{u'»', u'«'}, Marks{u'「', u'」'}, Marks{u'『', u'』'},
                            Marks{u'《', u'》'}, Marks{u'"', u'"'}, Marks{u'\'', u'\''}, Marks{u'`', u'`'}};

/// Whether marks may as well be apostrophes: these have a letter on both sides, or behind them a blank.
bool mayBeApostrophe(char16_t mark)
{
    return mark == u'\'' || mark == u'’' || mark == u'‘';
}

bool isOfWord(const QString& line, qsizetype at)
{
    return at >= 0 && at < line.size() && line.at(at).isLetterOrNumber();
}

/// Where the quotation ends that begins here; -1: none begins here, or the line has no end of one.
qsizetype endOfQuotation(const QString& line, qsizetype begin)
{
    const char16_t open = line.at(begin).unicode();
    const auto* marks = std::ranges::find(kMarks, open, &Marks::open);
    if (marks == kMarks.end() || begin + 1 >= line.size())
        return -1;
    const bool isLoose = mayBeApostrophe(open) || open == u'"' || open == u'`';
    if (isLoose && (isOfWord(line, begin - 1) || line.at(begin + 1).isSpace()))
        return -1;
    qsizetype last = -1;
    int depth = 1; // a name in marks may itself have some
    for (qsizetype at = begin + 1; at < line.size() && depth > 0; ++at) {
        const char16_t mark = line.at(at).unicode();
        if (mark == marks->open && open != marks->close && !mayBeApostrophe(open))
            ++depth;
        else if (mark == marks->close && !((isLoose || mayBeApostrophe(mark)) && isOfWord(line, at + 1))) {
            last = at;
            --depth;
        }
    }
    return last;
}

bool isError(QStringView text)
{
    for (int number = 1; number < kSystemErrors; ++number) {
        if (text.compare(QString::fromLocal8Bit(std::strerror(number)), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// How far the name of a file reaches at most that begins a text: to the first known ending with a colon,
/// else to the last known ending with no folder behind; a place in a sequence ends by itself. Without an
/// ending names cannot be told from sentences, and all of the text is taken for the name, but for what the
/// system says of an error.
qsizetype lengthOfPath(const QString& text)
{
    static const QRegularExpression places
        = pattern(QStringLiteral(R"(^/[^:]*/(?:intervals|features)(?=[\s,;:.]|$)|^/[^\s/]+/data(?=\s|$))"));
    if (const QRegularExpressionMatch place = places.match(text); place.hasMatch())
        return place.capturedLength();
    static const QRegularExpression colon = pattern(QStringLiteral(R"(^(?::(?=\s|$|\d)|：))"));
    qsizetype last = -1;
    for (auto found = ends().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch ending = found.next();
        last = ending.capturedEnd();
        if (colon.match(text.mid(last, 2)).hasMatch())
            return last;
    }
    if (last >= 0 && text.indexOf(QLatin1Char('/'), last) < 0)
        return last;
    const qsizetype told = text.lastIndexOf(QLatin1String(": "));
    QStringView behind = told < 0 ? QStringView() : QStringView(text).mid(told + 2).trimmed();
    while (behind.endsWith(u'.'))
        behind.chop(1);
    return told >= 0 && isError(behind) ? told : text.size();
}

/// What quotations say is a name, or somebody's words.
QString withoutQuotations(const QString& line)
{
    QString result;
    for (qsizetype at = 0; at < line.size();) {
        const qsizetype end = endOfQuotation(line, at);
        if (end < 0) {
            result += line.at(at++);
            continue;
        }
        const QString said = line.mid(at + 1, end - at - 1);
        const bool isPath = pathBeginnings().match(said).capturedStart() == 0;
        result += line.at(at) + (isPath ? QStringLiteral("…/") : QString()) + hiddenName() + endingOf(said)
            + line.at(end);
        at = end + 1;
    }
    return result;
}

QString withoutPaths(const QString& line)
{
    QString result;
    qsizetype done = 0;
    for (QRegularExpressionMatch path = pathBeginnings().match(line); path.hasMatch();) {
        const qsizetype begin = path.capturedStart();
        // Two names behind each other: the next one begins behind a blank, or within marks.
        static const QRegularExpression next
            = pattern(QStringLiteral(R"((?<=[\s"'“„‘‚«「『《(\[<])~?/(?=[^\s/]))"));
        const qsizetype behind = path.capturedEnd();
        const qsizetype until = next.match(line, behind).capturedStart();
        const QString text = line.mid(begin, until < 0 ? -1 : until - begin);
        const qsizetype length = lengthOfPath(text);
        QString name = text.left(length);
        qsizetype kept = name.size(); // blanks between two names are of neither
        while (kept > 0 && name.at(kept - 1).isSpace())
            --kept;
        result += line.mid(done, begin - done) + QStringLiteral("…/") + hiddenName()
            + endingOf(name.left(kept)) + name.mid(kept);
        done = begin + length;
        path = pathBeginnings().match(line, done);
    }
    return result + line.mid(done);
}

/// Names of files without folders, from where they may have begun: the line, or what is hidden before.
QString withoutFiles(const QString& line)
{
    static const QRegularExpression hidden = pattern(QStringLiteral(
        R"((?:…/)?NAME(?:\.[A-Za-z][A-Za-z0-9]{1,10})?(?![A-Za-z0-9_]|\.\w)[\s"”“’'»«」』》):：,;]*)"));
    QString result;
    qsizetype done = 0;
    for (auto found = bareNames().globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch ending = found.next();
        qsizetype begin = done;
        bool isHidden = false;
        for (auto before = hidden.globalMatch(line, done); before.hasNext();) {
            const QRegularExpressionMatch name = before.next();
            if (name.capturedStart() >= ending.capturedEnd())
                break;
            isHidden = name.capturedEnd() >= ending.capturedEnd();
            if (isHidden)
                break;
            begin = name.capturedEnd();
        }
        if (isHidden)
            continue;
        while (begin < ending.capturedStart() && line.at(begin).isSpace())
            ++begin;
        result += line.mid(done, begin - done) + hiddenName()
            + endingOf(line.mid(begin, ending.capturedEnd() - begin));
        done = ending.capturedEnd();
    }
    return result + line.mid(done);
}

}

Redaction::Redaction(const QStringList& names)
{
    for (const QString& name : names) {
        if (name.size() < kShortestName)
            continue;
        const QRegularExpressionMatch word = words().match(name);
        if (word.hasMatch() && word.capturedLength() == name.size())
            m_words.insert(name);
        else if (!m_phrases.contains(name))
            m_phrases << name;
    }
    std::ranges::sort(m_phrases, std::greater(), &QString::size);
}

QString Redaction::of(const QString& text) const
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = withoutNames(withoutFiles(withoutPaths(withoutQuotations(line))));
    return lines.join(QLatin1Char('\n'));
}

QString Redaction::withoutNames(QString line) const
{
    for (const QString& phrase : m_phrases)
        line.replace(phrase, hiddenName());
    QString result;
    qsizetype done = 0;
    for (auto found = words().globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch word = found.next();
        result += line.mid(done, word.capturedStart() - done)
            + (m_words.contains(word.captured()) ? hiddenName() : word.captured());
        done = word.capturedEnd();
    }
    return result + line.mid(done);
}

}
