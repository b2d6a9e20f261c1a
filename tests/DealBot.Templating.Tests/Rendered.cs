namespace DealBot.Templating.Tests;

/// <summary>Templates rendered with a small model, for tests that look at the text or at what went wrong.</summary>
internal static class Rendered
{
    /// <summary>A limit by the clock that no machine standing still for seconds comes to: what a test is about ends it, or nothing does.</summary>
    public static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    private static readonly RenderOptions Usual = new() { RegexTimeout = LongEnough };

    public static TemplateObject Model() => new()
    {
        ["shop"] = new TemplateObject { ["name"] = "Blue Door", ["city"] = "Hangzhou" },
        ["price"] = 12.50m,
        ["deals"] = new TemplateArray { Deal("Kettle", 89), Deal("Towel", 15), Deal("Lamp", 42) },
    };

    public static string Text(string template, TemplateObject? model = null, RenderOptions? options = null)
    {
        var parsed = Template.Parse(template, "test");
        Assert.That(parsed.Messages, Is.Empty, template);
        var complaint = Printed.Complaint(parsed, page => page.Render(model ?? Model(), options ?? Usual), out var text);
        Assert.That(complaint, Is.Null);
        return text!;
    }

    /// <summary>What is wrong with the template: the parse errors, or the one error of running it.</summary>
    public static string Error(string template, RenderOptions? options = null)
    {
        var parsed = Template.Parse(template, "test");
        return parsed.HasErrors
            ? string.Join("\n", parsed.Messages)
            : Assert.Throws<TemplateException>(() => parsed.Render(Model(), options ?? Usual)).Place.ToString();
    }

    /// <summary>The same, with how to mend it.</summary>
    public static string Advice(string template, RenderOptions? options = null)
    {
        var parsed = Template.Parse(template, "test");
        return parsed.HasErrors
            ? string.Join("\n", parsed.Messages.Select(message => new TemplateException(message).Message))
            : Assert.Throws<TemplateException>(() => parsed.Render(Model(), options ?? Usual)).Message;
    }

    private static TemplateObject Deal(string title, int price) => new() { ["title"] = title, ["price"] = price };
}
