using System.Runtime.CompilerServices;
using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

/// <summary>
/// Builds the syntax tree by recursive descent. It goes on after an error, so that one run reports all of them; what it
/// builds then is never run.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Links of one chain such as <c>a + b + c</c>; each makes the tree deeper without nesting anything in the text.</summary>
    private const int LongestChain = 1000;

    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private readonly IReadOnlyList<(int Position, string Text)> _lexerErrors;
    private readonly List<TemplateMessage> _messages = [];
    private readonly int _depthLimit;
    private int _index;
    private int _nextLexerError;
    private int _depth;
    private int _lastErrorPosition = -1;
    private bool _stopped;
    private bool _isSilent;
    private int _stopIndex;

    /// <summary>Above 0 inside brackets, where a line break does not end a statement.</summary>
    private int _bracketDepth;

    private string? _indent;

    private Parser(SourceText source, TemplateOptions options)
    {
        _source = source;
        (_tokens, _lexerErrors) = Lexer.Read(source.Text);
        _depthLimit = options.ExpressionDepthLimit;
    }

    private Token Current => _tokens[_index];

    private Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    /// <summary>The token before the one where parsing is, or stopped.</summary>
    private Token Previous => _tokens[Math.Max(0, (_stopped ? _stopIndex : _index) - 1)];

    private int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    public static ParsedTemplate Parse(SourceText source, TemplateOptions options)
    {
        var parser = new Parser(source, options);
        parser.ReportLexerErrors();
        var body = parser.ParseBlock();
        while (!parser._stopped && parser.Current.Kind != TokenKind.EndOfFile)
        {
            parser.ReportStrayKeyword();
            parser.ParseBlock();
        }

        return new ParsedTemplate(body, parser._messages);
    }

    private void Advance()
    {
        if (_index < _tokens.Count - 1)
            _index++;
        while (_bracketDepth > 0 && Current.Kind == TokenKind.NewLine)
            _index++;
        ReportLexerErrors();
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

    private void ReportLexerErrors()
    {
        var reached = Current.Kind == TokenKind.EndOfFile ? int.MaxValue : Current.End - 1;
        while (!_stopped && _nextLexerError < _lexerErrors.Count && _lexerErrors[_nextLexerError].Position <= reached)
        {
            var (position, text) = _lexerErrors[_nextLexerError++];
            _messages.Add(_source.MessageAt(position, text));
        }
    }

    private void Report(int position, string message)
    {
        if (_isSilent)
            return;
        _lastErrorPosition = position;
        _messages.Add(_source.MessageAt(position, message));
    }

    /// <summary>Ends parsing where going on would only report consequences of what was reported.</summary>
    private void Stop()
    {
        _stopIndex = _stopped ? _stopIndex : _index;
        _stopped = true;
        _index = _tokens.Count - 1;
    }

    private void ReportStrayKeyword()
    {
        Report(Current.Start, $"Unexpected `{Describe(Current)}`: no open statement that it could belong to.");
        Advance();
        ExpectEndOfStatement();
    }

    private void ExpectEndOfStatement()
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
            Advance();
        else if (Current.Kind is not (TokenKind.CodeExit or TokenKind.EndOfFile))
            Report(Current.Start, $"Invalid token found `{Describe(Current)}`. Expecting <EOL>/end of line.{PipeColonHint()}");
    }

    /// <summary>A hint for <c>| name: argument</c>; nothing anywhere else.</summary>
    private string PipeColonHint()
    {
        var first = _index;
        while (first > 0 && _tokens[first - 1].Kind is TokenKind.Identifier or TokenKind.Dot)
            first--;
        return Current.Kind == TokenKind.Colon && first > 0 && first < _index && _tokens[first - 1].Kind == TokenKind.Pipe
            ? FunctionHint.ForColon(_source.Text[_tokens[first].Start..PreviousEnd])
            : "";
    }

    /// <summary>Counts nesting; false, and the end of parsing, when the limit is reached.</summary>
    private bool TryEnter()
    {
        if (++_depth <= _depthLimit && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        Report(Current.Start, $"The statement depth limit `{_depthLimit}` was reached when parsing this statement");
        Stop();
        _isSilent = true;
        return false;
    }

    /// <summary>Whether a chain may have one more link; if not, parsing ends.</summary>
    private bool TryLink(ref int links)
    {
        if (++links <= LongestChain)
            return true;
        Report(Current.Start, $"The expression has more than {LongestChain} operators or accesses in a row.");
        Stop();
        _isSilent = true;
        return false;
    }

    private Expression Placeholder() => new LiteralExpression(new SourceSpan(_source, Current.Start, Current.Start), null);

    private Block EmptyBlock() => new(new SourceSpan(_source, Current.Start, Current.Start), []);
}
