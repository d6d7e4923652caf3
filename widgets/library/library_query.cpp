#include "widgets/library/library_query.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

struct QueryTexts {
    Q_DECLARE_TR_FUNCTIONS(widgets::LibraryQuery)
};

/// A pattern that explores too much gives up instead of holding the window.
constexpr auto kLimit = "(*LIMIT_MATCH=20000)";

bool holds(double value, const QString& comparison, double bound)
{
    // Labels are stored as float: 0.1 in the query is the 0.1 of the file.
    const double slack = 1e-6 * std::max(1.0, std::abs(bound));
    if (comparison == QLatin1String(">"))
        return value > bound + slack;
    if (comparison == QLatin1String(">="))
        return value >= bound - slack;
    if (comparison == QLatin1String("<"))
        return value < bound - slack;
    if (comparison == QLatin1String("<="))
        return value <= bound + slack;
    return std::abs(value - bound) <= slack;
}

/// Notes the earliest place among the spoken words.
void take(LibraryHit& hit, LibraryHit found)
{
    if (!hit.isSpoken() || found.start < hit.start)
        hit = found;
}

/// A name whose letters and marks are put together, as names are compared.
QString composed(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C);
}

/// Whether a name is the sought one, which is composed(), but for case and how its letters and marks are put
/// together.
bool isSameName(const QString& name, const QString& sought)
{
    return composed(name).compare(sought, Qt::CaseInsensitive) == 0;
}

}

SoughtText::SoughtText(const QString& text)
{
    QStringList forms{text, composed(text), text.normalized(QString::NormalizationForm_D)};
    forms.removeDuplicates();
    for (const QString& form : forms)
        m_forms.emplace_back(form, Qt::CaseInsensitive);
}

LibraryHit SoughtText::in(const QString& text) const
{
    for (const QStringMatcher& form : m_forms) {
        if (const qsizetype start = form.indexIn(text); start >= 0)
            return {start, form.pattern().size()};
    }
    return {};
}

QStringList LibraryQuery::terms(const QString& text)
{
    QStringList terms;
    QString term;
    QChar closing; // of what is open: a quote or a slash
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool escaped = i > 0 && text[i - 1] == QLatin1Char('\\');
        if (closing.isNull() && c.isSpace()) {
            if (!term.isEmpty())
                terms << std::exchange(term, {});
            continue;
        }
        if (!closing.isNull() && c == closing && !escaped)
            closing = {};
        else if (closing.isNull() && (c == QLatin1Char('"') || (c == QLatin1Char('/') && term.isEmpty())))
            closing = c;
        term += c;
    }
    if (!term.isEmpty())
        terms << term;
    return terms;
}

bool LibraryQuery::isSameLabel(QStringView written, QStringView label)
{
    if (written.size() != label.size())
        return false;
    const auto plain = [](QChar c) { return c == QLatin1Char(' ') ? QChar(u'_') : c.toCaseFolded(); };
    return std::equal(written.begin(), written.end(), label.begin(),
                      [&](QChar a, QChar b) { return plain(a) == plain(b); });
}

LibraryQuery::LibraryQuery(const QString& text)
{
    for (const QString& term : terms(text)) {
        if (term.startsWith(QLatin1Char('/'))) {
            readPattern(term);
        } else if (!readField(term) && !readCondition(term)) {
            QString plain = term;
            plain.remove(QLatin1Char('"'));
            if (!plain.isEmpty())
                m_texts.emplace_back(plain);
        }
    }
    m_isEmpty = m_texts.empty() && m_patterns.empty() && m_fields.empty() && m_missing.empty()
        && m_seen.isEmpty() && m_with.isEmpty() && !m_people && m_conditions.empty() && m_longer < 0 && m_shorter < 0;
}

void LibraryQuery::readPattern(const QString& term)
{
    QString pattern = term.mid(1);
    if (pattern.endsWith(QLatin1Char('/')) && !pattern.endsWith(QLatin1String("\\/")))
        pattern.chop(1);
    if (pattern.isEmpty())
        return;
    const QRegularExpression asWritten(pattern);
    if (!asWritten.isValid()) {
        m_problem = QueryTexts::tr("The regular expression /%1/ is wrong at character %2: %3.")
                        .arg(pattern)
                        .arg(asWritten.patternErrorOffset())
                        .arg(asWritten.errorString());
        return;
    }
    m_patterns.emplace_back(QLatin1String(kLimit) + pattern,
                            QRegularExpression::CaseInsensitiveOption
                                | QRegularExpression::UseUnicodePropertiesOption);
}

bool LibraryQuery::readField(const QString& term)
{
    const qsizetype colon = term.indexOf(QLatin1Char(':'));
    if (colon <= 0)
        return false;
    const QString name = term.left(colon).toLower();
    const QString value = composed(term.mid(colon + 1).remove(QLatin1Char('"')));
    const bool isField = name == QLatin1String("fold") || name == QLatin1String("speaker")
        || name == QLatin1String("id") || name == QLatin1String("missing") || name == QLatin1String("longer")
        || name == QLatin1String("shorter") || name == QLatin1String("seen")
        || name == QLatin1String("with") || name == QLatin1String("people");
    if (!isField || value.isEmpty())
        return isField;
    if (name == QLatin1String("fold"))
        m_fields.emplace_back(Field::Fold, value);
    else if (name == QLatin1String("speaker"))
        m_fields.emplace_back(Field::Speaker, value);
    else if (name == QLatin1String("id"))
        m_fields.emplace_back(Field::Id, value);
    else if (name == QLatin1String("missing"))
        readMissing(value.toLower());
    else if (name == QLatin1String("seen"))
        readSeen(value.toLower());
    else if (name == QLatin1String("with"))
        m_with << value;
    else if (name == QLatin1String("people"))
        readPeople(value);
    else if (name == QLatin1String("longer"))
        m_longer = std::max(m_longer, readSeconds(value).value_or(-1.0));
    else if (const auto seconds = readSeconds(value))
        m_shorter = m_shorter < 0 ? *seconds : std::min(m_shorter, *seconds);
    return true;
}

std::optional<double> LibraryQuery::readSeconds(const QString& value)
{
    const std::optional<double> seconds = typedNumber(value);
    if (seconds && *seconds >= 0)
        return seconds;
    m_problem = QueryTexts::tr("“%1” is no length; write seconds, as in longer:10.").arg(value);
    return std::nullopt;
}

/// A beginning of the name is enough, so that nothing flickers while it is typed.
void LibraryQuery::readMissing(const QString& value)
{
    static const std::pair<const char*, Part> names[]{{"text", Part::Text},     {"words", Part::Text},
                                                      {"sound", Part::Sound},   {"acoustic", Part::Sound},
                                                      {"audio", Part::Sound},   {"vision", Part::Vision},
                                                      {"visual", Part::Vision}, {"video", Part::Vision},
                                                      {"labels", Part::Labels}, {"media", Part::Media}};
    for (const auto& [name, part] : names) {
        if (QLatin1String(name).startsWith(value)) {
            m_missing.push_back(part);
            return;
        }
    }
    m_problem
        = QueryTexts::tr("“missing:%1” is not known; write text, sound, vision, labels or media.").arg(value);
}

void LibraryQuery::readSeen(const QString& value)
{
    for (const auto* name : {"prediction", "explanation", "suggestion", "other", "suspect"}) {
        if (QLatin1String(name).startsWith(value)) {
            m_seen << QLatin1String(name);
            return;
        }
    }
    m_problem = QueryTexts::tr(
                    "“seen:%1” is not known; write prediction, explanation, suggestion, other or suspect.")
                    .arg(value);
}

void LibraryQuery::readPeople(const QString& value)
{
    bool isNumber = false;
    const int people = value.toInt(&isNumber);
    if (isNumber && people >= 0)
        m_people = people;
    else
        m_problem = QueryTexts::tr("“people:%1” is no number of participants; write people:2.").arg(value);
}

bool LibraryQuery::readCondition(const QString& term)
{
    static const QRegularExpression form(QStringLiteral("^([^<>=≤≥\"]+)(>=|<=|≥|≤|>|<|=)([^<>=]*)$"));
    const QRegularExpressionMatch found = form.match(term);
    if (!found.hasMatch())
        return false;
    QString comparison = found.captured(2);
    comparison.replace(QStringLiteral("≥"), QLatin1String(">="));
    comparison.replace(QStringLiteral("≤"), QLatin1String("<="));
    QString number = found.captured(3);
    if (number.isEmpty() || number == QLatin1String("-") || number == QStringLiteral("−")
        || number == QLatin1String("+"))
        return true;
    const std::optional<double> value = typedNumber(number);
    if (!value) {
        m_problem
            = QueryTexts::tr("“%1” is no number; write a label's value, as in sentiment>1.").arg(number);
        return true;
    }
    m_labels << found.captured(1);
    m_conditions.push_back({found.captured(1), comparison, *value});
    return true;
}

bool LibraryQuery::holdsOfFields(const LibraryEntry& entry) const
{
    for (const auto& [field, value] : m_fields) {
        const auto isNamed
            = [&value = value](const QString& participant) { return isSameName(participant, value); };
        if (field == Field::Speaker && entry.speaker.isEmpty()
            && std::ranges::any_of(entry.participants, isNamed))
            continue;
        const QString& text = field == Field::Id ? entry.id
            : field == Field::Speaker            ? entry.speaker
                                                 : entry.fold;
        if (!isSameName(text, value))
            return false;
    }
    if (!std::ranges::all_of(m_seen, [&](const QString& thing) { return entry.seen.contains(thing); }))
        return false;
    const auto takesPart = [&](const QString& who) {
        return std::ranges::any_of(entry.participants, [&](const QString& participant) {
            return composed(participant).startsWith(who, Qt::CaseInsensitive);
        });
    };
    if (!std::ranges::all_of(m_with, takesPart)
        || (m_people && std::max<qsizetype>(entry.participants.size(), 1) != *m_people))
        return false;
    if (m_missing.empty() && m_longer < 0 && m_shorter < 0)
        return true;
    if (!entry.isRead)
        return false; // nobody knows yet
    for (const Part part : m_missing) {
        const bool isThere = part == Part::Labels ? entry.segments() > 0
            : part == Part::Media                 ? entry.hasMedia
                                                  : entry.coverage[static_cast<std::size_t>(part)] > 0;
        if (isThere)
            return false;
    }
    return (m_longer < 0 || entry.duration >= m_longer)
        && (m_shorter < 0 || (entry.duration >= 0 && entry.duration <= m_shorter));
}

bool LibraryQuery::holdsOfSomeSegment(const LibraryEntry& entry) const
{
    std::vector<std::size_t> columns;
    for (const Condition& condition : m_conditions) {
        const auto found
            = std::find_if(entry.labelNames.begin(), entry.labelNames.end(),
                           [&](const QString& name) { return isSameLabel(condition.label, name); });
        if (found == entry.labelNames.end())
            return false;
        columns.push_back(static_cast<std::size_t>(found - entry.labelNames.begin()));
    }
    for (std::size_t segment = 0; segment < entry.segments(); ++segment) {
        bool all = true;
        for (std::size_t i = 0; all && i < columns.size(); ++i) {
            const auto value = static_cast<double>(entry.label(segment, columns[i]));
            all = !std::isnan(value) && holds(value, m_conditions[i].comparison, m_conditions[i].value);
        }
        if (all)
            return true;
    }
    return false;
}

std::optional<LibraryHit> LibraryQuery::match(const LibraryEntry& entry) const
{
    if (!holdsOfFields(entry) || (!m_conditions.empty() && !holdsOfSomeSegment(entry)))
        return std::nullopt;
    LibraryHit hit;
    for (const SoughtText& text : m_texts) {
        if (text.isIn(entry.id) || text.isIn(entry.speaker) || text.isIn(entry.fold))
            continue;
        const LibraryHit found = text.in(entry.words.text);
        if (!found.isSpoken())
            return std::nullopt;
        take(hit, found);
    }
    for (const QRegularExpression& pattern : m_patterns) {
        if (pattern.match(entry.id).hasMatch() || pattern.match(entry.speaker).hasMatch()
            || pattern.match(entry.fold).hasMatch())
            continue;
        const QRegularExpressionMatch place = pattern.match(entry.words.text);
        if (!place.hasMatch())
            return std::nullopt;
        take(hit, {place.capturedStart(), place.capturedLength()});
    }
    return hit;
}

}
