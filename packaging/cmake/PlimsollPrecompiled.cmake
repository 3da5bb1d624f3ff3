# The headers of libraries that most files read, parsed once: two to three seconds less for each file of a build from
# nothing. Two sets, for whoever reuses one must be compiled with every definition it was made with. No header of ours is in
# them: those change, and each file names the ones it needs.
function(plimsoll_precompile name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    file(GENERATE OUTPUT ${source} CONTENT "")
    add_library(${name} OBJECT ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE plimsoll_compiler ${arg_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

set(PLIMSOLL_CORE_HEADERS
    <algorithm> <array> <chrono> <functional> <memory> <mutex> <optional> <span> <string> <thread> <tuple> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDate> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QMap> <QObject> <QRegularExpression> <QSet> <QString> <QStringList> <QUuid> <QVariant> <tl/expected.hpp>)

plimsoll_precompile(plimsoll_core_headers LIBRARIES Qt6::Core Qt6::Sql HEADERS ${PLIMSOLL_CORE_HEADERS})
if(PLIMSOLL_WINDOW)
    plimsoll_precompile(plimsoll_window_headers LIBRARIES Qt6::Core Qt6::Sql Qt6::Gui Qt6::Widgets Qt6::Concurrent
        HEADERS ${PLIMSOLL_CORE_HEADERS}
        <QAbstractItemModel> <QApplication> <QBoxLayout> <QComboBox> <QLabel> <QLineEdit> <QPainter> <QPlainTextEdit>
        <QPushButton> <QScrollArea> <QTableView> <QVBoxLayout> <QWidget> <QtConcurrent>)
endif()
