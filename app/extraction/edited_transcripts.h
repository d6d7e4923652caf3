#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/annotation/segment.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace app {

class Document;

/// What is said in recordings as the open project has it: the sentences of each video, with their times.
struct ProjectTranscripts {
    /// As people edited it.
    std::map<QString, std::vector<engine::Segment>> edited = {};
    /// What nobody edited lies in its sequence of words; null: it is not open.
    std::shared_ptr<const OpenDataset> dataset = nullptr;

    /// Whether a sequence has the words of this video.
    bool isInFiles(const QString& video) const;
};

/// Of all videos of the document.
/// @param dataset  null: it is not opened yet
ProjectTranscripts projectTranscripts(const Document& document, std::shared_ptr<const OpenDataset> dataset);

/// The folder of a dataset where such transcripts lie, for `--transcripts`.
QString editedTranscriptFolder(const QString& dataset);

/// Writes the words of these videos as `NAME.srt`; what was written earlier for the others is removed.
/// @param names   of the recordings of which sequences are made
/// @param wanted  those of them whose words the project is asked for
/// @throws engine::IoError, FormatError
void writeTranscripts(const ProjectTranscripts& transcripts, const QStringList& names,
                      const QStringList& wanted, const QString& folder);

}
