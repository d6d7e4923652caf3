#pragma once

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QScrollArea;

namespace widgets {

class FoldSection;

/// Folds sections of a scrolled page where the height is not enough: from the first of them on, but never
/// against the wish of a person.
class SectionFolder : public QObject {
    Q_OBJECT
public:
    /// @param area  whose page holds the sections
    SectionFolder(std::vector<FoldSection*> sections, QScrollArea& area);

    void fitSoon(); ///< once what was shown has its sizes
    /// Unfolds a section as if a person wished so, and scrolls to a widget in it.
    void bringUp(FoldSection* section, QWidget* widget);

private:
    void fit();

    struct Section {
        FoldSection* section;
        std::optional<bool> wished; ///< folded or not, by a person
    };
    std::vector<Section> m_sections;
    QScrollArea& m_area;
    QWidget* m_sought = nullptr; ///< the next fit scrolls to it
    QTimer m_fit;
};

}
