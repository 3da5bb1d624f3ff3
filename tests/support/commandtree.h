#pragma once

#include "app/commands/commandline.h"
#include "app/commands/commands.h"

#include <CLI/CLI.hpp>

#include <QStringList>

namespace plimsoll::test {

/// A command that can be run: "catalogue show".
struct RunnableCommand
{
    QString name;
    const CLI::App *app = nullptr;

    [[nodiscard]] std::vector<const CLI::Option *> options() const
    {
        return app->get_options([](const CLI::Option *) { return true; });
    }
    [[nodiscard]] QStringList longOptions() const
    {
        QStringList names;
        for (const auto *option : options()) {
            for (const auto &longName : option->get_lnames())
                names.append(QString::fromStdString(longName));
        }
        return names;
    }
};

/// All that may be said to plimsollctl, as its parser knows it.
class CommandTree
{
public:
    CommandTree()
    {
        for (const auto add : plimsoll::commands())
            add(m_commandLine);
        gather(m_commandLine.program(), {});
    }

    [[nodiscard]] const QList<RunnableCommand> &commands() const { return m_commands; }

private:
    void gather(const CLI::App &app, const QString &before)
    {
        const auto below = app.get_subcommands([](const CLI::App *) { return true; });
        if (below.empty())
            m_commands.append({before, &app});
        for (const auto *command : below)
            gather(*command, (before + u' ' + QString::fromStdString(command->get_name())).trimmed());
    }

    CommandLine m_commandLine;
    QList<RunnableCommand> m_commands;
};

}
