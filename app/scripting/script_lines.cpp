#include "app/scripting/script_lines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace app {

namespace {

QString seconds(double time)
{
    return QString::number(time, 'f', 3);
}

QString joined(const QStringList& parts)
{
    return QLatin1Char('[') + parts.join(QStringLiteral(", ")) + QLatin1Char(']');
}

/// To the last digit: an edge that touches another one must touch it again.
QString spanOf(const engine::Interval& span)
{
    const auto exact = [](double time) { return QString::number(time, 'g', QLocale::FloatingPointShortest); };
    return exact(span.start) + QStringLiteral(", ") + exact(span.end);
}

QString lineOf(const ScriptLines::Edit& edit)
{
    QStringList moved, retyped, added, removed;
    for (const ScriptLines::Edit::Changed& changed : edit.changed) {
        if (changed.times)
            moved << QStringLiteral("(%1, %2)").arg(changed.place).arg(spanOf(*changed.times));
        if (changed.text)
            retyped << QStringLiteral("(%1, %2)")
                           .arg(QString::number(changed.place), ScriptLines::literal(*changed.text));
    }
    for (const auto& [span, text] : edit.added)
        added << QStringLiteral("(%1, %2)").arg(spanOf(span), ScriptLines::literal(text));
    for (const std::size_t place : edit.removed)
        removed << QString::number(place);
    QString arguments = ScriptLines::literal(edit.tier);
    const std::pair<const char*, const QStringList&> lists[]
        = {{"move", moved}, {"retype", retyped}, {"add", added}, {"remove", removed}};
    for (const auto& [name, list] : lists) {
        if (!list.isEmpty())
            arguments += QStringLiteral(", %1=%2").arg(QLatin1String(name), joined(list));
    }
    return QStringLiteral("w.edit_segments(%1)").arg(arguments);
}

}

/// A text of JSON is one of Python, too.
QString ScriptLines::literal(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

void ScriptLines::add(Kind kind, const QString& text)
{
    if (kind != Kind::Other && !m_lines.empty() && m_lines.back().kind == kind)
        m_lines.pop_back();
    m_lines.push_back({kind, text, 0});
}

void ScriptLines::open(const QString& video)
{
    m_hasOpened = m_hasOpened || video != m_video;
    add(Kind::Other, QStringLiteral("w.open(%1)").arg(literal(video)));
}

void ScriptLines::seek(double time)
{
    add(Kind::Seek, QStringLiteral("w.playhead = %1").arg(seconds(time)));
}

void ScriptLines::selectSpan(std::optional<engine::Interval> span)
{
    add(Kind::Span,
        span ? QStringLiteral("w.selection = (%1, %2)").arg(seconds(span->start), seconds(span->end))
             : QStringLiteral("w.selection = None"));
}

void ScriptLines::select(const QString& tier, const std::vector<std::size_t>& places)
{
    QStringList numbers;
    for (const std::size_t place : places)
        numbers << QString::number(place);
    add(Kind::Segments,
        QStringLiteral("w.select(%1, [%2])").arg(literal(tier), numbers.join(QStringLiteral(", "))));
}

void ScriptLines::run(const QString& command, std::optional<bool> checked, bool asked)
{
    QString arguments = literal(command);
    if (checked)
        arguments += *checked ? QStringLiteral(", checked=True") : QStringLiteral(", checked=False");
    if (asked)
        arguments += QStringLiteral(", answered=True");
    add(Kind::Other,
        QStringLiteral("w.run(%1)").arg(arguments)
            + (asked ? QStringLiteral("  # opens a dialog: it waits until that is answered in the window")
                     : QString()));
}

void ScriptLines::label(const QString& tier, std::size_t place, const QString& label,
                        const std::variant<double, std::string>& value)
{
    const auto* number = std::get_if<double>(&value);
    const QString given = number ? QString::number(*number, 'g', QLocale::FloatingPointShortest)
                                 : literal(QString::fromStdString(std::get<std::string>(value)));
    QString arguments = QStringLiteral("%1, %2, %3").arg(QString::number(place), literal(label), given);
    if (tier != QLatin1String("labels"))
        arguments += QStringLiteral(", tier=") + literal(tier);
    m_hasLabels = true;
    add(Kind::Other, QStringLiteral("w.label(%1)").arg(arguments));
}

void ScriptLines::undo()
{
    add(Kind::Other, QStringLiteral("w.undo()"));
}

void ScriptLines::redo()
{
    add(Kind::Other, QStringLiteral("w.redo()"));
}

void ScriptLines::edit(const std::vector<Edit>& edits, bool goesOn)
{
    m_step += goesOn ? 0 : 1;
    std::erase_if(m_lines, [this](const Line& line) { return line.step == m_step; });
    for (const Edit& one : edits)
        m_lines.push_back({Kind::Other, lineOf(one), m_step});
}

QStringList ScriptLines::lines() const
{
    QStringList lines;
    for (const Line& line : m_lines)
        lines << line.text;
    return lines;
}

QString ScriptLines::program(const QString& annotator) const
{
    QString steps = QStringLiteral("    w.open(video)\n");
    for (const Line& line : m_lines)
        steps += QStringLiteral("    ") + line.text + QLatin1Char('\n');
    const QString who = m_hasLabels && !annotator.isEmpty()
        ? QStringLiteral("        w.annotator = %1\n").arg(literal(annotator))
        : QString();
    return QStringLiteral(R"(#!/usr/bin/env python3
"""Recorded in a window of Polylogue.

Start a window by `polylogue --listen`, open the dataset, then run this file: it does the same with the
video that it was recorded with%4. Where a video does not allow a step, the rest of
the steps is left out for this video.
"""

import sys

import polylogue


def steps(w, video):
%1

if __name__ == "__main__":
    failed = False
    with polylogue.Window.connect() as w:
%2        for video in %3:
            try:
                steps(w, video)
            except polylogue.WindowError as error:
                print(f"{video}: {error}", file=sys.stderr)
                failed = True
    sys.exit(failed)
)")
        .arg(steps, who,
             m_hasOpened
                 ? QStringLiteral("[%1]").arg(literal(m_video))
                 : QStringLiteral("w.videos if \"--all\" in sys.argv[1:] else [%1]").arg(literal(m_video)),
             m_hasOpened ? QStringLiteral(" (it opens others itself)")
                         : QStringLiteral(", or with all videos: `--all`"));
}

}
