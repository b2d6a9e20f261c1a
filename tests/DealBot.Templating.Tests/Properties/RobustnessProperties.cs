using FsCheck;

namespace DealBot.Templating.Tests.Properties;

/// <summary>Whatever the text, parsing ends with a template or messages, and rendering with a text or a <see cref="TemplateException"/>.</summary>
public sealed class RobustnessProperties
{
    /// <summary>Hosts may run the engine on a small stack; on a larger one there is only more room.</summary>
    private const int SmallStack = 256 * 1024;

    /// <summary>Far more than any case takes: only what never ends takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly RenderOptions Options = new()
    {
        LoopLimit = 50,
        StepLimit = 5_000,
        OutputLimit = 5_000,
        RegexTimeout = TimeSpan.FromMilliseconds(20),
        Loader = new EchoLoader(),
    };

    private static IEnumerable<TestCaseData> Kinds =>
    [
        new TestCaseData(BrokenTemplateGenerator.Characters) { TestName = "{m}(characters)" },
        new TestCaseData(BrokenTemplateGenerator.Soup) { TestName = "{m}(token soup)" },
        new TestCaseData(BrokenTemplateGenerator.Mutants) { TestName = "{m}(mutated templates)" },
        new TestCaseData(BrokenTemplateGenerator.Nested) { TestName = "{m}(deep nesting)" },
        new TestCaseData(BrokenTemplateGenerator.Literals) { TestName = "{m}(huge literals)" },
    ];

    [TestCaseSource(nameof(Kinds))]
    public void Nothing_but_template_exceptions_comes_out_of_any_text(Gen<string> texts) => Cases.Check(texts, Complaint);

    private static string? Complaint(string text)
    {
        string? complaint = null;
        var thread = new Thread(() => complaint = Try(text), SmallStack) { IsBackground = true };
        thread.Start();
        return thread.Join(Patience) ? complaint : "It does not end.";
    }

    private static string? Try(string text)
    {
        try
        {
            var template = Template.Parse(text, "fuzz");
            if (template.HasErrors)
                return null;
            template.ToText();
            template.Render(Rendered.Model(), Options);
            return null;
        }
        catch (TemplateException exception)
        {
            // What the supervised edge of rendering had to catch is a fault of the engine all the same.
            return exception.Place.Text.StartsWith("The template failed:", StringComparison.Ordinal) ? exception.ToString() : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>Takes a name for the template itself, so that includes run whatever the generator made of them.</summary>
    private sealed class EchoLoader : ITemplateLoader
    {
        public Template? Load(string name) => name.Length < 2_000 ? Template.Parse(name, "included") : null;
    }
}
