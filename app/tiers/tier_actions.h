#pragma once

#include "app/document/tier_views.h"
#include "engine/annotation/tier_edits.h"

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class TierDialog;
class TierInHand;
class TierReader;

/// What menus do to whole tiers: make, change, copy, delete. People know a tier by its name, so it changes
/// and goes in all videos that have it.
class TierActions : public QObject {
    Q_OBJECT
public:
    TierActions(Document& document, Editor& editor, TierReader& reader, const Actions& actions,
                TierInHand& hand, QWidget* window);

private:
    void make();
    void readAndAdd(TierDialog& dialog);
    void add(TierDialog& dialog, engine::Tier tier, const std::string& above,
             const std::set<std::string>& videos);
    void change();
    void readAndRevise(TierDialog& dialog, const engine::Tier& tier);
    void revise(TierDialog& dialog, engine::TierRevision revision, const std::string& above);
    void copy();
    void copyTo(const std::string& name, const std::string& from, const std::set<std::string>& videos);
    void makeLabelOfTexts();
    void remove();
    void useAs(const TierName& role);
    void changeMany();
    bool isLocked(const engine::Tier& tier); ///< and says why
    bool isOwn(const std::string& tier); ///< else says that words and labels stay

    Document& m_document;
    Editor& m_editor;
    TierReader& m_reader;
    TierInHand& m_hand;
    QWidget* m_window;
};

}
