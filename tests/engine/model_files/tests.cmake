polylogue_test(engine/model_files/tst_model_card.cpp LIBRARIES engine::model_files)
polylogue_test(engine/model_files/tst_normalisation.cpp LIBRARIES engine::model_files)
polylogue_test(engine/model_files/tst_safetensors.cpp LIBRARIES engine::model_files)
