#pragma once

#include "app/extraction/edited_transcripts.h"
#include "app/extraction/recording_names.h"
#include "engine/sequences/dataset_list.h"

#include <QTableWidget>

#include <optional>
#include <vector>

namespace app {

class Tasks;

/// The recordings of which sequences are to be made: each with its length and the transcript that belongs to
/// it.
class RecordingsTable : public QTableWidget {
    Q_OBJECT
public:
    struct Recording {
        QString file;
        QString name; ///< of the video
        QString transcript; ///< empty: none was found
        double seconds = 0.0; ///< 0: not known yet
        bool isEdited = false; ///< the transcript is what a person made of it in the project
        bool isInProject = false; ///< a sequence of the project has the words
        QString problem; ///< why it cannot be read
        bool isTaken = true;
        int clips = 0; ///< of a participant's turns, which are the recording
        std::optional<int> channel = {}; ///< of the file, which alone is the recording

        /// Whether the list of the dataset tells more of it than a file.
        bool isPart() const { return clips > 0 || channel; }

        /// Whether the project is asked for the words: it knows better than a file, or there is none.
        /// Of clips it is not: the words of a participant are no single clip's.
        bool asksProject() const { return clips == 0 && (isEdited || (isInProject && transcript.isEmpty())); }
        bool hasWords() const { return asksProject() || !transcript.isEmpty(); }
    };

    RecordingsTable(Tasks& tasks, QWidget* parent);

    /// What recordings are called that are added from now on.
    void setNames(RecordingNames names) { m_names = std::move(names); }
    const RecordingNames& names() const { return m_names; }
    /// Adds files and the media in folders; others of a name that is there are left out. Of the list of
    /// names() it adds the channels and the clips of turns that participants have.
    void add(const QStringList& paths);
    /// Recordings that are added from now on may have had a transcript when they were extracted to this
    /// folder.
    void setResults(const QString& folder) { m_results = folder; }
    /// What the project knows is said in recordings: what was edited counts, whatever lies beside the media.
    void setProjectWords(ProjectTranscripts words) { m_projectWords = std::move(words); }
    /// Ticks only these, by their names, when they are added; empty: all that can be read.
    void setTicked(const QStringList& names) { m_ticked = names; }
    /// Looks for transcripts in this folder, besides those that lie beside the recordings.
    void setTranscripts(const QString& folder);
    /// Ticks only these, by their names, and looks for transcripts once more.
    void tickOnly(const QStringList& names);
    const QString& transcripts() const { return m_transcripts; }
    std::vector<Recording> taken() const; ///< the ticked recordings
    /// Whether all of them are ticked, and are what the list of names() has of participants.
    bool areAllParts() const;
    int count() const { return rowCount(); }

signals:
    void recordingsChanged();
    void refused(const QString& text);

private:
    struct Found; ///< what a task finds out about files
    static void addParts(std::vector<Found>& found, const engine::DatasetList& list,
                         const std::filesystem::path& transcripts);
    void lookAgain();
    void show(const std::vector<Found>& found, const QStringList& ticked);
    void showRow(int row);

    Tasks& m_tasks;
    RecordingNames m_names;
    QString m_transcripts;
    QString m_results;
    QStringList m_ticked;
    ProjectTranscripts m_projectWords;
    std::vector<Recording> m_recordings; ///< a row each
};

}
