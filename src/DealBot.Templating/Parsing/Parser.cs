using System.Runtime.CompilerServices;
using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

/// <summary>
/// Builds the syntax tree by recursive descent. It goes on after an error, so that one run reports as many as make sense;
/// what it builds then is never run.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Links of one chain such as <c>a + b + c</c>; each makes the tree deeper without nesting anything in the text.</summary>
    private const int LongestChain = 1000;

    private readonly SourceText _source;
    private readonly LexedSource _lexed;
    private readonly List<Token> _tokens;
    private readonly List<TemplateMessage> _messages = [];
    private readonly TemplateOptions _options;
    private int _index;
    private int _depth;

    /// <summary>Set where going on would only report consequences of what was reported.</summary>
    private bool _stopped;

    private bool _isSilent;

    /// <summary>Above 0 inside brackets, where a line break does not end a statement.</summary>
    private int _bracketDepth;

    /// <summary>What the statements of the current block, from here on, are indented by.</summary>
    private Indent _indent;

    private Parser(SourceText source, TemplateOptions options)
    {
        _source = source;
        _options = options;
        _lexed = Lexer.Read(source.Text, options);
        _tokens = _lexed.Tokens;
    }

    private Token Current => _tokens[_index];

    private Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    private Token Previous => _tokens[Math.Max(0, _index - 1)];

    private int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    public static ParsedTemplate Parse(SourceText source, TemplateOptions options)
    {
        var parser = new Parser(source, options);
        var frontMatter = options.HasFrontMatter ? parser.ParseFrontMatter() : null;
        var body = options.Mode == TemplateMode.FrontMatterOnly || parser._stopped ? parser.EmptyBlock() : parser.ParseBlock(Part.Page);
        parser.ReportLexerFaults();
        return new ParsedTemplate(frontMatter, body, parser._messages);
    }

    private void Advance()
    {
        if (_index < _tokens.Count - 1)
            _index++;
        while (_bracketDepth > 0 && Current.Kind == TokenKind.NewLine)
            _index++;
    }

    private Token Take()
    {
        var token = Current;
        Advance();
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
            Advance();
    }

    private SourceSpan SpanOf(Token token) => new(_source, token.Start, token.End);

    private SourceSpan SpanFrom(int start) => new(_source, start, Math.Max(start, PreviousEnd));

    private string Describe(Token token) => token.Describe(_source.Text);

    private bool IsKeyword(string word) => Current.Kind == TokenKind.Identifier && Current.Text == word;

    /// <summary>Faults inside tokens come last: what the parser made of such a token was reported where it stumbled on it.</summary>
    private void ReportLexerFaults()
    {
        foreach (var (position, length, text) in _lexed.Errors)
            _messages.Add(_source.MessageAt(position, length, text));
        if (_messages.Count == 0 && _lexed.Unclosed is { } unclosed)
            _messages.Add(_source.MessageAt(unclosed.Position, unclosed.Length, unclosed.Text));
    }

    private void Report(Token token, string message, string? hint = null) => Report(token.Start, token.End - token.Start, message, hint);

    private void Report(SourceSpan span, string message, string? hint = null) => Report(span.Start, span.End - span.Start, message, hint);

    private void Report(int position, int length, string message, string? hint)
    {
        if (!_isSilent)
            _messages.Add(_source.MessageAt(position, length, message) with { Hint = hint ?? Hints.For(Current, Previous, _source.Text) });
    }

    /// <summary>Ends parsing: the tokens that follow would only be misunderstood.</summary>
    private void Stop() => _stopped = true;

    /// <summary>False, and the end of parsing, where a statement goes on that should have ended.</summary>
    private bool ExpectEndOfStatement()
    {
        if (_stopped)
            return false;
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
            Advance();
        else if (Current.Kind is not (TokenKind.CodeExit or TokenKind.FrontMatterMarker or TokenKind.EndOfFile))
        {
            Report(Current, $"Invalid token found `{Describe(Current)}`. Expecting <EOL>/end of line.", PipeColonHint());
            Stop();
            return false;
        }

        return true;
    }

    /// <summary>A hint for <c>| name: argument</c>, as other template languages have it; null anywhere else.</summary>
    private string? PipeColonHint()
    {
        var first = _index;
        while (first > 0 && _tokens[first - 1].Kind is TokenKind.Identifier or TokenKind.Dot)
            first--;
        return Current.Kind == TokenKind.Colon && first > 0 && first < _index && _tokens[first - 1].Kind == TokenKind.Pipe
            ? FunctionHint.ForColon(_source.Text[_tokens[first].Start..PreviousEnd])
            : null;
    }

    /// <summary>Counts nesting; false, and the end of parsing, when the limit is reached.</summary>
    private bool TryEnter()
    {
        if (++_depth <= _options.ExpressionDepthLimit && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        return Refuse($"The statement depth limit `{_options.ExpressionDepthLimit}` was reached when parsing this statement");
    }

    /// <summary>Whether a chain may have one more link; if not, parsing ends.</summary>
    private bool TryLink(ref int links) =>
        ++links <= LongestChain || Refuse($"The expression has more than {LongestChain} operators or accesses in a row.");

    private bool Refuse(string message)
    {
        Report(Previous, message);
        Stop();
        _isSilent = true;
        _index = _tokens.Count - 1;
        return false;
    }

    private Expression Placeholder() => new LiteralExpression(new SourceSpan(_source, Current.Start, Current.Start), null);

    private Block EmptyBlock() => new(new SourceSpan(_source, Current.Start, Current.Start), []);
}
