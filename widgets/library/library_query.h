#pragma once

#include "widgets/library/library_entry.h"

#include <QRegularExpression>
#include <QStringMatcher>

#include <optional>
#include <vector>

namespace widgets {

/// Where in the spoken words of an entry something was found.
struct LibraryHit {
    qsizetype start = -1; ///< character of `SpokenWords::text`; negative: nothing was sought there
    qsizetype length = 0;

    bool isSpoken() const { return start >= 0; }
    friend bool operator==(const LibraryHit&, const LibraryHit&) = default;
};

/// A typed text in each form in which names are written: as it is, and with letters and their marks as one or
/// apart, as macOS writes the names of files (Unicode's forms NFC and NFD). Case does not matter.
class SoughtText {
public:
    explicit SoughtText(const QString& text);

    bool isIn(const QString& text) const { return in(text).isSpoken(); }
    LibraryHit in(const QString& text) const; ///< the first form that is found; else a negative place

private:
    std::vector<QStringMatcher> m_forms;
};

/// What is sought in the library: terms that all have to hold.
///
///     film  "a film"       id, speaker, fold or spoken words contain it
///     /lo+ve/              the same, as a regular expression
///     sentiment>1          some segment has such a label; several such terms hold of the same segment
///     fold:test  speaker:ada  id:ada_1
///     with:bert  people:2  Bert takes part in the conversation; two people take part
///     missing:visual       no rows (text, sound, vision), or no labels, no media
///     longer:10  shorter:60   seconds
///     seen:prediction      somebody saw this of a segment before answering: also explanation, suggestion,
///                          other, suspect
///
/// A term that is not finished (`fold:`, `sentiment>`) does not restrict anything yet.
class LibraryQuery {
public:
    explicit LibraryQuery(const QString& text = {});

    /// Why the text is no query, in a sentence; empty: it is one.
    const QString& problem() const { return m_problem; }
    bool isEmpty() const { return m_isEmpty; } ///< everything is found
    const QStringList& labels() const
    {
        return m_labels;
    } ///< labels whose values are sought, as they were written
    /// The place where an entry matches; absent: it does not.
    std::optional<LibraryHit> match(const LibraryEntry& entry) const;

    /// The terms of a text: parts between blanks, where quotes and `/…/` hold together.
    static QStringList terms(const QString& text);
    /// Whether this is what the query calls a label: blanks may be written as `_`, case does not matter.
    static bool isSameLabel(QStringView written, QStringView label);

private:
    enum class Field { Id, Speaker, Fold };
    enum class Part { Text, Sound, Vision, Labels, Media };
    struct Condition {
        QString label;
        QString comparison; ///< one of > >= < <= =
        double value = 0.0;
    };
    bool readField(const QString& term);
    bool readCondition(const QString& term);
    void readPattern(const QString& term);
    void readMissing(const QString& value);
    void readSeen(const QString& value);
    void readPeople(const QString& value);
    std::optional<double> readSeconds(const QString& value);
    bool holdsOfFields(const LibraryEntry& entry) const;
    bool holdsOfSomeSegment(const LibraryEntry& entry) const;

    QString m_problem;
    bool m_isEmpty = true;
    QStringList m_labels;
    std::vector<SoughtText> m_texts;
    std::vector<QRegularExpression> m_patterns;
    std::vector<std::pair<Field, QString>> m_fields;
    std::vector<Part> m_missing;
    QStringList m_seen;
    QStringList m_with; ///< names of participants
    std::optional<int> m_people; ///< how many participants
    std::vector<Condition> m_conditions;
    double m_longer = -1.0; ///< seconds; negative: any
    double m_shorter = -1.0;
};

}

Q_DECLARE_METATYPE(widgets::LibraryHit)
