using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Commands;

/// <summary>DealBot's own digest in English tells what the Chinese one tells, line by line.</summary>
public sealed class DigestTwinTests
{
    private static readonly DigestSettings Chinese = new() { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" };
    private static readonly DigestSettings English = Chinese with { Language = Language.English };

    private static IEnumerable<TestCaseData> Samples =>
        SampleModels.For(Chinese.Template).Select(sample => new TestCaseData(sample.Model).SetArgDisplayNames(sample.Name.En));

    [TestCaseSource(nameof(Samples))]
    public void English_text_has_the_lines_of_the_Chinese_one(TemplateObject model)
    {
        var (chinese, english) = (Lines(Chinese, model), Lines(English, model));

        Assert.That(english.Select(Signs), Is.EqualTo(chinese.Select(Signs)));
    }

    [Test]
    public void Templates_that_the_owner_chose_stay()
    {
        var own = English with { Template = "digests/own.sbn-txt" };

        Assert.That(own.Spoken(), Is.EqualTo(own with { Chart = "digests/daily.en.sbn-svg" }));
    }

    private static string[] Lines(DigestSettings settings, TemplateObject model) =>
        new TemplateRenderer(new TemplateLibrary(Repository.Path("templates")), TimeProvider.System).Render(settings.Spoken().Template, model, CancellationToken.None).Trim().ReplaceLineEndings("\n").Split('\n');

    /// <summary>What is the same in both: the picture that a line begins with, else whether it is empty.</summary>
    private static string Signs(string line) => line.Length == 0 ? "" : char.IsSurrogate(line[0]) || line[0] is '·' or >= '\u2190' and <= '\u2bff' ? line[..2] : "text";
}
