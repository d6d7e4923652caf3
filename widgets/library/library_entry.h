#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace widgets {

/// What is said in a video: its words in one line, a blank between two, and when each begins.
struct SpokenWords {
    QString text;
    std::vector<float> starts; ///< seconds, one per word of `text`

    /// Blanks inside a word become no-break spaces; an empty word is left out.
    void add(const QString& word, double start);
    /// When the word at this character of `text` begins. Seconds; 0 without words.
    double startAt(qsizetype character) const;

    friend bool operator==(const SpokenWords&, const SpokenWords&) = default;
};

/// One video of the dataset, as the library shows it.
struct LibraryEntry {
    QString id;
    QString speaker;
    QString fold; ///< empty: in no fold
    int nameRank = 0; ///< place when all are sorted by name
    bool hasMedia = false;

    bool isRead = false; ///< what follows is known
    bool hasPicture = true;
    double duration = -1.0; ///< seconds; negative: not known
    bool countsSteps = false; ///< the duration is a number of steps: packed features without a clip
    std::array<float, 3> coverage{0, 0, 0}; ///< text, sound, vision: part of the time with rows, 0…1
    QStringList labelNames;
    std::vector<float> labels; ///< N segments in time order × one per name; NaN: nobody gave it
    SpokenWords words;
    QStringList participants; ///< of the conversation that it belongs to: names, or ids where there are none
    QStringList seen; ///< what annotators had seen before they answered: `prediction`, `other`, …; sorted

    std::size_t segments() const;
    float label(std::size_t segment, std::size_t column) const;

    friend bool operator==(const LibraryEntry&, const LibraryEntry&) = default;
};

using LibraryEntryPtr = std::shared_ptr<const LibraryEntry>;

/// The values that one label has in an entry.
struct LabelFigures {
    std::size_t given = 0; ///< segments that have a value; without any the rest is NaN
    double least = 0.0;
    double greatest = 0.0;
    double mean = 0.0;
    double spread = 0.0; ///< standard deviation (of the population)
};
LabelFigures labelFigures(const LibraryEntry& entry, std::size_t column);

/// `ada · 16.2 s · train`: what the second line says.
QString entryLine(const LibraryEntry& entry);
/// All figures, a line each: for the tool tip; for a screen reader they follow each other.
QStringList entryFigures(const LibraryEntry& entry);

}

Q_DECLARE_METATYPE(widgets::LibraryEntryPtr)
