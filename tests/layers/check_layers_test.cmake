# SPDX-License-Identifier: GPL-3.0-or-later
# Does check_layers.cmake see each kind of fault? A tiny tree with one bad line each; run as check_layers.cmake is.

function(check_tree file line expected)
  file(REMOVE_RECURSE "${TREE}")
  file(WRITE "${TREE}/ui/canvas.h" "#pragma once\n#include <QWidget>\n#include \"engine/rate.h\"\n")
  file(WRITE "${TREE}/engine/rate.h" "#pragma once\n#include <QString>\n#include <queue>\n#include <thread>\n#include \"model/site.h\"\n")
  file(WRITE "${TREE}/model/site.h" "#pragma once\n#include <vector>\n")
  file(WRITE "${TREE}/app/cli/render_command.cpp" "#include <QImage>\n#include \"ui/canvas.h\"\n")
  file(APPEND "${TREE}/${file}" "${line}\n")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -D "ROOT=${TREE}" -D "QT_CORE_HEADERS=${QT_CORE_HEADERS}"
            -P "${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake"
    RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  if(expected STREQUAL "" AND NOT exit_code EQUAL 0)
    message(FATAL_ERROR "A tree in order was refused: ${output}")
  elseif(NOT expected STREQUAL "" AND (exit_code EQUAL 0 OR NOT output MATCHES "${expected}"))
    message(FATAL_ERROR "${file} with ${line}: expected '${expected}', got '${output}'")
  endif()
endfunction()

check_tree(model/site.h "" "")
check_tree(model/site.h "#include \"engine/rate.h\"" "model may only include")
check_tree(engine/rate.h "#include \"ui/canvas.h\"" "engine may only include")
check_tree(ui/canvas.h "#include \"app/cli/render_command.cpp\"" "ui may only include")
check_tree(app/cli/check_command.cpp "#include \"ui/canvas.h\"" "app/cli may only include")
check_tree(model/site.h "#include <QColor>" "means QtCore")
check_tree(engine/rate.h "#include <QtGui/QImage>" "means QtCore")
check_tree(engine/rate.h "  #  include <qcustomplot.h>" "means QtCore")
check_tree(model/site.h "#include <Eigen/Dense>" "plain values")
check_tree(model/site.h "#include <thread>" "plain values")
check_tree(engine/rate.h "#include <QObject>" "no QObject")
check_tree(ui/canvas.cpp "#include \"canvas.h\"" "from the root")
check_tree(model/helper.h "" "name the file")
file(REMOVE_RECURSE "${TREE}")
