using System.Text.RegularExpressions;

namespace DealBot.Host.Tests;

/// <summary>The log is in one language, whoever reads it: English. What owners read has a phrase in theirs.</summary>
public sealed partial class LoggedWordsTests
{
    private static IEnumerable<string> Statements =>
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Logging().Matches(File.ReadAllText(file)).Select(statement => $"{Path.GetFileName(file)}: {statement.Value}"));

    [Test]
    public void What_is_logged_is_English() => Assert.That(Statements, Is.Not.Empty.And.None.Match(@"[\u4e00-\u9fff]|\.Zh\b|PhraseZh"));

    // A message of a source-generated method, or a call with all its arguments.
    [GeneratedRegex(@"\[LoggerMessage\(.*?\)\]|\bLog(Trace|Debug|Information|Warning|Error|Critical)\(.*?;", RegexOptions.Singleline)]
    private static partial Regex Logging();
}
