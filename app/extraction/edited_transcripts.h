#pragma once

#include "engine/annotation/segment.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace app {

class Document;

/// What is said in recordings as a person has edited it: the sentences of each video, with their times.
using EditedTranscripts = std::map<QString, std::vector<engine::Segment>>;

/// Of all videos whose words the project has.
EditedTranscripts editedTranscripts(const Document& document);

/// The folder of a dataset where such transcripts lie, for `--transcripts`.
QString editedTranscriptFolder(const QString& dataset);

/// Writes those of these recordings that are edited, as `NAME.srt`; what was written earlier for the others
/// is removed. @param names  of recordings @throws engine::IoError, FormatError
void writeTranscripts(const EditedTranscripts& edited, const QStringList& names, const QString& folder);

}
