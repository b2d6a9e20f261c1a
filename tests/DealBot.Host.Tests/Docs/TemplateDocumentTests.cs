using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Host.Tests.Docs;

/// <summary>What the documents on templates say is true: every sample, every name, in both languages.</summary>
public sealed partial class TemplateDocumentTests
{
    /// <summary>Set to anything, the outputs in the documents are written anew instead of compared: read the difference afterwards.</summary>
    private const string Update = "UPDATE_SAMPLES";

    private static readonly (string Name, Language Language)[] Documents = [("templates.md", Language.English), ("templates.zh-CN.md", Language.Chinese)];

    private static readonly string[] Tables = ["post", "deal", "figures", "digest", "statement", "report"];

    private static IEnumerable<TestCaseData> Samples => Documents.SelectMany(document =>
        TemplateSample.Of(Open(document.Name)).Select((sample, index) => new TestCaseData(document.Name, document.Language, index).SetArgDisplayNames($"{document.Name}({sample.Line})")));

    private static IEnumerable<object[]> NamedTables => Documents.SelectMany(document => Tables.Select(table => new object[] { document.Name, document.Language, table }));

    [TestCaseSource(nameof(Samples))]
    public void Sample_renders_to_what_is_printed_below_it(string name, Language language, int index)
    {
        var sample = TemplateSample.Of(Open(name)).ElementAt(index);

        var text = sample.Render(language);

        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 } && text != sample.Expected)
        {
            Rewrite(name, sample, text);
        }
        else
        {
            Assert.That(text, Is.EqualTo(sample.Expected));
        }
    }

    [TestCaseSource(nameof(NamedTables))]
    public void Table_lists_the_names_that_templates_get_and_no_others(string name, Language language, string table) =>
        Assert.That(Open(name).Table(table).Select(row => row[0].Trim('`')), Is.EquivalentTo(ModelNames.Of(table).Keys), $"{language}");

    [TestCaseSource(nameof(NamedTables))]
    public void Table_gives_each_name_its_kind_and_the_value_of_the_sample(string name, Language language, string table)
    {
        var values = ModelNames.Of(table);

        foreach (var row in Open(name).Table(table).Where(row => values.GetValueOrDefault(row[0].Trim('`')) is not null))
        {
            var value = values[row[0].Trim('`')];
            Assert.That(row[1], Does.StartWith(ModelNames.KindOf(value, language)), row[0]);
            if (value is not (TemplateObject or TemplateArray))
            {
                Assert.That(row[3].Trim('`'), Is.EqualTo(ModelNames.Printed(value).ReplaceLineEndings(" ")), row[0]);
            }
        }
    }

    [TestCaseSource(nameof(Documents))]
    public void Functions_of_dealbot_are_all_listed((string Name, Language Language) document)
    {
        var functions = TemplateFunctions.Table.SelectMany(group => ((TemplateObject)group.Value!).Keys.Select(name => $"{group.Key}.{name}"));

        Assert.That(Open(document.Name).Table("functions").Select(row => row[0].Trim('`').Split(' ')[0]), Is.EquivalentTo(functions));
    }

    [TestCaseSource(nameof(Documents))]
    public void Builtins_are_all_listed((string Name, Language Language) document)
    {
        var rows = Open(document.Name).Table("builtins");
        Assert.That(rows.Select(row => row[0].Trim('`')), Is.EqualTo(new[] { "array", "date", "html", "math", "object", "regex", "string", "timespan" }));
        foreach (var row in rows)
        {
            var builtin = Template.Parse($"{{{{ {row[0].Trim('`')} | object.keys | array.join ' ' }}}}", "builtin").Render(new TemplateObject());

            Assert.That(CodeSpan().Matches(row[1]).Select(span => span.Groups[1].Value), Is.EquivalentTo(builtin.Split(' ')), row[0]);
        }
    }

    [Test]
    public void Both_languages_have_the_same_sections_and_samples()
    {
        var (english, chinese) = (Open(Documents[0].Name), Open(Documents[1].Name));

        Assert.That(chinese.Headings, Is.EqualTo(english.Headings));
        Assert.That(chinese.Fences.Select(fence => fence.Language), Is.EqualTo(english.Fences.Select(fence => fence.Language)));
    }

    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    public void Readme_leads_to_both(string readme) =>
        Assert.That(File.ReadAllText(Repository.Path(readme)), Does.Contain("(docs/templates.md)").And.Contain("(docs/templates.zh-CN.md)"));

    private static MarkdownDocument Open(string name) => new(Repository.Path("docs", name));

    private static void Rewrite(string name, TemplateSample sample, string text)
    {
        var path = Repository.Path("docs", name);
        var before = $"```scriban{(sample.Label.Length > 0 ? " " : "")}{sample.Label}\n{sample.Template}\n```\n\n```text\n";
        var document = File.ReadAllText(path);
        Assert.That(document, Does.Contain(before + sample.Expected + "\n```"));
        File.WriteAllText(path, document.Replace($"{before}{sample.Expected}\n```", $"{before}{text}\n```", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
