#pragma once

#include <QStringList>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace app {

/// What only the window's thread knows of a diagnosis.
struct DiagnosisOfWindow {
    QStringList screen; ///< lines: platform, screens, scale
    QStringList settings; ///< lines: names, and values that tell nothing of people and files
    QStringList messages; ///< of the session, as they were said
    QStringList names; ///< of people, videos, tiers and projects, which are taken out of the messages
    std::filesystem::path programs; ///< the folder of the other programs
    std::filesystem::path crashes; ///< the folder of the notes of crashes
};

/// A chapter of a diagnosis; its text is English, as it is read by those who are asked for help.
struct DiagnosisChapter {
    enum class Subject {
        Program,
        System,
        Screen,
        Programs,
        Libraries,
        Confinement,
        Settings,
        Messages,
        Crashes
    };
    Subject subject;
    QString text;
    bool isEmpty = false; ///< there is nothing to say
};
using Diagnosis = std::vector<DiagnosisChapter>;

/// Of the window's thread. Messages and names are left to the caller.
DiagnosisOfWindow lookAtWindow();

/// Asks the system and the other programs, which takes a second or two: for a task.
/// @param stop  ends it; what is missing then is left out
Diagnosis diagnosed(const DiagnosisOfWindow& window, const std::stop_token& stop);

/// All chapters, each under its English title.
QString textOf(const Diagnosis& diagnosis);

/// Lines about the program and the system, for the head of a note of a crash.
QString aboutProgram();

}
