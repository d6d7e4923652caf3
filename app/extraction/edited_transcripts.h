#pragma once

#include "app/dataset/dataset_loader.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace app {

class Document;

/// What is said in recordings as the open project has it: the words of each video.
struct ProjectTranscripts {
    struct Words {
        engine::TimedText text;
        bool areTimed = true; ///< each is where it is said; otherwise some only stand between others
    };
    /// As people edited it.
    std::map<QString, Words> edited = {};
    /// What nobody edited lies in its sequence of words; null: it is not open.
    std::shared_ptr<const OpenDataset> dataset = nullptr;

    /// Whether a sequence has the words of this video.
    bool isInFiles(const QString& video) const;
};

/// Of all videos of the document.
/// @param dataset  null: it is not opened yet
ProjectTranscripts projectTranscripts(const Document& document, std::shared_ptr<const OpenDataset> dataset);

/// The folder of a dataset where such words lie, for `--timed-words` and `--transcripts`.
QString editedTranscriptFolder(const QString& dataset);

/// Writes the words of these videos: `NAME.TextGrid` where each has its time, which it keeps (`NAME.srt` with
/// sentences where they overlap, whose words are sought about there); `NAME.txt` where some have none, whose
/// words are sought everywhere. What was written earlier is removed.
/// @param names   of the recordings of which sequences are made
/// @param wanted  those of them whose words the project is asked for
/// @throws engine::IoError, FormatError
void writeTranscripts(const ProjectTranscripts& transcripts, const QStringList& names,
                      const QStringList& wanted, const QString& folder);

}
