foreach(part speech sound face text)
    include(${CMAKE_CURRENT_LIST_DIR}/${part}/tests.cmake OPTIONAL)
endforeach()
