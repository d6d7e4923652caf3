# polylogue-models: the only program that links LibTorch.
set(sources models_commands.h models_environment.cpp models_environment.h models_evaluate.cpp models_main.cpp
    models_predict.cpp models_progress.cpp models_progress.h models_run_case.cpp models_serve.cpp models_server.cpp
    models_server.h models_train.cpp probing.cpp probing.h)
list(TRANSFORM sources PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
add_executable(polylogue-models ${sources})
target_link_libraries(polylogue-models PRIVATE engine::training engine::worker CLI11::CLI11 fmt::fmt)
