#include "app/prediction/tried_menu.h"

#include "app/prediction/live_prediction.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>
#include <cmath>
#include <set>

namespace app {

namespace {

using Kind = Tried::Kind;

constexpr std::array kShifts{-0.5, -0.2, 0.2, 0.5}; ///< seconds, of a modality
constexpr std::array kEdgeSteps{-0.2, -0.08, 0.08, 0.2}; ///< seconds, of a word's edge
constexpr std::array kFunctions{"mean", "median", "max", "min", "first", "last"}; ///< that keep the width
constexpr std::array kFills{engine::Fill::Zeros, engine::Fill::Mean, engine::Fill::Linear, engine::Fill::Hold,
                            engine::Fill::Nearest};
constexpr std::array kFrames{engine::Modality::Acoustic, engine::Modality::Visual};
constexpr qsizetype kMostWords = 40; ///< in the list of other words

struct TriedTexts {
    Q_DECLARE_TR_FUNCTIONS(app::TriedTexts)
};

QString partOf(engine::Modality modality)
{
    switch (modality) {
    case engine::Modality::Text:
        return TriedTexts::tr("the words");
    case engine::Modality::Acoustic:
        return TriedTexts::tr("the voice");
    case engine::Modality::Visual:
        break;
    }
    return TriedTexts::tr("the face");
}

/// What a word receives that has no rows.
QString filledWith(engine::Fill fill)
{
    switch (fill) {
    case engine::Fill::Mean:
        return TriedTexts::tr("the mean of the video");
    case engine::Fill::Linear:
        return TriedTexts::tr("what lies between its neighbours");
    case engine::Fill::Hold:
        return TriedTexts::tr("that of the word before");
    case engine::Fill::Nearest:
        return TriedTexts::tr("that of the nearest word");
    case engine::Fill::Ones:
        return TriedTexts::tr("ones everywhere");
    case engine::Fill::Zeros:
        break;
    }
    return TriedTexts::tr("zeros everywhere");
}

QString movedText(const Tried& tried, const QString& word)
{
    const QString seconds = widgets::shownNumber(std::abs(tried.seconds), 2);
    if (tried.atEnd)
        return (tried.seconds > 0 ? TriedTexts::tr("%1 ends %2 s later")
                                  : TriedTexts::tr("%1 ends %2 s earlier"))
            .arg(word, seconds);
    return (tried.seconds > 0 ? TriedTexts::tr("%1 begins %2 s later")
                              : TriedTexts::tr("%1 begins %2 s earlier"))
        .arg(word, seconds);
}

/// Fills one menu for one segment.
class TriedMenu {
public:
    TriedMenu(const SegmentInSight& segment, const Document& document, const LivePrediction& prediction,
              const std::function<void(const Tried&)>& take)
        : m_segment(segment)
        , m_document(document)
        , m_prediction(prediction)
        , m_take(take)
    {
    }

    /// Rows that are not those of words are there whatever is said, and when.
    void fill(QMenu& menu) const
    {
        const bool isUnaligned = m_prediction.input().isUnaligned();
        if (!isUnaligned)
            addWords(menu);
        menu.addSeparator();
        addModalities(*menu.addMenu(TriedTexts::tr("Without")), Kind::WithoutModality);
        addModalities(*menu.addMenu(TriedTexts::tr("Held at its mean")), Kind::Frozen);
        addSegments(menu);
        if (isUnaligned)
            return;
        addShifts(menu);
        if (m_document.video().wordFeatures->hasFrames())
            addRules(menu);
    }

private:
    Tried tried(Kind kind) const { return {kind, m_segment.span()}; }
    void add(QMenu& menu, const QString& text, const Tried& tried) const
    {
        menu.addAction(widgets::literalText(text), &menu, [take = m_take, tried] { take(tried); });
    }
    QString name(const Tried& tried) const { return nameOf(tried, m_segment, m_document); }

    void addWords(QMenu& menu) const
    {
        const auto [first, last] = m_segment.words();
        for (std::size_t word = first; word < last; ++word) {
            QMenu* ofWord = menu.addMenu(widgets::literalText(
                QStringLiteral("“%1”").arg(QString::fromStdString(m_document.words().texts[word]))));
            addWord(*ofWord, word, last - first);
        }
    }

    void addWord(QMenu& menu, std::size_t word, std::size_t count) const
    {
        Tried one = tried(Kind::WithoutWord);
        one.word = word - m_segment.words().first;
        one.text = m_document.words().texts[word];
        if (count > 1)
            add(menu, TriedTexts::tr("Leave it out"), one);
        QMenu* instead = menu.addMenu(TriedTexts::tr("Another word instead"));
        one.kind = Kind::OtherWord;
        std::set<std::string> offered{one.text};
        const std::vector<std::string>& texts = m_document.words().texts;
        for (std::size_t other = 0; other < texts.size() && instead->actions().size() < kMostWords; ++other) {
            one.other = other;
            if (offered.insert(texts[other]).second)
                add(*instead, QString::fromStdString(texts[other]), one);
        }
        one.kind = Kind::MovedEdge;
        one.other = 0;
        QMenu* edges = menu.addMenu(TriedTexts::tr("Another beginning or end"));
        for (const bool atEnd : {false, true}) {
            for (const double seconds : kEdgeSteps) {
                one.atEnd = atEnd;
                one.seconds = seconds;
                if (timesWithMovedEdge(one, m_segment.words().first, m_document))
                    add(*edges, name(one), one);
            }
        }
        edges->setEnabled(!edges->isEmpty());
    }

    void addModalities(QMenu& menu, Kind kind) const
    {
        for (const engine::Modality modality : engine::allModalities) {
            Tried one = tried(kind);
            one.modality = modality;
            add(menu, name(one), one);
        }
    }

    void addSegments(QMenu& menu) const
    {
        for (const engine::Modality modality : kFrames) {
            QMenu* others = menu.addMenu(modality == engine::Modality::Acoustic
                                             ? TriedTexts::tr("The voice of another segment")
                                             : TriedTexts::tr("The face of another segment"));
            for (std::size_t i = 0; i < m_prediction.segments().size(); ++i) {
                Tried one = tried(Kind::OtherSegment);
                one.other = i;
                one.modality = modality;
                if (i != *m_segment.place())
                    add(*others, TriedTexts::tr("Segment %1").arg(i + 1), one);
            }
            others->setEnabled(!others->isEmpty());
        }
    }

    void addShifts(QMenu& menu) const
    {
        for (const engine::Modality modality : kFrames) {
            QMenu* shifts = menu.addMenu(modality == engine::Modality::Acoustic
                                             ? TriedTexts::tr("The voice earlier or later")
                                             : TriedTexts::tr("The face earlier or later"));
            for (const double seconds : kShifts) {
                Tried one = tried(Kind::Shifted);
                one.modality = modality;
                one.seconds = seconds;
                add(*shifts, name(one), one);
            }
        }
    }

    /// What a word receives of the frames in it, and what one that has none does.
    void addRules(QMenu& menu) const
    {
        for (const engine::Modality modality : kFrames) {
            const engine::WordRule& now = m_document.wordRules()[static_cast<std::size_t>(modality)];
            QMenu* rules = menu.addMenu(modality == engine::Modality::Acoustic
                                            ? TriedTexts::tr("The voice summed up otherwise")
                                            : TriedTexts::tr("The face summed up otherwise"));
            Tried one = tried(Kind::OtherFunction);
            one.modality = modality;
            for (const char* const function : kFunctions) {
                one.text = function;
                if (one.text != now.collapse.toString())
                    add(*rules, name(one), one);
            }
            rules->addSeparator();
            one.kind = Kind::OtherFill;
            for (const engine::Fill fill : kFills) {
                one.text = engine::name(fill);
                if (fill != now.fill)
                    add(*rules, name(one), one);
            }
        }
    }

    const SegmentInSight& m_segment;
    const Document& m_document;
    const LivePrediction& m_prediction;
    const std::function<void(const Tried&)>& m_take;
};

}

QString nameOf(const Tried& tried, const SegmentInSight& segment, const Document& document)
{
    const QString text = QString::fromStdString(tried.text);
    const QString word = segment.hidesWords() ? TriedTexts::tr("word %1").arg(tried.word + 1)
                                              : QStringLiteral("“%1”").arg(text);
    const QString part = partOf(tried.modality);
    switch (tried.kind) {
    case Kind::WithoutWord:
        return TriedTexts::tr("without %1").arg(word);
    case Kind::OtherWord: {
        const auto& texts = document.words().texts;
        return TriedTexts::tr("“%2” instead of %1")
            .arg(word, tried.other < texts.size() ? QString::fromStdString(texts[tried.other]) : QString());
    }
    case Kind::OtherSegment:
        return TriedTexts::tr("%1 of segment %2").arg(part).arg(tried.other + 1);
    case Kind::WithoutModality:
        return TriedTexts::tr("without %1").arg(part);
    case Kind::Frozen:
        return TriedTexts::tr("%1 held at its mean").arg(part);
    case Kind::MovedEdge:
        return movedText(tried, word);
    case Kind::OtherFunction:
        return TriedTexts::tr("%1 in a word by %2").arg(part, text);
    case Kind::OtherFill:
        return TriedTexts::tr("words without %1: %2").arg(part, filledWith(engine::parseFill(tried.text)));
    case Kind::Shifted:
        break;
    }
    const QString seconds = widgets::shownNumber(std::abs(tried.seconds), 2);
    return (tried.seconds > 0 ? TriedTexts::tr("%1 %2 s later") : TriedTexts::tr("%1 %2 s earlier"))
        .arg(part, seconds);
}

void fillTriedMenu(QMenu& menu, const SegmentInSight& segment, const Document& document,
                   const LivePrediction& prediction, const std::function<void(const Tried&)>& take)
{
    TriedMenu(segment, document, prediction, take).fill(menu);
}

}
