using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Host.Settings;

namespace DealBot.Host.Tests.Docs;

/// <summary>The documents name the settings that there are: all of what owners edit, and none that there is not.</summary>
public sealed partial class SettingDocumentTests
{
    private const string Chinese = "docs/zh-CN/configuration.md";

    private static readonly string[] Files = ["owners", "groups", "schedules", "audiences", "campaigns", "selection", "bot"];

    private static IEnumerable<string> English => SettingNames.Of("appsettings").Concat(Files.SelectMany(SettingNames.Of)).Where(path => path.Contains('.', StringComparison.Ordinal)).Select(Last).Distinct();

    // What plugins define, what chats write and what templates are given are no settings of DealBot's.
    private static IEnumerable<TestCaseData> Samples => Documents.OfTheProduct
        .Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && name is not ("docs/plugins.md" or "docs/bot.md" or "docs/templates.md" or "docs/templates.zh-CN.md"))
        .SelectMany(name => new MarkdownDocument(Repository.Path(name)).Fences.Where(fence => fence.Language == "json").Select(fence => new TestCaseData(fence).SetArgDisplayNames($"{name}({fence.Line})")));

    [TestCaseSource(nameof(Files))]
    public void Chinese_table_lists_every_setting_of_an_owners_file_and_no_other(string file)
    {
        var root = file is "selection" or "bot" ? $"{file}." : $"{file}[].";
        var settings = SettingNames.Of(file)
            .Where(path => path.StartsWith(root, StringComparison.Ordinal))
            .Select(path => path[root.Length..])
            .ToList();

        // What stands wherever "filter" and "templates" stand has tables of its own.
        var leaves = settings.Where(path => !settings.Any(other => other.StartsWith($"{path}.", StringComparison.Ordinal) || other.StartsWith($"{path}[]", StringComparison.Ordinal)));
        var told = leaves.Select(path => Common().Replace(path, "$1")).Distinct();

        Assert.That(Named(file), Is.EquivalentTo(told));
    }

    [TestCase("filter")]
    [TestCase("templates")]
    public void Chinese_table_lists_every_part_of_what_stands_in_several_files(string name) =>
        Assert.That(Named(name), Is.EquivalentTo(SettingNames.Of("groups").Where(path => path.StartsWith($"groups[].{name}.", StringComparison.Ordinal)).Select(Last)));

    [Test]
    public void Chinese_table_names_no_setting_of_the_server_that_there_is_not() =>
        Assert.That(Named("appsettings").Select(name => $"DealBot.{name}"), Is.Not.Empty.And.SubsetOf(SettingNames.Of("appsettings")));

    [TestCase("docs/configuration.md", 45)]
    [TestCase(Chinese, 15)]
    public void Numbers_given_as_defaults_are_those_of_the_settings(string document, int least)
    {
        var told = new MarkdownDocument(Repository.Path(document)).Table("appsettings")
            .SelectMany(row => CodeSpan().Matches(row[0]).Select(span => span.Groups[1].Value).Zip(row[1].Split([",", "、"], StringSplitOptions.TrimEntries)))
            .Where(pair => Number().IsMatch(pair.Second) && !pair.First.StartsWith('.'))
            .ToList();

        Assert.That(told, Has.Count.AtLeast(least));
        Assert.Multiple(() =>
        {
            foreach (var (name, value) in told)
            {
                Assert.That($"{DefaultOf(name)}", Is.EqualTo(value.Replace(" ", "", StringComparison.Ordinal)), name);
            }
        });
    }

    [TestCaseSource(nameof(English))]
    public void English_reference_names_the_setting(string name) =>
        Assert.That(Regex.IsMatch(Documents.Read("docs/configuration.md"), $@"[`.]{Regex.Escape(name)}\b"), "is not in docs/configuration.md");

    [TestCaseSource(nameof(Samples))]
    public void Samples_use_settings_that_exist(object sample)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

        foreach (var text in ((MarkdownFence)sample).Text.Split("\n\n"))
        {
            var piece = JsonNode.Parse(Whole().IsMatch(text) ? text : $"{{ {text} }}", documentOptions: options)!;
            Assert.That(SettingNames.Know(piece), text);
        }
    }

    private static IEnumerable<string> Named(string table) =>
        new MarkdownDocument(Repository.Path(Chinese)).Table(table).SelectMany(row => CodeSpan().Matches(row[0]).Select(span => span.Groups[1].Value));

    private static object? DefaultOf(string name) =>
        name.Split('.').Aggregate((object?)new HostSettings(), (settings, part) => settings?.GetType().GetProperty(part)?.GetValue(settings));

    private static string Last(string path) => path.Split('.')[^1].Replace("[]", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(filter|templates)\..*")]
    private static partial Regex Common();

    // An object, if need be below a remark; else members of one.
    [GeneratedRegex(@"\A(//.*\n)*\s*\{")]
    private static partial Regex Whole();

    [GeneratedRegex("^[0-9][0-9 ]*$")]
    private static partial Regex Number();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
