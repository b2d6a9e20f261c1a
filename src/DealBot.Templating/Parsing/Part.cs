namespace DealBot.Templating.Parsing;

/// <summary>What a block of statements belongs to, as messages name it, and how the block may end.</summary>
/// <param name="Name">For example <c>if statement</c>.</param>
/// <param name="Form">How it is written.</param>
internal sealed record Part(string Name, string Form)
{
    public static readonly Part Page = new("page", "");
    public static readonly Part FrontMatter = new("front matter", "+++ ... +++");
    public static readonly Part If = new("if statement", "if <expression> ... end|else|else if") { TakesElse = true };
    public static readonly Part Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly Part Case = new("case statement", "case <expression> ... end|when|else") { TakesElse = true, TakesWhen = true };
    public static readonly Part When = new("when statement", "when <expression> ... end|when|else") { TakesElse = true, TakesWhen = true };
    public static readonly Part For = new("for statement", "for <variable> in <expression> ... end") { TakesElse = true };
    public static readonly Part TableRow = new("tablerow statement", "tablerow <variable> in <expression> ... end") { TakesElse = true };
    public static readonly Part While = new("while statement", "while <expression> ... end");
    public static readonly Part Capture = new("capture statement", "capture <variable> ... end");
    public static readonly Part With = new("with statement", "with <variable> ... end");
    public static readonly Part Wrap = new("wrap statement", "wrap <function_call> ... end");
    public static readonly Part Import = new("import statement", "import <expression>");
    public static readonly Part ReadOnly = new("readonly statement", "readonly <variable>");
    public static readonly Part Function = new("function statement", "func <variable> ... end");
    public static readonly Part Anonymous = new("function statement", "func <variable> ... end") { IsExpression = true };

    /// <summary>Whether <c>else</c> goes on with the statement.</summary>
    public bool TakesElse { get; private init; }

    /// <summary>Whether <c>when</c> goes on with the statement.</summary>
    public bool TakesWhen { get; private init; }

    /// <summary>Whether more of an expression may follow the <c>end</c>.</summary>
    public bool IsExpression { get; private init; }
}
