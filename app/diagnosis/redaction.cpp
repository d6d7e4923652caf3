#include "app/diagnosis/redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kShortestName = 3;

/// An absolute path, as far as a text shows where it ends.
const QRegularExpression& paths()
{
    static const QRegularExpression expression(
        QStringLiteral(R"((?<![\w…/.])(?:file://)?~?/(?:[^\s"'<>|;:,()]|,(?=\S))+)"));
    return expression;
}

/// Letters, digits and what joins them in names of files and videos.
const QRegularExpression& words()
{
    static const QRegularExpression expression(QStringLiteral(R"([\w\-]+(?:\.[\w\-]+)*)"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

/// The end of a file's name that says what it is: `.mp4`. Numbers such as `0.9.1` and `so.6` have none.
QString endingOf(const QString& name)
{
    static const QRegularExpression ending(QStringLiteral(R"(\.([A-Za-z][A-Za-z0-9]{1,10})$)"));
    return ending.match(name).captured(0);
}

/// Replaces what matches by what `made` says of it.
template <typename Made>
QString replaced(const QString& text, const QRegularExpression& expression, Made made)
{
    QString result;
    qsizetype done = 0;
    for (auto found = expression.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result += text.mid(done, match.capturedStart() - done) + made(match.captured());
        done = match.capturedEnd();
    }
    return result + text.mid(done);
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
    QString result = replaced(text, paths(),
                              [](const QString& path) { return QStringLiteral("…/NAME") + endingOf(path); });
    for (const QString& phrase : m_phrases)
        result.replace(phrase, QStringLiteral("NAME"));
    return replaced(result, words(), [this](const QString& word) {
        if (word.startsWith(QLatin1String("NAME")))
            return word;
        if (m_words.contains(word))
            return QStringLiteral("NAME");
        const QString ending = endingOf(word);
        return ending.isEmpty() ? word : QStringLiteral("NAME") + ending;
    });
}

}
