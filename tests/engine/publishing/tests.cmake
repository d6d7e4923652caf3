polylogue_tests(publishing LIBRARIES engine::publishing engine::project_items SOURCES engine/publishing/tst_publication.cpp engine/publishing/tst_publication_card.cpp)
