using System.CommandLine;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Docs;

/// <summary>The commands that documents tell to type are those that there are, with the options that they have.</summary>
public sealed partial class DocumentCommandTests
{
    private static readonly RootCommand Root = CommandLine.Build(Language.English, static (_, _) => Task.FromResult(0));

    private static readonly string[] Common = ["--settings", "--lang", "--help", "--version"];

    private static IEnumerable<string> Names => Documents.OfTheProduct;

    [TestCaseSource(nameof(Names))]
    public void Commands_and_their_options_exist(string name) => Assert.Multiple(() =>
    {
        foreach (var words in Typed().Matches(Documents.Read(name)).Select(typed => typed.Groups[1].Value))
        {
            var command = Find(words);
            Assert.That(command, Is.Not.SameAs(Root), $"dealbot {words}");
            Assert.That(Option().Matches(words).Select(option => option.Value), Is.SubsetOf(command.Options.Select(option => option.Name).Concat(Common)), $"dealbot {words}");
        }
    });

    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    public void The_readme_has_a_line_for_every_command(string name)
    {
        var text = Documents.Read(name);

        Assert.That(Root.Subcommands.Select(verb => verb.Name), Is.All.Matches<string>(verb => text.Contains($"| `dealbot {verb}", StringComparison.Ordinal)));
    }

    /// <summary>The deepest command that the first words name.</summary>
    private static Command Find(string words)
    {
        Command command = Root;
        foreach (var word in words.Split(' '))
        {
            if (command.Subcommands.FirstOrDefault(verb => verb.Name == word) is not { } next)
            {
                break;
            }

            command = next;
        }

        return command;
    }

    // In a code span or a line of a block, up to a remark behind it.
    [GeneratedRegex(@"(?<=[`\n /][^`\n]*)\bdealbot ([a-z][^`\n#]*)")]
    private static partial Regex Typed();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();
}
