using System.Runtime.CompilerServices;
using System.Text;
using DealBot.Templating.Lexing;
using DealBot.Templating.Parsing;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Syntax;

/// <summary>
/// Writes a tree as template text that parses to the same tree. Code blocks get no whitespace marks, for their effect is already in the
/// text blocks; only where a value's indent depends on a mark is one written.
/// </summary>
internal sealed class SyntaxPrinter
{
    /// <summary>Keeps text from being read as a part of what stands before it.</summary>
    private const string NoCode = "{{ }}";

    private readonly StringBuilder _text = new();
    private readonly List<SourceSpan> _texts = [];
    private bool _isInCode;
    private bool _isStatementComplete;
    private bool _isAfterFrontMatter;
    private Indent _indent = Indent.Inherited;
    private int _textStart;
    private int _depth;
    private int _inlineDepth;

    public static string Print(ParsedTemplate template, TemplateOptions options)
    {
        var printer = new SyntaxPrinter();
        if (template.FrontMatter is { } frontMatter)
            printer.WriteFrontMatter(frontMatter, options.FrontMatterMarker);
        var isScript = options.Mode == TemplateMode.ScriptOnly;
        printer._isInCode = isScript;
        template.Body.Print(printer);
        printer.WriteTexts();
        if (!isScript)
            printer.CloseCode(" }}");
        var text = printer._text.ToString();
        return template.FrontMatter is null && options.HasFrontMatter && text.StartsWith(options.FrontMatterMarker, StringComparison.Ordinal)
            ? NoCode + text
            : text;
    }

    /// <summary>Writes a piece of code; a space keeps apart what would read as one operator.</summary>
    public SyntaxPrinter Write(string code)
    {
        if (code.Length > 0 && _text.Length > 0 && (_text[^1], code[0]) is ('+', '+') or ('-', '-') or ('?', '.' or '?'))
            _text.Append(' ');
        _text.Append(code);
        return this;
    }

    public SyntaxPrinter Write(Node node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw node.Fault("The template is nested too deeply to be printed.");
        node.Print(this);
        return this;
    }

    public SyntaxPrinter WriteList<T>(IEnumerable<T> items, string separator, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                Write(separator);
            write(item);
            isFirst = false;
        }

        return this;
    }

    /// <summary>A word that starts a line of code, such as <c>else</c>.</summary>
    public SyntaxPrinter Keyword(string word)
    {
        StartLine();
        return Write(word);
    }

    /// <summary>Ends a line that has no statements below it.</summary>
    public void EndLine() => _isStatementComplete = true;

    /// <summary>Statements below the line that was just written.</summary>
    public SyntaxPrinter Body(Block body)
    {
        var indent = _indent;
        _indent = Indent.Inherited;
        _isStatementComplete = true;
        _depth++;
        Write(body);
        _depth--;
        _indent = indent;
        return this;
    }

    /// <summary>Code that must stay on one line: a break would end an interpolated string.</summary>
    public SyntaxPrinter Inline(Node node)
    {
        _inlineDepth++;
        Write(node);
        _inlineDepth--;
        return this;
    }

    /// <summary>The body of a function inside an expression.</summary>
    public SyntaxPrinter InlineBody(Block body)
    {
        _inlineDepth++;
        Body(body);
        Keyword("end");
        _inlineDepth--;
        return this;
    }

    public void Statement(Statement statement, Indent indent)
    {
        if (statement is TextStatement)
        {
            _texts.Add(statement.Span);
            return;
        }

        BeginCode(indent);
        StartLine();
        Write(statement);
        _isStatementComplete = true;
        _indent = indent;
    }

    /// <summary>Goes on in code, in a new code block if the open one gives statements another indent.</summary>
    private void BeginCode(Indent indent)
    {
        WriteTexts();
        if (!_isInCode)
            OpenCode();
        if (indent == _indent)
            return;
        CloseCode(" }}");
        OpenCode();
    }

    private void WriteFrontMatter(Block code, string marker)
    {
        _text.Append(marker).Append('\n');
        _isInCode = true;
        code.Print(this);
        _text.Append('\n').Append(marker).Append('\n');
        _textStart = _text.Length;
        _isStatementComplete = false;
        _isAfterFrontMatter = true;
    }

    private void StartLine()
    {
        WriteTexts();
        if (!_isInCode)
            OpenCode();
        else if (_isStatementComplete)
            _text.Append(_inlineDepth > 0 ? "; " : "\n" + new string(' ', 2 * _depth));
        _isStatementComplete = false;
    }

    private void OpenCode()
    {
        // Looked at are the last text and the character before it.
        var from = Math.Max(_textStart - 1, 0);
        _indent = Indent.Of(Lexer.IndentBefore(_text.ToString(from, _text.Length - from), _text.Length - from, _textStart - from));
        _isAfterFrontMatter = false;
        _text.Append("{{ ");
        _isInCode = true;
        _isStatementComplete = false;
    }

    private void CloseCode(string mark)
    {
        if (!_isInCode)
            return;
        _text.Append(_text[^1] == ' ' ? mark[1..] : mark);
        _textStart = _text.Length;
        _isInCode = false;
    }

    /// <summary>Text blocks that nothing parts become one, unless the last makes an indent only by starting a line.</summary>
    private void WriteTexts()
    {
        if (_texts.Count == 0)
            return;
        var last = _texts[^1];
        var before = string.Concat(_texts.SkipLast(1).Select(span => span.Text));
        _texts.Clear();
        var needsLine = StartsIndentedLine(last) && (_text.Length > 0 || before.Length > 0) && !before.EndsWith('\n');
        var wasInCode = _isInCode;
        CloseCode(needsLine && before.Length == 0 ? " ~}}\n" : " }}");
        WriteText(needsLine ? before : before + last.Text);
        if (!needsLine)
            return;
        if (before.Length > 0 || !wasInCode)
        {
            _text.Append("{{ ~}}\n");
            _textStart = _text.Length;
        }

        WriteText(last.Text);
    }

    private static bool StartsIndentedLine(SourceSpan span) =>
        (span.Start == 0 || span.Source.Text[span.Start - 1] == '\n') && span.Text.All(c => char.IsWhiteSpace(c) && c != '\n');

    /// <summary>What would open a block is put into an escape block.</summary>
    private void WriteText(string text)
    {
        // Blank lines after the front matter would be no part of the content.
        if (_isAfterFrontMatter && text.Length > 0 && char.IsWhiteSpace(text[0]))
        {
            _text.Append(NoCode);
            _textStart = _text.Length;
        }

        _isAfterFrontMatter = false;
        var (first, end) = FindBraces(text);
        if (first >= 0)
        {
            _text.Append(text, 0, first).Append(Escaped(text[first..end]));
            _textStart = _text.Length;
            text = text[end..];
        }

        _text.Append(text);
    }

    /// <summary>From the first to the last brace that opens a block, or would when another brace followed.</summary>
    private static (int First, int End) FindBraces(string text)
    {
        var (first, end) = (-1, -1);
        for (var i = text.IndexOf('{', StringComparison.Ordinal); i >= 0; i = text.IndexOf('{', i + 1))
        {
            var next = i + 1;
            while (next < text.Length && text[next] == '%')
                next++;
            if (next < text.Length && text[next] != '{')
                continue;
            first = first < 0 ? i : first;
            end = Math.Min(next + 1, text.Length);
        }

        return (first, end);
    }

    private static string Escaped(string text)
    {
        var percents = "%";
        while ((text + "}" + percents + "}").IndexOf("}" + percents + "}", StringComparison.Ordinal) < text.Length)
            percents += "%";
        return "{" + percents + "{" + text + "}" + percents + "}";
    }
}
