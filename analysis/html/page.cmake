# The page of HTML reports becomes a source file of the program: ${page_source}.
set(page_room ${CMAKE_CURRENT_SOURCE_DIR}/html)
set(page_styles vendor/uPlot.min.css page/base.css page/parts.css page/print.css)
set(page_scripts
    vendor/uPlot.iife.min.js
    page/dom.js
    page/numbers.js
    page/theme.js
    page/charts.js
    page/tables.js
    page/headline.js
    page/one_more.js
    page/day.js
    page/people.js
    page/replay.js
    page/compare.js
    page/sensitivity.js
    page/sweep_points.js
    page/sweep.js
    page/main.js)
set(page_source ${CMAKE_CURRENT_BINARY_DIR}/page_assets.cpp)
list(TRANSFORM page_styles PREPEND ${page_room}/ OUTPUT_VARIABLE page_style_files)
list(TRANSFORM page_scripts PREPEND ${page_room}/ OUTPUT_VARIABLE page_script_files)
string(REPLACE ";" "|" page_styles "${page_styles}")
string(REPLACE ";" "|" page_scripts "${page_scripts}")
add_custom_command(
  OUTPUT ${page_source}
  COMMAND ${CMAKE_COMMAND} -DROOM=${page_room} "-DSTYLES=${page_styles}" "-DSCRIPTS=${page_scripts}"
          -DOUT=${page_source} -P ${page_room}/embed.cmake
  DEPENDS ${page_style_files} ${page_script_files} ${page_room}/page/page.html ${page_room}/page/labels.json ${page_room}/page/sentences.json
          ${page_room}/embed.cmake
  VERBATIM)
