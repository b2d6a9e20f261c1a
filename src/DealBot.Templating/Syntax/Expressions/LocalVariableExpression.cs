using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>$name</c>, <c>$</c> and <c>$0</c>: variables of the current function or page, and <c>$$</c>, the wrapped block.</summary>
internal sealed class LocalVariableExpression(SourceSpan span, string name) : AssignableExpression(span)
{
    private readonly int _argument = int.TryParse(name, System.Globalization.NumberStyles.None, null, out var index) ? index : -1;

    private int _position;

    public string Name { get; } = name;

    public override string Kind => "variable";

    public override object? Evaluate(RenderContext context)
    {
        if (Name != "$")
            return context.CallIfFunction(this, EvaluateTarget(context));
        context.ExecuteWrappedBlock(this);
        return null;
    }

    public override object? EvaluateTarget(RenderContext context)
    {
        var frame = context.Frame;
        if (Name.Length == 0)
            return frame.Arguments;
        if (_argument >= 0)
            return _argument < frame.Arguments.Count ? context.Current(frame.Arguments[_argument]) : null;
        if (frame.Locals.TryGet(context, Name, ref _position, out var value))
            return value;
        if (context.Options.StrictVariables)
            throw Span.Fault($"The variable or function `${Name}` was not found", Spelling.Hint(Name, frame.Locals.Object.Keys));
        return null;
    }

    public override void Assign(RenderContext context, object? value)
    {
        if (Name.Length == 0 || Name == "$")
            throw Fault($"Cannot set value on the readonly variable `${Name}`");
        if (_argument >= 0)
            context.SetItem(this, context.Frame.Arguments, _argument, value);
        else if (!context.Frame.Locals.TrySet(context, Name, ref _position, value))
            throw Fault($"Cannot set value on the readonly variable `${Name}`");
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("$" + Name);
}
