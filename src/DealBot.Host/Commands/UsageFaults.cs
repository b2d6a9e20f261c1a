using System.CommandLine;
using System.CommandLine.Parsing;
using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>Says what is wrong with a command line in one sentence each, and where the help is: the library's own words are half English, and it prints the whole help.</summary>
internal static class UsageFaults
{
    /// <returns>The exit code.</returns>
    public static int Tell(ParseResult parsed, Language language)
    {
        var command = PathOf(parsed.CommandResult);
        foreach (var phrase in Faults(parsed).DistinctBy(phrase => phrase.Zh))
        {
            Console.Error.WriteLine(phrase.In(language));
        }

        Console.Error.WriteLine(new Phrase($"用法见 {command} --help", $"see {command} --help").In(language));
        return ExitCodes.Usage;
    }

    private static IEnumerable<Phrase> Faults(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var verbs = string.Join(' ', parsed.CommandResult.Command.Subcommands.Select(verb => verb.Name));
            return parsed.UnmatchedTokens.Select(token => verbs.Length == 0
                ? new Phrase($"不认识 {token}", $"unknown: {token}")
                : new Phrase($"没有 {token} 这个命令，有的是：{verbs}", $"no command {token}; there are: {verbs}"));
        }

        return parsed.Errors.Select(error => error.SymbolResult switch
        {
            OptionResult option => OfOption(option),
            ArgumentResult { Parent: OptionResult option } => OfOption(option),
            ArgumentResult argument => OfArgument(argument),
            CommandResult { Command.Subcommands.Count: > 0 } command => new Phrase(
                $"后面要写做什么：{string.Join(' ', command.Command.Subcommands.Select(verb => verb.Name))}",
                $"say what to do: {string.Join(' ', command.Command.Subcommands.Select(verb => verb.Name))}"),
            _ => new Phrase(error.Message, error.Message),
        });
    }

    private static Phrase OfOption(OptionResult result)
    {
        var name = result.Option.Name;
        if (result.IdentifierTokenCount == 0)
        {
            return new Phrase($"缺少 {name}：{result.Option.Description}", $"{name} is missing: {result.Option.Description}");
        }

        return result.Tokens.Count switch
        {
            0 => new Phrase($"{name} 后面要写一个值：{result.Option.Description}", $"{name} needs a value: {result.Option.Description}"),
            1 when result.IdentifierTokenCount == 1 => new Phrase(
                $"{name} {result.Tokens[0].Value} 不对：{result.Option.Description}", $"{name} {result.Tokens[0].Value} won't do: {result.Option.Description}"),
            _ => new Phrase($"{name} 只能写一次", $"{name} can be given once only"),
        };
    }

    private static Phrase OfArgument(ArgumentResult result) => result.Tokens.Count == 0
        ? new Phrase($"缺少 <{result.Argument.Name}>：{result.Argument.Description}", $"<{result.Argument.Name}> is missing: {result.Argument.Description}")
        : new Phrase($"{result.Tokens[0].Value} 不对：{result.Argument.Description}", $"{result.Tokens[0].Value} won't do: {result.Argument.Description}");

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "dealbot";
}
