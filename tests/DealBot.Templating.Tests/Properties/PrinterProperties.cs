namespace DealBot.Templating.Tests.Properties;

public sealed class PrinterProperties
{
    private static int _parsed;
    private static int _rendered;

    [Test]
    public void Printing_keeps_what_a_template_does_and_printing_again_changes_nothing()
    {
        (_parsed, _rendered) = (0, 0);

        Cases.Check(TemplateGenerator.Templates, Complaint);

        Assert.That(_parsed, Is.GreaterThan(150), "too few templates of the generator parse to mean anything");
        Assert.That(_rendered, Is.GreaterThan(50), "too few templates of the generator render to mean anything");
    }

    private static string? Complaint(string text)
    {
        var template = Template.Parse(text, "test");
        if (template.HasErrors)
            return null;
        _parsed++;
        var complaint = Printed.Complaint(template, Outcome, out var outcome);
        _rendered += outcome is null ? 0 : 1;
        return complaint;
    }

    /// <summary>The output, or null when the template fails: the places of errors move with the text.</summary>
    private static string? Outcome(Template template)
    {
        try
        {
            return template.Render(Rendered.Model(), new RenderOptions { LoopLimit = 50, StepLimit = 20_000, OutputLimit = 20_000, RecursionLimit = 20 });
        }
        catch (TemplateException)
        {
            return null;
        }
    }
}
