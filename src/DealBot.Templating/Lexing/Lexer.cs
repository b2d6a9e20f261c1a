namespace DealBot.Templating.Lexing;

/// <summary>Cuts a template into tokens: text blocks, and the tokens of code blocks. Whitespace control is applied here.</summary>
internal sealed partial class Lexer
{
    /// <summary>About so many characters make one token; guessing their number spares the list most of its growing.</summary>
    private const int CharactersPerToken = 6;

    private const int MostTokensExpected = 500;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly List<LexerError> _errors = [];
    private Dictionary<int, char>? _badEscapes;
    private readonly Stack<OpenInterpolation> _interpolations = new();
    private readonly bool _isScript;
    private readonly bool _isFrontMatterOnly;
    private int _position;
    private int _braces;

    private Strip _stripNext;
    private LexerError? _unclosed;

    /// <summary>The line that begins and ends the front matter; null when there is none to come.</summary>
    private string? _marker;

    private Lexer(string text, TemplateOptions options)
    {
        _text = text;
        _tokens = new List<Token>(Math.Min(text.Length / CharactersPerToken, MostTokensExpected) + 2);
        _isScript = options.Mode == TemplateMode.ScriptOnly;
        _isFrontMatterOnly = options.Mode == TemplateMode.FrontMatterOnly;
        _marker = options.HasFrontMatter ? options.FrontMatterMarker : null;
    }

    private enum Strip
    {
        None,
        Greedy,
        Line,
    }

    public static LexedSource Read(string text, TemplateOptions options)
    {
        var lexer = new Lexer(text, options);
        if (options.Mode == TemplateMode.ScriptOnly)
            lexer.ReadScript();
        else
            lexer.ReadTemplate();
        lexer._tokens.Add(new Token(TokenKind.EndOfFile, text.Length, text.Length, null, false));
        return new LexedSource(lexer._tokens, lexer._errors, lexer._badEscapes, lexer._unclosed);
    }

    private void ReadTemplate()
    {
        if (_marker is not null && TryReadMarker())
            ReadFrontMatter();
        _marker = null;
        if (_isFrontMatterOnly)
            return;
        while (_position < _text.Length)
            ReadTextBlock();
    }

    private char Peek(int ahead = 0) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private bool At(string expected) => _text.AsSpan(_position).StartsWith(expected, StringComparison.Ordinal);

    private void Fail(int position, string message, int length = 1) => _errors.Add(new LexerError(position, length, message));

    private void ReadTextBlock()
    {
        var start = _position;
        for (var i = start; i < _text.Length; i++)
        {
            i = _text.IndexOf('{', i);
            if (i < 0)
                break;
            if (i + 1 < _text.Length && _text[i + 1] == '{')
            {
                EnterCode(start, i);
                return;
            }

            var percents = CountPercents(i + 1);
            if (percents > 0 && i + 1 + percents < _text.Length && _text[i + 1 + percents] == '{')
            {
                ReadEscapeBlock(start, i, percents);
                return;
            }
        }

        AddText(start, _text.Length, Strip.None);
        _position = _text.Length;
    }

    private int CountPercents(int from)
    {
        var count = 0;
        while (from + count < _text.Length && _text[from + count] == '%')
            count++;
        return count;
    }

    private void EnterCode(int textStart, int open)
    {
        _position = open + 2;
        var strip = ReadStripMark();
        var trimmedStart = AddText(textStart, open, strip);
        var indent = strip == Strip.None ? IndentBefore(_text, open, trimmedStart) : null;
        _tokens.Add(new Token(TokenKind.CodeEnter, open, _position, indent, false));
        _braces = 0;
        ReadCodeBlock(open);
    }

    private Strip ReadStripMark()
    {
        var strip = Peek() switch { '-' => Strip.Greedy, '~' => Strip.Line, _ => Strip.None };
        if (strip != Strip.None)
            _position++;
        return strip;
    }

    private void ReadEscapeBlock(int textStart, int open, int percents)
    {
        _position = open + percents + 2;
        AddText(textStart, open, ReadStripMark());
        _stripNext = Strip.None;
        var contentStart = _position;
        var close = "}" + new string('%', percents) + "}";
        var end = _text.IndexOf(close, contentStart, StringComparison.Ordinal);
        if (end < 0)
        {
            _unclosed = new LexerError(open, percents + 2, $"The escape block `{_text[open..(open + percents + 2)]}` is not closed by `{close}`.");
            _position = _text.Length;
            return;
        }

        var contentEnd = end;
        if (end > contentStart && _text[end - 1] is '-' or '~')
        {
            contentEnd--;
            _stripNext = _text[end - 1] == '-' ? Strip.Greedy : Strip.Line;
        }

        if (contentEnd > contentStart)
            _tokens.Add(new Token(TokenKind.Text, contentStart, contentEnd, null, false));
        _position = end + close.Length;
    }

    /// <summary>Adds the text between two blocks without what their strip marks take; returns where it starts.</summary>
    private int AddText(int start, int end, Strip stripEnd)
    {
        start = SkipForward(start, end, _stripNext);
        _stripNext = Strip.None;
        while (stripEnd != Strip.None && end > start && IsStripped(_text[end - 1], stripEnd))
            end--;
        if (end > start)
            _tokens.Add(new Token(TokenKind.Text, start, end, null, false));
        return start;
    }

    private int SkipForward(int start, int end, Strip strip)
    {
        if (strip == Strip.None)
            return start;
        while (start < end && IsStripped(_text[start], strip))
            start++;
        return strip == Strip.Line && start < end && _text[start] == '\n' ? start + 1 : start;
    }

    private static bool IsStripped(char c, Strip strip) => char.IsWhiteSpace(c) && (strip == Strip.Greedy || c != '\n');

    /// <summary>The whitespace that alone stands before a code block on its line, which multi-line values of the block repeat.</summary>
    public static string? IndentBefore(string text, int open, int textStart)
    {
        var start = open;
        while (start > textStart && text[start - 1] != '\n' && char.IsWhiteSpace(text[start - 1]))
            start--;
        var startsLine = start == 0 || text[start - 1] == '\n';
        return startsLine && start < open ? text[start..open] : null;
    }

    private readonly record struct OpenInterpolation(char Quote, int BracesOutside);
}
