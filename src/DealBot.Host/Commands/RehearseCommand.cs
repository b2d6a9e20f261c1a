using System.CommandLine;
using DealBot.Contracts;

namespace DealBot.Host.Commands;

internal static class RehearseCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context) => CommandLine.Verb("rehearse", language, "", "", context, (_, _, _) => Task.FromResult(0));
}
