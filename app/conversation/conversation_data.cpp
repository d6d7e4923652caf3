#include "app/conversation/conversation_data.h"

#include "engine/conversation_sources/conversation_rows.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/dataset_opening/sequence_rows.h"
#include "engine/sequences/column_names.h"
#include "engine/sequences/feature_pyramid.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

/// Reads one conversation, part by part; what cannot be read leaves a warning.
class Reader {
public:
    Reader(const OpenDataset& dataset, const ProjectSpeech& project, const EarlierReading& earlier,
           const engine::RunContext& run, ConversationData& data)
        : m_dataset(dataset)
        , m_project(project)
        , m_earlier(earlier)
        , m_run(run)
        , m_data(data)
    {
    }

    void read()
    {
        readTurns();
        for (std::size_t i = 0; i < m_data.conversation.participants.size(); ++i) {
            m_run.tick(i, m_data.conversation.participants.size());
            m_data.people[i] = known(i);
            if (!m_data.people[i])
                m_data.people[i] = std::make_shared<const PersonData>(person(i));
        }
        findSignals();
    }

private:
    const engine::ConversationParticipant& who(std::size_t person) const
    {
        return m_data.conversation.participants[person];
    }

    template <typename Read>
    void attempt(Read read)
    {
        try {
            read();
        } catch (const engine::Cancelled&) {
            throw;
        } catch (const engine::Error& error) {
            m_data.warnings << QString::fromStdString(error.what());
        }
    }

    void readTurns()
    {
        try {
            if (isToldByProject())
                m_data.heard = heardInProject();
            else
                m_data.heard = heardInFiles();
            m_data.taken = engine::takenTurns(m_data.heard.speakers);
            if (m_data.heard.duration > 0.0 && !m_data.heard.timesAreGuessed)
                m_data.figures = engine::conversationFigures(m_data.taken, m_data.heard.speakers.size(),
                                                             m_data.heard.duration);
        } catch (const engine::Cancelled&) {
            throw;
        } catch (const engine::Error& error) {
            m_data.problem = QString::fromStdString(error.what());
        }
        m_data.shown = std::make_shared<const engine::TakenTurns>(inWindow(m_data.taken));
    }

    bool isToldByProject() const
    {
        return std::ranges::any_of(m_project.people, [](const ProjectSpeech::Person& person) {
            return person.turns || person.words;
        });
    }

    engine::HeardConversation heardInFiles()
    {
        const FiledTurns* const known = m_earlier.filed.get();
        const bool isKnown
            = known && known->conversation == m_data.conversation && known->faces == m_project.faces;
        m_data.filed = isKnown ? m_earlier.filed : listen();
        if (m_data.filed->problem)
            std::rethrow_exception(m_data.filed->problem);
        return m_data.filed->heard;
    }

    std::shared_ptr<const FiledTurns> listen() const
    {
        FiledTurns found{m_data.conversation, m_project.faces, {}, {}};
        try {
            found.heard = engine::heardInDataset(conversationFiles(m_dataset, m_project.faces),
                                                 m_data.conversation, "auto", m_run);
        } catch (const engine::Cancelled&) {
            throw;
        } catch (const engine::Error&) {
            found.problem = std::current_exception();
        }
        return std::make_shared<const FiledTurns>(std::move(found));
    }

    /// Turns that people corrected count before words, and the words of the project before those of files.
    engine::HeardConversation heardInProject()
    {
        engine::HeardConversation heard{m_data.conversation.id, "tiers", {}};
        engine::HeardConversation filed;
        try {
            filed = heardInFiles();
        } catch (const engine::FormatError&) { // NOLINT(bugprone-empty-catch): the project says more
        }
        for (std::size_t i = 0; i < m_data.conversation.participants.size(); ++i) {
            engine::Speaker& speaker = heard.speakers.emplace_back(engine::Speaker{who(i).id, {}});
            const ProjectSpeech::Person& person = m_project.people[i];
            const auto add = [&](const std::vector<engine::Interval>& spans) {
                for (const engine::Interval& span : spans)
                    speaker.spans.push_back({who(i).time.ofFile(span.start), who(i).time.ofFile(span.end)});
            };
            if (person.turns)
                add(*person.turns);
            else if (filed.source == "tiers" || !person.words) {
                speaker.spans = spansOf(filed, who(i).id);
                heard.timesAreGuessed = filed.timesAreGuessed;
                if (filed.source == "faces")
                    heard.source = filed.source;
            } else
                add(engine::spokenStretches(person.words->intervals, engine::kBridgedGap, 0.0));
            for (const engine::Interval& span : speaker.spans)
                heard.duration = std::max(heard.duration, span.end);
        }
        heard.duration = std::max(heard.duration, filed.duration);
        return heard;
    }

    static std::vector<engine::Interval> spansOf(const engine::HeardConversation& heard,
                                                 const std::string& id)
    {
        const auto speaker = std::ranges::find(heard.speakers, id, &engine::Speaker::id);
        return speaker == heard.speakers.end() ? std::vector<engine::Interval>() : speaker->spans;
    }

    engine::TakenTurns inWindow(engine::TakenTurns taken) const
    {
        for (engine::SpeechStretch& stretch : taken.stretches) {
            stretch.start = m_data.time.of(stretch.start);
            stretch.end = m_data.time.of(stretch.end);
        }
        for (engine::SpeakingTurn& turn : taken.turns) {
            turn.start = m_data.time.of(turn.start);
            turn.end = m_data.time.of(turn.end);
        }
        for (engine::TurnTransition& transition : taken.transitions)
            transition.at = m_data.time.of(transition.at);
        return taken;
    }

    void move(std::vector<engine::Interval>& rows, const engine::RecordingTime& time) const
    {
        for (engine::Interval& row : rows)
            row = m_data.time.of(engine::Interval{time.ofFile(row.start), time.ofFile(row.end)});
    }

    /// As read before; null: something changed, or nothing was read.
    std::shared_ptr<const PersonData> known(std::size_t place) const
    {
        const auto& before = m_earlier.data;
        const bool isSame = before && before->hand == m_data.hand
            && before->conversation == m_data.conversation
            && (m_data.hand == place || !m_earlier.changed.contains(m_data.conversation.entryOf(who(place))));
        return isSame ? before->people[place] : nullptr;
    }

    PersonData person(std::size_t place)
    {
        PersonData shown;
        shown.name = QString::fromStdString(who(place).shownName());
        if (m_data.hand != place)
            readPerson(place, shown);
        return shown;
    }

    void readPerson(std::size_t person, PersonData& shown)
    {
        const std::string entry = m_data.conversation.entryOf(who(person));
        const ProjectSpeech::Person& own = m_project.people[person];
        attempt([&] {
            const auto* words = m_dataset.withRole(Role::Words);
            shown.words = own.words ? *own.words : engine::readRecordedWords(m_dataset, entry, {});
            move(shown.words.intervals,
                 own.words || !words ? who(person).time : engine::timeOfRows(*words->file, who(person)));
        });
        attempt([&] { readLabels(shown, entry, own, who(person)); });
        for (const OpenDataset::Sequence& sequence : m_dataset.sequences) {
            if (!sequence.isText && sequence.role != Role::Labels && sequence.role != Role::Text)
                attempt([&] { readFeatures(shown, sequence, entry, who(person)); });
        }
    }

    void readLabels(PersonData& shown, const std::string& entry, const ProjectSpeech::Person& own,
                    const engine::ConversationParticipant& participant)
    {
        const auto* labels = m_dataset.withRole(Role::Labels);
        if (own.labels) {
            shown.labels = *own.labels;
        } else {
            const engine::RecordedLabels read = engine::readRecordedLabels(m_dataset, entry, {});
            shown.labels.rows = read.rows;
            for (const std::string& name : read.names)
                shown.labels.names << QString::fromStdString(name);
            if (!read.scales.empty())
                shown.labels.scale = read.scales.front();
        }
        move(shown.labels.rows.intervals,
             own.labels || !labels ? participant.time : engine::timeOfRows(*labels->file, participant));
    }

    void readFeatures(PersonData& shown, const OpenDataset::Sequence& sequence, const std::string& entry,
                      const engine::ConversationParticipant& participant)
    {
        if (engine::bytesInMemory(*sequence.file, entry) > kMostInMemory) {
            m_data.warnings << QCoreApplication::translate(
                                   "app::ConversationInSight",
                                   "%1 of %2 is too large to be shown beside the participant in hand.")
                                   .arg(QString::fromStdString(sequence.key), QString::fromStdString(entry));
            return;
        }
        auto rows = std::make_shared<engine::TimedFeatures>(engine::readFeatures(*sequence.file, entry));
        if (rows->intervals.empty())
            return;
        move(rows->intervals, engine::timeOfRows(*sequence.file, participant));
        rows->timeType = engine::ElementType::Float64;
        PersonFeatures features{QString::fromStdString(sequence.key), app::modalityOf(sequence), {}, nullptr};
        features.features = engine::FeaturePyramid::build(rows, m_run);
        for (const std::string& name :
             engine::columnNames(*sequence.file, features.features->dimensions()).names)
            features.names << QString::fromStdString(name);
        shown.features.push_back(std::move(features));
    }

    /// What counts pictures, or says how sure a face is: no signal of a person.
    static bool isCounter(const QString& column)
    {
        const QStringList names{QStringLiteral("frame"), QStringLiteral("timestamp"),
                                QStringLiteral("face_id"), QStringLiteral("confidence"),
                                QStringLiteral("success")};
        return names.contains(column.section(QLatin1Char(' '), 0, 0).toLower());
    }

    /// What a face does, or how a voice sounds: of the many columns of a set, these are looked at.
    static bool isExpression(const QString& column)
    {
        const QStringList parts{QStringLiteral("smile"), QStringLiteral("mouth"),    QStringLiteral("brow"),
                                QStringLiteral("blink"), QStringLiteral("jaw"),      QStringLiteral("gaze"),
                                QStringLiteral("_au"),   QStringLiteral("yaw"),      QStringLiteral("pitch"),
                                QStringLiteral("roll"),  QStringLiteral("loudness"), QStringLiteral("f0")};
        return column.startsWith(QLatin1String("AU")) || std::ranges::any_of(parts, [&](const QString& part) {
                   return column.contains(part, Qt::CaseInsensitive);
               });
    }

    /// Labels are no signals, also those that do not feed a model: `labels_self`.
    static bool isOfLabels(const OpenDataset::Sequence& sequence)
    {
        return sequence.role == Role::Labels || sequence.key.starts_with("labels");
    }

    /// What is said is no signal, nor how sure its words are (`word_alignment`).
    static bool isOfWords(const OpenDataset::Sequence& sequence)
    {
        return sequence.isText || sequence.role == Role::Text
            || engine::subjectOf(sequence.key) == Role::Text;
    }

    /// Of sequences with many columns those are offered that people know.
    void findSignals()
    {
        for (const OpenDataset::Sequence& sequence : m_dataset.sequences) {
            if (isOfWords(sequence) || isOfLabels(sequence))
                continue;
            std::vector<std::string> there;
            for (const engine::ConversationParticipant& participant : m_data.conversation.participants) {
                const std::string entry = m_data.conversation.entryOf(participant);
                if (const auto parts = engine::entriesOf(*sequence.file, entry); !parts.empty())
                    there.push_back(parts.front()); // of clips each has its own
            }
            if (there.size() < 2)
                continue;
            const engine::EntryShape shape = sequence.file->shape(there.front());
            const std::size_t width = shape.features.size() > 1 ? shape.features[1] : 1;
            if (shape.features.size() > 2)
                continue;
            for (const std::string& name : engine::columnNames(*sequence.file, width).names) {
                const QString column = QString::fromStdString(name);
                if (!isCounter(column) && (width <= kMostColumns || isExpression(column)))
                    m_data.signalNames.push_back({QString::fromStdString(sequence.key), column});
            }
        }
    }

    static constexpr std::size_t kMostInMemory = std::size_t{64} << 20; // bytes
    static constexpr std::size_t kMostColumns = 60; // of which all are offered

    const OpenDataset& m_dataset;
    const ProjectSpeech& m_project;
    const EarlierReading& m_earlier;
    const engine::RunContext& m_run;
    ConversationData& m_data;
};

}

double turnBefore(const ConversationData& data, double moment, int turns)
{
    constexpr double same = 0.05; // seconds: the segment is a turn itself
    constexpr double longest = 60.0; // seconds
    const auto& all = data.shown->turns; // by start
    const auto own = std::ranges::lower_bound(all, moment - same, {}, &engine::SpeakingTurn::start);
    double start = moment;
    for (auto turn = own; turns > 0 && turn != all.begin(); --turns) {
        --turn;
        if (turn->start < moment - longest)
            break;
        start = turn->start;
    }
    return start;
}

engine::ConversationFiles conversationFiles(const OpenDataset& dataset, const engine::FaceCorrections& faces)
{
    return {dataset.list, dataset.list.name,
            [&dataset](const std::string& key) {
                const auto* sequence = dataset.called(key);
                return sequence ? sequence->file : nullptr;
            },
            [faces](const std::string&) { return faces; }};
}

ConversationData readConversation(const OpenDataset& dataset, const engine::Conversation& conversation,
                                  const std::string& video, const ProjectSpeech& project,
                                  const EarlierReading& earlier, const engine::RunContext& run)
{
    ConversationData data;
    data.conversation = conversation;
    data.video = QString::fromStdString(video);
    data.people.resize(conversation.participants.size());
    for (std::size_t i = 0; i < conversation.participants.size(); ++i) {
        const engine::ConversationParticipant& participant = conversation.participants[i];
        if (conversation.entryOf(participant) == video) {
            data.hand = i;
            data.time.own = participant.time;
        }
    }
    ProjectSpeech known = project;
    known.people.resize(conversation.participants.size());
    Reader(dataset, known, earlier, run, data).read();
    return data;
}

}
