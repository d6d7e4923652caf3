#include "app/suspects/suspect_content.h"

#include "app/suspects/suspect_words.h"
#include "engine/core/segment_id.h"
#include "engine/core/usual_step.h"
#include "engine/numbers/moments.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/value_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

constexpr double kInterval = 1.645; // deviations to each side that hold nine of ten

struct SuspectContent {
    Q_DECLARE_TR_FUNCTIONS(app::SuspectContent)
};

/// What the models say that see everything.
std::vector<double> saidByAll(const engine::Suspects& suspects, const engine::Suspect& suspect)
{
    std::vector<double> said;
    for (std::size_t m = 0; m < suspect.grounds.said.size() && m < suspects.members.size(); ++m) {
        if (suspects.members[m].only.empty())
            said.push_back(suspect.grounds.said[m]);
    }
    return said;
}

std::vector<double> labelsOfNeighbours(const engine::Suspect& suspect)
{
    std::vector<double> labels;
    for (const auto& neighbour : suspect.grounds.neighbours)
        labels.push_back(neighbour.label);
    return labels;
}

/// `the end of “really” seems 0.3 s too early`.
QString edgeText(const engine::WordEdge& edge)
{
    const double by = edge.suggested - edge.written;
    const QString seconds = widgets::shownNumber(std::abs(by), 2, 'f');
    const QString word = QString::fromStdString(edge.word);
    if (edge.isEnd)
        return by > 0 ? SuspectContent::tr("The end of “%1” seems %2 s too early.").arg(word, seconds)
                      : SuspectContent::tr("The end of “%1” seems %2 s too late.").arg(word, seconds);
    return by > 0 ? SuspectContent::tr("The beginning of “%1” seems %2 s too early.").arg(word, seconds)
                  : SuspectContent::tr("The beginning of “%1” seems %2 s too late.").arg(word, seconds);
}

/// `+0.30`: by how many seconds a boundary seems to belong elsewhere.
QString shiftText(const engine::WordEdge& edge)
{
    const double by = edge.suggested - edge.written;
    return (by > 0 ? QStringLiteral("+") : QStringLiteral("−")) + widgets::shownNumber(std::abs(by), 2, 'f');
}

}

QString videoOf(const engine::Suspect& suspect)
{
    return QString::fromStdString(engine::entryOfSegment(suspect.id));
}

int numberOf(const engine::Suspect& suspect)
{
    return engine::numberOfSegment(suspect.id);
}

engine::Interval playedSpan(const engine::Suspect& suspect)
{
    constexpr double kAround = 0.5; // seconds before and behind a boundary
    engine::Interval span = suspect.span;
    if (suspect.edge) {
        span.start = std::max(span.start, std::min(suspect.edge->written, suspect.edge->suggested) - kAround);
        span.end = std::min(span.end, std::max(suspect.edge->written, suspect.edge->suggested) + kAround);
    }
    return span;
}

QString worthOf(const engine::Suspects& suspects)
{
    if (suspects.segments.empty() || suspects.members.empty())
        return {};
    const auto percent = [](double part) { return widgets::shownNumber(100.0 * part, 0, 'f'); };
    const QString worth = suspects.majority
        ? SuspectContent::tr("Models tell the label in %1 %; the commonest is right in %2 %.")
              .arg(percent(suspects.reliability), percent(*suspects.majority))
        : SuspectContent::tr("Models follow the labels with r %1.")
              .arg(widgets::shownNumber(suspects.reliability, 2, 'f'));
    if (suspects.areFew())
        return SuspectContent::
            tr("%1 %n label(s) are too few to tell which are wrong: take this for an order to look at them.",
               nullptr, static_cast<int>(suspects.segments.size()))
                .arg(worth);
    return suspects.isWeak() ? SuspectContent::tr("%1 That is too weak to believe what they find.").arg(worth)
                             : worth;
}

QString reasonOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                 const SuspectValues& values)
{
    const std::vector<double> said = saidByAll(suspects, suspect);
    if (suspect.edge && !suspect.edge->word.empty())
        return edgeText(*suspect.edge);
    if (isOfData(suspect.kind) || suspect.kind == engine::SuspectKind::Annotator || said.empty())
        return QString::fromStdString(suspect.reason);
    const QString models
        = SuspectContent::tr("Label %1; %n model(s) %2", nullptr, static_cast<int>(said.size()))
              .arg(values.shown(suspect.label), values.shownSpread(said));
    const std::vector<double> neighbours = labelsOfNeighbours(suspect);
    return neighbours.empty()
        ? SuspectContent::tr("%1.").arg(models)
        : SuspectContent::tr("%1; neighbours %2.").arg(models, values.shownTogether(neighbours));
}

bool isAcceptable(const engine::Suspect& suspect, const SuspectValues& values)
{
    return suspect.edge
        || (!isOfData(suspect.kind)
            && values.shown(values.suggestionOf(suspect)) != values.shown(suspect.label));
}

widgets::WorkRow rowOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                       const SuspectValues& values)
{
    return {.title = QStringLiteral("%1 · %2").arg(videoOf(suspect)).arg(numberOf(suspect)),
            .reason = reasonOf(suspects, suspect, values),
            .marks = {},
            .video = {},
            .value = values.shown(suspect.label),
            .kind = kindText(suspect.kind, values.areClasses()),
            .score = suspect.score};
}

double stepOfLabels(const engine::Suspects& suspects)
{
    std::vector<double> labels;
    for (const engine::Suspect& suspect : suspects.segments)
        labels.push_back(suspect.label);
    return engine::usualStep(labels);
}

SuspectCardContent cardOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                          const SuspectValues& values)
{
    SuspectCardContent card;
    card.title = SuspectContent::tr("%1 · segment %2").arg(videoOf(suspect)).arg(numberOf(suspect));
    if (suspect.span.end > suspect.span.start)
        card.span = SuspectContent::tr("%1 – %2 s")
                        .arg(widgets::shownNumber(suspect.span.start, 2, 'f'),
                             widgets::shownNumber(suspect.span.end, 2, 'f'));
    card.labelName = QString::fromStdString(suspects.labelName);
    const engine::NumberScale& scale = values.scale;
    card.low = scale.least;
    card.high = scale.greatest;
    card.isOfWholes = scale.least == std::round(scale.least) && scale.greatest == std::round(scale.greatest)
        && scale.greatest - scale.least < widgets::ValueScale::kMostSteps;
    for (const std::string& name : values.classes)
        card.classes << QString::fromStdString(name);
    card.label = suspect.label;
    card.expected = suspect.expected;
    card.said = saidByAll(suspects, suspect);
    const QString reason = reasonOf(suspects, suspect, values);
    card.why = SuspectContent::tr("%1 %2").arg(kindTip(suspect.kind, values.areClasses()), reason);
    if (suspect.edge)
        card.accept = SuspectContent::tr("Move it by %1 s").arg(shiftText(*suspect.edge));
    else if (isAcceptable(suspect, values))
        card.accept = SuspectContent::tr("Accept %1").arg(values.shown(values.suggestionOf(suspect)));
    card.acceptTip = suspect.edge
        ? SuspectContent::tr(
            "A: the boundary is moved there, as a step that can be undone. A word that touches it "
            "follows.")
        : SuspectContent::tr(
            "A: the suggestion becomes the label, as a step that can be undone. The votes of "
            "single annotators stay.");
    card.keep = SuspectContent::tr("Keep %1").arg(values.shown(suspect.label));
    for (const auto& [kind, share] : suspect.grounds.kinds)
        card.kinds.push_back({kindText(kind, values.areClasses()), share});
    card.errors = {suspect.grounds.errors, suspects.usual.lower, suspects.usual.median, suspects.usual.upper};
    for (const auto& neighbour : suspect.grounds.neighbours)
        card.neighbours.push_back({values.shown(neighbour.label), QString::fromStdString(neighbour.id), {}});
    return card;
}

SuspectEvidenceRows evidenceOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                               const SuspectValues& values)
{
    using Track = widgets::EvidenceTrack;
    SuspectEvidenceRows rows;
    if (suspect.span.end <= suspect.span.start)
        return rows;
    const engine::NumberScale& scale = values.scale;
    const Track::Evidence empty{suspect.span, scale.least, scale.greatest, {}, {}, {}, false, {}};
    if (const std::vector<double> said = saidByAll(suspects, suspect); !said.empty()) {
        rows.models = empty;
        for (const double value : said)
            rows.models->points.push_back({value, {}, Track::Tone::Accent});
        rows.models->label = suspect.label;
        rows.models->caption = values.shownSpread(said);
        rows.models->sentence = SuspectContent::tr("Models say %1").arg(rows.models->caption);
    }
    if (const std::vector<double> labels = labelsOfNeighbours(suspect); !labels.empty()) {
        rows.neighbours = empty;
        for (const double value : labels)
            rows.neighbours->points.push_back({value, {}, Track::Tone::Value});
        rows.neighbours->caption = values.areClasses()
            ? values.shownTogether(labels)
            : SuspectContent::tr("on average %1").arg(values.shownTogether(labels));
        rows.neighbours->sentence = SuspectContent::tr("Neighbours: %1").arg(rows.neighbours->caption);
    }
    struct Sense {
        const char* key;
        QString name;
        Track::Tone tone;
    };
    const std::array senses{Sense{"text", SuspectContent::tr("text"), Track::Tone::Language},
                            Sense{"acoustic", SuspectContent::tr("sound"), Track::Tone::Sound},
                            Sense{"visual", SuspectContent::tr("vision"), Track::Tone::Vision}};
    QStringList alone;
    for (const Sense& sense : senses) {
        std::vector<double> said; // by all models that see only this
        for (std::size_t m = 0; m < suspect.grounds.said.size() && m < suspects.members.size(); ++m) {
            if (suspects.members[m].only == sense.key)
                said.push_back(suspect.grounds.said[m]);
        }
        if (said.empty())
            continue;
        if (!rows.alone)
            rows.alone = empty;
        rows.alone->points.push_back({engine::meanOf(said), sense.name, sense.tone});
        alone << QStringLiteral("%1 %2").arg(sense.name, values.shown(engine::meanOf(said)));
    }
    if (rows.alone)
        rows.alone->sentence = alone.join(QStringLiteral(", "));
    if (suspect.edge) { // from where the boundary is to where it seems to belong
        rows.suggestion = empty;
        rows.suggestion->isBox = true;
        rows.suggestion->span = {std::min(suspect.edge->written, suspect.edge->suggested),
                                 std::max(suspect.edge->written, suspect.edge->suggested)};
        rows.suggestion->caption = SuspectContent::tr("%1 s").arg(shiftText(*suspect.edge));
        rows.suggestion->sentence = SuspectContent::tr("Suggestion: %1").arg(edgeText(*suspect.edge));
    }
    if (!isOfData(suspect.kind)) {
        rows.suggestion = empty;
        rows.suggestion->isBox = true;
        const double reach = kInterval * suspect.grounds.deviation;
        const QString suggested = values.shown(values.suggestionOf(suspect));
        if (values.areClasses()) {
            rows.suggestion->caption = suggested;
            rows.suggestion->sentence = SuspectContent::tr("Suggestion: %1").arg(suggested);
            return rows;
        }
        const QString least = values.shown(std::max(scale.least, suspect.expected - reach)),
                      greatest = values.shown(std::min(scale.greatest, suspect.expected + reach));
        rows.suggestion->caption = QStringLiteral("%1   (%2 … %3)").arg(suggested, least, greatest);
        rows.suggestion->sentence
            = SuspectContent::tr("Suggestion: %1; nine of ten times %2 … %3").arg(suggested, least, greatest);
    }
    return rows;
}

}
