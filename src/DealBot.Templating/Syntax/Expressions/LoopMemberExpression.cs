using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class LoopMemberExpression(SourceSpan span, SourceSpan memberSpan, string loop, string member) : Expression(span)
{
    private static readonly string[] Known =
        ["index", "index0", "rindex", "rindex0", "first", "last", "even", "odd", "changed", "length", "col", "row", "col_first", "col_last"];

    public static bool IsKnown(string member) => Known.Contains(member);

    /// <summary>Whether that kind of loop has the member: a <c>while</c> does not know its end, only a table has columns.</summary>
    public static bool IsKnown(string loop, string member) => loop switch
    {
        "while" => member is "index" or "index0" or "first" or "even" or "odd",
        "tablerow" => true,
        _ => member is not ("col" or "row" or "col_first" or "col_last"),
    };

    public override string Kind => "variable";

    public override object? Evaluate(RenderContext context)
    {
        var state = context.Frame.FindLoop(loop) ?? throw memberSpan.Fault($"Cannot get the member {loop}.{member} for a null object.");
        return state.Get(context, this, member);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write($"{loop}.{member}");
}
