using System.Text;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    private StringBuilder _output = new();

    public void Write(Node site, string text)
    {
        if (_output.Length + text.Length > Options.OutputLimit)
            throw site.Fault($"The output exceeds the limit of `{Options.OutputLimit}` characters.");
        _output.Append(text);
    }

    /// <summary>The text that an action writes, kept out of the output.</summary>
    public string Capture(Action action)
    {
        var outer = _output;
        _output = new StringBuilder();
        action();
        var text = _output.ToString();
        _output = outer;
        return text;
    }

    public string RenderPage(Block body)
    {
        var text = Capture(() => body.Execute(this));
        ReturnValue = null;
        return text;
    }

    /// <summary>The value as text.</summary>
    public string Print(Node site, object? value)
    {
        if (value is string text)
            return text;
        try
        {
            return ValueText.Of(this, value);
        }
        catch (FunctionFailure failure)
        {
            throw site.Fault(failure.Message, failure);
        }
    }

    public string Concatenate(Node site, string first, string second, string third = "")
    {
        GuardLength(site, (long)first.Length + second.Length + third.Length);
        return string.Concat(first, second, third);
    }

    /// <summary>Refuses a string that is longer than the output may be, and charges for making it.</summary>
    public void GuardLength(Node site, long length)
    {
        if (length > Options.OutputLimit)
            throw site.Fault($"The text of {length} characters exceeds the limit of `{Options.OutputLimit}` characters.");
        CountSteps(site, length / CharactersPerStep);
    }
}
