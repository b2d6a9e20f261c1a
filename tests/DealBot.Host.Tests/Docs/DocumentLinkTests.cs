using System.Text.RegularExpressions;

namespace DealBot.Host.Tests.Docs;

/// <summary>Whoever follows a link from one document to another arrives, at the heading as well.</summary>
public sealed partial class DocumentLinkTests
{
    private static IEnumerable<string> Names => Documents.Present;

    [TestCaseSource(nameof(Names))]
    public void Links_lead_to_files_and_headings_that_exist(string name)
    {
        var folder = Path.GetDirectoryName(Repository.Path(name))!;

        Assert.Multiple(() =>
        {
            foreach (var link in Links().Matches(Documents.Read(name)).Select(link => link.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal)))
            {
                var (file, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
                var target = file.Length == 0 ? Repository.Path(name) : Path.GetFullPath(Path.Combine(folder, file));
                Assert.That(File.Exists(target) || Directory.Exists(target), $"{link} leads to no file");
                Assert.That(heading.Length == 0 || HeadingsOf(target).Contains(heading), $"{link} leads to no heading");
            }
        });
    }

    [Test]
    public void The_Chinese_readme_leads_to_every_Chinese_guide() => Assert.That(
        Documents.Present.Where(name => name.StartsWith("docs/zh-CN/", StringComparison.Ordinal)),
        Is.Not.Empty.And.All.Matches<string>(name => Documents.Read("README.zh-CN.md").Contains($"({name}", StringComparison.Ordinal)));

    private static IEnumerable<string> HeadingsOf(string path) =>
        !File.Exists(path) ? [] : Headings().Matches(Fences().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "")).Select(heading => Anchor(heading.Groups[1].Value));

    /// <summary>As GitHub makes it: small letters, digits, hyphens; blanks become hyphens, all other signs vanish.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("^#+ +(.+?) *$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
