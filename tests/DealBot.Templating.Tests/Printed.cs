namespace DealBot.Templating.Tests;

/// <summary>What must hold for any template that is printed.</summary>
internal static class Printed
{
    /// <summary>Checks that the printed template parses, does the same and prints the same; returns the outcome of the original.</summary>
    public static T Check<T>(Template template, Func<Template, T> outcome)
    {
        var text = template.ToText();
        var again = Template.Parse(text, template.SourceName);
        var expected = outcome(template);

        Assert.That(again.Messages, Is.Empty, text);
        Assert.That(again.ToText(), Is.EqualTo(text));
        Assert.That(outcome(again), Is.EqualTo(expected), text);
        return expected;
    }
}
