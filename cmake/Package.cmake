# Jomun as a library: the headers that search.h needs, the libraries beneath, and a package for find_package(Jomun).
include(CMakePackageConfigHelpers)

set(folder "${CMAKE_INSTALL_LIBDIR}/cmake/Jomun")
configure_package_config_file(cmake/JomunConfig.cmake.in "${PROJECT_BINARY_DIR}/JomunConfig.cmake"
  INSTALL_DESTINATION "${folder}" PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/JomunConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/JomunConfig.cmake" "${PROJECT_BINARY_DIR}/JomunConfigVersion.cmake" DESTINATION "${folder}"
        COMPONENT library)
install(TARGETS jomun_tokenizers jomun_corpus jomun_schema jomun_searcher ARCHIVE COMPONENT library)

foreach(header searcher/search.h searcher/ranking_weights.h searcher/why_not.h corpus/lexicon.h tokenizers/mapped_text.h tokenizers/plugin_loader.h tokenizers/registry.h
               tokenizers/plugin.h tokenizers/token.h tokenizers/tokenizer.h)
  get_filename_component(header_folder "${header}" DIRECTORY)
  install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/jomun/${header_folder}" COMPONENT library)
endforeach()
