using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Runtime;

/// <summary>
/// The operators on lists: <c>+</c> joins two, <c>*</c> repeats one, <c>/</c> takes its first part, <c>%</c> every n-th item,
/// <c>&lt;&lt;</c> and <c>&gt;&gt;</c> add an item at its end and its start.
/// </summary>
internal readonly ref struct ListArithmetic
{
    private readonly RenderContext _context;
    private readonly Node _site;
    private readonly TokenKind _operation;
    private readonly object _left;
    private readonly object _right;

    private ListArithmetic(RenderContext context, Node site, TokenKind operation, object left, object right)
    {
        _context = context;
        _site = site;
        _operation = operation;
        _left = left;
        _right = right;
    }

    /// <summary>The result; null when neither side is a list.</summary>
    public static TemplateArray? Apply(RenderContext context, Node site, TokenKind operation, object left, object right) =>
        left is IReadOnlyList<object?> || right is IReadOnlyList<object?> ? new ListArithmetic(context, site, operation, left, right).Apply() : null;

    private TemplateArray Apply()
    {
        switch (_operation)
        {
            case TokenKind.ShiftLeft:
                return Own(LeftList().Append(_right));
            case TokenKind.ShiftRight:
                return Own(RightList().Prepend(_left));
            case TokenKind.Plus:
                return Own(LeftList().Concat(RightList()));
            case TokenKind.Star:
                return Repeat();
            case TokenKind.Slash or TokenKind.DoubleSlash:
                var whole = LeftList();
                return Own(whole.Take(whole.Count / Divisor()));
            case TokenKind.Percent:
                var (list, step) = (LeftList(), Divisor());
                return Own(list.Where((_, index) => index % step == 0));
            default:
                throw Refusal(null, "");
        }
    }

    private TemplateArray Repeat()
    {
        var (first, second) = (_left as IReadOnlyList<object?>, _right as IReadOnlyList<object?>);
        if (first is not null && second is not null)
            throw Refusal(null, " Expecting only one array for the left or right argument.");
        var list = first ?? second!;
        var count = first is null ? Count(_left, isLeft: true) : Count(_right, isLeft: false);
        if (list.Count == 0)
            return _context.NewArray(0); // Repeated without end it would be no more than time lost.
        _context.CountSteps(_site, (long)list.Count * count);
        return Own(Enumerable.Repeat(list, count).SelectMany(items => items));
    }

    /// <summary>A list of the rendering's own, which a later write need not copy.</summary>
    private TemplateArray Own(IEnumerable<object?> items)
    {
        var result = _context.NewArray(0);
        foreach (var item in items)
            result.Add(item);
        return result;
    }

    private IReadOnlyList<object?> LeftList() => List(_left) ?? throw Refusal(Operand(isLeft: true), " Expecting an array for the left argument.");

    private IReadOnlyList<object?> RightList() => List(_right) ?? throw Refusal(Operand(isLeft: false), " Expecting an array for the right argument.");

    private IReadOnlyList<object?>? List(object value)
    {
        var list = value as IReadOnlyList<object?>;
        _context.CountSteps(_site, list?.Count ?? 0);
        return list;
    }

    private int Divisor()
    {
        var divisor = Count(_right, isLeft: false);
        return divisor != 0 ? divisor : throw Operand(isLeft: false).Fault("Cannot divide by 0");
    }

    private int Count(object value, bool isLeft)
    {
        if (!Numbers.TryToInt(value, out var count))
            throw Operand(isLeft).Fault($"Expecting an integer instead of `{_context.Print(_site, value)}`");
        return count >= 0 ? count : throw Refusal(Operand(isLeft), $" Integer {count} cannot be negative when multiplying");
    }

    private Node Operand(bool isLeft) => _site is BinaryExpression binary ? isLeft ? binary.Left : binary.Right : _site;

    /// <summary>A fault at the operand to blame, or else at the operator.</summary>
    private TemplateException Refusal(Node? operand, string reason)
    {
        var message = $"The operator `{Arithmetic.Symbol(_operation)}` is not supported between {ValueText.TypeName(_left)} and {ValueText.TypeName(_right)}.{reason}";
        return operand?.Fault(message) ?? Arithmetic.Fault(_site, message);
    }
}
