#include "widgets/predict/display_words.h"

#include "engine/core/segment_input.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace widgets {

namespace {

constexpr auto kContext = "widgets::DisplayWords";

/// Looked up by what the models say, so only lupdate reads them here.
[[maybe_unused]] constexpr std::array kTitles{
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Activity of each combination of modalities"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention between the six vectors"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention per modality"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention per word"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: text"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: acoustic"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: text + acoustic"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: text + visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: acoustic + visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention: text + acoustic + visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention of the first translation"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention of the score"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention of the second translation"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention of the translation"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attention of the translation back"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Attentions per modality"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Contribution of each combination of modalities"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Contribution of each modality's state"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Contribution of each rank"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Efficacy of each edge"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Fusion graph, mean over the words"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Gate of what is heard"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Gate of what is seen"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Highlights per modality"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "How far a word is shifted"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Kept positions of the face, first level"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Kept positions of the face, second level"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Kept positions of the face, third level"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Likeliest texts"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Likeness of shared and own vector"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Memory added"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Memory kept"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Open gates"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Prediction word by word"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Predictions of all modalities and of each alone"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Probability of an open gate"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Second translation beside the truth"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Scores of each modality before they are added"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Size of the memory"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Size of the state"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Text attends to acoustic"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Text attends to visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Text attends to itself"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Acoustic attends to text"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Acoustic attends to visual"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Acoustic attends to itself"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Visual attends to text"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Visual attends to acoustic"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Translation beside the truth"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Visual attends to itself"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Vector of the sound"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Vector of the text"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Vector of the vision"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "Vectors of the modalities")};

[[maybe_unused]] constexpr std::array kEntries{QT_TRANSLATE_NOOP("widgets::DisplayWords", "Text"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "Sound"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "Vision"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "all"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "fusion"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "own text"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "own acoustic"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "own visual"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "shared text"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "shared acoustic"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "shared visual"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "translated"),
                                               QT_TRANSLATE_NOOP("widgets::DisplayWords", "true")};

/// With the entry's number in place of `%1`.
[[maybe_unused]] constexpr std::array kNumbered{
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "attention %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "column %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "feature %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "frame %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "head %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "layer %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "output %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "hypothesis %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "rank %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "row %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "stage %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "step %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "token %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "unit %1"),
    QT_TRANSLATE_NOOP("widgets::DisplayWords", "written step %1")};

QString translated(const std::string& text)
{
    return QCoreApplication::translate(kContext, text.c_str());
}

/// Modalities are called as on their switches: sequences may be named as the models say, and theirs is never
/// translated.
QString translatedEntry(const std::string& label)
{
    constexpr std::array words{"Text", "Sound", "Vision"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (label == engine::name(engine::allModalities[i]))
            return translated(words[i]);
    }
    return translated(label);
}

}

QString displayTitle(const std::string& title)
{
    return translated(title);
}

QString displayEntry(const std::string& label)
{
    QStringList parts = QString::fromStdString(label).split(QStringLiteral(" + "));
    for (QString& part : parts)
        part = translatedEntry(part.toStdString());
    return parts.join(QStringLiteral(" + "));
}

QString numberedEntry(const std::string& axis, std::size_t index)
{
    const QString text = translated((axis == "target_step" ? "written step" : axis) + " %1");
    return text.contains(QStringLiteral("%1")) ? text.arg(index + 1) : QString::number(index + 1);
}

QString vertexMeaning(const QString& vertex)
{
    if (vertex == QLatin1String("t"))
        return translated("fusion");
    QStringList parts;
    for (const QChar letter : vertex) {
        const char* modality = letter == u'l' ? "text"
            : letter == u'a'                  ? "acoustic"
            : letter == u'v'                  ? "visual"
                                              : nullptr;
        if (!modality)
            return vertex;
        parts << translatedEntry(modality);
    }
    return parts.join(QStringLiteral(" + "));
}

}
