#pragma once

#include "engine/annotation/conflict.h"

#include <QCoreApplication>
#include <QString>

namespace widgets {

/// What is said of conflicts, in the language of the window.
class ConflictText {
    Q_DECLARE_TR_FUNCTIONS(widgets::ConflictText)
public:
    static QString field(const std::string& what);
    static QString kind(engine::ConflictKind kind);
    static QString side(engine::ConflictSide side);
    static QString value(const std::string& text);
};

/// What a conflict is about: `text`, `sentiment`, or why theirs does not fit.
QString conflictField(const engine::Conflict& conflict);
/// What one side says, in one line.
QString conflictValue(const std::string& text);
/// Who said it and when, as far as that is known.
QString saidBy(const engine::Provenance& by);
QString kindName(engine::ConflictKind kind);
QString sideName(engine::ConflictSide side);

}
