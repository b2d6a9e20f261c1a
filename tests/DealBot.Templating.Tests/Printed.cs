namespace DealBot.Templating.Tests;

/// <summary>What must hold for any template that is printed.</summary>
internal static class Printed
{
    /// <summary>
    /// What is wrong with the printed form of a template, which has to parse, do the same and print the same; null when nothing is.
    /// </summary>
    /// <param name="template">The template as it was written.</param>
    /// <param name="outcome">What the template does.</param>
    /// <param name="expected">What the template as it was written does.</param>
    public static string? Complaint(Template template, Func<Template, string?> outcome, out string? expected)
    {
        expected = outcome(template);
        var text = template.ToText();
        var again = Template.Parse(text, template.SourceName);
        if (again.HasErrors)
            return $"{string.Join("\n", again.Messages)}\nin the printed text\n{text}";
        if (again.ToText() != text)
            return $"printed as\n{text}\nand again as\n{again.ToText()}";
        var actual = outcome(again);
        return actual == expected ? null : $"expected\n{expected}\nbut was\n{actual}\nfrom\n{text}";
    }
}
