#include "app/commands/arguments.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto between = ".."_L1;

QDate day(const QString &words)
{
    return QDate::fromString(words, u"yyyy-MM-dd"_s);
}

}

std::optional<QDate> dayFrom(const std::string &words)
{
    const auto said = day(QString::fromStdString(words));
    return said.isValid() ? std::optional(said) : std::nullopt;
}

std::pair<std::optional<QDate>, std::optional<QDate>> periodFrom(const std::string &words)
{
    const auto text = QString::fromStdString(words);
    return {dayFrom(text.section(between, 0, 0).toStdString()),
            dayFrom(text.section(between, 1, 1).toStdString())};
}

}
