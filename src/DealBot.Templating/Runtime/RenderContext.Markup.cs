using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <remarks>
/// Which texts are markup is known by reference: whatever a template makes of one is another string, and so is text again. Only a text
/// that needs no escaping can be both.
/// </remarks>
internal sealed partial class RenderContext
{
    private HashSet<string>? _markup;

    /// <summary>The text, which from now on is printed as it is.</summary>
    public string AsMarkup(string text)
    {
        if (Options.Escape is not null)
            (_markup ??= new(ReferenceEqualityComparer.Instance)).Add(text);
        return text;
    }

    /// <summary>Prints what a code block yields: escaped, unless it is markup. Numbers hold nothing to escape.</summary>
    public void WriteYield(Node site, Node valueSite, object? value)
    {
        if (Options.Escape is { } escape && value is not (int or long or decimal or double))
        {
            var text = Print(valueSite, value);
            value = _markup is not null && _markup.Contains(text) ? text : escape(text);
        }

        Write(site, valueSite, value);
    }
}
