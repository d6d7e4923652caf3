#pragma once

#include <QMetaType>
#include <QString>

#include <utility>

namespace app {

/// What is told to a person, and what they may want to do about it. Most notices are only a text.
struct Notice {
    Notice() = default;
    Notice(QString said) : text(std::move(said)) { } // NOLINT: a text is a notice
    Notice(QString said, QString written, bool edited = false)
        : text(std::move(said))
        , file(std::move(written))
        , isEdit(edited)
    {
    }
    /// A notice of the step of the history that was done last.
    static Notice ofEdit(const QString& said) { return {said, {}, true}; }

    /// A notice of a command that helps. @param does  its name
    static Notice withCommand(const QString& said, const QString& does)
    {
        Notice notice(said);
        notice.command = does;
        return notice;
    }

    operator const QString&() const { return text; } // NOLINT: for those who only want the text

    QString text;
    QString file = {}; ///< a file or folder that was written: its folder can be opened
    QString command = {}; ///< name of a command that helps: it can be called
    bool isEdit = false; ///< the last step of the history: it can be undone
};

}

Q_DECLARE_METATYPE(app::Notice)
