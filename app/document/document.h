#pragma once

#include "app/document/attention.h"
#include "app/document/recorded_tiers.h"
#include "app/document/sight.h"
#include "app/document/video_tiers.h"
#include "app/notices/notices.h"
#include "engine/sequences/dataset_list.h"
#include "engine/snapshot/edited_labels.h"

#include <QObject>

#include <array>
#include <functional>
#include <optional>

namespace app {

/// The open dataset, the video in sight, and the project's annotation. Changes come as commands; views follow
/// the signals.
///
/// Words and labels of a video are tiers. Those that lie in a sequence are read from it when the video is
/// opened, and become part of the project with the first edit that touches them: what nobody edited follows
/// its file.
class Document : public QObject {
    Q_OBJECT
public:
    /// Takes every change on its way to the disk. @param continues  the change is a step of a gesture that
    /// goes on
    using Store = std::function<void(const engine::Change& change, bool continues)>;

    explicit Document(QObject* parent = nullptr);

    const engine::Annotation& annotation() const { return m_annotation; }
    /// The annotation without the tiers that nobody edited: those stay in their files.
    engine::Annotation storedAnnotation() const { return m_recorded.storedAnnotation(); }
    std::shared_ptr<const StoredAnnotation> storedForTasks() const { return m_recorded.storedForTasks(); }
    /// Another project's annotation; forgets the video. Without `store` it lives until the program ends.
    void setProject(engine::Annotation annotation, Store store, QString whyReadOnly);
    /// Why nothing can be changed, in a sentence; empty: it can.
    const QString& whyReadOnly() const { return m_whyReadOnly; }

    /// Whether changes go to the disk: neither read-only nor without a project.
    bool isKept() const { return static_cast<bool>(m_store); }

    /// Does a change, as a whole or not at all. @return the tiers that became part of the project by it, as
    /// their files have them. @throws Refused with the reason.
    engine::Change apply(const engine::Change& change, bool continues = false);
    /// What a gesture has done by now, and the tiers that became part of the project by it.
    struct Done {
        engine::Change change;
        engine::Change tiers;
    };
    /// The same for a gesture: does what `make` makes of the annotation as it was before `done`, instead of
    /// `done`.
    /// @throws Refused; then `done` stays.
    Done applyInstead(const engine::Change& done,
                      const std::function<engine::Change(const engine::Annotation&)>& make);
    /// Notes something that nobody edits, where it differs from what is noted; not in a project that is only
    /// looked at.
    void note(const engine::Item& item) { note(std::vector{item}); }
    void note(const std::vector<engine::Item>& items); ///< several at once, each of another name
    /// Does what `make` makes of the stored annotation: the tiers that are as their files have them are left
    /// out, and read again after it. @return what was done. @throws Refused.
    engine::Change applyToStored(const std::function<engine::Change(const engine::Annotation&)>& make);

    const engine::DatasetList& dataset() const { return m_dataset; }
    void setDataset(engine::DatasetList dataset); ///< forgets the video
    void growDataset(engine::DatasetList dataset); ///< the video is in this one, too, and stays

    /// What a person may see of all this now; asked by whatever shows a part of it.
    DocumentSight& sight() { return m_sight; }
    const DocumentSight& sight() const { return m_sight; }
    /// Which segment and which word of the video in sight a person attends to.
    Attention& attention() { return m_attention; }
    const Attention& attention() const { return m_attention; }
    /// Where any part says what a person should know.
    const Notices& notices() const { return m_notices; }

    bool hasVideo() const { return m_video.has_value(); }
    const VideoData& video() const { return *m_video; }
    bool isInSight(const QString& video) const { return m_video && m_video->id == video; }
    void setVideo(VideoData video); ///< where the project has words or labels of it, these replace the file's
    /// Adds a tier of another video from its files, so that an edit of all videos reaches it, until another
    /// video comes into sight or tiers come and go. Does nothing where the project has that tier.
    void takeRecorded(const VideoData& video, const TierName& name) { m_recorded.read(video, name); }

    /// The words of the video in sight, in the order of time, …
    const engine::TimedText& words() const { return m_tiers.words().text; }
    QStringList wordsWithin(const engine::Interval& span) const; ///< texts of the words, in order
    WordTimes wordTimes() const { return m_tiers.words().times(); }
    /// … and as the file has them.
    const std::vector<engine::Interval>& recordedWords() const { return m_video->words.intervals; }
    WordTimes recordedTimes() const;
    bool isEdited(std::size_t word) const;
    /// Words of the video in sight that its file does not have so, while it has some: what was made of the
    /// file's words, as their vectors, does not fit these.
    std::size_t wordsNotRecorded() const;
    /// Whether each word of the video in sight has times of its own.
    const std::vector<bool>& timedWords() const { return m_tiers.words().timed; }
    /// How sure the words of the video in sight are: confidence, doubts, drafts.
    const WordsView& spokenWords() const { return m_tiers.words(); }
    /// Videos whose words the project has, edited at least once.
    std::vector<std::string> videosWithOwnWords() const { return m_recorded.videosWithStored(kWordsTier); }
    /// The words of any video that the project has. Empty otherwise.
    WordsView ownWords(const std::string& video) const;
    /// True also when all of them were deleted.
    bool hasOwnWords(const std::string& video) const { return m_recorded.stored(video, kWordsTier); }
    /// Videos whose labels the project has, and the labels exactly as they are kept.
    std::vector<std::string> videosWithOwnLabels() const { return m_recorded.videosWithStored(kLabelsTier); }
    engine::LabelRows ownLabelRows(const std::string& video) const;
    /// The labelled segments of any video that the project has. Absent otherwise.
    std::optional<LabelsView> ownLabels(const std::string& video) const;

    /// What a tier of the video in sight has, in the order of time: times, numbers. Empty where it has no
    /// such tier.
    const std::vector<engine::Interval>& spans(const TierName& tier) const { return m_tiers.spans(tier); }
    engine::SegmentId segmentId(const TierName& tier, std::size_t index) const
    {
        return m_tiers.id(tier, index);
    }
    /// The place of a segment in its tier; absent: it is not there.
    std::optional<std::size_t> indexOf(const TierName& tier, engine::SegmentId id) const
    {
        return m_tiers.indexOf(tier, id);
    }
    /// The word or segment of a tier that holds this moment (`holds`); where several do, the one that began
    /// last. Every part of the window asks here, so that all name the same.
    std::optional<std::size_t> indexAt(const TierName& tier, double seconds) const;
    const engine::Tier* tier(const TierName& name) const; ///< null: there is none
    /// The tiers of the video in sight that people made, beside words and labels, from top to bottom.
    std::vector<const engine::Tier*> ownTiers() const;

    /// The labelled segments of the video in sight; of one without labels its utterances, without values.
    const LabelsView& labels() const { return m_tiers.labels(); }

    /// The words of the video in sight, as they receive rows now.
    WordAlignment wordAlignment() const { return {m_video->wordFeatures, wordTimes(), m_wordRules}; }
    /// How words receive rows: by their mean, with zeros for a word that receives none, unless a recipe was
    /// applied.
    /// @param rules  of text, sound, vision
    void setWordRules(const std::array<engine::WordRule, 3>& rules);
    const std::array<engine::WordRule, 3>& wordRules() const { return m_wordRules; }

    /// The labelled segment at this time, and its words as [first, last).
    std::optional<std::size_t> segmentAt(double seconds) const { return indexAt(kLabelsTier, seconds); }
    std::pair<std::size_t, std::size_t> wordsOfSegment(std::size_t segment) const;
    /// The word spoken at this time.
    std::optional<std::size_t> wordAt(double seconds) const { return indexAt(kWordsTier, seconds); }
    /// The last word that began before this time.
    std::optional<std::size_t> lastWordBefore(double seconds) const
    {
        return m_tiers.lastWordBefore(seconds);
    }

signals:
    void projectChanged(); ///< another project, or one that may no longer be edited
    void datasetChanged();
    void videoChanged();
    void wordsChanged(const QString& video);
    void labelsChanged(const QString& video);
    /// A tier beside words and labels changed, came or went.
    void tierChanged(const QString& video, const QString& tier);
    void wordRulesChanged();
    void layoutChanged(); ///< of the timeline's tracks
    void itemsChanged(const QString& kind); ///< items of this kind came, went or changed
    void itemChanged(const QString& kind,
                     const QString& name); ///< an item came, went or changed; told before `itemsChanged`
    /// Words or labels of these videos became part of the project.
    void tiersStored(const QStringList& videos);

private:
    void readTiers();
    void finish(const engine::Change& change, const engine::Change& tiers, bool continues);
    void announce(const engine::Change& change);

    engine::Annotation m_annotation;
    Store m_store;
    QString m_whyReadOnly;
    RecordedTiers m_recorded{m_annotation};
    engine::DatasetList m_dataset;
    std::optional<VideoData> m_video;
    VideoTiers m_tiers{m_annotation};
    std::array<engine::WordRule, 3> m_wordRules;
    DocumentSight m_sight;
    Attention m_attention{*this};
    Notices m_notices;
};

}
