add_library(test_window_texts STATIC support/window_texts.cpp support/window_texts.h)
target_include_directories(test_window_texts PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_window_texts PUBLIC Qt6::Widgets)

polylogue_tests(widgets_tracks LIBRARIES widgets::base widgets::timeline widgets::tracks SOURCES
    widgets/base/tst_elided.cpp widgets/base/tst_number_box.cpp widgets/base/tst_plain_labels.cpp widgets/base/tst_style_sheet.cpp widgets/base/tst_theme.cpp
    widgets/base/tst_time_scale.cpp widgets/timeline/tst_ruler.cpp widgets/timeline/tst_timeline_view.cpp
    widgets/timeline/tst_track_layout.cpp widgets/tracks/tst_interval_boxes.cpp widgets/tracks/tst_lanes.cpp
    widgets/tracks/tst_faces_track.cpp widgets/tracks/tst_spectrogram_track.cpp widgets/tracks/tst_words_track.cpp widgets/tracks/tst_tracks_paint.cpp
    widgets/tracks/tst_person_head_track.cpp widgets/tracks/tst_synchrony_track.cpp widgets/tracks/tst_who_speaks_track.cpp)
polylogue_tests(widgets_player LIBRARIES widgets::player widgets::library widgets::inspector widgets::notices widgets::predict widgets::palette widgets::space SOURCES
    widgets/player/tst_face_overlay.cpp
    widgets/player/tst_overview_strip.cpp widgets/player/tst_subtitles.cpp widgets/player/tst_transcript_strip.cpp
    widgets/player/tst_transport_bar.cpp widgets/player/tst_video_surface.cpp widgets/library/tst_library_panel.cpp
    widgets/library/tst_library_query.cpp widgets/inspector/tst_inspector_panel.cpp
    widgets/notices/tst_notice_stack.cpp widgets/predict/tst_display_view.cpp widgets/predict/tst_predict_panel.cpp widgets/palette/tst_command_palette.cpp
    widgets/space/tst_space_camera.cpp widgets/space/tst_space_figures.cpp widgets/space/tst_space_panel.cpp widgets/space/tst_space_thinning.cpp widgets/space/tst_space_view.cpp)
polylogue_tests(widgets_panels LIBRARIES widgets::align widgets::review widgets::statistics widgets::table test_window_texts SOURCES
    widgets/align/tst_align_panel.cpp widgets/align/tst_audit_list.cpp widgets/align/tst_received_rows.cpp
    widgets/align/tst_sequence_grid.cpp widgets/align/tst_step_editor.cpp widgets/align/tst_step_list.cpp
    widgets/align/tst_step_text.cpp widgets/review/tst_agreement_list.cpp widgets/review/tst_answer_panel.cpp
    widgets/review/tst_label_scheme_table.cpp widgets/review/tst_pass_form.cpp widgets/queue/tst_work_keys.cpp widgets/review/tst_queue_panel.cpp
    widgets/review/tst_rating_bar.cpp widgets/review/tst_plan_curve.cpp widgets/review/tst_sweep_curve.cpp widgets/review/tst_value_editor.cpp widgets/statistics/tst_difference_map.cpp
    widgets/statistics/tst_histogram_delegate.cpp widgets/statistics/tst_statistics_model.cpp
    widgets/table/tst_segment_table.cpp widgets/table/tst_segment_table_model.cpp)
polylogue_test(widgets/transcript/tst_transcript_draft.cpp LIBRARIES widgets::transcript)
polylogue_test(widgets/transcript/tst_transcript_text.cpp LIBRARIES widgets::transcript)
polylogue_test(widgets/dataset/tst_dataset_plots.cpp LIBRARIES widgets::dataset)
polylogue_test(widgets/training/tst_training_plots.cpp LIBRARIES widgets::training)
polylogue_test(widgets/training/tst_training_forms.cpp LIBRARIES widgets::training)
polylogue_test(widgets/conversation/tst_conversation_panel.cpp LIBRARIES widgets::conversation)
polylogue_test(widgets/conversation/tst_turn_predictions.cpp LIBRARIES widgets::conversation)
