#include "widgets/review/conflict_text.h"

#include <QDateTime>
#include <QLocale>

namespace widgets {

QString ConflictText::field(const std::string& what)
{
    const std::pair<const char*, QString> known[] = {
        {"the text", tr("Text")},
        {"the start", tr("Start time")},
        {"the end", tr("End time")},
        {"the comment", tr("Comment")},
        {"the flag", tr("Flag")},
        {"the confidence", tr("Confidence")},
        {"the parent", tr("Parent")},
        {"changed in mine and removed in theirs; it stays", tr("Changed here, removed there")},
        {"removed in mine and changed in theirs; it is back", tr("Removed here, changed there")},
    };
    for (const auto& [english, text] : known) {
        if (what == english)
            return text;
    }
    return QString::fromStdString(what);
}

QString ConflictText::kind(engine::ConflictKind kind)
{
    using enum engine::ConflictKind;
    switch (kind) {
    case Label:
        return tr("Labels of segments");
    case Answer:
        return tr("Answers of annotators");
    case Settled:
        return tr("Settled values");
    case Remark:
        return tr("Comments, flags, confidence");
    case Text:
        return tr("Texts");
    case Times:
        return tr("Times");
    case Whole:
        return tr("Whole segments");
    case Tier:
        return tr("Tiers");
    case Other:
        return tr("Other");
    }
    return {};
}

QString ConflictText::side(engine::ConflictSide side)
{
    using enum engine::ConflictSide;
    switch (side) {
    case Mine:
        return tr("Mine");
    case Theirs:
        return tr("Theirs");
    case Both:
        return tr("Both");
    case Undecided:
        return tr("undecided");
    }
    return {};
}

QString ConflictText::value(const std::string& text)
{
    if (text == "removed")
        return tr("removed");
    if (text.empty())
        return tr("nothing");
    QString shown = QString::fromStdString(text).simplified();
    if (shown.size() > 1 && shown.front() == QLatin1Char('-') && shown[1].isDigit())
        shown.front() = QChar(0x2212); // as numbers are written everywhere
    return shown;
}

QString conflictField(const engine::Conflict& conflict)
{
    return ConflictText::field(conflict.what);
}

QString conflictValue(const std::string& text)
{
    return ConflictText::value(text);
}

QString saidBy(const engine::Provenance& by)
{
    const QString who = QString::fromStdString(by.annotator);
    if (by.when == 0)
        return who;
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(by.when), QLocale::ShortFormat);
    return who.isEmpty() ? when : QStringLiteral("%1 · %2").arg(who, when);
}

QString kindName(engine::ConflictKind kind)
{
    return ConflictText::kind(kind);
}

QString sideName(engine::ConflictSide side)
{
    return ConflictText::side(side);
}

}
