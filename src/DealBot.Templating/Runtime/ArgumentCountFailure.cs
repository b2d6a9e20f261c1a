using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Runtime;

/// <summary>Too few arguments, which is blamed on the place where the next should be, or too many, which is blamed on the last.</summary>
internal sealed class ArgumentCountFailure(int given, int required, int most) : FunctionFailure("Invalid number of arguments")
{
    public override TemplateException At(in CallArguments arguments)
    {
        var span = arguments.Site.Span;
        var (expected, place) = (required, span with { Start = span.End });
        if (given >= required)
        {
            expected = most;
            if (arguments.Site is CallExpression { Arguments.Positional: [.., var last] })
                place = last.Span;
        }

        return place.Fault($"Invalid number of arguments `{given}` passed to `{span.Text}` while expecting `{expected}` arguments", this);
    }
}
