using System.Globalization;
using System.Text.RegularExpressions;

namespace DealBot.Host.Tests.Docs;

/// <summary>Whoever reads the log finds the number of each event in the handbook.</summary>
public sealed partial class EventDocumentTests
{
    private static readonly Lazy<HashSet<int>> Told = new(() =>
        [.. NumbersCell().Matches(Documents.Read("docs/operations.md")).SelectMany(cell => Span().Matches(cell.Groups[1].Value)).SelectMany(Numbers)]);

    private static IEnumerable<int> Logged =>
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Number().Matches(File.ReadAllText(file)))
            .Select(number => int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture))
            .Distinct();

    [Test]
    public void Each_events_number_is_told() => Assert.That(Logged.Where(number => !Told.Value.Contains(number)), Is.Empty);

    [Test]
    public void Numbers_are_found() => Assert.That(Logged, Does.Contain(1000).And.Contain(6300));

    private static IEnumerable<int> Numbers(Match span)
    {
        var first = int.Parse(span.Groups[1].Value, CultureInfo.InvariantCulture);
        var last = span.Groups[2].Success ? int.Parse(span.Groups[2].Value, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1);
    }

    // The first cell of a row: numbers and spans of numbers.
    [GeneratedRegex(@"^\| ([0-9–, ]+) \|", RegexOptions.Multiline)]
    private static partial Regex NumbersCell();

    [GeneratedRegex(@"([0-9]{4})(?:–([0-9]{4}))?")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?:\[LoggerMessage\(|new EventId\()([0-9]{4}),")]
    private static partial Regex Number();
}
