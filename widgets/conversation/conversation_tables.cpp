#include "widgets/conversation/conversation_tables.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QLocale>

namespace widgets {

namespace {

struct ConversationTexts {
    Q_DECLARE_TR_FUNCTIONS(widgets::ConversationTexts)
};

QString percentText(double share)
{
    return ConversationTexts::tr("%1 %").arg(shownNumber(100 * share, 0, 'f'));
}

FigureCell shareFigure(std::optional<double> share)
{
    return share
        ? FigureCell{percentText(*share), QString::number(*share, 'g', QLocale::FloatingPointShortest)}
        : undefinedFigure({});
}

FigureCell countFigure(std::size_t count)
{
    return textFigure(QString::number(count));
}

FigureCell personFigure(const ConversationContent& content, std::size_t person)
{
    FigureCell cell = textFigure(content.nameOf(person));
    if (person < content.people.size())
        cell.person = static_cast<int>(person);
    return cell;
}

}

FigureTable participantTable(const ConversationContent& content)
{
    FigureTable table;
    table.title = ConversationTexts::tr("Participants");
    table.heads
        = {ConversationTexts::tr("Name"),   ConversationTexts::tr("Talk"),   ConversationTexts::tr("Turns"),
           ConversationTexts::tr("Length"), ConversationTexts::tr("Answer"), ConversationTexts::tr("Backch."),
           ConversationTexts::tr("Interr.")};
    table.tips
        = {QString(),
           ConversationTexts::tr("Share of everyone's speech"),
           ConversationTexts::tr("How many turns"),
           ConversationTexts::tr("Median length of a turn, in seconds"),
           ConversationTexts::tr("Median from the end of another's turn to the start of this person's, in "
                                 "seconds; less than 0: before that end"),
           ConversationTexts::tr("Backchannels: short, while somebody else speaks on"),
           ConversationTexts::tr("Interruptions that this person made")};
    for (std::size_t person = 0; person < content.figures.participants.size(); ++person) {
        const engine::ParticipantTurns& one = content.figures.participants[person];
        table.rows.push_back({personFigure(content, person), shareFigure(one.talkShare),
                              countFigure(one.turns), numberFigure(one.turnMedian, 1),
                              signedFigure(one.responseMedian, 2), countFigure(one.backchannels),
                              countFigure(one.interruptions)});
    }
    return table;
}

QString transitionName(engine::TransitionKind kind)
{
    switch (kind) {
    case engine::TransitionKind::Overlap:
        return ConversationTexts::tr("overlap");
    case engine::TransitionKind::Latch:
        return ConversationTexts::tr("latch");
    case engine::TransitionKind::Interruption:
        return ConversationTexts::tr("interruption");
    case engine::TransitionKind::Gap:
        break;
    }
    return ConversationTexts::tr("gap");
}

FigureTable transitionTable(const ConversationContent& content)
{
    FigureTable table;
    table.title = ConversationTexts::tr("Transitions");
    table.heads
        = {ConversationTexts::tr("Time, s"), ConversationTexts::tr("From"), ConversationTexts::tr("To"),
           ConversationTexts::tr("Offset, s"), ConversationTexts::tr("Kind")};
    if (!content.turns)
        return table;
    for (const engine::TurnTransition& one : content.turns->transitions)
        table.rows.push_back({numberFigure(one.at, 2), textFigure(content.nameOf(one.from)),
                              textFigure(content.nameOf(one.to)), signedFigure(one.fto, 2),
                              textFigure(transitionName(one.kind))});
    return table;
}

FigureTable accommodationTable(const ConversationContent& content)
{
    FigureTable table;
    table.title = ConversationTexts::tr("Accommodation");
    const QString chance = ConversationTexts::tr("Chance to find as much when turns are shuffled");
    table.heads = {ConversationTexts::tr("Value"),
                   ConversationTexts::tr("Proximity"),
                   QStringLiteral("p"),
                   ConversationTexts::tr("Synchrony"),
                   QStringLiteral("p"),
                   ConversationTexts::tr("Converg."),
                   QStringLiteral("p")};
    table.tips
        = {QString(),
           ConversationTexts::tr("How near neighbouring turns are: 0 is alike, less is farther apart"),
           chance,
           ConversationTexts::tr("Whether neighbouring turns rise and fall together: a correlation"),
           chance,
           ConversationTexts::tr("Convergence: whether turns come nearer in the course of the conversation"),
           chance};
    for (const ValueAccommodation& one : content.accommodation) {
        std::vector<FigureCell> row{textFigure(one.value)};
        const QString why
            = ConversationTexts::tr("Too few turns have a value: %1 exchanges, and %2 are needed")
                  .arg(one.figures.pairs)
                  .arg(engine::kLeastExchanges);
        for (const engine::AccommodationFigure* figure :
             {&one.figures.proximity, &one.figures.synchrony, &one.figures.convergence}) {
            const bool isKnown = one.figures.isDefined && figure->value;
            row.push_back(isKnown ? boundedFigure(figure->value) : undefinedFigure(why));
            row.push_back(isKnown ? chanceFigure(figure->chance) : undefinedFigure(why));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable synchronyTable(const ConversationContent& content)
{
    FigureTable table;
    table.title = ConversationTexts::tr("Synchrony");
    table.textColumns = 2;
    table.heads = {ConversationTexts::tr("Pair"), ConversationTexts::tr("Signal"),
                   QStringLiteral("r"),           ConversationTexts::tr("Lag, s"),
                   QStringLiteral("p"),           QStringLiteral("q")};
    table.tips = {QString(),
                  QString(),
                  ConversationTexts::tr("How strongly both go together, at the lag where they do most"),
                  ConversationTexts::tr("Above 0: the first comes first; below 0: the second"),
                  ConversationTexts::tr("Chance to find as much of two who do not meet"),
                  ConversationTexts::tr("The same, corrected for all pairs and signals")};
    for (const PairSynchrony& one : content.synchrony) {
        const QString pair
            = ConversationTexts::tr("%1, %2").arg(content.nameOf(one.first), content.nameOf(one.second));
        if (!one.r) {
            const QString why
                = one.reason.isEmpty() ? ConversationTexts::tr("too short to tell") : one.reason;
            table.rows.push_back({textFigure(pair), textFigure(one.signal), undefinedFigure(why),
                                  undefinedFigure(why), undefinedFigure(why), undefinedFigure(why)});
            continue;
        }
        table.rows.push_back({textFigure(pair), textFigure(one.signal), boundedFigure(one.r),
                              signedFigure(one.lag, 1), chanceFigure(one.p), chanceFigure(one.q)});
    }
    return table;
}

QString conversationSummary(const ConversationContent& content)
{
    if (!content.hasTurns())
        return {};
    const engine::TurnSummary& summary = content.figures.summary;
    QStringList parts{ConversationTexts::tr("%n turn(s)", nullptr, static_cast<int>(summary.turns)),
                      ConversationTexts::tr("%1 a minute").arg(shownNumber(summary.turnsPerMinute, 1, 'f')),
                      ConversationTexts::tr("%1 overlap").arg(percentText(summary.overlapShare)),
                      ConversationTexts::tr("%1 silence").arg(percentText(summary.silenceShare))};
    if (summary.ftoMedian)
        parts << ConversationTexts::tr("median offset %1 s").arg(signedNumber(*summary.ftoMedian, 2));
    return parts.join(QStringLiteral(" · "));
}

QString conversationText(const ConversationContent& content)
{
    QStringList parts;
    for (const FigureTable& table : {participantTable(content), accommodationTable(content),
                                     synchronyTable(content), transitionTable(content)}) {
        if (!table.rows.empty())
            parts << tabbedText(table);
    }
    return parts.join(QLatin1Char('\n'));
}

}
