#pragma once

#include "engine/core/interval.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace app {

/// What was done in a window as the lines of a Python script, and the script around these. What a later line
/// takes the place of is left out: of playheads and selections that follow each other only the last.
class ScriptLines {
public:
    /// @param video  in sight when the recording began; the script runs for this one, or for all
    explicit ScriptLines(QString video) : m_video(std::move(video)) { }

    void open(const QString& video);
    void seek(double seconds);
    void selectSpan(std::optional<engine::Interval> span); ///< absent: nothing
    void select(const QString& tier, const std::vector<std::size_t>& places);
    /// @param checked  of a command that is on or off; absent: another. @param asked  it opened a dialog
    void run(const QString& command, std::optional<bool> checked, bool asked);
    void label(const QString& tier, std::size_t place, const QString& label,
               const std::variant<double, std::string>& value);
    void undo();
    void redo();
    /// What became of segments of a tier in one step: of those that were at these places.
    struct Edit {
        struct Changed {
            std::size_t place = 0;
            std::optional<engine::Interval> times;
            std::optional<QString> text;
        };
        QString tier;
        std::vector<Changed> changed;
        std::vector<std::pair<engine::Interval, QString>> added;
        std::vector<std::size_t> removed;
    };
    /// @param goesOn  the step is that of the last edits, and became more: these take the place of its lines
    void edit(const std::vector<Edit>& edits, bool goesOn);

    bool isEmpty() const { return m_lines.empty(); }
    QStringList lines() const; ///< without indentation
    /// The whole program. @param annotator  who gave the values; empty: nobody gave any
    QString program(const QString& annotator) const;

    static QString literal(const QString& text); ///< of Python

private:
    enum class Kind { Seek, Span, Segments, Other };
    struct Line {
        Kind kind = Kind::Other;
        QString text;
        int step = 0; ///< of the history, whose edits it tells; 0: none
    };
    void add(Kind kind, const QString& text);

    QString m_video;
    std::vector<Line> m_lines;
    int m_step = 0; ///< the last one that was told
    bool m_hasLabels = false;
    bool m_hasOpened = false; ///< another video
};

}
