using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Docs;

/// <summary>
/// A sample of a document: a <c>scriban</c> block and the <c>text</c> block that says what comes out, which for a faulty template is what
/// <c>dealbot render</c> prints. Its data is that of <c>dealbot render</c> (the label names another sample of it), or a <c>json</c> block
/// before it. A block labelled <c>file=name</c> is a file that all samples may include.
/// </summary>
internal sealed record TemplateSample(int Line, string Label, string Template, string? Json, string Expected, IReadOnlyList<MarkdownFence> Files)
{
    private const string FileLabel = "file=";
    private const string Name = "copy/sample.sbn-txt";

    public static IEnumerable<TemplateSample> Of(MarkdownDocument document)
    {
        var fences = document.Fences;
        List<MarkdownFence> files = [.. fences.Where(IsFile)];
        for (var i = 0; i < fences.Count; i++)
        {
            if (fences[i].Language == "scriban" && !IsFile(fences[i]))
            {
                Assert.That(i + 1 < fences.Count && fences[i + 1].Language == "text", $"the sample of line {fences[i].Line} has no output");
                var json = i > 0 && fences[i - 1].Language == "json" ? fences[i - 1].Text : null;
                yield return new TemplateSample(fences[i].Line, fences[i].Label, fences[i].Text, json, fences[i + 1].Text, files);
            }
        }
    }

    /// <summary>What comes out, in a folder that holds the templates of the repository and those that the document gives.</summary>
    public string Render(Language language)
    {
        using var folder = new TempFolder();
        CopyTemplates(folder);
        foreach (var file in Files)
        {
            Write(folder, file.Label[FileLabel.Length..], file.Text);
        }

        Write(folder, Name, Template);
        var library = new TemplateLibrary(folder.Path);
        try
        {
            return new TemplateRenderer(library, new TestClock(new DateTimeOffset(2026, 6, 18, 8, 30, 0, TimeSpan.FromHours(8)))).Render(Name, Model(), CancellationToken.None);
        }
        catch (TemplateFaultException fault)
        {
            return string.Join('\n', new TemplateFaultReport(language, library).Lines(fault).Select(line => line.Text));
        }
    }

    private static bool IsFile(MarkdownFence fence) => fence.Label.StartsWith(FileLabel, StringComparison.Ordinal);

    private TemplateObject Model()
    {
        if (Json is not null)
        {
            return TemplateObject.FromJson(JsonDocument.Parse(Json).RootElement);
        }

        return Label switch
        {
            "" => SampleModels.For("copy")[0].Model,
            "bare" => SampleModels.For("copy")[1].Model,
            "campaign" => SampleModels.For("copy")[2].Model,
            "digest" => SampleModels.For("digests")[0].Model,
            _ => throw new InvalidOperationException($"line {Line}: there is no sample {Label}"),
        };
    }

    private static void CopyTemplates(TempFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("templates"), "*", SearchOption.AllDirectories))
        {
            Write(folder, Path.GetRelativePath(Repository.Path("templates"), file), File.ReadAllText(file));
        }
    }

    private static void Write(TempFolder folder, string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), text);
    }
}
