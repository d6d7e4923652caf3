polylogue_tests(tier_completion LIBRARIES engine::tier_completion SOURCES
    engine/tier_completion/tst_draft_edits.cpp engine/project_items/tst_face_items.cpp engine/project_items/tst_conversation_items.cpp engine/project_items/tst_heard_levels.cpp engine/project_items/tst_layout_item.cpp)
